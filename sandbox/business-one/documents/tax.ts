import { multiply, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { text } from '../journal/accounts';
import { keyText, members, type Row } from '../store/store';

/** The tax that a line's code asks for. */
export interface LineTax {
	/** Tax group or, in a localization without groups, tax code. */
	code?: string;
	property: 'VatGroup' | 'TaxCode';
	/** Percent. */
	rate: Millionths;
	/** Percent of the tax that cannot be deducted. */
	nonDeductible: Millionths;
	account?: string;
	/** The account that a reverse charge is owed on; set where the group is one. */
	owedOn?: string;
}

const none: LineTax = { property: 'VatGroup', rate: 0n, nonDeductible: 0n };
const amount = (value: unknown): Millionths => parseAmount(String(value ?? '0')) ?? 0n;

/** Reads the tax of a line from its group or code. Throws where it is unknown, inactive or none of purchasing. */
export function taxOf(core: Core, line: Row, table: string, number: number, day: string): LineTax {
	const group = text(line.VatGroup);
	if (group !== undefined) return ofGroup(core, group, table, number, day);
	const code = text(line.TaxCode);
	return code === undefined ? none : ofCode(core, code, table, number);
}

function ofGroup(core: Core, code: string, table: string, number: number, day: string): LineTax {
	const row = core.store.get('VatGroups', keyText([code]));
	if (!row || row.Inactive === 'tYES' || row.Category !== 'bovcInputTax')
		throw ruleBroken('Invalid tax group', `${table}.VatGroup`, { line: number, value: code });
	const owedOn = row.AcquisitionReverse === 'tYES' ? text(row.AcquisitionTax) : undefined;
	return {
		code,
		property: 'VatGroup',
		rate: rateOn(row, day),
		nonDeductible: amount(row.NonDeduct),
		...(text(row.TaxAccount) === undefined ? {} : { account: String(row.TaxAccount) }),
		...(owedOn === undefined ? {} : { owedOn }),
	};
}

function rateOn(group: Row, day: string): Millionths {
	const rates = members(group, 'VatGroups_Lines').filter((line) => String(line.Effectivefrom ?? '') <= day);
	const latest = rates.reduce<Row | undefined>(
		(best, line) => (best && String(best.Effectivefrom ?? '') > String(line.Effectivefrom ?? '') ? best : line),
		undefined,
	);
	return amount(latest?.Rate);
}

function ofCode(core: Core, code: string, table: string, number: number): LineTax {
	const row = core.store.get('SalesTaxCodes', keyText([code]));
	if (!row || row.Inactive === 'tYES' || row.ValidForAP !== 'tYES')
		throw ruleBroken('Invalid tax code', `${table}.TaxCode`, { line: number, value: code });
	const account = text(core.company().PurchaseTaxAccount);
	return {
		code,
		property: 'TaxCode',
		rate: amount(row.Rate),
		nonDeductible: 0n,
		...(account === undefined ? {} : { account }),
	};
}

/** A share in percent of an amount, rounded to `decimals` places. */
export function percentOf(whole: Millionths, percent: Millionths, decimals: number): Millionths {
	return multiply(whole, percent / 100n, decimals);
}
