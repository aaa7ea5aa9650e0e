import { dayIn, startOf } from '../dates';

/** Reading fields of documents whose shape nobody guarantees. */
export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A code or name: trimmed text, a number as text; null for null, absent, blank and anything else. */
export function textOf(value: unknown): string | null {
	if (typeof value === 'string') return value.trim() || null;
	return typeof value === 'number' ? String(value) : null;
}

/** The text a record itself holds under a name; a name that every object has (`constructor`) is none of it. */
export function ownText(record: object, name: string): string | undefined {
	if (!Object.hasOwn(record, name)) return undefined;
	const value = (record as Json)[name];
	return typeof value === 'string' ? value : undefined;
}

/** What a field holds that should hold rows, in words; null where it holds rows, or nothing. */
export function noRowsIn(value: unknown): string | null {
	if (value === undefined || value === null || value === '' || isRecord(value)) return null;
	if (!Array.isArray(value)) return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
	return value.every((row) => isRecord(row) || row === null) ? null : 'a list of something else';
}

/** A section of a document; an empty object where it is missing. */
export function sectionOf(value: unknown): Json {
	return isRecord(value) ? value : {};
}

/** The rows of a list field; a single object counts as a list of one, as Concur sends `journal` of invoices. */
export function rowsOf(value: unknown): Json[] {
	if (Array.isArray(value)) return value.every(isRecord) ? value : value.filter(isRecord);
	return isRecord(value) ? [value] : [];
}

const YES: ReadonlySet<string> = new Set(['y', 'yes', 'true', '1']);

/** Concur's yes: `Y`, true or 1, as text in any case. */
export function isYes(value: unknown): boolean {
	if (typeof value === 'string') return YES.has(value.trim().toLowerCase());
	return value === true || value === 1;
}

const SAME_DAY_AND_MONTH = /^(\d{2})\/\1\/(\d{4})$/;

/** `08/08/2018`, as in the sample invoice of the FIS reference, is the same day whichever number is the month. */
const withoutSlashes = (text: string): string => text.trim().replace(SAME_DAY_AND_MONTH, '$2-$1-$1');

/**
 * Reads a date as Concur sends it: `2019-06-05T22:35:04.353Z`, `2019-06-05` or `20190605`. Days and months in an order that differs
 * between countries are no dates, because nothing in a document says which order it is; only where both are the same number there is
 * nothing to guess.
 *
 * @param timeZone whose days count for a time
 * @returns the day as YYYY-MM-DD, or undefined
 */
export function dayOf(value: unknown, timeZone = 'UTC'): string | undefined {
	return typeof value === 'string' ? dayIn(withoutSlashes(value), timeZone) : undefined;
}

/** The moment of a date as Concur sends it, ISO in UTC: a day is its beginning, a time that names no zone is of UTC. */
export function momentOf(value: unknown): string | undefined {
	return typeof value === 'string' ? startOf(withoutSlashes(value)) : undefined;
}

/** Whether a field holds something that should be a date and is none. */
export const isUnreadableDate = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && dayOf(value) === undefined;
