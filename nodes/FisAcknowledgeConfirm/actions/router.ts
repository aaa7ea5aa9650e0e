import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import * as acknowledge from './document/acknowledge.operation';
import * as get from './document/get.operation';
import * as confirmPayment from './payment/confirm.operation';
import * as confirmPosting from './posting/confirm.operation';
import * as checkTable from './row/checkTable.operation';
import * as decideRow from './row/decide.operation';
import * as takeUp from './row/takeUp.operation';
import * as tidy from './row/tidy.operation';

const operations: Record<string, { execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]> }> = {
	'document:acknowledge': acknowledge,
	'document:get': get,
	'payment:confirm': confirmPayment,
	'posting:confirm': confirmPosting,
	'row:checkTable': checkTable,
	'row:decide': decideRow,
	'row:takeUp': takeUp,
	'row:tidy': tidy,
};

/** Fields of all operations. */
export const description = [
	...acknowledge.description,
	...get.description,
	...confirmPayment.description,
	...confirmPosting.description,
	...checkTable.description,
	...decideRow.description,
	...takeUp.description,
	...tidy.description,
];

/** Runs the chosen operation over all items. Throws NodeApiError or NodeOperationError. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${this.getNodeParameter('resource', 0) as string}:${this.getNodeParameter('operation', 0) as string}`;
	const operation = operations[name];
	if (!operation) throw new NodeOperationError(this.getNode(), `FIS Acknowledge/Confirm has no operation "${name}"`);
	return await operation.execute.call(this);
}
