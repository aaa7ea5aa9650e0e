import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import {
	contentHashOf,
	type Level,
	type PostingInput,
	type PostingOptions,
	type Purchase,
	type RevisionPolicy,
} from '../../../shared/business-one';
import { startOf } from '../../../shared/dates';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import {
	checkExpectedCompany,
	DEFAULT_IN_FLIGHT,
	encumbranceAccountOption,
	expectedCompanyOption,
	fiscalYearStartOption,
	inFlightOption,
	reserveAccountOption,
} from '../sharedOptions';
import { heldRowsField } from './heldRows';

export const guardOption: INodeProperties = {
	displayName: 'Guard',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Automatic', value: 'auto', description: 'The posting register where it is set up, else the reference check' },
		{ name: 'Posting Register', value: 'register', description: 'The database refuses a second entry, also in a race' },
		{
			name: 'Reference Check',
			value: 'referenceCheck',
			description: 'The posting key is looked up before every post and after every doubt',
		},
	],
	default: 'auto',
	description: 'What keeps a document from being posted twice',
};

/** What Post and Preview take; by default everything as the Build node gives it. */
export const postFields: INodeProperties[] = [
	{
		displayName: 'Journal Entry',
		name: 'journalEntry',
		type: 'json',
		default: '={{ $json.journalEntry }}',
		required: true,
		description: 'The entry as the Service Layer wants it, with JournalEntryLines',
		hint: 'Comes from the output Ready of Build Journal Entry',
	},
	{
		displayName: 'A/P Invoice',
		name: 'purchaseInvoice',
		type: 'json',
		default: '={{ $json.purchaseInvoice }}',
		description: 'The invoice, credit memo or draft that is posted in place of a journal entry, where the mapping makes one',
		hint: 'Comes from Build Journal Entry; empty for every other document',
	},
	{
		displayName: 'Posting Key',
		name: 'postingKey',
		type: 'string',
		default: '={{ $json.postingKey }}',
		required: true,
		description: 'Names the document, 50 characters at most. The same key is never posted twice.',
		hint: 'Comes from the output Ready of Build Journal Entry: company and document ID',
	},
	{
		displayName: 'Content Hash',
		name: 'contentHash',
		type: 'string',
		default: '={{ $json.contentHash }}',
		description: "Tells whether a document that comes again is still the same. Empty makes one of the entry's lines.",
	},
	{
		displayName: 'Report ID',
		name: 'reportId',
		type: 'string',
		default: '={{ $json.reportId }}',
		description: 'Shows when a report comes again under another document ID',
	},
	{
		displayName: 'Document Type',
		name: 'docType',
		type: 'string',
		default: '={{ $json.audit?.docType ?? $json.docType }}',
		description:
			'Type of the document, e.g. expense. Documents of two types are never the same report, and an advance and its return are told by it.',
	},
	heldRowsField,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 25,
				description: 'How many entries go to B1 in one request',
			},
			inFlightOption,
			expectedCompanyOption,
			{
				displayName: 'Consume Reservations',
				name: 'consumeReservations',
				type: 'boolean',
				default: false,
				description:
					'Whether the entry takes the place of what was reserved for its report and request, in the same change set. Needs the register of the resource Fund, and Add Profile to Output in Build Journal Entry.',
			},
			{
				...encumbranceAccountOption,
				description: 'As in the resource Fund, where commitments are also journal entries',
				displayOptions: { show: { consumeReservations: [true] } },
			},
			fiscalYearStartOption,
			guardOption,
			{
				displayName: 'Hold Ends',
				name: 'holdEnds',
				type: 'dateTime',
				default: '',
				placeholder: 'e.g. {{ $json.row.dueAt }}',
				description:
					'Moment when another execution may take up the same documents. No request is begun that could outlast it, which takes about six minutes at the worst; what is left leaves by Uncertain as notBegun.',
			},
			{
				displayName: 'Report Posted Before',
				name: 'revisionPolicy',
				type: 'options',
				options: [
					{ name: 'Hold for a Person', value: 'hold' },
					{ name: 'Post as It Is', value: 'postAsIs' },
					{ name: 'Reverse the Earlier Entry and Post', value: 'reverseAndRepost' },
				],
				default: 'hold',
				description: 'What to do when a report was posted before under another document ID',
			},
			{ ...reserveAccountOption, displayOptions: { show: { consumeReservations: [true] } } },
		],
	},
];

