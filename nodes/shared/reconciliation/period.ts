import type { Period } from './types';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** The first and the last day of a month, by the calendar. */
function daysOf(year: number, month: number): Period {
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${last}` };
}

/**
 * The month that is reconciled.
 *
 * @param month as YYYY-MM; empty for the last one that is over
 * @param today YYYY-MM-DD, where the people are
 * @returns undefined for what is no month
 */
export function periodOf(month: string, today: string): Period | undefined {
	if (month !== '') {
		const [, year, number] = MONTH.exec(month) ?? [];
		return year === undefined ? undefined : daysOf(Number(year), Number(number));
	}
	const [year, number] = today.split('-').map(Number) as [number, number];
	return number === 1 ? daysOf(year - 1, 12) : daysOf(year, number - 1);
}
