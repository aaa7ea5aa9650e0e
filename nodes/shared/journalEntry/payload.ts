import { cut, fill, type Profile, type TemplateValues } from '../mapping';
import { toJsonNumber, UnitSum } from '../money';
import { commonValue, costObjectsOf, documentValue, type Posting } from '../posting';
import { ofPartyOrRole } from './partners';
import type { ResolvedLine } from './resolve';

/** A line of the Service Layer's `JournalEntryLines`; exactly one side is set. */
export interface JournalEntryLine {
	AccountCode?: string;
	ShortName?: string;
	ControlAccount?: string;
	Debit?: number;
	Credit?: number;
	FCDebit?: number;
	FCCredit?: number;
	FCCurrency?: string;
	DueDate?: string;
	LineMemo?: string;
	Reference1?: string;
	AdditionalReference?: string;
	CostingCode?: string;
	CostingCode2?: string;
	CostingCode3?: string;
	CostingCode4?: string;
	CostingCode5?: string;
	ProjectCode?: string;
	BPLID?: number;
	PaymentBlock?: 'tYES';
	TaxGroup?: string;
	VatLine?: 'tYES';
	BaseSum?: number;
}

const COSTING_FIELDS = ['CostingCode', 'CostingCode2', 'CostingCode3', 'CostingCode4', 'CostingCode5'] as const;

/** Longest references of a line (Service Layer entity metadata; the third one in older versions). */
const REFERENCE1_LENGTH = 100;
const ADDITIONAL_REFERENCE_LENGTH = 27;

/**
 * One line of the payload. `foreign` is B1's code of the document's currency where it is not the company's. A partner line carries only the partner's code: B1 takes the control account from the partner. In a
 * foreign currency the local amount is left to B1's rate unless it is given.
 */
export function payloadLine(
	resolved: ResolvedLine,
	posting: Posting,
	profile: Profile,
	foreign: string | null,
	local: string | undefined,
): JournalEntryLine {
	const { line, account, partner, taxGroup, branchId } = resolved;
	const result: JournalEntryLine = {};
	if (partner === undefined) result.AccountCode = account;
	else {
		result.ShortName = partner;
		const control = ofPartyOrRole(line, profile.controlAccounts);
		if (control) result.ControlAccount = control;
	}
	setAmounts(result, line.debit, line.credit, foreign, local);
	if (resolved.dueDate !== undefined) result.DueDate = resolved.dueDate;
	if (line.memo) result.LineMemo = line.memo;
	const source = line.sources[0];
	// An entry's own id is a number that no person has ever seen.
	const reference = posting.names.vendorInvoiceNumber ?? posting.reference;
	if (reference) result.Reference1 = cut(reference, REFERENCE1_LENGTH);
	if (source?.purchaseOrder && partner === undefined)
		result.AdditionalReference = cut(source.purchaseOrder, ADDITIONAL_REFERENCE_LENGTH);
	setCosts(result, line.costCenters, line.project);
	if (branchId !== null) result.BPLID = branchId;
	if (line.isBlocked && partner !== undefined) result.PaymentBlock = 'tYES';
	if (taxGroup !== undefined)
		setTax(result, taxGroup, line.role === 'deductibleVat', foreign === null ? line.taxBase : line.taxBaseLocal);
	return result;
}

function setCosts(
	result: JournalEntryLine,
	costCenters: readonly (string | undefined)[] = [],
	project: string | undefined,
): void {
	costCenters.forEach((code, index) => {
		if (code !== undefined) result[COSTING_FIELDS[index]!] = code;
	});
	if (project !== undefined) result.ProjectCode = project;
}

function setAmounts(
	result: JournalEntryLine,
	debit: string | undefined,
	credit: string | undefined,
	foreign: string | null,
	local: string | undefined,
): void {
	const amount = toJsonNumber(debit ?? credit!)!;
	const isDebit = debit !== undefined;
	if (foreign === null) {
		result[isDebit ? 'Debit' : 'Credit'] = amount;
		return;
	}
	result.FCCurrency = foreign;
	result[isDebit ? 'FCDebit' : 'FCCredit'] = amount;
	if (local !== undefined) result[isDebit ? 'Debit' : 'Credit'] = toJsonNumber(local)!;
}