/** Reads the fields of one item. */
export function readPostingInput(context: IExecuteFunctions, itemIndex: number): PostingInput {
	const purchase = purchaseOf(context, itemIndex);
	const journalEntry = purchase ? {} : objectOf(context, context.getNodeParameter('journalEntry', itemIndex), itemIndex);
	const text = (name: string) => String(context.getNodeParameter(name, itemIndex, '') ?? '');
	return {
		journalEntry,
		...(purchase ? { purchase } : {}),
		postingKey: text('postingKey'),
		contentHash: text('contentHash') || contentHashOf(journalEntry),
		reportId: text('reportId') || null,
		docType: text('docType') || null,
	};
}

/** The options of an item. */
export type ItemOptions = PostingOptions & { fiscalYearStart: number };

/**
 * Reads the options of an item.
 * @throws NodeOperationError where the credential leads to another company than the one that is asked for
 */
export function readPostingOptions(context: IExecuteFunctions, companyDb: string, itemIndex: number): ItemOptions {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	checkExpectedCompany(context, options, companyDb, itemIndex);
	return {
		batchSize: options.batchSize as number | undefined,
		inFlight: (options.batchesInFlight as number | undefined) ?? DEFAULT_IN_FLIGHT,
		level: (options.level as Level | undefined) ?? 'auto',
		revisionPolicy: (options.revisionPolicy as RevisionPolicy | undefined) ?? 'hold',
		fiscalYearStart: (options.fiscalYearStart as number | undefined) ?? 1,
		endsAtMs: endOf(context, options.holdEnds, itemIndex),
		nowMs: Date.now,
	};
}

/** @throws NodeOperationError where the moment cannot be read: nothing may be posted as if there were none */
function endOf(context: IExecuteFunctions, holdEnds: unknown, itemIndex: number): number | undefined {
	if (holdEnds === undefined || holdEnds === null || holdEnds === '') return undefined;
	// A day, or a time without a zone, would be another moment on another machine.
	const hasZone = typeof holdEnds !== 'string' || /(Z|[+-]\d{2}:?\d{2})$/i.test(holdEnds.trim());
	const start = hasZone ? startOf(holdEnds) : undefined;
	if (start !== undefined) return Date.parse(start);
	throw refusedParameter(
		context.getNode(),
		`Hold Ends is no moment: "${String(holdEnds as string).slice(0, 60)}"`,
		'Give date and time with the time zone, e.g. 2026-01-31T08:00:00Z. Nothing was posted.',
		itemIndex,
	);
}

/** The purchasing document of an item; undefined where it has none. */
function purchaseOf(context: IExecuteFunctions, itemIndex: number): Purchase | undefined {
	const value = context.getNodeParameter('purchaseInvoice', itemIndex, null) as unknown;
	if (value === undefined || value === null || value === '') return undefined;
	const purchase = typeof value === 'string' ? parse(value) : value;
	if (isPurchase(purchase)) return purchase;
	throw new NodeOperationError(context.getNode(), 'A/P Invoice is no invoice as Build Journal Entry makes it', {
		itemIndex,
		description: 'Connect Build Journal Entry, whose items carry it, or leave A/P Invoice empty to post a journal entry.',
	});
}

const PURCHASE_SETS = ['PurchaseInvoices', 'PurchaseCreditNotes', 'Drafts'];

function isPurchase(value: unknown): value is Purchase {
	if (!(value instanceof Object)) return false;
	const { set, document, total, tax } = value as Partial<Purchase>;
	const isAmount = (text: unknown) => typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text);
	return PURCHASE_SETS.includes(String(set)) && document instanceof Object && isAmount(total) && isAmount(tax);
}

function objectOf(context: IExecuteFunctions, value: unknown, itemIndex: number): IDataObject {
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (parsed instanceof Object && !Array.isArray(parsed)) return parsed as IDataObject;
	throw new NodeOperationError(context.getNode(), 'The journal entry is not an object', {
		itemIndex,
		description: 'Give the entry as JSON with JournalEntryLines, as Build Journal Entry makes it.',
	});
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
