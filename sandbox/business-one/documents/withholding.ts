import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, members, type Row } from '../store/store';
import type { PricedLine } from './lines';
import { percentOf } from './tax';

/** Tax withheld from what the partner is paid. */
export interface Withheld {
	code: string;
	account: string;
	base: Millionths;
	tax: Millionths;
}

/** What is withheld from a partner that is liable: by the codes of the document, else by those of the partner. */
export function withheldOf(core: Core, input: Row, partner: Row, lines: PricedLine[]): Withheld[] {
	if (partner.SubjectToWithholdingTax !== 'boYES') return [];
	const asked = members(input, 'WithholdingTaxDataCollection');
	const rows = asked.length > 0 ? asked : members(partner, 'BPWithholdingTaxCollection');
	const base = lines.filter((line) => line.withheld).reduce((sum, line) => sum + line.net, 0n);
	return base === 0n ? [] : rows.map((row) => withheld(core, String(row.WTCode ?? ''), base));
}

function withheld(core: Core, code: string, whole: Millionths): Withheld {
	const row = core.store.get('WithholdingTaxCodes', keyText([code]));
	if (!row || row.Inactive === 'tYES') throw ruleBroken('Invalid withholding tax code', 'PCH5.WTCode', { value: code });
	const percent = (name: string, otherwise: string) => parseAmount(String(row[name] ?? otherwise)) ?? 0n;
	const base = percentOf(whole, percent('BaseAmount', '100'), core.company().TotalsAccuracy);
	const tax = percentOf(base, percent('Rate', '0'), core.company().TotalsAccuracy);
	return { code, account: String(row.Account ?? ''), base, tax };
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
