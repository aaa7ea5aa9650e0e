import type { IExecuteFunctions, IHttpRequestOptions, INode, IPollFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { CallSettings } from '../concur/call';
import { secretsOf } from '../concur/credential';
import { FisError } from '../concur/errors';
import { createFis, type Fis } from '../concur/fis';
import type { FisResponse } from '../concur/types';
import { secretsIn } from './secrets';

/** A FIS client that sends with the node's Concur credential. */
export function fisFor(context: IExecuteFunctions | IPollFunctions, settings: Partial<CallSettings> = {}): Fis {
	const send = async (options: IHttpRequestOptions) =>
		(await context.helpers.httpRequestWithAuthentication.call(context, 'concurFisApi', options)) as FisResponse;
	return createFis(send, { ...settings, secrets: async () => await secretsIn(context, 'concurFisApi', secretsOf) });
}

/** Why a call failed, in the words n8n 2's poll scheduler backs off by; n8n 1 ignores it. */
function failureOf(error: FisError) {
	if (error.kind === 'credential' || error.status === 403) return { cause: 'credential-invalid' };
	if (error.status === 429) return { cause: 'rate-limited', retryAfterMs: error.retryAfterMs };
	if (error.kind === 'temporary') return { cause: 'temporarily-unavailable', retryAfterMs: error.retryAfterMs };
	return { cause: 'configuration-invalid' };
}

const cures = {
	credential: 'Test the SAP Concur FIS credential; its message says what to renew.',
	refused: 'Check the credential, the document type and the fields of the node.',
	temporary: 'Nothing is lost: documents stay in Concur as they are, and every step can be run again.',
	fault: 'Report this text: it is a fault of the node or of n8n.',
	answer: 'Open the address of the credential in a browser to see who answers there.',
};

/** n8n's error for a failed call to Concur: what happened, what to do, Concur's id of the request for its support. */
export function fisNodeError(node: INode, error: FisError, itemIndex?: number): NodeApiError {
	const correlation = error.correlationId ? ` Concur's id of the request: ${error.correlationId}.` : '';
	const httpCode = error.status === undefined ? undefined : String(error.status);
	const options = {
		message: error.message,
		description: `${cures[error.kind]}${correlation}`,
		httpCode,
		itemIndex,
		failure: failureOf(error),
	};
	const response: JsonObject = { message: error.message, ...(httpCode ? { httpCode } : {}) };
	const nodeError = new NodeApiError(node, response, options as ConstructorParameters<typeof NodeApiError>[2]);
	// n8n replaces texts that contain the name of a network error by one that no longer says which system it was.
	nodeError.message = error.message;
	nodeError.context.data = { errorClass: error.kind, status: error.status ?? null, correlationId: error.correlationId ?? null };
	return nodeError;
}
