import type { INodeProperties } from 'n8n-workflow';
import { LANGUAGES } from '../../../shared/language';

/** In which language headings and roles are written; the messages of the item keep theirs. */
export const languageField: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'options',
	options: [
		{ name: 'As Built', value: 'fromItem', description: 'The language of the mapping the entry was built with' },
		...Object.entries(LANGUAGES)
			.map(([value, name]) => ({ name, value }))
			.sort((one, other) => one.name.localeCompare(other.name, 'en')),
	],
	default: 'fromItem',
	description: 'Language of the headings and of what the lines are for',
};
