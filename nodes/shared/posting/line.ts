import { fill, type Profile } from '../mapping';
import { formatAmount, type Decimal } from '../money';
import { documentValue, type DocumentTexts } from './documentValue';
import { commonValue, sourceValue } from './sourceTexts';
import { baseOf, type TaxShare } from './taxBase';
import type { LineSource, PostingLine, Role } from './types';
import { userFieldsOf } from './userFields';

/** A line while it is being added up. Debits are positive. */
export interface Draft {
	role: Role;
	amount: Decimal;
	/** Rows whose tax the line holds. */
	taxed: TaxShare[];
	/** Position of its first flow in the document. */
	first: number;
	/** Position of the flow that was added last. */
	last: number;
	line: Pick<
		PostingLine,
		'account' | 'party' | 'partner' | 'taxCode' | 'qualifier' | 'costCenters' | 'project' | 'branch' | 'isBlocked'
	>;
	sources: LineSource[];
	/** Made of personal items only, which the memo of a partner line says. */
	personal: boolean;
	rule: string;
}

/** Costs first, then tax, clearing and partners, as accountants read an entry. */
const RANK: Record<Role, number> = {
	expense: 0,
	shipping: 0,
	deductibleVat: 1,
	nonDeductibleVat: 1,
	owedVat: 1,
	cardClearing: 2,
	cashAdvanceClearing: 2,
	interBranch: 2,
	payrollClearing: 3,
	employeeVendor: 3,
	cardVendor: 3,
	vendor: 3,
	rounding: 4,
};

/** Where a line of this role stands in the entry. */
export function rankOf(role: Role): number {
	return RANK[role];
}

/** A draft as a posting line: the amount on its side as decimal text, and only the fields that have a value. */
export function lineOf(draft: Draft, currency: string, decimals: number, profile: Profile, texts: DocumentTexts): PostingLine {
	const { role, amount, taxed, sources } = draft;
	const { account, party, partner, taxCode, qualifier, costCenters, project, branch, isBlocked } = draft.line;
	const line: PostingLine = { role, currency, memo: memoOf(draft, currency, profile, texts), rule: draft.rule, sources };
	if (account !== undefined) line.account = account;
	if (party !== undefined) line.party = party;
	if (partner !== undefined) line.partner = partner;
	if (taxCode !== undefined) line.taxCode = taxCode;
	if (qualifier !== undefined) line.qualifier = qualifier;
	if (costCenters?.some((code) => code !== undefined)) {
		if (costCenters[0] !== undefined) line.costCenter = costCenters[0];
		line.costCenters = costCenters;
	}
	if (project !== undefined) line.project = project;
	if (branch !== undefined) line.branch = branch;
	if (isBlocked) line.isBlocked = true;
	const own = userFieldsOf(profile, role, (field) => valueOf(sources, field, currency) ?? documentValue(texts, field));
	if (own !== undefined) line.userFields = own;
	// A cost that carries a 0 % code itself is the base of it.
	const base = taxed.length > 0 ? baseOf(taxed) : role === 'expense' && taxCode !== undefined ? amount : null;
	Object.assign(line, sideOf(amount.isZero() ? (base ?? amount) : amount, formatAmount(amount.abs(), decimals)));
	if (base && !base.isZero()) line.taxBase = formatAmount(base.abs(), decimals);
	if (taxed.length > 0) line.taxed = taxed;
	return line;
}

/** An amount on the side that its sign says; a tax of nought stands on the side of its base. */
export function sideOf(signed: Decimal, text: string): Pick<PostingLine, 'debit' | 'credit'> {
	return signed.isNegative() && !signed.isZero() ? { credit: text } : { debit: text };
}

/** Partner lines name the document and the person, cost lines the expense; what is personal says so. */
function memoOf({ role, sources, personal }: Draft, currency: string, profile: Profile, texts: DocumentTexts): string {
	const source = sources[0]!;
	const isPartner = RANK[role] === RANK.vendor;
	const isOfDocument =
		isPartner ||
		role === 'interBranch' ||
		(RANK[role] === RANK.cardClearing && sources.some(({ entryId }) => entryId !== source.entryId));
	const value = (field: string): string | null | undefined => {
		if (field === 'spend') return spendText(source, currency);
		if (field === 'currency') return currency;
		return (isOfDocument ? commonValue(sources, field) : sourceValue(source, field)) ?? documentValue(texts, field);
	};
	const { lineMemo } = profile.lengths;
	const suffix = isPartner ? (personal ? PERSONAL : '') : isOfDocument ? '' : countText(sources);
	const text = fill(isOfDocument ? profile.memo : profile.lineMemo, value, Math.max(1, lineMemo - suffix.length));
	return `${text}${suffix}`.trim();
}

/** How many entries a joined line stands for: its text can name only one of them. */
function countText(sources: readonly LineSource[]): string {
	const entries = new Set(sources.map(({ entryId }) => entryId)).size;
	return entries > 1 ? ` (${entries} items)` : '';
}

const PERSONAL = ' (personal)';

/** The amount spent, where it was spent in another currency than the document's. */
function spendText({ spendCurrency, spendAmount }: LineSource, currency: string): string | undefined {
	return spendCurrency && spendAmount && spendCurrency !== currency ? `${spendCurrency} ${spendAmount}` : undefined;
}

/** A field on which all sources of a line agree. */
const valueOf = (sources: readonly LineSource[], field: string, currency: string): string | undefined =>
	field === 'currency' ? currency : commonValue(sources, field);

/** Whether a line moves anything; one of nought tells the base of a 0 % tax. */
export function hasAmount({ debit, credit }: Pick<PostingLine, 'debit' | 'credit'>): boolean {
	return /[1-9]/.test(debit ?? credit ?? '');
}

/** Tax groups of lines whose base cannot be told: their rows hold several taxes, and not all of the rates are known. */
export function unbasedTaxes(lines: readonly PostingLine[]): string[] {
	const isUnbased = ({ role, taxCode, taxBase, taxed = [] }: PostingLine) =>
		role === 'deductibleVat' && taxCode !== undefined && taxBase === undefined && taxed.some(({ row }) => row.taxes.length > 1);
	return [...new Set(lines.filter(isUnbased).map(({ taxCode }) => taxCode!))];
}
