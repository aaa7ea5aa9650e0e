import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { findDocuments, fiscalYearOf, type Finding, type Level } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { recordCode } from '../../../shared/n8n/readers';
import { standingOf } from '../../../shared/document';
import { postingKey } from '../../../shared/journalEntry';
import { failedOn, type FailedBlock } from '../failures';
import type { Operation, OperationContext } from '../operation';
import {
	cancelOptions,
	checkExpectedCompany,
	expectedCompanyOption,
	DEFAULT_IN_FLIGHT,
	fiscalYearStartOption,
	inFlightOption,
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
			inFlightOption,
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

const failed: FailedBlock = { block: 'posting', outcome: 'uncertain' };

/** Find the entries of documents by their posting keys, before anything is built: an entry in the books ends every other question. */
export const findByDocument: Operation = {
	fields,
	outputs: { labels: ['Not There', 'In the Books', 'Recalled', 'Uncertain'], failed },
	async execute(run) {
		const { context, serviceLayer, company } = run;
		const outputs: INodeExecutionData[][] = [[], [], [], []];
		const fail = (itemIndex: number, error: unknown) => {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			outputs[UNCERTAIN]!.push(failedOn(context, failed, itemIndex, error));
		};
		const groups = new Map<string, Asked[]>();
		for (const itemIndex of context.getInputData().keys()) {
			try {
				const asked = readAsked(context, itemIndex, company.companyDb);
				const key = `${asked.level} ${asked.inFlight}`;
				groups.set(key, [...(groups.get(key) ?? []), asked]);
			} catch (error) {
				fail(itemIndex, error);
			}
		}
		for (const group of groups.values()) {
			const keys = group.map(({ key }) => key);
			const { level, inFlight } = group[0]!;
			const findings = await findDocuments(serviceLayer, keys, level, inFlight).catch((error: unknown) => error);
			for (const [position, { itemIndex, options }] of group.entries()) {
				try {
					const { output, json } = await settle(run, itemIndex, found(findings)[position] ?? {}, options);
					const item = context.getInputData()[itemIndex] ?? { json: {} };
					outputs[output]!.push({ ...item, json, pairedItem: { item: itemIndex } });
				} catch (error) {
					fail(itemIndex, error);
				}
			}
		}
		return outputs;
	},
};

/** What the look-up found, or what it threw. */
function found(findings: unknown): Finding[] {
	if (!Array.isArray(findings)) throw findings;
	return findings as Finding[];
}

/** A document that is looked for, with the options of its item. */
interface Asked {
	itemIndex: number;
	key: string;
	level: Level | 'auto';
	inFlight: number;
	options: IDataObject;
}

function readAsked(context: IExecuteFunctions, itemIndex: number, companyDb: string): Asked {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	checkExpectedCompany(context, options, companyDb, itemIndex);
	const docId = recordCode(context, 'docId', 'Document ID', itemIndex);
	const companyId = String((context.getNodeParameter('companyId', itemIndex, '') as string | null) ?? '').trim();
	const { level = 'auto', batchesInFlight = DEFAULT_IN_FLIGHT } = options as { level?: Level; batchesInFlight?: number };
	return { itemIndex, key: postingKey(companyId || null, docId), level, inFlight: batchesInFlight, options };
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
	// No posting of ours leads on from a settled document: somebody has dealt with it.
	if (standingOf(status) !== 'settled') return { output: NOT_THERE, json };
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
