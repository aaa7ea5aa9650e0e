/** What a clock on the wall shows. */
export interface WallTime {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	millisecond: number;
}

const MINUTE_MS = 60_000;
/** Zones in use at once; the world has some four hundred, and a text that is none never gets here twice. */
const MAX_ZONES = 100;

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** One format for each zone: making one takes a thousand times as long as using it. */
function formatFor(timeZone: string): Intl.DateTimeFormat | null {
	const known = formats.get(timeZone);
	if (known !== undefined) return known;
	if (formats.size >= MAX_ZONES) formats.clear();
	const format = newFormat(timeZone);
	formats.set(timeZone, format);
	return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
	const numeric = 'numeric' as const;
	const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
	try {
		return new Intl.DateTimeFormat('en-US', { ...parts, timeZone, hourCycle: 'h23', era: 'short' });
	} catch {
		return null;
	}
}

/** Whether a name is one of the IANA time zone database. */
export const isKnownZone = (timeZone: string): boolean => timeZone === 'UTC' || formatFor(timeZone) !== null;

/**
 * @param time milliseconds since 1970
 * @returns what clocks of the zone show then
 */
export function wallTimeIn(time: number, timeZone: string): WallTime {
	if (timeZone === 'UTC') return utcTime(new Date(time));
	const { year, month, day, hour, minute, second } = Object.fromEntries(
		formatFor(timeZone)!
			.formatToParts(time)
			.map(({ type, value }) => [type, Number(value)]),
	) as unknown as Omit<WallTime, 'millisecond'>;
	return { year, month, day, hour, minute, second, millisecond: ((time % 1_000) + 1_000) % 1_000 };
}

/** The commonest zone by far, and fifty times as fast as a format. */
const utcTime = (time: Date): WallTime => ({
	year: time.getUTCFullYear(),
	month: time.getUTCMonth() + 1,
	day: time.getUTCDate(),
	hour: time.getUTCHours(),
	minute: time.getUTCMinutes(),
	second: time.getUTCSeconds(),
	millisecond: time.getUTCMilliseconds(),
});

/**
 * @param zone minutes east of Greenwich, or the name of a zone
 * @returns milliseconds since 1970 at which clocks show this. A time that a zone skips in spring is taken an hour later.
 */
export function instantAt(wall: WallTime, zone: number | string): number {
	const asUtc = utcOf(wall);
	if (typeof zone === 'number') return asUtc - zone * MINUTE_MS;
	const offsetAt = (time: number) => utcOf(wallTimeIn(time, zone)) - time;
	const first = asUtc - offsetAt(asUtc);
	return asUtc - offsetAt(first);
}

const utcOf = ({ year, month, day, hour, minute, second, millisecond }: WallTime): number =>
	Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
