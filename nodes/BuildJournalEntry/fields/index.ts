import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { SECTIONS } from '../../shared/mapping';
import { mappingRows } from '../../shared/n8n/mappingRows';
import { propertiesOf } from './sections';

/** The mapping of a company: in fields, or as a pasted profile that stands for the same fields. */
export const mappingFields: INodeProperties[] = updateDisplayOptions(
	{ show: { operation: ['build', 'exportProfile', 'exportRows'] } },
	[
		{
			displayName: 'Mapping',
			name: 'mappingMode',
			type: 'options',
			noDataExpression: true,
			default: 'fields',
			description: 'Where it is set up how Concur’s codes become accounts, partners and cost objects of B1',
			options: [
				{ name: 'Fields Below', value: 'fields', description: 'Set it up here. What is left alone has a sensible default.' },
				{ name: 'Profile (JSON)', value: 'profile', description: 'Paste a profile that the operation Export Profile gave' },
			],
		},
		{
			displayName: 'Profile',
			name: 'profile',
			type: 'json',
			default: '{}',
			typeOptions: { rows: 8 },
			description: 'A profile as JSON. Knobs that are not in it take their defaults; an empty object {} takes all of them.',
			hint: 'Made by the operation Export Profile, or loaded from a file, a Data Table or a variable by an expression',
			displayOptions: { show: { mappingMode: ['profile'] } },
		},
		mappingRows,
		...SECTIONS.flatMap(propertiesOf),
	],
);
