import type { ServiceLayer } from '../client';
import { dayOf } from '../posting/compareEntry';
import type { Row } from '../types';
import { callReadService, plainObject, rowsOf, singleValue } from './services';

/** Fiscal years looked through for the periods of a date. */
const MAX_YEARS = 20;

/** @returns settings of the company: name, local and system currency, accuracy of amounts, branches (AdminInfo) */
export async function readAdminInfo(serviceLayer: ServiceLayer): Promise<Row> {
	return plainObject(await callReadService(serviceLayer, 'CompanyService_GetAdminInfo'));
}

/** @returns version, localization and name of the company (CompanyInfo) */
export async function readCompanyInfo(serviceLayer: ServiceLayer): Promise<Row> {
	return plainObject(await callReadService(serviceLayer, 'CompanyService_GetCompanyInfo'));
}

/**
 * Reads posting periods, newest fiscal year first. FinancePeriods is no entity set: the years are listed, then asked one by one.
 * @param dates ISO days; where given, it stops when every day lies in a period that was read
 * @returns periods with `PeriodCategory`, the number of their fiscal year
 */
export async function readPeriods(serviceLayer: ServiceLayer, dates?: string[]): Promise<Row[]> {
	const years = rowsOf(await callReadService(serviceLayer, 'CompanyService_GetPeriods'));
	const numbers = years.map(({ AbsoluteEntry }) => Number(AbsoluteEntry)).sort((a, b) => b - a);
	const periods: Row[] = [];
	for (const AbsoluteEntry of numbers.slice(0, MAX_YEARS)) {
		const body = await callReadService(serviceLayer, 'CompanyService_GetFinancePeriods', { PeriodCategoryParams: { AbsoluteEntry } });
		periods.push(...rowsOf(body).map((period) => ({ ...period, PeriodCategory: AbsoluteEntry })));
		if (dates && dates.every((date) => periods.some((period) => covers(period, date)))) break;
	}
	return periods;
}

/** @returns whether a period's posting window holds the day */
export function covers(period: Row, date: string): boolean {
	return dayOf(period.PostingDateFrom) <= date && date <= dayOf(period.PostingDateTo);
}

/**
 * @param date ISO day
 * @returns units of local currency for one unit of `currency`, as B1 has it for that day
 */
export async function readExchangeRate(serviceLayer: ServiceLayer, currency: string, date: string): Promise<number> {
	const parameters = { Currency: currency, Date: date.replaceAll('-', '') };
	return Number(singleValue(await callReadService(serviceLayer, 'SBOBobService_GetCurrencyRate', parameters)));
}
