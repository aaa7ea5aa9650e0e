import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, failureOf } from '../shared/n8n/failedItem';
import { reason } from '../shared/review';
import { withoutOwnBlocks } from './output';
import type { Failure } from './work';

/** A failure as an item in review; where the node has an error output, as n8n knows an item there. */
export function failureItem(context: IExecuteFunctions, { itemIndex, json, error, code }: Failure): INodeExecutionData {
	if (context.getNode().onError === 'continueErrorOutput') return failedItem(context, { json }, error, itemIndex);
	const failure = failureOf(context, json, error, itemIndex);
	const finding = code === 'b1-not-available' ? `B1 could not be asked: ${failure.error}` : failure.error;
	const text = [finding, failure.message].filter((part) => part !== '').join(' ');
	const docId = typeof json.docId === 'string' ? json.docId : null;
	const review = { reasons: [reason(code, { docId }, text)], answer: 'keepAcknowledged' } as unknown as IDataObject;
	return { json: { ...withoutOwnBlocks(json), ...failure, review }, pairedItem: { item: itemIndex } };
}
