import { numberOf, textOf } from './blocks';
import type { Row } from './types';

/** Rows that are held together by one conditional update of the Data Table. */
export interface Hold {
	priority: number;
	attempts: number;
	/** Rows of this kind that are due until then (ISO time) are held. */
	dueUntil: string;
	/** What the update writes. */
	nextAttempts: number;
	heldUntil: string;
	/** How many rows this was decided from. */
	rows: number;
}

export interface TakeUpSettings {
	/** Rows that one run holds at most; rows due in the very same millisecond are held together. */
	limit: number;
	holdMinutes: number;
	/** The version of the mapping as it is now; empty where nobody says. */
	mapping?: string;
}

const dueTime = (row: Partial<Row>): number => Date.parse(String(row.dueAt ?? ''));

/** What only waits for a server first, then what waits for a person; within these the longest due first. */
const inOrder = (one: Partial<Row>, other: Partial<Row>): number =>
	(numberOf(one.priority) ?? 1) - (numberOf(other.priority) ?? 1) || dueTime(one) - dueTime(other);

/** A row that waits for another mapping than the one that could not post it, and that nobody holds. */
const isCured = ({ priority, heldBy, mapping }: Partial<Row>, now: string): boolean =>
	now !== '' && numberOf(priority) === 3 && textOf(heldBy) === '' && textOf(mapping) !== now;

/**
 * Which of the due rows this run takes up. A Data Table updates many rows at once only with one set of values under one set of
 * conditions, so the rows are put together by what they have in common: priority and number of tries. The update writes priority 1 to
 * them: rows that wait for a mapping are held before they are due, and a row that is held already must not be among them.
 *
 * @param rows rows that are open; those not due at `now` (milliseconds since 1970) are left out
 * @returns one hold for each kind of row, the most urgent first
 */
export function takeUp(rows: Array<Partial<Row>>, now: number, { limit, holdMinutes, mapping = '' }: TakeUpSettings): Hold[] {
	const due = rows.filter((row) => row.open !== false && (dueTime(row) <= now || isCured(row, mapping)));
	const taken = due.sort(inOrder).slice(0, limit);
	const heldUntil = new Date(now + holdMinutes * 60_000).toISOString();
	const holds = new Map<string, Hold>();
	for (const row of taken) {
		const priority = numberOf(row.priority) ?? 1;
		const attempts = numberOf(row.attempts) ?? 0;
		const key = `${priority}/${attempts}`;
		const dueUntil = new Date(dueTime(row)).toISOString();
		const rowsSoFar = holds.get(key)?.rows ?? 0;
		holds.set(key, { priority, attempts, dueUntil, nextAttempts: attempts + 1, heldUntil, rows: rowsSoFar + 1 });
	}
	return [...holds.values()];
}
