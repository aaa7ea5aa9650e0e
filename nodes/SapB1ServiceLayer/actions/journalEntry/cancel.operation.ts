import { perItem } from '../../../shared/n8n/perItem';
import { cancelEntry } from '../../../shared/business-one';
import type { Operation } from '../operation';
import { entryField } from './get.operation';

/** Cancel an entry. An entry that is cancelled already is no failure. */
export const cancel: Operation = {
	fields: [entryField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = Number(context.getNodeParameter('jdtNum', itemIndex, '', { extractValue: true }));
			return [{ ...(await cancelEntry(serviceLayer, jdtNum)) }];
		});
		return [items];
	},
};
