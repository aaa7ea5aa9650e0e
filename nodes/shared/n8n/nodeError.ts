import type { IDataObject, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { describePlace, ServiceLayerError } from '../business-one';
import { FisError } from '../concur/errors';
import { CallError } from '../http';

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
	if (thrown instanceof CallError) return ofCall(node, thrown, itemIndex);
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return new NodeOperationError(node, message, { itemIndex });
}

function ofCall(node: INode, error: CallError, itemIndex: number | undefined): NodeApiError {
	const facts = { errorClass: error.kind, status: error.status, ...factsOf(error) };
	const options = {
		message: error.message,
		description: error.advice,
		httpCode: error.status === 0 ? undefined : String(error.status),
		itemIndex,
		failure: failureOf(error),
	};
	const response = { message: error.message, ...facts } as JsonObject;
	const nodeError = new NodeApiError(node, response, options as ConstructorParameters<typeof NodeApiError>[2]);
	// n8n replaces texts that contain the name of a network error by one that no longer says which system it was.
	nodeError.message = error.message;
	nodeError.context.data = facts;
	return nodeError;
}

/** What each system tells beside that. */
function factsOf(error: CallError): IDataObject {
	if (error instanceof ServiceLayerError) return { code: error.code, text: error.text, place: describePlace(error.place) };
	if (error instanceof FisError) return { status: error.status || null, correlationId: error.correlationId ?? null };
	return {};
}

/** Kinds that a person has to cure in the credential, and kinds that pass. */
const CREDENTIAL_KINDS = ['credential', 'session', 'permission'];
const PASSING_KINDS = ['temporary', 'capacity', 'unknown'];

/** Why a call failed, in the words n8n 2's poll scheduler backs off by; n8n 1 ignores it. */
function failureOf({ kind, status, retryAfterMs }: CallError) {
	if (CREDENTIAL_KINDS.includes(kind) || status === 403) return { cause: 'credential-invalid' };
	if (status === 429) return { cause: 'rate-limited', retryAfterMs };
	if (PASSING_KINDS.includes(kind)) return { cause: 'temporarily-unavailable', retryAfterMs };
	return { cause: 'configuration-invalid' };
}
