import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { describePlace, ServiceLayerError } from '../business-one';
import { FisError } from '../concur/errors';
import { fisNodeError } from './fisClient';

/**
 * Makes n8n's error of whatever was thrown. Of a client error only its words and codes are taken over: what lies behind it may hold
 * a session.
 * @param itemIndex of the item that it is about
 */
export function toNodeError(node: INode, thrown: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) {
		if (itemIndex !== undefined) thrown.context.itemIndex ??= itemIndex;
		return thrown;
	}
	if (thrown instanceof ServiceLayerError) return fromServiceLayer(node, thrown, itemIndex);
	if (thrown instanceof FisError) return fisNodeError(node, thrown, itemIndex);
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return new NodeOperationError(node, message, { itemIndex });
}

function fromServiceLayer(node: INode, error: ServiceLayerError, itemIndex: number | undefined): NodeApiError {
	const facts = {
		errorClass: error.errorClass,
		status: error.status,
		code: error.code,
		text: error.text,
		place: describePlace(error.place),
	};
	const nodeError = new NodeApiError(node, { message: error.message, ...facts } as JsonObject, {
		message: error.message,
		description: error.advice,
		httpCode: error.status === 0 ? undefined : String(error.status),
		itemIndex,
	});
	// n8n replaces texts that contain the name of a system error, and B1's texts contain all sorts of words.
	nodeError.message = error.message;
	nodeError.context.data = facts;
	return nodeError;
}
