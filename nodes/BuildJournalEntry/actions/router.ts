import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { mappingFields } from '../fields';
import * as build from './journalEntry/build.operation';
import * as exportProfile from './profile/exportProfile.operation';

/** The operations, as the form offers them. */
export const choice: INodeProperties = {
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
	],
};

/** Hands the node's input to the operation the node is set to; one array of items for each output. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = this.getNodeParameter('operation', 0);
	const context = withCheckedParameters(this, [...build.description, ...mappingFields, ...build.options]);
	return operation === 'exportProfile' ? exportProfile.execute.call(context) : await build.execute.call(context);
}
