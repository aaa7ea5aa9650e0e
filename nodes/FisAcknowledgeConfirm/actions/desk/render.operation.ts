import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { dayIn } from '../../../shared/dates';
import { renderPage } from '../../../shared/desk';
import { requestField, requestOf, rowsOf } from './fields';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table that are open or have warnings. It gives the page as one item with the field html; nothing for a request that wants something done.',
		name: 'renderNotice',
		type: 'notice',
		default: '',
	},
	requestField,
];

export const description = updateDisplayOptions({ show: { resource: ['desk'], operation: ['render'] } }, properties);

/** The page that was asked for; see `renderPage`. Throws NodeOperationError for what is no request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const request = requestOf(this);
	if (request.act !== null || request.said === 'notUnderstood') return [[]];
	const zone = this.getTimezone();
	const dayOf = (time: number) => dayIn(new Date(time).toISOString(), zone) ?? '';
	const html = renderPage(rowsOf(this), request, { now: Date.now(), dayOf });
	return [[{ json: { html }, pairedItem: { item: 0 } }]];
}
