import { b1Code, choice, optionalText, rowsIn, section, type Knob, type Row } from '../declare';
import { amountText, flag, isText, mapOf, readBlock, shown, textOrNull, type Reader } from '../readers';
import { isRecord } from '../../document';
import { b1Codes, documentCodes } from './columns';

/** What a Concur tax key becomes in B1: a tax group, and the account of its tax line where not the tax group's own. */
export interface TaxMapping {
	/** Empty for a country without tax groups: the tax is posted to the account, and to no group. */
	code: string;
	account?: string | null;
	/** Percent, decimal text; B1's own rate of the group comes first where B1 is asked. */
	rate?: string | null;
	/** Whether B1's group itself reclaims a part only: the base of a line is then that of the whole tax. */
	partlyDeductible?: boolean;
	/** For a tax that the buyer owes (reverse charge): the account of the tax owed. Both sides are then posted without a group. */
	owedAccount?: string | null;
}

type TaxCodes = null | Record<string, TaxMapping>;

const trimmed: Reader<string> = (value) => ({ value: value === null ? '' : String(value).trim() });

const percent: Reader<string | null> = (value) => (value === null || value === '' ? { value: null } : amountText(value, '0'));

const readTaxMapping: Reader<TaxMapping> = (value) => {
	const mapping = isText(value) ? { code: value } : value;
	const isNamed = (name: string) => isRecord(mapping) && isText(mapping[name]) && mapping[name].trim() !== '';
	if (!isRecord(mapping) || !(isNamed('code') || isNamed('account')))
		return { problem: 'must be a tax group code or { "code": ..., "account": ... }' };
	// What is not said is not written either, so that a profile is exported as it was given.
	return readBlock<Required<TaxMapping>>(mapping, { code: '', account: null } as Required<TaxMapping>, {
		code: trimmed,
		account: textOrNull,
		rate: percent,
		partlyDeductible: flag,
		owedAccount: textOrNull,
	});
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
	rows.forEach(({ from = '', code = '', account = '', rate = '', deductible = '', owedAccount = '' }, index) => {
		if (from === '' || (code === '' && account === ''))
			throw new Error(`Row ${index + 1} of "Tax Codes" is only half filled in ("${from}" to "${code}").`);
		if (Object.hasOwn(map, from)) throw new Error(`"Tax Codes" has two rows for "${from}". Keep one of them.`);
		map[from] = {
			code,
			account: account === '' ? null : account,
			...(rate === '' ? {} : { rate }),
			...(deductible === 'partly' ? { partlyDeductible: true } : {}),
			...(owedAccount === '' ? {} : { owedAccount }),
		};
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
					b1Codes('taxGroups', {
						name: 'code',
						label: 'B1 Tax Group',
						about:
							'Code of the tax group. Leave it empty in a country without tax groups: the tax is then posted to its account only.',
					}),
					b1Codes('accounts', {
						name: 'account',
						label: 'Tax Account',
						about: 'Account of the tax line. When empty, the tax account of the tax group.',
					}),
					{
						name: 'rate',
						label: 'Rate',
						about: 'Percentage of the tax, from which the base is worked out. When B1 is asked, its own rate counts.',
						example: '19',
						input: { kind: 'text' },
					},
					{
						name: 'deductible',
						label: 'Deductible in B1',
						about:
							'How much of the tax the tax group of B1 reclaims. It decides whose base a line has: that of the reclaimed part, or that of the whole tax.',
						default: 'fully',
						input: { kind: 'choice', choices: { fully: 'In Full', partly: 'In Part' } },
					},
					b1Codes('accounts', {
						name: 'owedAccount',
						label: 'Account of Tax Owed',
						about:
							'Only for reverse charge: the account of the tax you owe in place of the vendor. Both sides are then posted without a tax group.',
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
		/** Key of `taxCodes`; null leaves such tax in the cost. */
		headerTax: optionalText({
			label: 'Tax That Stands in the Header Only',
			example: 'V1',
			about:
				'Which tax of the table an invoice has whose tax stands in its header only, without a code. When empty, such tax stays in the cost, with a warning.',
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
