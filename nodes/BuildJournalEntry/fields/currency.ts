import type { INodeProperties } from 'n8n-workflow';
import { b1Code, concurCode, mapOf, table, textOf } from './helpers';

/** Currencies, rounding, and how lines are joined. */
export const currencyFields: INodeProperties[] = [
	{
		displayName: 'Currency and Rounding',
		name: 'currency',
		type: 'collection',
		placeholder: 'Add Currency Setting',
		default: {},
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'Allowed Difference in the Document',
				name: 'tolerance',
				type: 'string',
				default: '0.02',
				description: 'How far the figures of a document may differ from its own totals before it goes to review',
				hint: 'In the currency of the document',
			},
			{
				displayName: 'Exchange Rate',
				name: 'rateSource',
				type: 'options',
				default: 'b1',
				description: 'Which rate turns a document in another currency into the currency of the company',
				options: [
					{ name: 'Rate of B1', value: 'b1', description: 'B1 uses its own rate of the posting date' },
					{
						name: 'Rate of the Document',
						value: 'document',
						description: 'The rate Concur used, where the document has a single one',
					},
				],
			},
			{
				displayName: 'Largest Rounding Difference',
				name: 'roundingCap',
				type: 'string',
				default: '0.05',
				description: 'Differences up to this amount go to the rounding account, larger ones to review',
				hint: 'In the currency of the company',
			},
			{
				displayName: 'Local Currency of the Company',
				name: 'companyCurrency',
				type: 'string',
				default: '',
				placeholder: 'e.g. USD',
				description:
					'Documents in another currency are posted in foreign currency. When empty, B1 is asked if a credential is selected.',
			},
			b1Code('searchAccounts', {
				displayName: 'Rounding Account',
				name: 'roundingAccount',
				description: 'Account of small differences that exchange rates leave. It never takes differences of the document itself.',
			}),
		],
	},
	{
		displayName: 'Lines',
		name: 'lines',
		type: 'collection',
		placeholder: 'Add Line Setting',
		default: {},
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'Expense Lines',
				name: 'mergeExpense',
				type: 'options',
				default: 'none',
				description: 'Which expense lines become one',
				options: [
					{ name: 'One for Each Entry and Allocation', value: 'none' },
					{ name: 'One for Each Account and Cost Object', value: 'account' },
				],
			},
			{
				displayName: 'One Line for Each Partner',
				name: 'mergeCounterparty',
				type: 'boolean',
				default: true,
				description: 'Whether everything a partner is owed in a document becomes one line',
			},
			table(
				{
					displayName: 'Separate Employee Lines',
					name: 'qualifiers',
					placeholder: 'Add Expense Type',
					description: 'Expense types whose amounts get a partner line of their own, e.g. the taxable part of an allowance',
				},
				[
					concurCode('searchDocumentExpenseTypes', 'e.g. DINNR', {
						displayName: 'Expense Type',
						name: 'from',
						hint: 'Code or name, as in expenseTypeCode or expenseTypeName of the document',
					}),
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						placeholder: 'e.g. taxable',
						hint: 'Lines of one label are joined',
					},
				],
			),
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function currencyKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { roundingAccount, ...amounts } = (read('currency') ?? {}) as Record<string, unknown>;
	const { qualifiers, ...joining } = (read('lines') ?? {}) as Record<string, unknown>;
	const knobs: Record<string, unknown> = { ...amounts, ...joining };
	if (roundingAccount !== undefined) knobs.roundingAccount = textOf(roundingAccount);
	if (qualifiers !== undefined) knobs.qualifiers = mapOf('Separate Employee Lines', qualifiers, 'from', 'label');
	return knobs;
}
