import { ownText } from '../document';
import { fill, isFilled, type PartnerRule, type Profile, type TemplateValues } from '../mapping';
import { sourceValue, type Posting, type PostingLine, type Role } from '../posting';
import { reason, type ReviewReason } from '../review';
import { takesCurrency } from './checks';
import {
	findBy,
	findByCode,
	isUsableOn,
	type EmployeeFacts,
	type MasterData,
	type PartnerFacts,
	type PaymentTerms,
} from './masterData';
import { mainRoleOf } from './postingDate';

/** Longest `CardCode` of B1 (Service Layer entity metadata). */
export const CARD_CODE_LENGTH = 15;

export interface FoundPartner {
	code: string;
	name: string | null;
	rule: string;
}

/** Whether a line is posted to a business partner, rather than to an account that stands for it. */
export function isPartnerLine(line: PostingLine, profile: Profile): boolean {
	return (
		line.account === undefined &&
		(PARTNER_ROLES as readonly Role[]).includes(line.role) &&
		roleAccountOf(line, profile) === undefined
	);
}

const PARTNER_ROLES = ['employeeVendor', 'cardVendor', 'vendor'] as const;
type PartnerRole = (typeof PARTNER_ROLES)[number];

/** What a table of the mapping says of a line: of its party, else of its role; a name that every object has is not in the table. */
export function ofPartyOrRole({ role, party }: PostingLine, table: Record<string, string>): string | undefined {
	return valueOf(table, party) ?? valueOf(table, role);
}

/** The account that the mapping posts a role or payee to, instead of a partner. */
export function roleAccountOf(line: PostingLine, { roleAccounts }: Profile): string | undefined {
	return ofPartyOrRole(line, roleAccounts);
}

/** The partner that the partner table of the mapping names for a line. */
export function tablePartnerOf({ party }: PostingLine, { partners }: Profile): string | undefined {
	return valueOf(partners.table, party);
}

