import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from '../shared/n8n/nodeError';
import { reason } from '../shared/review';
import { withoutOwnBlocks } from './output';
import type { Failure } from './work';

/**
 * A failure as an item in review. An item with an error on it would lose its json where n8n takes errors to an output of their own,
 * and with it the document.
 */
export function failureItem(node: INode, { itemIndex, json, error, code }: Failure): INodeExecutionData {
	const { message, description } = toNodeError(node, error, itemIndex);
	const finding = code === 'b1-not-available' ? `B1 could not be asked: ${message}` : message;
	const text = [finding, description].filter((part) => typeof part === 'string' && part !== '').join(' ');
	const docId = typeof json.docId === 'string' ? json.docId : null;
	const review = { reasons: [reason(code, { docId }, text)], answer: 'keepAcknowledged' };
	return { json: { ...withoutOwnBlocks(json), review } as unknown as IDataObject, pairedItem: { item: itemIndex } };
}
