import type { INodeProperties } from 'n8n-workflow';
import { textOf } from './helpers';

/** What B1 takes, by version. Longer texts are refused by the Service Layer, so they are cut here. */
const LENGTHS: Record<string, { memo: number; lineMemo: number }> = {
	all: { memo: 50, lineMemo: 50 },
	b1v10: { memo: 254, lineMemo: 254 },
};

const TEMPLATE_HINT =
	'Text with fields in braces: {reference}, {name}, {reportName}, {employeeName}, {employeeId}, {vendorName}, {vendorInvoiceNumber}, {docId}';

/** Memo and reference texts of the journal entry. */
export const textFields: INodeProperties[] = [
	{
		displayName: 'Memo and Reference',
		name: 'texts',
		type: 'collection',
		placeholder: 'Add Text',
		default: {},
		description:
			'Texts a person reads in B1. The posting key and the content hash are put into Reference 2 and Reference 3 in any case.',
		displayOptions: { show: { mappingMode: ['fields'] } },
		options: [
			{
				displayName: 'Line Memo',
				name: 'lineMemo',
				type: 'string',
				default: '{expenseType} {transactionDate} {spend}',
				description: 'Remarks of each expense and tax line. Lines of a partner carry the memo.',
				hint: 'Fields in braces: {expenseType}, {transactionDate}, {spend} (what was paid in another currency), {entryId}, {purchaseOrder} and those of the memo. Example: Lunch 2026-03-14 EUR 24.00',
			},
			{
				displayName: 'Longest Memo',
				name: 'textLengths',
				type: 'options',
				default: 'all',
				description: 'How long the memo and the line memos may be; longer ones are cut',
				options: [
					{ name: '254 Characters', value: 'b1v10', description: 'B1 10.0 and newer' },
					{ name: '50 Characters', value: 'all', description: 'Fits every version of B1' },
				],
			},
			{
				displayName: 'Memo',
				name: 'memo',
				type: 'string',
				default: '{reference} {name}',
				description: 'Remarks of the journal entry',
				hint: `${TEMPLATE_HINT}. Example: 39FR Anna Larsen`,
			},
			{
				displayName: 'Reference',
				name: 'reference',
				type: 'string',
				default: '{reference}',
				description: 'Reference 1 of the journal entry: what a person knows the document by',
				hint: '{reference} is the report number, else its key; for requests and invoices their key',
			},
		],
	},
];

/** The knobs of a profile these fields stand for. */
export function textKnobs(read: (name: string) => unknown): Record<string, unknown> {
	const { textLengths, ...templates } = (read('texts') ?? {}) as Record<string, unknown>;
	return textLengths === undefined ? templates : { ...templates, lengths: LENGTHS[textOf(textLengths)] };
}
