import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { decidePayments } from '../../../shared/row';

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

/** Gives the payment columns of the rows of all items; see `decidePayments`. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const pairedItem = items.map((_item, item) => ({ item }));
	const rows = decidePayments(
		items.map(({ json }) => json),
		new Date().toISOString(),
	);
	return [rows.map((row) => ({ json: row as unknown as IDataObject, pairedItem }))];
}
