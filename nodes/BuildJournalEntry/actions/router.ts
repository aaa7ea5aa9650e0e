import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { mappingFields } from '../fields';
import * as build from './journalEntry/build.operation';
import * as exportProfile from './profile/exportProfile.operation';
import * as exportRows from './profile/exportRows.operation';

/** The operations, as the form offers them. */
const choice: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'build',
	options: [
		{
			name: 'Build Journal Entry',
			value: 'build',
			action: 'Build a journal entry',
			description: 'Make a journal entry of each document',
		},
		{
			name: 'Export Profile',
			value: 'exportProfile',
			action: 'Export the profile',
			description: 'Give the mapping of this node as JSON, to keep it or to paste it into another node',
		},
		{
			name: 'Export Rows',
			value: 'exportRows',
			action: 'Export the mapping as rows',
			description: 'Check the mapping, and give it as rows of a table that a spreadsheet or a Data Table holds',
		},
	],
};

/** What the form shows, from its top. */
export const properties: INodeProperties[] = [
	choice,
	...build.description,
	...exportRows.description,
	...mappingFields,
	...build.options,
];

/** Hands the node's input to the operation the node is set to; one array of items for each output. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const context = withCheckedParameters(this, properties);
	switch (this.getNodeParameter('operation', 0)) {
		case 'exportProfile':
			return exportProfile.execute.call(context);
		case 'exportRows':
			return exportRows.execute.call(context);
		default:
			return await build.execute.call(context);
	}
}
