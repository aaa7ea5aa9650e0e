import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { failureAlert } from '../../../shared/alerts';
import { perItem } from '../../../shared/n8n/perItem';

const properties: INodeProperties[] = [
	{
		displayName:
			'Put this node behind an Error Trigger, and choose the workflow it is in as Error Workflow in the settings of the others. It gives subject and text for mail, Slack or Teams.',
		name: 'renderFailureNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['alert'], operation: ['renderFailure'] } }, properties);

/** One message for each failed execution. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return [await perItem(this, async (_itemIndex, { json }) => [failureAlert(json) as IDataObject])];
}
