import { amountText, parseAmount } from '../amounts';
import type { Core } from '../core';
import { parseDate } from '../dates';
import { ruleBroken } from '../errors';
import { rateOf } from '../journal/amounts';
import { NumberText } from '../json';
import { doubleText } from '../rest/render';
import { keyText } from '../store/store';
import type { Parameters, ServiceResult } from './types';

export const localCurrency = (core: Core): ServiceResult => ({ kind: 'value', value: core.company().LocalCurrency });
export const systemCurrency = (core: Core): ServiceResult => ({ kind: 'value', value: core.company().SystemCurrency });

/** Rate of a currency on a day. */
export function currencyRate(core: Core, parameters: Parameters): ServiceResult {
	const currency = currencyOf(core, parameters.Currency);
	const day = dayOf(parameters.Date);
	const rate = currency === core.company().LocalCurrency ? 1_000_000n : rateOf(core, currency, day);
	return { kind: 'value', value: new NumberText(doubleText(amountText(rate))) };
}

/** Sets the rate of a currency on a day; all three parameters are text. */
export function setCurrencyRate(core: Core, parameters: Parameters): ServiceResult {
	const currency = currencyOf(core, parameters.Currency);
	const rate = parseAmount(String(parameters.Rate));
	if (rate === null || rate <= 0n) throw ruleBroken('Invalid exchange rate', 'ORTT.Rate', { value: parameters.Rate });
	core.store.put('*Rates', { Currency: currency, RateDate: dayOf(parameters.RateDate), Rate: amountText(rate) });
	return { kind: 'nothing' };
}

function currencyOf(core: Core, value: unknown): string {
	if (typeof value === 'string' && core.store.get('Currencies', keyText([value]))) return value;
	throw ruleBroken('Invalid currency code', 'ORTT.Currency', { value });
}

function dayOf(value: unknown): string {
	const day = typeof value === 'string' ? parseDate(value) : null;
	if (day === null) throw ruleBroken('Invalid date', 'ORTT.RateDate', { value });
	return day;
}
