import { literal, readExchangeRate } from '../../../shared/business-one';
import { perItem } from '../../../shared/n8n/perItem';
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
			const currencies = String(context.getNodeParameter('currencies', itemIndex, ''))
				.split(',')
				.map((code) => code.trim());
			const date = literal(context.getNodeParameter('date', itemIndex), 'date').slice(1, -1);
			const rates = [];
			for (const currency of currencies.filter((code) => code !== '')) {
				rates.push({ currency, date, rate: await readExchangeRate(serviceLayer, currency, date) });
			}
			return rates;
		});
		return [items];
	},
};
