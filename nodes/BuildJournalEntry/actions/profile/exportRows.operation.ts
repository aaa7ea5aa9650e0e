import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData, type INodeProperties } from 'n8n-workflow';
import { writeMappingRows } from '../../../shared/mapping';
import { failedItem } from '../../../shared/n8n/failedItem';
import { mappingRowsReader } from '../../../shared/n8n/mappingRows';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { mappingSaid, profileOf } from '../../profile';

export const description: INodeProperties[] = [
	{
		displayName: 'Settings at Their Default',
		name: 'withDefaults',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether settings that nobody has changed have a row as well, so that the table shows everything that can be set',
		displayOptions: { show: { operation: ['exportRows'] } },
	},
];

/**
 * Gives the mapping as rows of a mapping table, one item each: the fields of the node together with the rows it was given, checked.
 * Items for which expressions give the same mapping share their rows.
 */
export function execute(this: IExecuteFunctions): INodeExecutionData[][] {
	const output = new Map<string, INodeExecutionData[]>();
	const rowsFor = mappingRowsReader(this);
	for (const [itemIndex, input] of this.getInputData().entries()) {
		try {
			const rows = rowsOf(this, rowsFor(itemIndex).said, itemIndex);
			const key = JSON.stringify(rows);
			if (!output.has(key))
				output.set(
					key,
					rows.map((json) => ({ json, pairedItem: { item: itemIndex } })),
				);
		} catch (error) {
			if (!this.continueOnFail()) throw toNodeError(this.getNode(), error, itemIndex);
			output.set(`item ${itemIndex}`, [failedItem(this, input, error, itemIndex)]);
		}
	}
	return [[...output.values()].flat()];
}

function rowsOf(context: IExecuteFunctions, rows: Parameters<typeof mappingSaid>[1], itemIndex: number) {
	const read = (name: string) => context.getNodeParameter(name, itemIndex) as unknown;
	if (read('mappingMode') === 'profile')
		throw new NodeOperationError(context.getNode(), 'A pasted profile cannot be given as rows', {
			itemIndex,
			description: 'Set Mapping to Fields Below. What the profile says has to be stated in the fields or in Mapping Rows.',
		});
	profileOf(read, rows);
	return writeMappingRows(mappingSaid(read, rows), read('withDefaults') === true);
}
