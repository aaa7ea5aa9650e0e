import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import { decidePayments, knowsNothing, NOT_LOOKED_UP } from '../../../shared/row';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the items of Payment > Confirm, and those of Outgoing Payment > Get for Entries. It gives what each row remembers of its payments; rows that stay as they are give nothing.',
		name: 'decidePaymentNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['decidePayment'] } }, properties);

/**
 * Gives the payment columns of the rows of all items; see `decidePayments`. Throws NodeOperationError where not one of them could be
 * looked up, so that the execution shows it.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const jsons = items.map(({ json }) => json);
	if (knowsNothing(jsons)) {
		const { error = NOT_LOOKED_UP, message = '' } = jsons[0]!;
		throw new NodeOperationError(this.getNode(), `No payment could be looked up: ${String(error)}`, {
			description: String(message),
		});
	}
	const pairedItem = items.map((_item, item) => ({ item }));
	const rows = decidePayments(jsons, new Date().toISOString());
	return [rows.map((row) => ({ json: row as unknown as IDataObject, pairedItem }))];
}
