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

/** A table that n8n made or found is named by its id; a node too old for tables fails, and its input goes on in its place. */
const isTable = ({ json }: INodeExecutionData) => typeof json.id === 'string' && typeof json.name === 'string';

/** What the node before said, where it failed in words of its own. */
function saidBefore({ json, error }: INodeExecutionData): string {
	const said = error?.message ?? (typeof json.error === 'string' ? json.error : '');
	return said === '' ? '' : `n8n said: "${said}". `;
}

/** Passes the tables on. Throws NodeOperationError where the node before gave no table. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const missing = items.find((item) => !isTable(item));
	if (items.length === 0 || missing) {
		const said = missing ? saidBefore(missing) : '';
		const cause = said === '' ? ': the workflows need n8n 2.6 or newer' : '';
		throw new NodeOperationError(this.getNode(), `This n8n made no Data Table${cause}`, {
			description: `${said}The workflows of this package need Data Tables that a workflow can make and read in order, which n8n has from version 2.6 on. Update n8n, then run the set-up again. On a newer n8n check that Data Tables are switched on and that you may make them in this project.`,
		});
	}
	return [items.map((item, index) => ({ ...item, pairedItem: { item: index } }))];
}
