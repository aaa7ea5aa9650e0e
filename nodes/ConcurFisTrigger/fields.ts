import type { INodeProperties } from 'n8n-workflow';

/** Limits outside of which a document stays ready in Concur. */
export const filterOptions: INodeProperties[] = [
	{
		displayName: 'Company IDs',
		name: 'companies',
		type: 'string',
		default: '',
		placeholder: 'e.g. 192544',
		description: 'Only documents of these Concur companies, separated by commas',
	},
	{
		displayName: 'Entity IDs',
		name: 'entities',
		type: 'string',
		default: '',
		placeholder: 'e.g. p0182840729j',
		description: 'Only documents of these Concur entities, separated by commas',
	},
	{
		displayName: 'Go-Live Date',
		name: 'goLiveDate',
		type: 'dateTime',
		default: '',
		description:
			'Only documents approved at this time or later; where a document does not tell its approval, its submission or creation counts. Documents without any date pass.',
	},
	{
		displayName: 'Include Test Users',
		name: 'includeTestUsers',
		type: 'boolean',
		default: false,
		description: 'Whether documents of test users are given out, too',
	},
	{
		displayName: 'Ledgers',
		name: 'ledgers',
		type: 'string',
		default: '',
		placeholder: 'e.g. DEFAULT',
		description: 'Only documents of these ledger codes, separated by commas. A document without a ledger code is left out.',
	},
];

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
			typeOptions: { minValue: 0 },
			default: 5,
			description:
				'How long to wait before a document that is still ready is given out again. The wait doubles each time, up to an hour. 0 gives out every ready document at every poll.',
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
	},
	filters,
	options,
];
