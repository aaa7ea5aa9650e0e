import { perItem } from '../../../shared/n8n/perItem';
import { recordNumber } from '../../../shared/n8n/readers';
import { simplifyField, withoutMetadata } from '../listFields';
import type { Operation } from '../operation';
import { pickerField } from '../pickerField';
import { readByKey } from '../readByKey';
import { simpleEntry, SIMPLE_ENTRY } from './simpleEntry';

export const entryField = pickerField({
	label: 'Journal Entry',
	name: 'jdtNum',
	searchMethod: 'search_journalEntry',
	example: '4711',
});

export const ENTRIES = { set: 'JournalEntries', key: 'JdtNum', keyType: 'number' } as const;

/** Get one entry with its lines. */
export const get: Operation = {
	fields: [entryField, simplifyField],
	async execute({ context, serviceLayer }) {
		const items = await perItem(context, async (itemIndex) => {
			const jdtNum = recordNumber(context, 'jdtNum', 'Journal Entry', itemIndex);
			const isSimple = context.getNodeParameter('simplify', itemIndex, true) === true;
			const row = withoutMetadata(await readByKey(serviceLayer, ENTRIES, String(jdtNum), isSimple ? SIMPLE_ENTRY : undefined));
			return [isSimple ? simpleEntry(row) : row];
		});
		return [items];
	},
};
