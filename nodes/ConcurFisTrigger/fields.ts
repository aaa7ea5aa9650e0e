import type { INodeProperties } from 'n8n-workflow';
import { simplifyDocument } from '../shared/n8n/documentItem';
import { filterOptions } from '../shared/n8n/filterFields';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Documents that a filter leaves out stay ready in Concur',
	options: filterOptions,
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Document Format',
			name: 'documentFormat',
			type: 'options',
			options: [
				{ name: 'JSON', value: 'json' },
				{ name: 'Text', value: 'text', description: 'JSON as text; it is read all the same' },
			],
			default: 'json',
			description: 'The form in which Concur is asked to send the documents',
		},
		{
			displayName: 'Documents per Request',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 200 },
			default: 25,
			description: 'How many documents one request asks for. More documents take fewer requests and more memory.',
		},
		{
			displayName: 'Repeat After (Minutes)',
			name: 'repeatAfterMinutes',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 2 },
			default: 5,
			description:
				'How long to wait before a document that is still ready is given out again. The wait doubles each time, up to an hour. 0 gives out every ready document at every poll.',
		},
		simplifyDocument,
		{
			displayName: 'Without Document',
			name: 'withoutDocument',
			type: 'boolean',
			default: false,
			description:
				'Whether items tell what a document is called, but not what is in it. One poll can then give out thousands, for a workflow that notes them now and gets each one when it works on it.',
		},
	],
};

/** Fields of the trigger; the types of document and the limit stand in the node itself. */
export const fields: INodeProperties[] = [
	{
		displayName: 'System ID',
		name: 'systemId',
		type: 'string',
		default: '',
		placeholder: 'e.g. B1-PROD',
		description: 'Only documents for this external system. Leave empty for all documents of the company.',
	},
	{
		displayName: 'Documents per Poll',
		name: 'documentsPerPoll',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'How many documents one poll gives out at most, oldest first. The others follow with the next polls.',
		hint: 'A document takes about 0.05 MB of memory, with the option Without Document 0.005 MB',
	},
	filters,
	options,
];
