import type { ServiceLayer } from '../client';
import { dayOf } from '../posting/compareEntry';
import type { Row } from '../types';
import { callReadService, plainObject, rowsOf, singleValue } from './services';

/** Fiscal years read at most. */
const MAX_YEARS = 60;

/** @returns settings of the company: name, local and system currency, accuracy of amounts, branches (AdminInfo) */
export async function readAdminInfo(serviceLayer: ServiceLayer): Promise<Row> {
	return plainObject(await callReadService(serviceLayer, 'CompanyService_GetAdminInfo'));
}

/** @returns version, localization and name of the company (CompanyInfo) */
export async function readCompanyInfo(serviceLayer: ServiceLayer): Promise<Row> {
	return plainObject(await callReadService(serviceLayer, 'CompanyService_GetCompanyInfo'));
}

/**
 * Reads posting periods. FinancePeriods is no entity set: the fiscal years are listed, then asked one by one, beginning where the
 * dates are likely to be.
 * @param dates ISO days; where given, it stops when every day lies in a period that was read
 * @returns periods with `PeriodCategory`, the number of their fiscal year
 */
export async function readPeriods(serviceLayer: ServiceLayer, dates: string[] = []): Promise<Row[]> {
	const years = rowsOf(await callReadService(serviceLayer, 'CompanyService_GetPeriods'));
	const unread = years.map(({ AbsoluteEntry }) => Number(AbsoluteEntry)).sort((a, b) => a - b);
	const periods: Row[] = [];
	let open = dates;
	for (let reads = 0; unread.length > 0 && reads < MAX_YEARS && (dates.length === 0 || open.length > 0); reads++) {
		const [AbsoluteEntry] = unread.splice(likelyYear(unread, periods, open[0]), 1);
		const body = await callReadService(serviceLayer, 'CompanyService_GetFinancePeriods', {
			PeriodCategoryParams: { AbsoluteEntry },
		});
		periods.push(...rowsOf(body).map((period) => ({ ...period, PeriodCategory: AbsoluteEntry })));
		open = dates.filter((date) => !periods.some((period) => covers(period, date)));
	}
	return periods;
}

/** Fiscal years are numbered as they are created, mostly one after the other: the distance in years is the distance in numbers. */
function likelyYear(unread: number[], periods: Row[], date: string | undefined): number {
	const last = periods.at(-1);
	if (!last || date === undefined) return unread.length - 1;
	const wanted = Number(last.PeriodCategory) + Number(date.slice(0, 4)) - Number(dayOf(last.PostingDateFrom).slice(0, 4));
	const nearest = Math.min(...unread.map((number) => Math.abs(number - wanted)));
	return unread.findIndex((number) => Math.abs(number - wanted) === nearest);
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