function valueOf(table: Record<string, string>, key: string | undefined): string | undefined {
	return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Names match whatever their case, blanks and character forms; nothing else is guessed. */
export function normalName(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Tax ids match whatever their punctuation. */
export function normalTaxId(id: string): string {
	return id.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The rules for a partner line, by its role. */
export function partnerRulesOf({ role }: PostingLine, { partners }: Profile): PartnerRule[] {
	return partners[role as PartnerRole];
}

/** The fields a partner template may name, for one line. */
export function partnerValues(line: PostingLine, posting: Posting): TemplateValues {
	const source = line.sources[0] ?? {};
	return (field) => {
		if (field === 'party') return line.party;
		if (field === 'payee') return line.role === 'cardVendor' ? line.party : ownText(source, field);
		if (field === 'currency') return posting.currency;
		return ownText(posting.names, field) ?? sourceValue(source, field);
	};
}

/**
 * Finds the B1 partner of a line by the rules of its role, in their order. The partner table is explicit: what it names must exist.
 * Other rules pass on to the next when they find nobody; more than one candidate is never decided here.
 *
 * @param masterData null when B1 is not asked: codes are then taken as they are made, unchecked
 */
export function findPartner(
	line: PostingLine,
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
): FoundPartner | ReviewReason {
	const partners = masterData?.partners ?? null;
	if (line.partner) return explicit(line, posting, line.partner, `card vendor table: ${line.partner}`, partners);
	const tried: string[] = [];
	for (const rule of partnerRulesOf(line, profile)) {
		if (rule.by === 'table') {
			const code = tablePartnerOf(line, profile);
			if (code) return explicit(line, posting, code, `partner table: ${line.party} = ${code}`, partners);
			continue;
		}
		const { template } = rule;
		const values = partnerValues(line, posting);
		if (!isFilled(template, values)) continue;
		const wanted = fill(template, values);
		if (rule.by === 'code' && partners === null) {
			if (wanted.length <= CARD_CODE_LENGTH) return { code: wanted, name: null, rule: `code ${template}` };
			tried.push(`code "${wanted}" (longer than ${CARD_CODE_LENGTH} characters)`);
			continue;
		}
		tried.push(`${LABELS[rule.by]} "${wanted}"`);
		const candidates = partners === null ? [] : candidatesFor(rule.by, wanted, masterData!);
		if (candidates.length > 1) return ambiguous(line, posting, `${LABELS[rule.by]} "${wanted}"`, candidates);
		if (candidates.length === 1)
			return { code: candidates[0]!.code, name: candidates[0]!.name, rule: `${rule.by} ${template} = ${wanted}` };
	}
	const by = tried.length > 0 ? `Looked for by ${tried.join(', ')}.` : 'No partner rule of the mapping applies to it.';
	return reason('vendor-not-found', posting, `No business partner was found for ${describe(line, posting)}. ${by}`, {
		field: 'party',
		value: line.party,
	});
}

type LookUp = Exclude<PartnerRule['by'], 'table'>;

const LABELS: Record<LookUp, string> = {
	code: 'code',
	name: 'name',
	taxId: 'tax ID',
	email: 'e-mail',
	employee: 'employee',
};

function explicit(
	line: PostingLine,
	posting: Posting,
	code: string,
	rule: string,
	partners: readonly PartnerFacts[] | null,
): FoundPartner | ReviewReason {
	if (partners === null) return { code, name: null, rule };
	const found = findByCode(partners, code);
	if (found) return { code, name: found.name, rule };
	const finding = `The mapping names business partner ${code} for ${describe(line, posting)}, but B1 does not know it.`;
	return reason('vendor-not-found', posting, finding, { field: 'party', value: code });
}

function candidatesFor(by: LookUp, wanted: string, masterData: MasterData): readonly PartnerFacts[] {
	const partners = masterData.partners ?? [];
	if (by === 'employee') return linkedVendors(wanted, masterData.employees ?? [], partners);
	if (by === 'code') return findBy(partners, 'code', ({ code }) => code, wanted);
	const supplier = (key: (partner: PartnerFacts) => string | null) => (partner: PartnerFacts) =>
		partner.type === 'supplier' ? key(partner) : null;
	if (by === 'name')
		return findBy(
			partners,
			'name',
			supplier(({ name }) => normalName(name)),
			normalName(wanted),
		);
	if (by === 'taxId')
		return findBy(
			partners,
			'taxId',
			supplier(({ taxId }) => (taxId === null ? null : normalTaxId(taxId))),
			normalTaxId(wanted),
		);
	return findBy(
		partners,
		'email',
		supplier(({ email }) => email?.toLowerCase() ?? null),
		wanted.toLowerCase(),
	);
}

/** The vendors of the employees with a number, or with an e-mail address where none has the number. */
function linkedVendors(
	wanted: string,
	employees: readonly EmployeeFacts[],
	partners: readonly PartnerFacts[],
): readonly PartnerFacts[] {
	const byNumber = findBy(employees, 'number', ({ number }) => number, wanted);
	const byEmail = () => findBy(employees, 'email', ({ email }) => email?.toLowerCase() ?? null, wanted.toLowerCase());
	const found = byNumber.length > 0 ? byNumber : byEmail();
	const codes = new Set(found.map(({ linkedVendor }) => linkedVendor).filter((code) => code !== null));
	return [...codes].flatMap((code) => findByCode(partners, code) ?? []);
}

function ambiguous(line: PostingLine, posting: Posting, by: string, found: readonly PartnerFacts[]): ReviewReason {
	const candidates = found.map(({ code, name }) => `${code} ${name}`);
	const finding = `${found.length} business partners fit ${describe(line, posting)} by ${by}: ${candidates.join(', ')}.`;
	return reason('vendor-ambiguous', posting, finding, {
		field: 'party',
		value: line.party,
		candidates: found.map(({ code }) => code),
	});
}

const KINDS: Partial<Record<Role, string>> = { employeeVendor: 'employee', cardVendor: 'card', vendor: 'vendor' };

function describe({ role, party }: PostingLine, { names }: Posting): string {
	const name = role === 'employeeVendor' ? names.employeeName : role === 'vendor' ? names.vendorName : undefined;
	return `${KINDS[role] ?? role} ${party ?? ''}${name && name !== party ? ` (${name})` : ''}`;
}

/** The payment terms of a partner; null where B1 was not asked for them. */
export function termsOf(code: string, masterData: MasterData | null): PaymentTerms | null {
	return (masterData?.partners ? findByCode(masterData.partners, code)?.terms : null) ?? null;
}

/** The payment terms of the partner an entry is about. */
export function mainTermsOf(posting: Posting, profile: Profile, masterData: MasterData | null): PaymentTerms | null {
	const line = (posting.draftLines ?? posting.lines).find(({ role }) => role === mainRoleOf(posting));
	if (line === undefined || !isPartnerLine(line, profile)) return null;
	const found = findPartner(line, posting, profile, masterData);
	return 'rule' in found ? termsOf(found.code, masterData) : null;
}

/** Whether a partner may be posted to on a day, in a currency. */
export function partnerProblem(
	code: string,
	posting: Posting,
	day: string | null,
	currency: string | null,
	masterData: MasterData | null,
): ReviewReason | null {
	const partner = masterData?.partners ? findByCode(masterData.partners, code) : undefined;
	if (!partner) return null;
	const place = { field: 'CardCode', value: code };
	if (partner.type !== 'supplier')
		return reason('vendor-type', posting, `Business partner ${code} ${partner.name} is a ${partner.type}.`, place);
	if (day !== null && !isUsableOn(day, partner)) {
		return reason('vendor-inactive', posting, `Business partner ${code} ${partner.name} is not active on ${day}.`, place);
	}
	if (takesCurrency(partner, currency)) return null;
	const finding = `Business partner ${code} ${partner.name} is kept in ${partner.currency}, the document is in ${currency}.`;
	return reason('vendor-currency', posting, finding, place);
}
