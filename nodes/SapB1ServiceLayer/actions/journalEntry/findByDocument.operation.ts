import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { findDocuments, fiscalYearOf, type Finding, type Level } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedItem } from '../../../shared/n8n/perItem';
import { postingKey } from '../../../shared/journalEntry';
import type { Operation, OperationContext } from '../operation';
import {
	cancelOptions,
	checkExpectedCompany,
	expectedCompanyOption,
	fiscalYearStartOption,
	reversalDateOption,
} from '../sharedOptions';
import { guardOption } from './postFields';
import { settleRecalled, without } from './recalledEntry';

const fields: INodeProperties[] = [
	{
		displayName: 'Document ID',
		name: 'docId',
		type: 'string',
		default: '={{ $json.docId ?? $json.row?.docId }}',
		required: true,
		description: 'Of the FIS document, 32 characters',
	},
	{
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		default: '={{ $json.companyId ?? $json.row?.companyId }}',
		description: 'Of Concur. An entry is found whichever way it was spelled when the entry was posted.',
	},
	{
		displayName: 'Document Type',
		name: 'docType',
		type: 'string',
		default: '={{ $json.docType ?? $json.row?.docType }}',
		description: 'Type of the document, e.g. expense. It is named in messages.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			expectedCompanyOption,
			{
				displayName: 'Entry of a Recalled Document',
				name: 'recalled',
				type: 'options',
				options: [
					{ name: 'Cancel', value: 'cancel', description: 'Cancel it, unless it is paid or reconciled' },
					{ name: 'Leave It', value: 'leave' },
				],
				default: 'cancel',
				description: 'What to do with an entry whose document was recalled in Concur',
			},
			fiscalYearStartOption,
			guardOption,
			reversalDateOption,
		],
	},
];

const NOT_THERE = 0;
const IN_THE_BOOKS = 1;
const RECALLED = 2;
const UNCERTAIN = 3;

/** States of a document in Concur that no posting of ours leads on from: somebody has dealt with it. */
const SETTLED = /^(POSTING_CONFIRMED|PAYMENT_CONFIRMED|PAID|VOID|CANCEL)/;

/** Find the entries of documents by their posting keys, before anything is built: an entry in the books ends every other question. */
export const findByDocument: Operation = {
	fields,
	async execute(run) {
		const { context, serviceLayer, company } = run;
		const options = context.getNodeParameter('options', 0, {}) as IDataObject;
		checkExpectedCompany(context, options, company.companyDb);
		const outputs: INodeExecutionData[][] = [[], [], [], []];
		const keys = readKeys(context, (itemIndex, error) => {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			outputs[0]!.push(failedItem(context, context.getInputData()[itemIndex]!, error, itemIndex));
		});
		const findings = await findDocuments(serviceLayer, [...keys.values()], (options.level as Level | undefined) ?? 'auto');
		for (const [position, itemIndex] of [...keys.keys()].entries()) {
			const { output, json } = await settle(run, itemIndex, findings[position] ?? {}, options);
			const item = context.getInputData()[itemIndex] ?? { json: {} };
			outputs[output]!.push({ ...item, json, pairedItem: { item: itemIndex } });
		}
		return outputs;
	},
};

function readKeys(context: IExecuteFunctions, fail: (itemIndex: number, error: unknown) => void): Map<number, string> {
	const keys = new Map<number, string>();
	const text = (name: string, itemIndex: number) => String(context.getNodeParameter(name, itemIndex, '') ?? '').trim();
	for (const itemIndex of context.getInputData().keys()) {
		const docId = text('docId', itemIndex);
		if (docId === '') {
			const description = 'Pass on documents of the Concur FIS Trigger, or rows with docId and companyId.';
			fail(itemIndex, new NodeOperationError(context.getNode(), 'Document ID is empty', { itemIndex, description }));
		} else keys.set(itemIndex, postingKey(text('companyId', itemIndex) || null, docId));
	}
	return keys;
}

async function settle(
	{ context, serviceLayer, company }: OperationContext,
	itemIndex: number,
	finding: Finding,
	options: IDataObject,
): Promise<{ output: number; json: IDataObject }> {
	// What an earlier look-up or post said must not outlive this one.
	const json = without(context.getInputData()[itemIndex]?.json ?? {}, ['posting', 'lookup']);
	const withPosting = (posting: object | null) => ({
		...json,
		posting: posting && ({ ...posting, ...inCompany(posting, company.companyDb, options) } as IDataObject),
	});
	const { result } = finding;
	if (result?.outcome === 'uncertain') return { output: UNCERTAIN, json: withPosting(result) };
	if (isRecalled(json)) {
		const today = cancelOptions(context, options, company.companyDb);
		const posting = await settleRecalled(serviceLayer, finding, today, options.recalled === 'leave');
		return { output: RECALLED, json: withPosting(posting) };
	}
	if (result)
		return {
			output: result.outcome === 'alreadyPosted' && !result.doubled ? IN_THE_BOOKS : UNCERTAIN,
			json: withPosting(result),
		};
	const status = String(json.docStatus ?? '');
	if (!SETTLED.test(status)) return { output: NOT_THERE, json };
	const docType = String(context.getNodeParameter('docType', itemIndex, '') ?? '').trim() || 'document';
	const message = `Concur holds this ${docType} as ${status}, and no entry of it is in B1: somebody settled it elsewhere. It is neither built nor posted.`;
	return { output: IN_THE_BOOKS, json: { ...json, lookup: { outcome: 'settledElsewhere', message } } };
}

function inCompany(posting: object, companyDb: string, options: IDataObject) {
	const { postingDate } = posting as { postingDate?: string | null };
	return { fiscalYear: postingDate ? fiscalYearOf(postingDate, Number(options.fiscalYearStart ?? 1)) : null, companyDb };
}

function isRecalled(json: IDataObject): boolean {
	const says = (block: unknown) => (block as { outcome?: unknown } | null | undefined)?.outcome === 'recalled';
	return json.docStatus === 'RECALLED' || says(json.acknowledgement) || says(json.confirmation);
}
