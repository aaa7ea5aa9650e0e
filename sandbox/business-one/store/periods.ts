import type { Core } from '../core';
import { structuredTypes } from '../metadata/model';
import { withDefaults } from '../rest/defaults';
import { readInput } from '../rest/input';
import { keyText, type Row } from './store';

/** Adds or changes a FinancePeriod row; its fiscal year is made when it is not there. The months a new company starts with give way to it. */
export function addPeriod(core: Core, body: Record<string, unknown>): void {
	const type = structuredTypes.get('FinancePeriod');
	if (!type) throw new Error('The type FinancePeriod is missing');
	const input = readInput(core, type, body, true);
	const before = known(core, input);
	const entry = input.AbsoluteEntry ?? before?.AbsoluteEntry ?? freeEntry(core);
	const row: Row = before
		? { ...before, ...input, AbsoluteEntry: entry }
		: withDefaults(type, { ...input, AbsoluteEntry: entry });
	if (typeof row.PostingDateFrom !== 'string' || typeof row.PostingDateTo !== 'string')
		throw new Error('A period has PostingDateFrom and PostingDateTo');
	if (row.PostingDateFrom > row.PostingDateTo) throw new Error('PostingDateFrom lies after PostingDateTo');
	giveWay(core, row);
	core.store.put('*Periods', { ...row, Category: categoryOf(core, row.PostingDateFrom), IsSetUp: 'tNO' });
}

function known(core: Core, input: Row): Row | undefined {
	if (typeof input.AbsoluteEntry === 'number') return core.store.get('*Periods', keyText([input.AbsoluteEntry]));
	return input.PeriodCode === undefined
		? undefined
		: core.store.rows('*Periods').find((period) => period.PeriodCode === input.PeriodCode);
}

function freeEntry(core: Core): number {
	return core.store.rows('*Periods').reduce((next, period) => Math.max(next, Number(period.AbsoluteEntry) + 1), 1);
}

function giveWay(core: Core, row: Row): void {
	for (const period of core.store.rows('*Periods')) {
		const apart =
			String(period.PostingDateTo) < String(row.PostingDateFrom) || String(period.PostingDateFrom) > String(row.PostingDateTo);
		if (period.IsSetUp === 'tYES' && !apart) core.store.remove('*Periods', period);
	}
}

function categoryOf(core: Core, day: string): number {
	const year = day.slice(0, 4);
	const categories = core.store.rows('*PeriodCategories');
	const found = categories.find((category) => category.PeriodCategoryProperty === year);
	if (found) return Number(found.AbsoluteEntry);
	const entry = categories.reduce((next, category) => Math.max(next, Number(category.AbsoluteEntry) + 1), 1);
	core.store.put('*PeriodCategories', {
		AbsoluteEntry: entry,
		PeriodCategoryProperty: year,
		PeriodName: year,
		FinancialYear: Number(year),
	});
	return entry;
}
