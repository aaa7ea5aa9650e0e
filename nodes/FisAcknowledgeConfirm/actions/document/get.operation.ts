import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { endsRun, errorOfThrown, FisError } from '../../../shared/concur/errors';
import type { Fis } from '../../../shared/concur/fis';
import type { FisItem, Outcome } from '../../../shared/concur/types';
import { documentJson, simplifyDocument } from '../../../shared/n8n/documentItem';
import { failedItem } from '../../../shared/n8n/failedItem';
import { fisFor } from '../../../shared/n8n/fisClient';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { docIdField, docTypeField, docTypeOf, textParameter } from '../fields';

const properties: INodeProperties[] = [
	{
		displayName: 'Find By',
		name: 'findBy',
		type: 'options',
		options: [
			{ name: 'Document ID', value: 'docId', description: 'One document, by its 32-character FIS ID' },
			{
				name: 'Report ID',
				value: 'reportId',
				description: 'All FIS documents of a report, request or cash advance: each final approval makes a new one',
			},
		],
		default: 'docId',
		description: 'Which ID you have',
	},
	{ ...docIdField, displayOptions: { show: { findBy: ['docId'] } } },
	{
		displayName: 'Report ID',
		name: 'reportId',
		type: 'string',
		default: '={{ $json.reportId }}',
		required: true,
		placeholder: 'e.g. B1041655B4CE4171BDAA',
		description: 'ID of the report, payment request or cash advance in Concur',
		displayOptions: { show: { findBy: ['reportId'] } },
	},
	docTypeField,
	simplifyDocument,
];

export { OUTPUTS as outputs } from '../results';

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['get'] } }, properties);

function found(input: INodeExecutionData, index: number, item: IDataObject): INodeExecutionData {
	return { ...input, json: { ...input.json, ...item }, pairedItem: { item: index } };
}

function notFound(input: INodeExecutionData, index: number, outcome: Outcome, message: string): INodeExecutionData {
	return { ...input, json: { ...input.json, lookup: { outcome, message } }, pairedItem: { item: index } };
}

/**
 * A lookup that Concur answered with an HTTP error says something about this id alone. Only a credential that is not accepted, or
 * a fault of our own, ends the run.
 */
function outcomeOf(error: FisError): Outcome | undefined {
	if (endsRun(error)) return undefined;
	if (error.status === 404) return 'unknown';
	return error.kind === 'refused' ? 'refused' : 'tryLater';
}

/** Ids in a row that Concur had no answer for, after which the others of the run wait for the next one. */
const MAX_UNANSWERED = 3;

/** Looks ids up one after the other; when Concur has gone away, the rest of the run is not asked for. */
class Lookups {
	private unanswered: FisError[] = [];

	constructor(private readonly fis: Fis) {}

	async find(docType: string, id: string): Promise<FisItem[] | FisError> {
		const last = this.unanswered.at(-1);
		if (last && this.unanswered.length >= MAX_UNANSWERED) return last;
		const found = await this.fis.findById(docType, id).catch(errorOfThrown);
		const isGone = found instanceof FisError && found.kind === 'temporary';
		this.unanswered = isGone ? [...this.unanswered, found] : [];
		return found;
	}
}

async function getOne(
	context: IExecuteFunctions,
	lookups: Lookups,
	index: number,
	outputs: INodeExecutionData[][],
): Promise<void> {
	const input = context.getInputData()[index] as INodeExecutionData;
	const isByReport = textParameter(context, 'findBy', index) === 'reportId';
	const id = isByReport
		? textParameter(context, 'reportId', index, 'Report ID')
		: textParameter(context, 'docId', index, 'Document ID');
	const docType = docTypeOf(context, index);
	const items = await lookups.find(docType, id);
	if (items instanceof FisError) {
		const outcome = outcomeOf(items);
		if (!outcome) throw items;
		outputs[2]?.push(notFound(input, index, outcome, items.message));
		return;
	}
	const wanted = isByReport ? items : items.filter(({ docId }) => docId.toLowerCase() === id.toLowerCase());
	const simplify = context.getNodeParameter('simplify', index) as boolean;
	for (const item of wanted)
		outputs[item.docStatus === 'RECALLED' ? 1 : 0]?.push(found(input, index, documentJson(item, simplify)));
	if (wanted.length === 0) {
		const message = `Concur knows no ${docType} document "${id}".`;
		outputs[2]?.push(notFound(input, index, 'unknown', message));
	}
}

/**
 * Looks documents up, whatever their status, one request for each item; recalled ones leave by Recalled, unknown ones by
 * Attention, and so do those that Concur answered with an HTTP error, each with its outcome and reason. Throws NodeApiError when
 * Concur does not accept the credential, NodeOperationError for an empty id.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const lookups = new Lookups(fisFor(this));
	for (const [index, input] of this.getInputData().entries()) {
		try {
			await getOne(this, lookups, index, outputs);
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error, index);
			outputs[2]?.push(failedItem(this, input, error, index));
		}
	}
	return outputs;
}
