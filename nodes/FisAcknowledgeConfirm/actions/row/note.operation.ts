import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';
import { givenItems } from '../../../shared/n8n/givenItems';
import { newRows, type Row } from '../../../shared/row';

const properties: INodeProperties[] = [
	{
		displayName:
			'Give this node the rows of the Data Table that are ready in Concur. It gives a row for each of the documents that has none, for the next node to insert.',
		name: 'noteNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Documents',
		name: 'documents',
		type: 'json',
		default: '',
		placeholder: "e.g. {{ $('New approved documents').all() }}",
		description: 'The documents that the trigger gave out, by an expression',
		hint: 'The items of Concur FIS Trigger',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['note'] } }, properties);

/** One new row for each document that is not noted; see `newRows`. Throws NodeOperationError where no documents are given. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const documents = givenItems(this.getNodeParameter('documents', 0, ''));
	if (documents === undefined)
		throw refusedParameter(
			this.getNode(),
			'Documents holds no items of a node',
			"Enter the expression {{ $('New approved documents').all() }} with the name of your trigger.",
		);
	const noted = this.getInputData().map(({ json }) => json as unknown as Partial<Row>);
	const rows = newRows(documents, noted, Date.now());
	return [rows.map((json) => ({ json: json as unknown as IDataObject, pairedItem: { item: 0 } }))];
}
