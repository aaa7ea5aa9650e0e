import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { IfAcknowledged } from '../../../shared/concur/fis';
import { fisFor } from '../../../shared/n8n/fisClient';
import {
	batchSizeOption,
	docIdField,
	docTypeField,
	optionsOf,
	readOnlyOption,
	systemIdField,
	targetOf,
	textParameter,
} from '../fields';
import { writeItems } from '../perDocument';
import { outputsOf } from '../results';

const properties: INodeProperties[] = [
	docIdField,
	docTypeField,
	systemIdField,
	{
		displayName: 'If Already Acknowledged',
		name: 'ifAcknowledged',
		type: 'options',
		options: [
			{
				name: 'Ask Concur Who Did',
				value: 'lookUp',
				description: 'Ours when Concur holds the System ID of this node, and it is not empty; somebody else otherwise',
			},
			{
				name: 'It Was Us',
				value: 'ours',
				description: 'For items you had noted as received in an earlier run: the answer to that acknowledgement was lost',
			},
			{ name: 'It Was Somebody Else', value: 'foreign', description: 'The document leaves by Attention and must not be posted' },
		],
		default: 'lookUp',
		description:
			'What it means when Concur answers that the document was acknowledged before (code 101). Use an expression to answer from your own table of received documents: it gives ours, foreign or lookUp.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [batchSizeOption, readOnlyOption],
	},
];

export const description = updateDisplayOptions({ show: { resource: ['document'], operation: ['acknowledge'] } }, properties);

/** Acknowledges the documents of the items; adds `acknowledgement`. Throws NodeApiError, NodeOperationError (see outputsOf). */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = optionsOf(this);
	const fis = fisFor(this);
	const results = await writeItems<IfAcknowledged>(this, {
		readOnly: options.readOnly === true,
		sendsEachItem: false,
		prepare: (index) => ({
			target: targetOf(this, index),
			content: textParameter(this, 'ifAcknowledged', index) as IfAcknowledged,
		}),
		send: async (docType, systemId, tasks) =>
			await fis.acknowledge({
				docType,
				systemId,
				chunkSize: options.batchSize as number | undefined,
				documents: tasks.map(({ docId, content }) => ({ docId, ifAcknowledged: content })),
			}),
		block: (_index, { outcome, code, message }, sent) => ({
			outcome,
			sent,
			code,
			message,
			acknowledgedAt: sent && (outcome === 'done' || outcome === 'alreadyDone') ? new Date().toISOString() : null,
		}),
	});
	return outputsOf(this, 'acknowledgement', results);
}
