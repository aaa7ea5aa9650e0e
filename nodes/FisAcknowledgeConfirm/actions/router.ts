import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { toNodeError } from '../../shared/n8n/nodeError';
import { outputsExpression, type Outputs } from '../../shared/n8n/outputs';
import { inReadingOrder } from '../../shared/n8n/readingOrder';
import * as alert from './alert';
import * as audit from './audit';
import * as act from './desk/act.operation';
import * as answer from './desk/answer.operation';
import * as readRequest from './desk/readRequest.operation';
import * as render from './desk/render.operation';
import * as acknowledge from './document/acknowledge.operation';
import * as checkReadiness from './document/checkReadiness.operation';
import * as get from './document/get.operation';
import { documentChoice } from './document/operationChoice';
import * as getMany from './document/getMany.operation';
import * as confirmPayment from './payment/confirm.operation';
import * as confirmPosting from './posting/confirm.operation';
import * as receipt from './receipt';
import * as reconciliation from './reconciliation';
import * as checkTable from './row/checkTable.operation';
import * as decideRow from './row/decide.operation';
import * as decidePayment from './row/decidePayment.operation';
import * as decideReceipts from './row/decideReceipts.operation';
import * as note from './row/note.operation';
import * as takeUp from './row/takeUp.operation';
import * as tidy from './row/tidy.operation';
import { outputsOf } from './results';

interface Operation {
	description: INodeProperties[];
	/** A single one without a label where it states none. */
	outputs?: Outputs;
	execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

const operations: Record<string, Operation> = {
	...alert.operations,
	...audit.operations,
	'desk:act': act,
	'desk:answer': answer,
	'desk:readRequest': readRequest,
	'desk:render': render,
	'document:acknowledge': acknowledge,
	'document:checkReadiness': checkReadiness,
	'document:get': get,
	'document:getMany': getMany,
	'payment:confirm': confirmPayment,
	'posting:confirm': confirmPosting,
	...receipt.operations,
	...reconciliation.operations,
	'row:checkTable': checkTable,
	'row:decide': decideRow,
	'row:decidePayment': decidePayment,
	'row:decideReceipts': decideReceipts,
	'row:note': note,
	'row:takeUp': takeUp,
	'row:tidy': tidy,
};

/** The operations of each resource, as the form offers them. */
const choices: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['desk'] } },
		options: [
			{
				name: 'Act',
				value: 'act',
				action: 'Act on rows at the desk',
				description: 'Give what the act of a person changes in rows that are as they were shown',
			},
			{
				name: 'Answer',
				value: 'answer',
				action: 'Answer at the desk',
				description: 'Say where the browser goes after an act, and what the person is told there',
			},
			{
				name: 'Read Request',
				value: 'readRequest',
				action: 'Read a request to the desk',
				description: 'Read what a webhook received: who is asking, for which page, to have what done',
			},
			{
				name: 'Render',
				value: 'render',
				action: 'Render a page of the desk',
				description: 'Give the page that was asked for: a list of documents, or one document',
			},
		],
		default: 'render',
	},
	documentChoice,
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['payment'] } },
		options: [
			{
				name: 'Confirm',
				value: 'confirm',
				action: 'Confirm a payment',
				description: 'Report that a document was paid, partly paid, reversed or became obsolete',
			},
		],
		default: 'confirm',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['posting'] } },
		options: [
			{
				name: 'Confirm',
				value: 'confirm',
				action: 'Confirm a posting',
				description: 'Report that a document was posted, or why it was not',
			},
		],
		default: 'confirm',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['row'] } },
		options: [
			{
				name: 'Check Table',
				value: 'checkTable',
				action: 'Check the table of rows',
				description: 'See whether the Data Table was made, and say what this n8n lacks where it was not',
			},
			{
				name: 'Decide',
				value: 'decide',
				action: 'Decide a row',
				description: 'Give the row that follows from what a run came to, for the Data Table to write',
			},
			{
				name: 'Decide Payment',
				value: 'decidePayment',
				action: 'Decide the payment of a row',
				description: 'Give what the row remembers of the payments that Concur was told',
			},
			{
				name: 'Decide Receipts',
				value: 'decideReceipts',
				action: 'Decide the receipts of a row',
				description: 'Give how many receipts of the row are expected and attached, and when it is tried again',
			},
			{
				name: 'Note',
				value: 'note',
				action: 'Note documents as rows',
				description: 'Give a row for each document that is ready in Concur and has none yet',
			},
			{
				name: 'Take Up',
				value: 'takeUp',
				action: 'Take up rows',
				description: 'Choose which due rows this run works on, and until when it holds them',
			},
			{
				name: 'Tidy',
				value: 'tidy',
				action: 'Tidy the table of rows',
				description: 'Say which closed rows are old enough to be made compact or deleted, and how large the table is',
			},
		],
		default: 'decide',
	},
];

/** The choice of operations, and the fields of all. */
export const description = [
	...choices,
	alert.choice,
	audit.choice,
	receipt.choice,
	reconciliation.choice,
	...Object.values(operations).flatMap((operation) => operation.description),
];

/** Blocks of the operations that write, by which an item says what became of it. */
const blocks: Record<string, string> = {
	'document:acknowledge': 'acknowledgement',
	'payment:confirm': 'paymentConfirmation',
	'posting:confirm': 'confirmation',
};

export const outputs = outputsExpression(
	Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, operation.outputs])),
);

/** Runs the chosen operation over all items. Throws NodeApiError or NodeOperationError. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${this.getNodeParameter('resource', 0) as string}:${this.getNodeParameter('operation', 0) as string}`;
	const operation = operations[name];
	if (!operation) throw new NodeOperationError(this.getNode(), `FIS Acknowledge/Confirm has no operation "${name}"`);
	try {
		return inReadingOrder(await operation.execute.call(withCheckedParameters(this, operation.description)));
	} catch (error) {
		const block = blocks[name];
		if (block === undefined || !this.continueOnFail()) throw toNodeError(this.getNode(), error);
		// n8n would pass the items on by Done, as if all had gone well.
		return outputsOf(
			this,
			block,
			this.getInputData().map(() => ({ error: error as Error })),
		);
	}
}
