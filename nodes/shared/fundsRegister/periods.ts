import { fiscalYearOf } from '../business-one/company/fiscalYear';

/** For which time a budget is kept: the fiscal year, the months of it up to today, or each month by itself. */
export type PeriodBasis = 'year' | 'yearToDate' | 'month';

export interface Calendar {
	basis: PeriodBasis;
	/** First month of the fiscal year, 1 to 12. */
	fiscalYearStart: number;
	/** YYYY-MM-DD. */
	today: string;
}

/** Days from and to, YYYY-MM-DD, both within. */
export interface DayRange {
	from: string;
	to: string;
}

/**
 * The period of a budget that a day falls into: `2026` (the fiscal year, named after the calendar year in which it ends) or `2026-03`.
 *
 * @param day YYYY-MM-DD; null stands for today
 */
export function labelOf({ basis, fiscalYearStart, today }: Calendar, day: string | null): string {
	const date = day ?? today;
	return basis === 'month' ? date.slice(0, 7) : String(fiscalYearOf(date, fiscalYearStart));
}

/** The days of the fiscal year that a label lies in. */
export function yearOf(calendar: Calendar, label: string): DayRange {
	const { fiscalYearStart } = calendar;
	const year = label.length > 4 ? fiscalYearOf(`${label}-01`, fiscalYearStart) : Number(label);
	const first = fiscalYearStart > 1 ? year - 1 : year;
	return { from: `${monthText(first, fiscalYearStart)}-01`, to: lastDay(monthText(first, fiscalYearStart + 11)) };
}

/** The months of the fiscal year, counted from 0, whose budget a label stands for. */
export function monthsOf(calendar: Calendar, label: string): number[] {
	const { from } = yearOf(calendar, label);
	if (calendar.basis === 'month') return [monthsBetween(from, label)];
	const last = calendar.basis === 'year' ? 11 : Math.min(11, Math.max(0, monthsBetween(from, calendar.today)));
	return Array.from({ length: last + 1 }, (_, index) => index);
}

/** The days whose cost a label's budget bears. */
export function daysOf(calendar: Calendar, label: string): DayRange {
	const { from } = yearOf(calendar, label);
	const months = monthsOf(calendar, label);
	const monthAt = (index: number) => monthText(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + index);
	return { from: `${monthAt(months[0]!)}-01`, to: lastDay(monthAt(months.at(-1)!)) };
}

const monthsBetween = (from: string, to: string): number =>
	(Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** @param month 1 to 24: beyond 12 it is one of the next year */
const monthText = (year: number, month: number): string =>
	month > 12 ? monthText(year + 1, month - 12) : `${year}-${String(month).padStart(2, '0')}`;

function lastDay(month: string): string {
	const [year, number] = month.split('-').map(Number) as [number, number];
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
