import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { docIdField, docTypeField } from '../fields';

/** Documents that are asked for so often must be found as rows of the Data Table, too. */
const properties: INodeProperties[] = [
	docIdField,
	docTypeField,
	{
		displayName: 'Company ID',
		name: 'companyId',
		type: 'string',
		default: '={{ $json.companyId }}',
		placeholder: 'e.g. 192544',
		description: 'Of Concur. It is part of the names of the files.',
		hint: 'Comes from Concur FIS Trigger, or from a row of the Data Table',
	},
	{
		displayName: 'Report ID',
		name: 'reportId',
		type: 'string',
		default: '={{ $json.reportId }}',
		placeholder: 'e.g. B1041655B4CE4171BDAA',
		description: 'ID of the report or invoice in Concur, for documents that Concur does not give out any more',
	},
	{
		displayName: 'Files',
		name: 'files',
		type: 'options',
		options: [
			{
				name: 'None',
				value: 'none',
				description: 'Fetch nothing, e.g. where an expression says so for some companies',
			},
			{
				name: 'One per Document',
				value: 'document',
				description: 'All receipts of a report in one PDF, as Concur puts them together; the image of an invoice',
			},
			{
				name: 'One per Entry',
				value: 'entry',
				description: 'A file for each entry of a report that has a receipt, electronic ones included',
			},
		],
		default: 'document',
		description: 'How many files a document has',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Largest File (MB)',
				name: 'maxMegabytes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 49 },
				default: 25,
				description: 'A larger file is left where it is. Business One takes files below 50 MB.',
			},
			{
				displayName: 'Most in One Run (MB)',
				name: 'runMegabytes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 2000 },
				default: 100,
				description: 'When so much was fetched, no further document is begun; the others wait for the next run',
			},
			{
				displayName: 'Put Output Files in Fields',
				name: 'binaryPrefix',
				type: 'string',
				default: 'receipt_',
				placeholder: 'e.g. receipt_',
				description: 'How the names of the output binary fields begin; numbers follow',
			},
		],
	},
];

export const description = updateDisplayOptions({ show: { resource: ['receipt'], operation: ['get'] } }, properties);
