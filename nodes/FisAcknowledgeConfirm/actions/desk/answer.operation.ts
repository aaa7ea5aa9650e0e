import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { answerOf, correctionOf } from '../../../shared/desk';
import type { Outputs } from '../../../shared/n8n/outputs';
import { requestField, requestOf } from './fields';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows that were changed. It gives one item whose field location is the page to send the browser to, which says what came of the act. It leaves by Correct Mapping where a row is to be added to the mapping table first; that row stands in the item.',
		name: 'answerNotice',
		type: 'notice',
		default: '',
	},
	requestField,
];

export const outputs: Outputs = ['Go Back', 'Correct Mapping'];

export const description = updateDisplayOptions({ show: { resource: ['desk'], operation: ['answer'] } }, properties);

/** Where the browser goes after an act; see `answerOf`. Throws NodeOperationError for what is no request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map(({ json }) => json);
	const request = requestOf(this);
	const location = answerOf(request, items);
	const correction = correctionOf(request, items, Date.now());
	const item = { json: { ...correction, location } as IDataObject, pairedItem: { item: 0 } };
	return correction ? [[], [item]] : [[item], []];
}
