import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { answerOf } from '../../../shared/desk';
import { requestField, requestOf } from './fields';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows that were changed. It gives one item whose field location is the page to send the browser to, which says what came of the act.',
		name: 'answerNotice',
		type: 'notice',
		default: '',
	},
	requestField,
];

export const description = updateDisplayOptions({ show: { resource: ['desk'], operation: ['answer'] } }, properties);

/** Where the browser goes after an act; see `answerOf`. Throws NodeOperationError for what is no request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map(({ json }) => json);
	return [[{ json: { location: answerOf(requestOf(this), items) }, pairedItem: { item: 0 } }]];
}
