import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { sameForRun } from '../../../shared/n8n/readers';
import { decideReceipts, receiptWaits } from '../../../shared/row';
import { minuteList } from './minutes';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the items of Attachment > Attach Once. It gives the receipt columns of each row: how many receipts are expected and attached, and when it is tried again.',
		name: 'decideReceiptsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Wait (Minutes)',
		name: 'wait',
		type: 'string',
		default: receiptWaits.minutes.join(', '),
		placeholder: 'e.g. 60, 240, 1440',
		description:
			'When receipts that did not come are tried again: after the first try, after the second, and so on; the last value holds for all further tries',
	},
	{
		displayName: 'Tries at Most',
		name: 'tries',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 8,
		description: 'After how many tries a receipt counts as missing and is a matter for a person',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['decideReceipts'] } }, properties);

/** Gives the receipt columns of the rows of all items; see `decideReceipts`. Throws NodeOperationError for waits that are none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	if (items.length === 0) return [[]];
	const waits = {
		minutes: minuteList(this, 'Wait (Minutes)', sameForRun(this, 'wait', 'Wait (Minutes)')),
		tries: sameForRun(this, 'tries', 'Tries at Most') as number,
	};
	const now = Date.now();
	const rows = items.flatMap(({ json }, item) =>
		decideReceipts([json], now, waits).map((row) => ({ json: row as unknown as IDataObject, pairedItem: { item } })),
	);
	return [rows];
}
