import * as fc from 'fast-check';

import { fiscalYearOf } from '../../nodes/shared/business-one';
import { daysOf, labelOf, monthsOf, yearOf, type Calendar } from '../../nodes/shared/fundsRegister/periods';

const calendar = (basis: Calendar['basis'], fiscalYearStart = 1, today = '2026-05-20'): Calendar => ({
	basis,
	fiscalYearStart,
	today,
});

describe('the period of a budget', () => {
	test.each([
		['year', 1, '2026-03-31', '2026', '2026-01-01', '2026-12-31'],
		['yearToDate', 1, '2026-03-31', '2026', '2026-01-01', '2026-05-31'],
		['month', 1, '2026-03-31', '2026-03', '2026-03-01', '2026-03-31'],
		['month', 1, '2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
		['year', 7, '2026-03-31', '2026', '2025-07-01', '2026-06-30'],
		['year', 7, '2026-08-01', '2027', '2026-07-01', '2027-06-30'],
		['yearToDate', 7, '2026-03-31', '2026', '2025-07-01', '2026-05-31'],
		['month', 7, '2026-08-15', '2026-08', '2026-08-01', '2026-08-31'],
	] as const)('%s, fiscal year from month %i, day %s', (basis, start, day, label, from, to) => {
		expect(labelOf(calendar(basis, start), day)).toBe(label);
		expect(daysOf(calendar(basis, start), label)).toEqual({ from, to });
	});

	test('a document without a day counts today', () => {
		expect(labelOf(calendar('month'), null)).toBe('2026-05');
	});

	test('a month is one line of the budget, counted from the beginning of the fiscal year', () => {
		expect(monthsOf(calendar('month', 7), '2026-08')).toEqual([1]);
		expect(monthsOf(calendar('month', 7), '2026-06')).toEqual([11]);
		expect(monthsOf(calendar('yearToDate', 7), '2026')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	test('year to date of a year that is over is the whole year, of one to come its first month', () => {
		expect(monthsOf(calendar('yearToDate'), '2025')).toHaveLength(12);
		expect(monthsOf(calendar('yearToDate'), '2027')).toEqual([0]);
	});

	test('every day lies within the days of its own label, whatever the fiscal year', () => {
		const day = fc
			.date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(
				day,
				fc.integer({ min: 1, max: 12 }),
				fc.constantFrom('year' as const, 'month' as const),
				(date, start, basis) => {
					const { from, to } = daysOf(calendar(basis, start), labelOf(calendar(basis, start), date));
					expect(from <= date && date <= to).toBe(true);
					const year = yearOf(calendar(basis, start), String(fiscalYearOf(date, start)));
					expect(year.from <= date && date <= year.to).toBe(true);
				},
			),
		);
	});
});
