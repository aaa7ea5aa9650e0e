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

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const SLASHED_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads a date as Concur sends it: `2019-06-05T22:35:04.353Z`, `2019-06-05`, `20190605` or `08/25/2018` (month first, as in the
 * sample invoice of the FIS reference; day first where the first number cannot be a month).
 *
 * @returns the UTC day as YYYY-MM-DD, or undefined
 */
export function dayOf(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	// A day, or a time in UTC, is by far the commonest form, and needs no date arithmetic.
	if (isPlainDay(value)) return validDay(value.slice(0, 4), value.slice(5, 7), value.slice(8, 10));
	const text = value.trim();
	if (text !== value) return dayOf(text);
	const day = ISO_DAY.exec(text) ?? COMPACT_DAY.exec(text);
	if (day) return validDay(day[1]!, day[2]!, day[3]!);
	const slashed = SLASHED_DAY.exec(text);
	if (slashed) {
		const [, first, second, year] = slashed as unknown as [string, string, string, string];
		return Number(first) > 12 ? validDay(year, second, first) : validDay(year, first, second);
	}
	if (!OFFSET.test(text)) return undefined;
	const time = Date.parse(text);
	return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

/** The moment of a date as Concur sends it, ISO in UTC: a day is its beginning, a time that names no zone is of UTC. */
export function momentOf(value: unknown): string | undefined {
	const day = dayOf(value);
	if (day === undefined) return undefined;
	const text = (value as string).trim();
	const time = Date.parse(/^\d{4}-\d{2}-\d{2}T/.test(text) ? (text.endsWith('Z') || OFFSET.test(text) ? text : `${text}Z`) : day);
	return new Date(Number.isNaN(time) ? day : time).toISOString();
}

/** A time that says how far it is from UTC; one that does not is read as UTC, wherever this machine stands. */
const OFFSET = /^\d{4}-\d{2}-\d{2}T.*[+-]\d{2}:?\d{2}$/;

/** Whether a text starts with YYYY-MM-DD and is nothing more, or a time in UTC. */
function isPlainDay(text: string): boolean {
	if (text[4] !== '-' || text[7] !== '-') return false;
	return text.length === 10 || (text[10] === 'T' && (text.endsWith('Z') || !OFFSET.test(text)));
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function validDay(year: string, month: string, day: string): string | undefined {
	const yearNumber = Number(year);
	const monthNumber = Number(month);
	const dayNumber = Number(day);
	const longest = DAYS_IN_MONTH[monthNumber - 1];
	if (longest === undefined || !(yearNumber >= 1 && dayNumber >= 1 && dayNumber <= longest)) return undefined;
	const isLeapYear = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
	if (monthNumber === 2 && dayNumber === 29 && !isLeapYear) return undefined;
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
