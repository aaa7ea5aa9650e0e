import type { INodeProperties } from 'n8n-workflow';
import * as get from './get.operation';

export const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['receipt'] } },
	options: [
		{
			name: 'Get',
			value: 'get',
			action: 'Get the receipts of a document',
			description: 'Fetch the images and electronic receipts of a report or an invoice as files',
		},
	],
	default: 'get',
};

export const operations = { 'receipt:get': get };
