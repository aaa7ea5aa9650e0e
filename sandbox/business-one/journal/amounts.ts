import { amountText, divide, multiply, parseAmount, rounded, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, type Row } from '../store/store';
import { text } from './accounts';

/** Amounts of a line; one side only, in local currency and, with a currency, in foreign currency. */
export interface LineAmounts {
	side: 'Debit' | 'Credit';
	local: Millionths;
	/** True when `local` was computed from the rate. */
	derived: boolean;
	currency?: string;
	foreign: Millionths;
	system: Millionths;
}

const place = (property: string) => `JournalEntryLines.${property}`;

/** Reads the amounts of a line, and derives the local ones from the rate of the posting date where only foreign ones are given. */
export function amountsOf(core: Core, line: Row, number: number, day: string): LineAmounts {
	const [debit, credit, fcDebit, fcCredit] = ['Debit', 'Credit', 'FCDebit', 'FCCredit'].map((name) => amount(line, name));
	const currency = currencyOf(core, line, fcDebit !== 0n || fcCredit !== 0n, number);
	const debits = debit !== 0n || fcDebit !== 0n;
	const credits = credit !== 0n || fcCredit !== 0n;
	if (debits && credits) throw ruleBroken('Enter either a debit or a credit amount', place('Debit'), { line: number });
	if (!debits && !credits && !isTaxOfNothing(line))
		throw ruleBroken('Enter a debit or a credit amount', place('Debit'), { line: number });
	const side = credits ? 'Credit' : 'Debit';
	const { LocalCurrency } = core.company();
	const local = rounded((!credits ? debit : credit) as Millionths, decimalsOf(core, LocalCurrency));
	const foreign = rounded((!credits ? fcDebit : fcCredit) as Millionths, decimalsOf(core, currency ?? LocalCurrency));
	return converted(
		core,
		{ side, local, derived: false, foreign, system: 0n, ...(currency === undefined ? {} : { currency }) },
		day,
	);
}

const DECIMALS = ['cdWithoutDecimals', 'cd1Digit', 'cd2Digits', 'cd3Digits', 'cd4Digits', 'cd5Digits', 'cd6Digits'];

/** Decimals that amounts of a currency are kept with: its own, else those of the company. */
function decimalsOf(core: Core, currency: string): number {
	const own = DECIMALS.indexOf(String(core.store.get('Currencies', keyText([currency]))?.Decimals));
	return own === -1 ? core.company().TotalsAccuracy : own;
}

/** The tax line of a code at 0 %: no amount, but the base it would be of. */
function isTaxOfNothing(line: Row): boolean {
	return text(line.TaxGroup) !== undefined && amount(line, 'BaseSum') !== 0n;
}

function converted(core: Core, amounts: LineAmounts, day: string): LineAmounts {
	if (amounts.currency === undefined) return amounts;
	const accuracy = core.company().TotalsAccuracy;
	const rate = rateOf(core, amounts.currency, day);
	const direct = core.company().DirectIndirectRate !== 'tNO';
	if (amounts.local === 0n) {
		const local = (direct ? multiply : divide)(amounts.foreign, rate, accuracy);
		return { ...amounts, local, derived: true };
	}
	if (amounts.foreign === 0n) return { ...amounts, foreign: (direct ? divide : multiply)(amounts.local, rate, accuracy) };
	return amounts;
}

/**
 * Puts the difference that rounding of converted amounts leaves on the last converted line, so that the entry balances in local
 * currency. More than one unit a converted line is no rounding and stays.
 */
export function settleRounding(core: Core, lines: LineAmounts[]): LineAmounts[] {
	const difference = lines.reduce((sum, line) => sum + (line.side === 'Debit' ? line.local : -line.local), 0n);
	const derived = lines.filter((line) => line.derived);
	const last = derived.at(-1);
	const unit = 10n ** BigInt(6 - core.company().TotalsAccuracy);
	const size = difference < 0n ? -difference : difference;
	if (core.company().SettleRounding === 'tNO') return lines;
	if (!last || difference === 0n || size > unit * BigInt(derived.length)) return lines;
	const local = last.local + (last.side === 'Debit' ? -difference : difference);
	return lines.map((line) => (line === last ? { ...line, local } : line));
}

