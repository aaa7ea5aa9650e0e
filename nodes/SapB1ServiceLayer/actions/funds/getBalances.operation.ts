import type { IDataObject } from 'n8n-workflow';
import { checkFundsSettings, readBalances, readySettings } from '../../../shared/fundsRegister';
import { mappingRowsReader } from '../../../shared/n8n/mappingRows';
import { perItem } from '../../../shared/n8n/perItem';
import type { Operation } from '../operation';
import { today } from '../sharedOptions';
import { fundsFields, readFundsSettings } from './fields';

const FIELDS = ['basis', 'options'];
const OPTIONS = ['expectedCompany', 'fiscalYearStart', 'scenario'];

/** Where every budget stands: one item each, amounts as decimal text in local currency. */
export const getBalances: Operation = {
	fields: fundsFields
		.filter(({ name }) => FIELDS.includes(name))
		.map((field) =>
			field.name === 'options' ? { ...field, options: field.options?.filter(({ name }) => OPTIONS.includes(name)) } : field,
		) as typeof fundsFields,
	async execute({ context, serviceLayer, company }) {
		const rowsFor = mappingRowsReader(context);
		return [
			await perItem(context, async (itemIndex) => {
				const wanted = readFundsSettings(context, company.companyDb, today(context), rowsFor, itemIndex);
				await checkFundsSettings(serviceLayer, wanted);
				const settings = await readySettings(serviceLayer, wanted);
				const balances = await readBalances(serviceLayer, settings);
				return balances.map(
					({ budgetKey, ...amounts }): IDataObject => ({ ...budgetKey, ...amounts, currency: settings.companyCurrency }),
				);
			}),
		];
	},
};
