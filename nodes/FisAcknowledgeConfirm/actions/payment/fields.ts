import type { INodeProperties } from 'n8n-workflow';
import { batchSizeOption, docIdField, docTypeField, readOnlyOption, systemIdField } from '../fields';

const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});

const clearingFields: INodeProperties[] = [
	text('Amount', 'clearingAmount', { placeholder: 'e.g. 220.00', description: 'With a point before the decimals' }),
	text('Company Code', 'companyCode', { placeholder: 'e.g. SBODEMO', description: 'Company database in B1 that paid' }),
	text('Currency', 'clearingCurrency', { placeholder: 'e.g. USD', description: 'ISO code of the currency of the amount' }),
	text('Date', 'clearingDate', {
		placeholder: 'e.g. 2026-03-31',
		description: 'YYYY-MM-DD, yyyyMMdd, an ISO date with time, or a date of an expression',
	}),
	text('Fiscal Year', 'fiscalYear', { placeholder: 'e.g. 2026', description: 'Fiscal year of the payment in B1' }),
	text('Payment Document', 'financialDocumentId', {
		placeholder: 'e.g. 667799',
		description: 'Number of the outgoing payment in B1',
	}),
	{
		displayName: 'Payment Method',
		name: 'paymentMethod',
		type: 'options',
		options: [
			{ name: 'Check', value: 'C' },
			{ name: 'Electronic Transfer', value: 'E' },
		],
		default: 'E',
		description: 'How the money was paid',
	},
	text('Payment Reference', 'paymentRef', {
		placeholder: 'e.g. SBODEMO/667799/2026/1',
		description: 'Unique for each confirmation: Concur takes a reference it knows for a repetition',
	}),
	text('Receiver ID', 'receiverId', { placeholder: 'e.g. E1001', description: 'Employee ID of the person who was paid' }),
	text('Receiver Name', 'receiverName', { placeholder: 'e.g. Anna Larsen', description: 'Name of the person who was paid' }),
	text('Receiver Type', 'receiverType', {
		default: 'EMPLOYEE',
		placeholder: 'e.g. EMPLOYEE',
		description: 'Who was paid, in the word of Concur',
	}),
];

/** Fields of the operation Confirm of the resource Payment. */
export const properties: INodeProperties[] = [
	docIdField,
	docTypeField,
	systemIdField,
	{
		displayName: 'Payment Status',
		name: 'paymentStatus',
		type: 'options',
		options: [
			{ name: 'Completely Paid', value: 'CP', description: 'Moves the report to Payment Confirmed and locks it' },
			{ name: 'Obsolete', value: 'OB', description: 'The payment is not needed any more' },
			{ name: 'Partly Paid', value: 'PP', description: 'A later payment completes it' },
			{ name: 'Reversed', value: 'RE', description: 'The payment was taken back' },
		],
		default: 'CP',
		description: 'What Concur is told of the payment of the document',
	},
	{
		displayName: 'Reason',
		name: 'additionalMessage',
		type: 'string',
		default: '',
		placeholder: 'e.g. Cancelled in Business One',
		description: 'Why the payment was reversed or became obsolete',
		displayOptions: { show: { paymentStatus: ['RE', 'OB'] } },
	},
	{
		displayName: 'Payments',
		name: 'clearings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Payment',
		default: {},
		description: 'The payments that cleared the document, one row for each',
		options: [{ displayName: 'Payment', name: 'clearing', values: clearingFields }],
	},
	{
		displayName: 'Reported Before',
		name: 'reported',
		type: 'string',
		default: '={{ $json.clearing?.reported ?? $json.reported ?? $json.paymentsReported }}',
		placeholder: 'e.g. ["SBODEMO/12/4711"]',
		description:
			'References of the payments that Concur took before, as a JSON list. With those that it takes now they come out under paymentConfirmation.remembered, to be kept for the next look.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			batchSizeOption,
			{
				displayName: 'Invoice ID',
				name: 'requestId',
				type: 'string',
				default: '={{ $json.reportId }}',
				placeholder: 'e.g. 35D9AB75E27F46D9B83C',
				description: 'ID of the invoice in Concur, for Invoice Payment Confirmation',
			},
			{
				displayName: 'Invoices by Invoice Payment Confirmation',
				name: 'invoicePayments',
				type: 'boolean',
				default: false,
				description:
					'Whether payments of invoices go to Invoice Payment Confirmation v4 of Concur, which has to be licensed. FIS itself takes payments of expense reports only.',
			},
			readOnlyOption,
		],
	},
];
