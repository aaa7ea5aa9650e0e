import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { mappingVersion, saidInRows, tableRowsOf } from '../mapping';

/** The field of every node that takes a mapping table. */
export const mappingRows: INodeProperties = {
	displayName: 'Mapping Rows',
	name: 'mappingRows',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: "e.g. {{ $('Get mapping').all() }}",
	description:
		'Rows of a Data Table or spreadsheet node, by an expression; or CSV text, or cells copied from a spreadsheet with their header. A setting that has rows is what they say of it, whatever the fields say.',
	hint: 'Columns: section, setting, from, to, e.g. Accounts, Account Table, MEALS, 613000. The operation Export Rows of Build Journal Entry gives such rows.',
};

/** What a mapping table says, and what tells this state of the mapping from another. */
export interface ReadRows {
	said: ReturnType<typeof saidInRows>;
	version: string;
}

/** What of an expression makes it another one for each item. */
const BY_ITEM = /\$(json|input|itemIndex|binary|item)\b|\.(item|itemMatching|pairedItem)\b/;

/**
 * Reads the mapping table of each item: once for all of them, unless its expression reads the item.
 *
 * @returns a function that throws an Error for rows that cannot be used
 */
export function mappingRowsReader(context: IExecuteFunctions): (itemIndex: number) => ReadRows {
	const { parameters } = context.getNode();
	const written = parameters.mappingRows;
	const isByItem = typeof written === 'string' && written.startsWith('=') && BY_ITEM.test(written);
	const known = new Map<string, ReadRows>();
	return (itemIndex) => {
		const index = isByItem ? itemIndex : 0;
		const before = known.get('');
		if (!isByItem && before) return before;
		const value: unknown = context.getNodeParameter('mappingRows', index, '');
		const key = isByItem ? JSON.stringify(value ?? '') : '';
		const read = known.get(key) ?? { said: saidInRows(value), version: mappingVersion(parameters, tableRowsOf(value)) };
		known.set(key, read);
		return read;
	};
}
