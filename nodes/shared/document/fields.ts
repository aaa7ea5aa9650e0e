import { dayIn, startOf } from '../dates';
import { cleanText } from '../text';

/** Reading fields of documents whose shape nobody guarantees. */
export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * A code or name: trimmed text, a number as text; null for null, absent, blank and anything else. What cannot be seen (controls, marks
 * of direction, halves of characters) is left out here, so that it reaches no code, no text and no entry.
 */
export function textOf(value: unknown): string | null {
	if (typeof value === 'string') return (PRINTABLE_ASCII.test(value) ? value.trim() : cleanText(value, Infinity)) || null;
	return typeof value === 'number' ? String(value) : null;
}

/** A currency's code, in capitals; other text as it is, for a message to show. */
export function currencyOf(value: unknown): string | null {
	const text = textOf(value);
	return text !== null && CURRENCY_CODE.test(text) ? text.toUpperCase() : text;
}

/** ISO 4217, alphabetic. */
export const CURRENCY_CODE = /^[A-Za-z]{3}$/;

/** Whether a field says nothing: absent, null, or text without a letter. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A value of any shape as a message names it. */
export const shownValue = (value: unknown): string =>
	(typeof value === 'object' ? jsonOf(value) : String(value)).slice(0, SHOWN_LENGTH);

/** A hostile value can be nested deeper than JavaScript writes; its document must stop none of its neighbours. */
function jsonOf(value: object | null): string {
	try {
		return JSON.stringify(value);
	} catch {
		return 'nested too deep';
	}
}

const SHOWN_LENGTH = 60;
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

const SLASHED_DAY = /^\s*(\d{2})\/\1\/(\d{4})\s*$/;

/** The sample invoice of the FIS reference says `08/08/2018`, which is one day in either order. */
function sameInEitherOrder(value: unknown): unknown {
	const slashed = typeof value === 'string' ? SLASHED_DAY.exec(value) : null;
	return slashed ? `${slashed[2]}-${slashed[1]}-${slashed[1]}` : value;
}

/**
 * The day of a date as Concur or B1 sends it, strictly (see `readDate`): what a person could read as two days is none.
 *
 * @param timeZone IANA name of the zone whose days count
 * @returns YYYY-MM-DD; undefined for everything that is no date
 */
export function dayOf(value: unknown, timeZone = 'UTC'): string | undefined {
	return dayIn(sameInEitherOrder(value), timeZone);
}

/** The moment of a date as Concur sends it, ISO in UTC: a day is its beginning in the zone, a time that names no zone is of the zone. */
export function momentOf(value: unknown, timeZone = 'UTC'): string | undefined {
	return startOf(sameInEitherOrder(value), timeZone);
}
