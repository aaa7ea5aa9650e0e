import type { Core } from '../core';
import { notFound, ServiceError } from '../errors';
import { keyText, type Row } from '../store/store';
import type { Parameters, ServiceResult } from './types';

/** Period categories, i.e. fiscal years. */
export function periods(core: Core): ServiceResult {
	const rows = core.store.rows('*PeriodCategories').map(({ AbsoluteEntry }): Row => ({ AbsoluteEntry: AbsoluteEntry ?? null }));
	return { kind: 'list', type: 'PeriodCategoryParams', rows };
}

export function period(core: Core, parameters: Parameters): ServiceResult {
	return { kind: 'object', type: 'PeriodCategory', row: categoryOf(core, parameters) };
}

/** Posting periods of a fiscal year. */
export function financePeriods(core: Core, parameters: Parameters): ServiceResult {
	const category = categoryOf(core, parameters);
	const rows = core.store.rows('*Periods').filter((row) => row.Category === category.AbsoluteEntry);
	return { kind: 'list', type: 'FinancePeriod', rows };
}

export function financePeriod(core: Core, parameters: Parameters): ServiceResult {
	const row = core.store.get('*Periods', keyText([entryOf(parameters, 'FinancePeriodParams')]));
	if (!row) throw notFound();
	return { kind: 'object', type: 'FinancePeriod', row };
}

function categoryOf(core: Core, parameters: Parameters): Row {
	const row = core.store.get('*PeriodCategories', keyText([entryOf(parameters, 'PeriodCategoryParams')]));
	if (!row) throw notFound();
	return row;
}

/** AbsoluteEntry inside a parameter object; text is accepted, as samples write it so. */
function entryOf(parameters: Parameters, name: string): number {
	const value = (parameters[name] as { AbsoluteEntry?: unknown } | undefined)?.AbsoluteEntry;
	const number = Number(value);
	if (value === undefined || value === null || !Number.isInteger(number))
		throw new ServiceError(400, -1000, `Parameter '${name}' is invalid`);
	return number;
}
