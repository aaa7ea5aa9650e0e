import { COSTING_FIELDS, SHORT_HASH_LENGTH } from '../b1Names';
import { cut, fill, type Profile, type TemplateValues } from '../mapping';
import { Decimal, toJsonNumber, ZERO } from '../money';
import { commonValue, documentValue, fieldsAt, type Posting } from '../posting';
import { rowOf, type EntryLine, type RowOf } from './entryLine';

/** Longest references of a line (Service Layer entity metadata; the third one in older versions). */
const REFERENCE1_LENGTH = 100;
const ADDITIONAL_REFERENCE_LENGTH = 27;

/** An amount, or text of one, as the JSON number B1 takes. */
const number = (amount: string | undefined): number | undefined =>
	amount === undefined ? undefined : (toJsonNumber(amount) ?? undefined);

/** The amount of a line in the company's currency, if it is on this side; nothing where it is left to B1's rate. */
const localAmount = (line: EntryLine, side: 'debit' | 'credit'): string | undefined =>
	line[side] === undefined || line.foreignCurrency === undefined ? line[side] : line.localAmount;

const foreignAmount = (line: EntryLine, side: 'debit' | 'credit'): string | undefined =>
	line.foreignCurrency === undefined ? undefined : line[side];

const COSTING = Object.fromEntries(
	COSTING_FIELDS.map((field, index) => [field, ({ costCenters }: EntryLine) => costCenters?.[index]]),
) as Record<(typeof COSTING_FIELDS)[number], (line: EntryLine) => string | undefined>;

const isTaxLine = ({ role, taxGroup }: EntryLine): boolean => taxGroup !== undefined && role === 'deductibleVat';

const baseOf = (line: EntryLine): string | undefined => (line.foreignCurrency === undefined ? line.taxBase : line.taxBaseLocal);

/** Whether the line is of a tax of nought that is given back, of which B1 cannot see the side. */
export const isRefundOfNought = (line: EntryLine): boolean =>
	isTaxLine(line) && line.credit !== undefined && Number(line.credit) === 0;

/**
 * Nothing published says on which side B1 sees a tax of nought. It is sent as a debit with a negative base, which takes the base off
 * whether B1 goes by the side that was sent or by the sign.
 */
const onItsSide = (line: EntryLine): EntryLine =>
	isRefundOfNought(line) ? { ...line, debit: line.credit, credit: undefined } : line;

function signedBaseOf(line: EntryLine): string | undefined {
	const base = baseOf(line);
	return base !== undefined && isRefundOfNought(line) ? new Decimal(base).negated().toFixed() : base;
}

/**
 * What the Service Layer gets of a line, in its property names. A partner line carries only the partner's code: B1 takes the control
 * account from the partner. A line of reclaimable tax says so and names its base; the 0 % code of an expense only marks it.
 */
const PAYLOAD = {
	AccountCode: ({ partner, internalAccount, account }) => (partner === undefined ? (internalAccount ?? account) : undefined),
	ShortName: ({ partner }) => partner,
	ControlAccount: ({ controlAccount }) => controlAccount,
	FCCurrency: ({ foreignCurrency }) => foreignCurrency,
	FCDebit: (line) => number(foreignAmount(onItsSide(line), 'debit')),
	FCCredit: (line) => number(foreignAmount(onItsSide(line), 'credit')),
	Debit: (line) => number(localAmount(onItsSide(line), 'debit')),
	Credit: (line) => number(localAmount(onItsSide(line), 'credit')),
	DueDate: ({ dueDate }) => dueDate,
	LineMemo: ({ memo }) => memo || undefined,
	Reference1: ({ reference }) => (reference ? cut(reference, REFERENCE1_LENGTH) : undefined),
	AdditionalReference: ({ purchaseOrder }) => (purchaseOrder ? cut(purchaseOrder, ADDITIONAL_REFERENCE_LENGTH) : undefined),
	...COSTING,
	ProjectCode: ({ project }) => project,
	BPLID: ({ branchId }) => branchId,
	PaymentBlock: ({ isBlocked, partner }) => (isBlocked && partner !== undefined ? ('tYES' as const) : undefined),
	TaxGroup: ({ taxGroup }) => taxGroup,
	VatLine: (line) => (isTaxLine(line) ? ('tYES' as const) : undefined),
	BaseSum: (line) => (isTaxLine(line) ? number(signedBaseOf(line)) : undefined),
} satisfies Record<string, (line: EntryLine) => string | number | undefined>;

/** A line of the Service Layer's `JournalEntryLines`; exactly one side is set. */
export type JournalEntryLine = RowOf<typeof PAYLOAD>;

/** A line of the payload: no field that has no value. */
export const payloadLine = (line: EntryLine): JournalEntryLine => ({ ...rowOf(PAYLOAD, line), ...line.userFields });

/**
 * Debits equal credits in every currency by construction; an entry that breaks this must never leave the engine.
 *
 * @throws Error on a breach, which is a bug
 */
export function assertBalanced(lines: readonly JournalEntryLine[], docId: string | null): void {
	const sumOf = (amount: (line: JournalEntryLine) => number | undefined) =>
		lines.reduce<Decimal>((sum, line) => sum.plus(amount(line) ?? 0), ZERO);
	const isBalanced =
		sumOf(({ Debit }) => Debit).equals(sumOf(({ Credit }) => Credit)) &&
		sumOf(({ FCDebit }) => FCDebit).equals(sumOf(({ FCCredit }) => FCCredit));
	if (!isBalanced) throw new Error(`The journal entry of document ${docId ?? '(no id)'} does not balance`);
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
		references: [referenceOf(posting, profile), postingKey, contentHash?.slice(0, SHORT_HASH_LENGTH) ?? null],
		memo: memoOf(posting, profile),
	};
}

/** Fields of the company's own on the entry itself, as texts of the document; the series of its branch, where the mapping names no other. */
export function entryFields(posting: Posting, profile: Profile): Record<string, string> | undefined {
	const series = seriesOf(posting, profile);
	const own = fieldsAt(profile, ['entry'], valuesOf(posting));
	return series === undefined ? own : { Series: series, ...own };
}

/** The series of the first line whose branch has one. */
function seriesOf({ lines, draftLines }: Posting, { branchSeries }: Profile): string | undefined {
	const branch = (draftLines ?? lines).find(
		(line) => line.branch !== undefined && Object.hasOwn(branchSeries, line.branch),
	)?.branch;
	return branch === undefined ? undefined : branchSeries[branch]!.trim();
}

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
