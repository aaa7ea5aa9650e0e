import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from './nodeError';

/** What names a document or its entry on an item, and so tells which one a failure is about. */
const NAMES = ['docId', 'docType', 'reportId', 'postingKey', 'jdtNum'];

/** The class of a failure that no other system named: something on the item or in a field cannot be used. */
const OWN_CLASS = 'input';

/** What a failed item tells of its failure. */
export interface Failure extends IDataObject {
	error: string;
	/** What to do about it. */
	message: string;
	/** Which document, and what the other system said; `errorClass` is there always. */
	details: IDataObject;
}

/** @param json of the item that failed */
export function failureOf(context: IExecuteFunctions, json: IDataObject, thrown: unknown, itemIndex: number): Failure {
	const error = toNodeError(context.getNode(), thrown, itemIndex);
	const names = Object.entries(json).filter(
		([name, value]) => NAMES.includes(name) && ['string', 'number'].includes(typeof value),
	);
	const told = (error.context.data ?? {}) as IDataObject;
	return {
		error: error.message,
		message: error.description ?? '',
		details: { ...Object.fromEntries(names), itemIndex, errorClass: OWN_CLASS, ...told },
	};
}

/**
 * The item of a failure, in the shape that n8n hands on. Of an item whose `error` is set n8n keeps nothing but the text, so the
 * failure is in the json. For the error output the json must hold nothing else, because that is how n8n knows such an item there; n8n
 * itself puts what came in beside it.
 */
export function failedItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	thrown: unknown,
	itemIndex: number,
): INodeExecutionData {
	const failure = failureOf(context, item.json, thrown, itemIndex);
	const goesToErrorOutput = context.getNode().onError === 'continueErrorOutput';
	return {
		json: goesToErrorOutput ? failure : { ...item.json, ...failure },
		...(item.binary && { binary: item.binary }),
		pairedItem: { item: itemIndex },
	};
}
