import { covers, literal, readPeriods } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import type { Operation } from '../operation';

/** The posting periods, all or those of a day. */
export const getPostingPeriods: Operation = {
	fields: [
		{
			displayName: 'Date',
			name: 'date',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-01-31',
			description: 'Only periods that hold this posting date. Empty returns all periods.',
		},
	],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const given = String(context.getNodeParameter('date', itemIndex, '') ?? '').trim();
			if (given === '') return await readPeriods(serviceLayer);
			const date = literal(given, 'date').slice(1, -1);
			return (await readPeriods(serviceLayer, [date])).filter((period) => covers(period, date));
		});
		return [items];
	},
};
