import { readExchangeRate } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
import { dayFrom } from '../../../shared/n8n/readers';
import { namesIn } from '../listFields';
import type { Operation } from '../operation';

/** The rates of a day, for one or several currencies. */
export const getExchangeRates: Operation = {
	fields: [
		{
			displayName: 'Currencies',
			name: 'currencies',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. EUR,GBP',
			description: 'Currency codes as B1 has them, separated by commas',
		},
		{
			displayName: 'Date',
			name: 'date',
			type: 'string',
			default: '={{ $now.toISODate() }}',
			required: true,
			description: 'Day of the rate',
		},
	],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const currencies = namesIn(context.getNodeParameter('currencies', itemIndex, ''));
			const date = dayFrom(context, context.getNodeParameter('date', itemIndex), 'Date', itemIndex);
			const rates = [];
			for (const currency of currencies) {
				rates.push({ currency, date, rate: await readExchangeRate(serviceLayer, currency, date) });
			}
			return rates;
		});
		return [items];
	},
};
