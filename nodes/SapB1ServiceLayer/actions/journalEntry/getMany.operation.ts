import { perItem } from '../../../shared/n8n/perItem';
import { filterFields, limitField, queryOptionsField, readList, returnAllField, simplifyField } from '../listFields';
import type { Operation } from '../operation';
import { simpleEntry, SIMPLE_ENTRY } from './simpleEntry';

/** Get many entries, by conditions. */
export const getMany: Operation = {
	fields: [returnAllField, limitField, ...filterFields, simplifyField, queryOptionsField],
	async execute({ context, serviceLayer }) {
		const source = { set: 'JournalEntries', orderBy: 'JdtNum', simple: SIMPLE_ENTRY, simplify: simpleEntry };
		return [await perItem(context, async (itemIndex) => (await readList(context, serviceLayer, itemIndex, source)).rows)];
	},
};
