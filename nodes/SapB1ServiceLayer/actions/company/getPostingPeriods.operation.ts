import { covers, readPeriods } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { dayFrom } from '../../../shared/n8n/readers';
import { limitField, returnAllField, sayTruncated, simplifyField } from '../listFields';
import type { Operation } from '../operation';

const SIMPLE = [
	'AbsoluteEntry',
	'PeriodCode',
	'PeriodName',
	'PeriodStatus',
	'PostingDateFrom',
	'PostingDateTo',
	'DueDateFrom',
	'DueDateTo',
	'TaxDateFrom',
	'TaxDateTo',
];

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
		{ ...returnAllField, default: true },
		limitField,
		simplifyField,
	],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const given = context.getNodeParameter('date', itemIndex, '') as unknown;
			const isEmpty = given === null || given === undefined || given === '';
			const date = isEmpty ? undefined : dayFrom(context, given, 'Date', itemIndex);
			const periods = await readPeriods(serviceLayer, date === undefined ? [] : [date]);
			const found = date === undefined ? periods : periods.filter((period) => covers(period, date));
			const returnAll = context.getNodeParameter('returnAll', itemIndex, true) === true;
			const limit = returnAll ? found.length : (context.getNodeParameter('limit', itemIndex, 50) as number);
			if (found.length > limit) sayTruncated(context, limit);
			const isSimple = context.getNodeParameter('simplify', itemIndex, true) === true;
			return found.slice(0, limit).map((period) => (isSimple ? picked(period) : period));
		});
		return [items];
	},
};

const picked = <Period extends object>(period: Period) =>
	Object.fromEntries(Object.entries(period).filter(([name]) => SIMPLE.includes(name)));
