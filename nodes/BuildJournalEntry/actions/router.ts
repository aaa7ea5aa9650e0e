import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withCheckedParameters } from '../../shared/n8n/checkedParameters';
import { mappingFields } from '../fields';
import * as build from './journalEntry/build.operation';
import * as exportProfile from './profile/exportProfile.operation';

/** Hands the node's input to the operation the node is set to; one array of items for each output. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = this.getNodeParameter('operation', 0);
	const context = withCheckedParameters(this, [...build.description, ...mappingFields, ...build.options]);
	return operation === 'exportProfile' ? exportProfile.execute.call(context) : await build.execute.call(context);
}