/** A line of reclaimable tax says so and names its base; the 0 % code of an expense only marks it for the tax report. */
function setTax(result: JournalEntryLine, taxGroup: string, isTaxLine: boolean, base: string | undefined): void {
	result.TaxGroup = taxGroup;
	if (!isTaxLine) return;
	result.VatLine = 'tYES';
	const sum = base === undefined ? null : toJsonNumber(base);
	if (sum !== null) result.BaseSum = sum;
}

/** The line that takes a rounding difference, in local currency only. */
export function roundingLine(
	account: string,
	{ debit, credit }: { debit?: string; credit?: string },
	beside: ResolvedLine,
	defaults: Readonly<Record<string, string>> = {},
): JournalEntryLine {
	const result: JournalEntryLine = { AccountCode: account, LineMemo: 'Rounding difference' };
	setAmounts(result, debit, credit, null, undefined);
	if (beside.branchId !== null) result.BPLID = beside.branchId;
	const { costCenters, project } = costObjectsOf(defaults);
	setCosts(result, costCenters, project);
	return result;
}

/** Memo and the three references of an entry, as they would be written; the second and third are its key and its content. */
export interface EntryTexts {
	references: [string, string | null, string | null];
	memo: string;
}

/** The texts of the header of an entry, also of one that is held. */
export function entryTexts(
	posting: Posting,
	profile: Profile,
	entry: { postingKey: string | null; contentHash: string | null },
): EntryTexts {
	const { postingKey, contentHash } = entry;
	return {
		references: [referenceOf(posting, profile), postingKey, contentHash?.slice(0, HASH_IN_REFERENCE) ?? null],
		memo: memoOf(posting, profile),
	};
}

/** Characters of the content hash that fit the shortest `Reference3` of B1, which is 27 long in 9.x. */
const HASH_IN_REFERENCE = 24;

/** Fields of the document, and those of its entries where all of them agree. */
function valuesOf(posting: Posting): TemplateValues {
	const sources = (posting.draftLines ?? posting.lines).flatMap((line) => line.sources);
	return (field) => (field === 'currency' ? posting.currency : (documentValue(posting, field) ?? commonValue(sources, field)));
}

function memoOf(posting: Posting, profile: Profile): string {
	return fill(profile.memo, valuesOf(posting), profile.lengths.memo);
}

function referenceOf(posting: Posting, profile: Profile): string {
	return fill(profile.reference, valuesOf(posting), profile.lengths.reference);
}

/**
 * Debits equal credits in every currency by construction; an entry that breaks this must never leave the engine.
 *
 * @throws Error on a breach, which is a bug
 */
export function assertBalanced(
	lines: readonly JournalEntryLine[],
	{ docId }: Posting,
	localDecimals: number,
	foreignDecimals: number,
): void {
	const local = new UnitSum();
	const foreign = new UnitSum();
	for (const { Debit, Credit, FCDebit, FCCredit } of lines) {
		if (Debit !== undefined) local.add(unitsOf(Debit, localDecimals));
		if (Credit !== undefined) local.add(-unitsOf(Credit, localDecimals));
		if (FCDebit !== undefined) foreign.add(unitsOf(FCDebit, foreignDecimals));
		if (FCCredit !== undefined) foreign.add(-unitsOf(FCCredit, foreignDecimals));
	}
	if (local.total !== 0n || foreign.total !== 0n)
		throw new Error(`The journal entry of document ${docId ?? '(no id)'} does not balance`);
}

/** A JSON amount in the currency's smallest unit; exact, since such an amount has at most 15 digits. */
function unitsOf(amount: number, decimals: number): number {
	return Math.round(amount * 10 ** decimals);
}
