/**
 * The fiscal year of a day, named after the calendar year in which it ends.
 *
 * @param day YYYY-MM-DD
 * @param firstMonth of the fiscal year, 1 to 12
 */
export function fiscalYearOf(day: string, firstMonth: number): number {
	const [year, month] = day.split('-').map(Number) as [number, number];
	return firstMonth > 1 && month >= firstMonth ? year + 1 : year;
}
