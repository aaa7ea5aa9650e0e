import { orChains, type BatchQuery, type Row } from '../business-one';
import { fitsInPath } from '../business-one/odata/path';
import { Decimal, plainText, ZERO } from '../money';
import type { DayRange } from './periods';
import { STEPS_SET } from './tables';

/** An account of B1 in one fiscal year. */
export interface CostKey {
	/** As B1 names it. */
	account: string;
	year: DayRange;
}

/** What an account cost in a fiscal year: debit less credit in local currency, by rule, project and month. */
export interface AccountCost {
	key: CostKey;
	/** Number of the newest journal entry that is counted; every entry of the year up to it is. */
	upTo: number;
	/** Day on which the first of it was read, YYYY-MM-DD. */
	since: string;
	/** Whether the register has a row for it, and up to which entry that goes as far as this run knows. */
	inRegister: boolean;
	storedUpTo: number;
	sums: Map<string, Decimal>;
}

/** The register remembers cost so that a run need not read the year again; rows are written anew after so many entries. */
const STORE_AFTER = 200;
/** Longest text of such a row. An account with more rules and months than fit is read from the books in every run. */
const MAX_TEXT = 30_000;
const MAX_CODE = 50;

export const newCost = (key: CostKey, since: string): AccountCost => ({
	key,
	upTo: 0,
	since,
	inRegister: false,
	storedUpTo: -STORE_AFTER,
	sums: new Map(),
});

/** @param day any form of a date that begins with year and month */
export function addCost(cost: AccountCost, rule: unknown, project: unknown, day: string, amount: Decimal): void {
	const digits = day.replace(/\D/g, '');
	const id = JSON.stringify([text(rule), text(project), `${digits.slice(0, 4)}-${digits.slice(4, 6)}`]);
	cost.sums.set(id, (cost.sums.get(id) ?? ZERO).plus(amount));
}

/** @returns every part of the cost with what it is for */
export function partsOf(cost: AccountCost): Array<{ rule: string; project: string; month: string; amount: Decimal }> {
	return [...cost.sums].map(([id, amount]) => {
		const [rule, project, month] = JSON.parse(id) as [string, string, string];
		return { rule, project, month, amount };
	});
}

export const costId = ({ account, year }: CostKey): string => `=${year.from}.${account}`;

/** Asks for the rows in which the register remembers cost. @param columns besides the code */
export function storedCostQueries(keys: readonly CostKey[], columns: readonly string[]): BatchQuery[] {
	return orChains('Code', keys.map(costId)).map((filter) => ({
		set: STEPS_SET,
		query: { filter, select: ['Code', ...columns] },
	}));
}

/** @returns the cost that a row remembers; nothing of it where there is none, or where it was begun on another day */
export function storedCost(key: CostKey, row: Row | undefined, today: string): AccountCost {
	const stored = row === undefined ? undefined : readStored(String(row.U_Answer));
	if (!stored) return { ...newCost(key, today), inRegister: row !== undefined };
	const { upTo, since, sums } = stored;
	// Rules and projects of posted entries can be changed in B1, so nothing is believed for longer than the day.
	const base = { ...newCost(key, today), inRegister: true, storedUpTo: since === today ? upTo : -STORE_AFTER };
	if (since !== today) return base;
	return { ...base, upTo, sums: new Map(sums.map(([id, amount]) => [id, new Decimal(amount)])) };
}

interface Stored {
	upTo: number;
	since: string;
	sums: Array<[string, string]>;
}

function readStored(answer: string): Stored | undefined {
	try {
		const { upTo, since, sums } = JSON.parse(answer) as Partial<Stored>;
		if (Number.isSafeInteger(upTo) && typeof since === 'string' && Array.isArray(sums)) return { upTo: upTo!, since, sums };
	} catch {
		// Whatever it is, the books say it better.
	}
	return undefined;
}

/** @returns the row that remembers the cost, and whether it is a new one; undefined where that is not worth while or not possible */
export function costRow(cost: AccountCost, version: string): { code: string; isNew: boolean; row: Row } | undefined {
	const code = costId(cost.key);
	if (cost.upTo - cost.storedUpTo < STORE_AFTER || code.length > MAX_CODE || !fitsInPath(code)) return undefined;
	const sums = [...cost.sums].map(([id, amount]): [string, string] => [id, plainText(amount)]);
	const answer = JSON.stringify({ upTo: cost.upTo, since: cost.since, sums } satisfies Stored);
	if (answer.length > MAX_TEXT) return undefined;
	return { code, isNew: !cost.inRegister, row: { U_Kind: 'books', U_Answer: answer, U_Version: version } };
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string));
