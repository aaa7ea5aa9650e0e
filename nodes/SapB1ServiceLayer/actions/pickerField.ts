import type { INodeProperties } from 'n8n-workflow';

interface Picker {
	label: string;
	name: string;
	searchMethod: string;
	/** A key as people write it. */
	example: string;
}

/** One record, chosen from a searchable list or given by its key. */
export function pickerField({ label, name, searchMethod, example }: Picker): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: `Choose one that B1 has, or give its key, such as ${example}`,
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: searchMethod, searchable: true } },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
		],
	};
}
