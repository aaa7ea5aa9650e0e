import { decimalsOf, formatAmount, readAmount, ZERO, type Decimal } from '../money';
import { ruleOf, type Cure } from '../review';
import type { Cause } from '../row';
import type { DeskRow, ListName, SortName, View } from './types';

/** The list in which a person looks for the row; undefined for one that is closed and has nothing to tick. */
export function listOf(row: DeskRow): ListName | undefined {
	if (row.open !== true) return row.warned === true ? 'warnings' : undefined;
	if (row.status === 'leftReady') return 'left';
	// Had it tried again: a person makes the row urgent, and only the next run says whether it waits for a person still.
	const isForPerson = (row.priority ?? 1) > 1 || row.status === 'attention';
	return isForPerson && !isBusy(row) ? 'waiting' : 'running';
}

/** Whether an execution works on it right now. */
export const isBusy = ({ heldBy }: DeskRow): boolean => typeof heldBy === 'string' && heldBy !== '';

/** Whether a person has settled it with an entry made by hand. */
export const isSettled = ({ outcome, status }: DeskRow): boolean => outcome === 'settledByHand' && status === 'confirmed';

/** Causes of a row; none where its text is none, so that a page can always be shown. */
export function causesOf({ reasons }: DeskRow): Cause[] {
	try {
		const list: unknown = JSON.parse(String(reasons ?? '[]'));
		return Array.isArray(list) ? (list as Cause[]).filter((cause) => typeof cause?.message === 'string') : [];
	} catch {
		return [];
	}
}

export const reasonCodeOf = (row: DeskRow): string => String(causesOf(row)[0]?.code ?? '');

const CURES: Readonly<Record<Cure, string>> = {
	concur: 'Concur',
	mapping: 'Mapping',
	businessOne: 'Business One',
	person: 'Decide',
	none: 'Nobody',
};

/** Where the cure of a cause lies, in words for people. */
export function cureOf(code: string): string {
	const rule = ruleOf(code);
	if (rule) return CURES[rule.cure];
	if (code.startsWith('b1-')) return CURES.businessOne;
	return code.startsWith('concur-') ? CURES.concur : CURES.person;
}

/** What to do about a cause; empty where its message says it. */
export const todoOf = (code: string): string => ruleOf(code)?.todo ?? '';

export const timeOf = (value: unknown): number => Date.parse(value instanceof Date ? value.toISOString() : String(value ?? ''));

/** When the document was noted, in milliseconds since 1970; 0 where nobody knows. */
export const sinceOf = ({ createdAt }: DeskRow): number => timeOf(createdAt) || 0;

function amountOf({ amount }: DeskRow): Decimal {
	return readAmount(amount ?? '').amount ?? ZERO;
}

/** The amount with all decimals of its currency, as people write it; the text as it came where it is none. */
export function moneyOf(row: DeskRow): string {
	const currency = row.currency ?? '';
	const { amount } = readAmount(row.amount ?? '');
	return `${amount ? formatAmount(amount, decimalsOf(currency)) : (row.amount ?? '')} ${currency}`.trim();
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const byText = (one: unknown, other: unknown): number => {
	const [first, second] = [textOf(one).toLowerCase(), textOf(other).toLowerCase()];
	return first < second ? -1 : first > second ? 1 : 0;
};

const ORDERS: Readonly<Record<SortName, (one: DeskRow, other: DeskRow) => number>> = {
	since: (one, other) => sinceOf(one) - sinceOf(other),
	amount: (one, other) => byText(one.currency, other.currency) || amountOf(other).comparedTo(amountOf(one)),
	person: (one, other) => byText(one.person, other.person),
	report: (one, other) => byText(one.reportNumber, other.reportNumber),
};

const SEARCHED = [
	'reportNumber',
	'reportName',
	'person',
	'amount',
	'currency',
	'reason',
	'docId',
	'number',
	'documentDate',
] as const;

const isFound = (row: DeskRow, words: readonly string[]): boolean => {
	const text = SEARCHED.map((name) => textOf(row[name]))
		.join(' ')
		.toLowerCase();
	return words.every((word) => text.includes(word));
};

/** Rows that a view shows, in its order, all pages of them. */
export function rowsIn(rows: readonly DeskRow[], { list, search, reason, sort }: View): DeskRow[] {
	const words = search
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
	return rows
		.filter((row) => listOf(row) === list && (reason === '' || reasonCodeOf(row) === reason) && isFound(row, words))
		.sort((one, other) => ORDERS[sort](one, other) || one.id - other.id);
}

/** How many rows of a list have each reason, the most frequent first. */
export function reasonsIn(rows: readonly DeskRow[], list: ListName): Array<{ code: string; count: number }> {
	const counts = new Map<string, number>();
	for (const row of rows) if (listOf(row) === list) counts.set(reasonCodeOf(row), (counts.get(reasonCodeOf(row)) ?? 0) + 1);
	return [...counts]
		.filter(([code]) => code !== '')
		.map(([code, count]) => ({ code, count }))
		.sort((one, other) => other.count - one.count || byText(one.code, other.code));
}
