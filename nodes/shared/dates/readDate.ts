import { instantAt, isKnownZone, wallTimeIn, type WallTime } from './zones';

/** A value read as a date: its day in the zone that was named, and the moment where the value names one. */
export interface DateReading {
	/** YYYY-MM-DD. */
	day: string;
	/** ISO 8601 in UTC; null where the value is a day without a time. */
	instant: string | null;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** Years that books are kept in; another one is a slip of the pen such as 0206 or 20226. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What every message about a date that cannot be read may say of the right way to write it. */
export const DATE_FORMS = 'Write it as YYYY-MM-DD, or as an ISO date with time such as 2026-03-31T18:30:00Z';

/**
 * Reads a date strictly: `2026-03-31`, `20260331`, an ISO date with time and with or without an offset, a Date, or a DateTime of an
 * expression. Nothing is guessed: a date that the calendar does not have, a bare year, and days and months in an order that a person
 * could read otherwise are no dates. A time at midnight as it is written means the day it is written with, whatever its offset,
 * because that is how Concur, B1 and n8n's date fields write a day; a time without an offset is one of the zone.
 *
 * @param timeZone IANA name of the zone whose days count
 * @returns undefined for everything else, also for an empty text
 * @throws RangeError for a zone that does not exist
 */
export function readDate(value: unknown, timeZone = 'UTC'): DateReading | undefined {
	if (!isKnownZone(timeZone)) throw new RangeError(`"${timeZone}" is no time zone. Use an IANA name such as Europe/Berlin.`);
	if (typeof value === 'string') return readText(value.trim(), timeZone);
	if (typeof value === 'number') return COMPACT_DAY.test(String(value)) ? readText(String(value), timeZone) : undefined;
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : readText(value.toISOString(), timeZone);
	const iso = isoOf(value);
	return iso === undefined ? undefined : readText(iso, timeZone);
}

/** @returns the day of a date as YYYY-MM-DD; undefined for what is no date. See `readDate`. */
export const dayIn = (value: unknown, timeZone = 'UTC'): string | undefined => readDate(value, timeZone)?.day;

/**
 * The moment at which a date begins: a time with an offset is that moment, a day begins at midnight in the zone.
 * @returns ISO 8601 in UTC; undefined for what is no date. See `readDate`.
 */
export function startOf(value: unknown, timeZone = 'UTC'): string | undefined {
	const reading = readDate(value, timeZone);
	if (!reading) return undefined;
	const iso = value instanceof Date ? value.toISOString() : (isoOf(value) ?? String(value).trim());
	const offset = TIME.exec(iso)?.[8];
	if (reading.instant !== null) return reading.instant;
	const [year, month, day] = reading.day.split('-').map(Number) as [number, number, number];
	const midnight: WallTime = { year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 };
	return new Date(instantAt(midnight, offset === undefined ? timeZone : (offsetMinutes(offset) ?? timeZone))).toISOString();
}

/** Luxon's DateTime, as `$now` and the date functions of expressions give it; known by what it can do, because it is not imported. */
function isoOf(value: unknown): string | undefined {
	const { toISO } = (value ?? {}) as { toISO?: unknown };
	if (typeof toISO !== 'function') return undefined;
	const text = (toISO as () => unknown).call(value);
	return typeof text === 'string' ? text : undefined;
}

function readText(text: string, timeZone: string): DateReading | undefined {
	const bare = DAY.exec(text) ?? COMPACT_DAY.exec(text);
	if (bare) return readDay(bare[1]!, bare[2]!, bare[3]!);
	const parts = TIME.exec(text);
	if (!parts) return undefined;
	const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = parts;
	const written = readDay(year!, month!, day!);
	if (!written || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
	if (Number(hour) + Number(minute) + Number(second) + Number(fraction) === 0) return written;
	const wall: WallTime = {
		year: Number(year),
		month: Number(month),
		day: Number(day),
		hour: Number(hour),
		minute: Number(minute),
		second: Number(second),
		millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
	};
	const minutes = offset === undefined ? undefined : offsetMinutes(offset);
	if (offset !== undefined && minutes === undefined) return undefined;
	const time = instantAt(wall, minutes ?? timeZone);
	const instant = new Date(time).toISOString();
	return { day: minutes === undefined ? written.day : dayText(wallTimeIn(time, timeZone)), instant };
}

function readDay(year: string, month: string, day: string): DateReading | undefined {
	const [yearNumber, monthNumber, dayNumber] = [Number(year), Number(month), Number(day)];
	const longest = DAYS_IN_MONTH[monthNumber - 1];
	if (longest === undefined || dayNumber < 1 || dayNumber > longest) return undefined;
	if (yearNumber < FIRST_YEAR || yearNumber > LAST_YEAR) return undefined;
	const isLeapYear = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
	if (monthNumber === 2 && dayNumber === 29 && !isLeapYear) return undefined;
	return { day: `${year}-${month}-${day}`, instant: null };
}

/** Minutes east of Greenwich; undefined for an offset that no clock has. */
function offsetMinutes(offset: string): number | undefined {
	if (/^z$/i.test(offset)) return 0;
	const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
	if (hours > 14 || minutes > 59) return undefined;
	return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const dayText = ({ year, month, day }: WallTime): string =>
	`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
