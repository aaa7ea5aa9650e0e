import type { INodeProperties } from 'n8n-workflow';
import { b1Code, concurCode, rowsOf, table, textOf } from './helpers';

/** What the tax codes of Concur are in B1. */
export const taxFields: INodeProperties[] = [
	{
		displayName: 'Taxes',
		name: 'taxes',
		type: 'collection',
		placeholder: 'Add Tax Setting',
		default: {},
		description: 'Which tax group of B1 a tax of Concur is, and what happens to tax that cannot be reclaimed',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			b1Code('searchAccounts', {
				displayName: 'Account for Non-Deductible Tax',
				name: 'nonDeductibleVatAccount',
				description: 'Account of tax that cannot be reclaimed. When empty, it goes to the account of the expense.',
			}),
			{
				displayName: 'Non-Deductible Tax',
				name: 'nonDeductibleVat',
				type: 'options',
				default: 'separate',
				description: 'How tax that cannot be reclaimed appears in the journal entry',
				options: [
					{ name: 'As a Line of Its Own', value: 'separate' },
					{ name: 'Inside the Expense Line', value: 'expense' },
				],
			},
			table(
				{
					displayName: 'Tax Codes',
					name: 'taxCodes',
					placeholder: 'Add Tax Code',
					description:
						'Tax group of B1 for each tax of Concur. Once there is a row, a reclaimable tax without one goes to review.',
				},
				[
					concurCode('searchDocumentTaxes', 'e.g. VA', {
						displayName: 'Tax in Concur',
						name: 'from',
						hint: 'As in taxCode, else taxReclaimCode, else nonDomesticCode, else taxAuthorityLabel of the document',
					}),
					b1Code('searchTaxGroups', { displayName: 'B1 Tax Group', name: 'code', description: 'Code of the tax group' }),
					b1Code('searchAccounts', {
						displayName: 'Tax Account',
						name: 'account',
						description: 'Account of the tax line. When empty, the tax account of the tax group.',
					}),
				],
			),
			b1Code('searchTaxGroups', {
				displayName: 'Tax Group for Foreign Receipts',
				name: 'foreignTaxCode',
				description: 'Tax group of 0 % for receipts from abroad that carry no tax. When empty, they carry none in B1 either.',
			}),
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function taxKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { taxCodes, nonDeductibleVat, ...codes } = (read('taxes') ?? {}) as Record<string, unknown>;
	const knobs: Record<string, unknown> = Object.fromEntries(Object.entries(codes).map(([name, value]) => [name, textOf(value)]));
	if (nonDeductibleVat !== undefined) knobs.nonDeductibleVat = nonDeductibleVat;
	const rows = rowsOf(taxCodes);
	if (rows.length > 0) knobs.taxCodes = Object.fromEntries(rows.map((row, index) => taxRow(row, index)));
	const keys = rows.map((row) => row.from);
	const twice = keys.find((key, index) => keys.indexOf(key) !== index);
	if (twice !== undefined) throw new Error(`"Tax Codes" has two rows for "${twice}". Keep one of them.`);
	return knobs;
}

function taxRow({ from = '', code = '', account = '' }: Record<string, string>, index: number): [string, unknown] {
	if (from === '' || code === '')
		throw new Error(`Row ${index + 1} of "Tax Codes" is only half filled in ("${from}" to "${code}").`);
	return [from, { code, account: account === '' ? null : account }];
}
