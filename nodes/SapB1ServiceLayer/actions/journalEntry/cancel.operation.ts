import type { IDataObject } from 'n8n-workflow';
import { perItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import { cancelEntry } from '../../../shared/business-one';
import type { Operation } from '../operation';
import { cancelOptions, reversalDateOption } from '../sharedOptions';
import { entryField } from './get.operation';

/** Cancel an entry. An entry that is cancelled already is no failure; one that is paid or reconciled is not cancelled. */
export const cancel: Operation = {
	fields: [
		entryField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [reversalDateOption],
		},
	],
	async execute({ context, serviceLayer, company }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = recordNumber(context, 'jdtNum', 'Journal Entry', itemIndex);
			const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
			return [{ ...(await cancelEntry(serviceLayer, jdtNum, cancelOptions(context, options, company.companyDb))) }];
		});
		return [items];
	},
};
