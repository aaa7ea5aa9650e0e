import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem } from './failedItem';
import { toNodeError } from './nodeError';

/**
 * Runs an operation for every item, one after the other, and keeps the pairing. Where the node continues on failure, an item that
 * fails becomes an item that tells its failure, so that n8n's error output takes it; otherwise the first failure ends the node.
 * @param run gives the json of the items that come out for item `itemIndex`
 */
export async function perItem(
	context: IExecuteFunctions,
	run: (itemIndex: number, item: INodeExecutionData) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[]> {
	return await itemsPerItem(context, async (itemIndex, item) => (await run(itemIndex, item)).map((json) => ({ json })));
}

/** The same for operations that give whole items, such as files. */
export async function itemsPerItem(
	context: IExecuteFunctions,
	run: (itemIndex: number, item: INodeExecutionData) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, item] of context.getInputData().entries()) {
		try {
			const items = await run(itemIndex, item);
			output.push(...items.map((one) => ({ ...one, pairedItem: { item: itemIndex } })));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			output.push(failedItem(context, item, error, itemIndex));
		}
	}
	return output;
}
