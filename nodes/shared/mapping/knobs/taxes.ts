import { b1Code, choice, rowsIn, section, type Knob, type Row } from '../declare';
import { isText, mapOf, readBlock, shown, textOrNull, type Reader } from '../readers';
import { isRecord } from '../../document';
import { b1Codes, documentCodes } from './columns';

/** What a Concur tax key becomes in B1: a tax group, and the account of its tax line where not the tax group's own. */
export interface TaxMapping {
	code: string;
	account?: string | null;
}

type TaxCodes = null | Record<string, TaxMapping>;

const trimmed: Reader<string> = (value) => ({ value: String(value).trim() });

const readTaxMapping: Reader<TaxMapping> = (value) => {
	const mapping = isText(value) ? { code: value } : value;
	if (!isRecord(mapping) || !isText(mapping.code) || mapping.code.trim() === '')
		return { problem: 'must be a tax group code or { "code": ..., "account": ... }' };
	return readBlock<Required<TaxMapping>>(mapping, { code: '', account: null }, { code: trimmed, account: textOrNull });
};

const readTaxCodes: Reader<TaxCodes> = (value) => {
	if (value === null) return { value };
	const map = Array.isArray(value) && value.every(isText) ? Object.fromEntries(value.map((code) => [code, code])) : value;
	if (!isRecord(map)) return { problem: `must be null, a list of codes or an object, not ${shown(value)}` };
	return mapOf(readTaxMapping)(map, {});
};

/** Without a row every Concur key is taken as it comes, so an empty table says nothing. */
function taxCodesOf(rows: readonly Row[]): unknown {
	const map: Record<string, TaxMapping> = {};
	rows.forEach(({ from = '', code = '', account = '' }, index) => {
		if (from === '' || code === '')
			throw new Error(`Row ${index + 1} of "Tax Codes" is only half filled in ("${from}" to "${code}").`);
		if (Object.hasOwn(map, from)) throw new Error(`"Tax Codes" has two rows for "${from}". Keep one of them.`);
		map[from] = { code, account: account === '' ? null : account };
	});
	return rows.length > 0 ? map : undefined;
}

const taxCodes: Knob<TaxCodes> = {
	default: null,
	read: readTaxCodes,
	fields: [
		{
			label: 'Tax Codes',
			about: 'Tax group of B1 for each tax of Concur. Once there is a row, a reclaimable tax without one goes to review.',
			input: {
				kind: 'table',
				add: 'Add Tax Code',
				columns: [
					documentCodes('taxes', {
						name: 'from',
						label: 'Tax in Concur',
						example: 'VA',
						hint: 'As in taxCode, else taxReclaimCode, else nonDomesticCode, else taxAuthorityLabel of the document',
					}),
					b1Codes('taxGroups', { name: 'code', label: 'B1 Tax Group', about: 'Code of the tax group' }),
					b1Codes('accounts', {
						name: 'account',
						label: 'Tax Account',
						about: 'Account of the tax line. When empty, the tax account of the tax group.',
					}),
				],
			},
		},
	],
	from: (said) => taxCodesOf(rowsIn(said.taxCodes)),
};

/** What the tax codes of Concur are in B1. */
export const taxes = section({
	title: 'Taxes',
	collection: {
		name: 'taxes',
		label: 'Taxes',
		add: 'Add Tax Setting',
		about: 'Which tax group of B1 a tax of Concur is, and what happens to tax that cannot be reclaimed',
	},
	knobs: {
		/** null takes every Concur key as it comes. */
		taxCodes,
		foreignTaxCode: b1Code('taxGroups', {
			label: 'Tax Group for Foreign Receipts',
			about: 'Tax group of 0 % for receipts from abroad that carry no tax. When empty, they carry none in B1 either.',
		}),
		nonDeductibleVat: choice({
			label: 'Non-Deductible Tax',
			default: 'separate',
			about: 'How tax that cannot be reclaimed appears in the journal entry',
			choices: { separate: 'As a Line of Its Own', expense: 'Inside the Expense Line' },
		}),
		nonDeductibleVatAccount: b1Code('accounts', {
			label: 'Account for Non-Deductible Tax',
			about: 'Account of tax that cannot be reclaimed. When empty, it goes to the account of the expense.',
		}),
	},
});
