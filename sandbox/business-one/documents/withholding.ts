import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { text } from '../journal/accounts';
import { keyText, members, type Row } from '../store/store';
import type { PricedLine } from './lines';
import { percentOf } from './tax';

/** Tax withheld from what the partner is paid. */
export interface Withheld {
	code: string;
	account: string;
	base: Millionths;
	tax: Millionths;
	/** Withheld when the invoice is paid, not when it is posted. */
	onPayment: boolean;
}

/** What is withheld from a partner that is liable: by the codes of the document, else by those of the partner. */
export function withheldOf(
	core: Core,
	input: Row,
	partner: Row,
	{ lines, day }: { lines: PricedLine[]; day: string },
): Withheld[] {
	if (partner.SubjectToWithholdingTax !== 'boYES') return [];
	const asked = members(input, 'WithholdingTaxDataCollection');
	const allowed = members(partner, 'BPWithholdingTaxCollection');
	const stranger = asked.find(({ WTCode }) => !allowed.some((one) => one.WTCode === WTCode));
	if (stranger)
		throw ruleBroken('Withholding tax code is not defined for the business partner', 'PCH5.WTCode', { value: stranger.WTCode });
	const usual = text(partner.WTCode);
	const rows = asked.length > 0 ? asked : usual === undefined ? allowed : [{ WTCode: usual }];
	const base = lines.filter((line) => line.withheld).reduce((sum, line) => sum + line.net, 0n);
	return base === 0n ? [] : rows.map((row) => withheld(core, String(row.WTCode ?? ''), base, day));
}

function withheld(core: Core, code: string, whole: Millionths, day: string): Withheld {
	const row = core.store.get('WithholdingTaxCodes', keyText([code]));
	if (!row || row.Inactive === 'tYES') throw ruleBroken('Invalid withholding tax code', 'PCH5.WTCode', { value: code });
	const percent = (name: string, otherwise: string) => parseAmount(String(row[name] ?? otherwise)) ?? 0n;
	const base = percentOf(whole, percent('BaseAmount', '100'), core.company().TotalsAccuracy);
	const tax = percentOf(base, rateOn(row, day) ?? percent('Rate', '0'), core.company().TotalsAccuracy);
	return { code, account: String(row.Account ?? ''), base, tax, onPayment: row.Category === 'wtcc_Payment' };
}

/** The rate that holds on a day, of the code's lines. */
function rateOn(row: Row, day: string): Millionths | undefined {
	const from = (line: Row) => String(line.Effectivefrom ?? '').slice(0, 10);
	const begun = members(row, 'WithholdingTaxCodes_Lines').filter((line) => from(line) <= day);
	const latest = begun.sort((one, other) => (from(one) < from(other) ? -1 : 1)).at(-1);
	return latest && (parseAmount(String(latest.Rate ?? '0')) ?? 0n);
}

/** What is withheld when the document is posted. */
export const withheldNow = (all: Withheld[]): Millionths => all.reduce((sum, one) => sum + (one.onPayment ? 0n : one.tax), 0n);

/** Form and box 1099: as told, else those of the partner. A box without its form, and one that the form does not have, are refused. */
export function form1099Of(core: Core, input: Row, partner: Row): Row {
	const told = input.Form1099 !== undefined && input.Form1099 !== null;
	const form = told ? input.Form1099 : (partner.FormCode1099 ?? null);
	const box = text(input.Box1099) ?? (told ? undefined : text(partner.Box1099));
	if (box !== undefined && (form === null || form === undefined))
		throw ruleBroken('1099 box without a 1099 form', 'OPCH.Box1099', { value: box });
	const known = typeof form === 'number' && form !== 0 ? core.store.get('Forms1099', keyText([form])) : undefined;
	if (told && typeof form === 'number' && form !== 0 && !known)
		throw ruleBroken('Invalid 1099 form', 'OPCH.FormCode', { value: form });
	const boxes = known ? members(known, 'Boxes1099') : [];
	if (known && box !== undefined && boxes.length > 0 && !boxes.some((one) => one.Box1099 === box))
		throw ruleBroken('Invalid 1099 box', 'OPCH.Box1099', { value: box });
	return { Form1099: form ?? null, Box1099: box ?? null };
}

/** The rows of a document's withholding tax table. */
export function withholdingRows(all: Withheld[]): Row[] {
	return all.map((one, index) => ({
		WTCode: one.code,
		TaxableAmount: amountText(one.base),
		WTAmount: amountText(one.tax),
		GLAccount: one.account,
		LineNum: index,
	}));
}
