import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { FisError } from '../../../shared/concur/errors';
import type { Fis } from '../../../shared/concur/fis';
import type { FisItem } from '../../../shared/concur/types';
import { fisFor, fisNodeError } from '../../../shared/n8n/fisClient';
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
];

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['get'] } }, properties);

function found(input: INodeExecutionData, index: number, item: FisItem): INodeExecutionData {
	return { ...input, json: { ...input.json, ...(item as unknown as IDataObject) }, pairedItem: { item: index } };
}

function notFound(input: INodeExecutionData, index: number, id: string, docType: string): INodeExecutionData {
	const message = `Concur knows no ${docType} document "${id}".`;
	return { ...input, json: { ...input.json, lookup: { outcome: 'unknown', message } }, pairedItem: { item: index } };
}

async function getOne(context: IExecuteFunctions, fis: Fis, index: number, outputs: INodeExecutionData[][]): Promise<void> {
	const input = context.getInputData()[index] as INodeExecutionData;
	const isByReport = textParameter(context, 'findBy', index) === 'reportId';
	const id = isByReport
		? textParameter(context, 'reportId', index, 'Report ID')
		: textParameter(context, 'docId', index, 'Document ID');
	const docType = docTypeOf(context, index);
	const items = await fis.findById(docType, id);
	const wanted = isByReport ? items : items.filter(({ docId }) => docId.toLowerCase() === id.toLowerCase());
	for (const item of wanted) outputs[item.docStatus === 'RECALLED' ? 1 : 0]?.push(found(input, index, item));
	if (wanted.length === 0) outputs[2]?.push(notFound(input, index, id, docType));
}

const asNodeError = (context: IExecuteFunctions, error: unknown, itemIndex: number) => {
	if (error instanceof FisError) return fisNodeError(context.getNode(), error, itemIndex);
	return error instanceof NodeOperationError ? error : new NodeOperationError(context.getNode(), error as Error, { itemIndex });
};

/**
 * Looks documents up, whatever their status, one request for each item; recalled ones leave by Recalled, unknown ones by
 * Attention. Throws NodeApiError when Concur cannot be read, NodeOperationError for an empty id.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const fis = fisFor(this);
	for (const [index, input] of this.getInputData().entries()) {
		try {
			await getOne(this, fis, index, outputs);
		} catch (error) {
			const nodeError = asNodeError(this, error, index);
			if (!this.continueOnFail()) throw asNodeError(this, error, index);
			outputs[2]?.push({ json: { ...input.json, error: nodeError.message }, error: nodeError, pairedItem: { item: index } });
		}
	}
	return outputs;
}
