import { perItem } from '../../../shared/n8n/perItem';
import { withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import { pickerField } from '../pickerField';
import { readByKey } from '../readByKey';

export const entryField = pickerField({
	label: 'Journal Entry',
	name: 'jdtNum',
	searchMethod: 'search_journalEntry',
	example: '4711',
});

/** Get one entry with its lines. */
export const get: Operation = {
	fields: [entryField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = String(context.getNodeParameter('jdtNum', itemIndex, '', { extractValue: true }));
			return [
				withoutMetadata(await readByKey(serviceLayer, { set: 'JournalEntries', key: 'JdtNum', keyType: 'number' }, jdtNum)),
			];
		});
		return [items];
	},
};
