/** Dates are kept as `YYYY-MM-DD`, times as `HH:MM:SS`. */

/** Reads `2014-04-23`, `20140423` or either with a time part, which is ignored (Service Layer User's Guide). Null when it is no date. */
export function parseDate(text: string): string | null {
	const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ][0-9:.+\-Z]*)?$/.exec(text.trim());
	if (!match) return null;
	const [, year = '', month = '', day = ''] = match;
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	const iso = `${year}-${month}-${day}`;
	return date.toISOString().slice(0, 10) === iso ? iso : null;
}

/** Reads `HH:MM` or `HH:MM:SS`. */
export function parseTime(text: string): string | null {
	const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?/.exec(text.trim());
	return match ? `${match[1]}:${match[2]}:${match[3] ?? '00'}` : null;
}

/** Day of a moment, UTC. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}

/** Time of a moment, UTC. */
export function timeOf(moment: Date): string {
	return moment.toISOString().slice(11, 19);
}

/** First day of the month after `day`. */
export function firstOfNextMonth(day: string): string {
	const [year = 0, month = 1] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** True when `day` lies between two days, either of which may be open. */
export function within(day: string, from: unknown, to: unknown): boolean {
	return (typeof from !== 'string' || from <= day) && (typeof to !== 'string' || day <= to);
}
