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
		placeholder: 'e.g. 2026-01-01',
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
