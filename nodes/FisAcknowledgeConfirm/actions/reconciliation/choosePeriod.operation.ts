import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { dayIn, startOf } from '../../../shared/dates';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { perItem } from '../../../shared/n8n/perItem';
import { periodOf } from '../../../shared/reconciliation';

const properties: INodeProperties[] = [
	{
		displayName: 'Month',
		name: 'month',
		type: 'string',
		default: '={{ $json.query?.month }}',
		placeholder: 'e.g. 2026-03',
		description: 'The month to reconcile. When empty, the last one that is over.',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['reconciliation'], operation: ['choosePeriod'] } },
	properties,
);

/** Days of the month, as `from` and `to`, and as `startsAt` the moment it begins. Throws NodeOperationError for what is no month. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const zone = this.getTimezone();
	const today = dayIn(new Date().toISOString(), zone) ?? '';
	const items = await perItem(this, async (itemIndex) => {
		const month = String(this.getNodeParameter('month', itemIndex, '') ?? '').trim();
		const period = periodOf(month, today);
		if (period === undefined)
			throw refusedParameter(this.getNode(), `Month "${month}" is no month`, 'Write it as YYYY-MM, such as 2026-03.', itemIndex);
		return [{ ...period, startsAt: startOf(period.from, zone) ?? '' }];
	});
	return [items];
}