/** Debits equal credits in local currency and, unless the company lets it pass, in every foreign currency. */
export function checkBalance(core: Core, lines: LineAmounts[]): void {
	const currencies = core.company().MultiCurrencyCheck === 'cc_NoMessage' ? [] : new Set(lines.map((line) => line.currency));
	for (const currency of currencies) {
		if (currency === undefined) continue;
		const ofCurrency = lines.filter((line) => line.currency === currency);
		if (total(ofCurrency, 'foreign') !== 0n) throw ruleBroken('Unbalanced Transaction', undefined, { value: currency });
	}
	if (total(lines, 'local') !== 0n) throw ruleBroken('Unbalanced Transaction');
}

function total(lines: LineAmounts[], kind: 'local' | 'foreign'): Millionths {
	return lines.reduce((sum, line) => sum + (line.side === 'Debit' ? line[kind] : -line[kind]), 0n);
}

/** Adds the amounts in system currency, from its own rate where it is not the local currency. */
export function withSystemAmounts(core: Core, lines: LineAmounts[], day: string): LineAmounts[] {
	const { LocalCurrency, SystemCurrency, TotalsAccuracy, DirectIndirectRate } = core.company();
	if (SystemCurrency === LocalCurrency) return lines.map((line) => ({ ...line, system: line.local }));
	const rate = rateOf(core, SystemCurrency, day);
	const convert = DirectIndirectRate !== 'tNO' ? divide : multiply;
	return lines.map((line) => ({
		...line,
		system: line.currency === SystemCurrency ? line.foreign : convert(line.local, rate, TotalsAccuracy),
	}));
}

/** Rate of a currency on a day: units of local currency for one of it (or the other way round with indirect rates). */
export function rateOf(core: Core, currency: string, day: string): Millionths {
	const row = core.store.get('*Rates', keyText([currency, day])) ?? core.store.get('*Rates', keyText([currency, null]));
	const rate = row ? parseAmount(String(row.Rate)) : null;
	if (rate === null || rate <= 0n) throw ruleBroken('Update the exchange rate', undefined, { value: currency, code: -4006 });
	return rate;
}

/** Amount properties of a stored line. */
export function amountProperties(amounts: LineAmounts): Row {
	const credit = amounts.side === 'Credit';
	const pair = (debit: string, name: string, value: Millionths): Row => ({
		[debit]: credit ? '0' : amountText(value),
		[name]: credit ? amountText(value) : '0',
	});
	return {
		...pair('Debit', 'Credit', amounts.local),
		...pair('FCDebit', 'FCCredit', amounts.foreign),
		...pair('DebitSys', 'CreditSys', amounts.system),
		FCCurrency: amounts.currency ?? null,
	};
}

function amount(line: Row, name: string): Millionths {
	return parseAmount(String(line[name] ?? '0')) ?? 0n;
}

function currencyOf(core: Core, line: Row, hasForeign: boolean, number: number): string | undefined {
	const currency = text(line.FCCurrency);
	if (currency === undefined) {
		if (hasForeign) throw ruleBroken('Enter the currency of the foreign amount', place('FCCurrency'), { line: number });
		return undefined;
	}
	if (currency === core.company().LocalCurrency) {
		if (hasForeign)
			throw ruleBroken('Local currency is no foreign currency', place('FCCurrency'), { line: number, value: currency });
		return undefined;
	}
	if (!core.store.get('Currencies', keyText([currency]))) {
		throw ruleBroken('Invalid currency code', place('FCCurrency'), { line: number, value: currency });
	}
	return currency;
}
