import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from './nodeError';

/**
 * Runs an operation for every item, one after the other, and keeps the pairing. Where the node continues on failure, an item that
 * fails becomes an item with its error, so that n8n's error output takes it; otherwise the first failure ends the node.
 * @param run gives the json of the items that come out for item `itemIndex`
 */
export async function perItem(
	context: IExecuteFunctions,
	run: (itemIndex: number, item: INodeExecutionData) => Promise<IDataObject[]>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, item] of context.getInputData().entries()) {
		try {
			const rows = await run(itemIndex, item);
			output.push(...rows.map((json) => ({ json, pairedItem: { item: itemIndex } })));
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			output.push(failedItem(context, item, error, itemIndex));
		}
	}
	return output;
}

/** @returns the item with the error on it, in the shape that n8n's error output recognizes */
export function failedItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	thrown: unknown,
	itemIndex: number,
): INodeExecutionData {
	const error = toNodeError(context.getNode(), thrown, itemIndex);
	const details = error.context.data as IDataObject | undefined;
	return {
		json: { ...item.json, failure: { message: error.message, description: error.description ?? null, ...details } },
		error,
		pairedItem: { item: itemIndex },
	};
}
