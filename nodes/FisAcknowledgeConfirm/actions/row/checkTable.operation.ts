import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';

const properties: INodeProperties[] = [
	{
		displayName: 'Put this node behind the Data Table node that makes the table: it stops with the reason where n8n made none.',
		name: 'checkTableNotice',
		type: 'notice',
		default: '',
	},
];

export const description = updateDisplayOptions({ show: { resource: ['row'], operation: ['checkTable'] } }, properties);

/** A table that n8n made or found is named by its id; a node too old for tables passes its input on without a word. */
const isTable = ({ json }: INodeExecutionData) => typeof json.id === 'string' && typeof json.name === 'string';

/** Passes the tables on. Throws NodeOperationError where the node before gave no table. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	if (items.length === 0 || !items.every(isTable))
		throw new NodeOperationError(this.getNode(), 'This n8n made no Data Table', {
			description:
				'The workflows of this package need Data Tables that a workflow can make, which n8n has from version 2.6 on. Update n8n, then run the set-up again. Also check that Data Tables are switched on.',
		});
	return [items.map((item, index) => ({ ...item, pairedItem: { item: index } }))];
}
