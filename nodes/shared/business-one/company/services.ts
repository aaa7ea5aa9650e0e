import type { IDataObject } from 'n8n-workflow';
import type { ServiceLayer } from '../client';
import { rowsOf } from '../odata';
import type { Row } from '../types';

/**
 * Calls a service that only reads. Version 1 takes POST for all of them; version 2 takes GET for those its metadata calls functions,
 * and published samples use POST for those too, so a refused POST is tried as GET.
 */
export async function callReadService(serviceLayer: ServiceLayer, name: string, parameters?: IDataObject): Promise<unknown> {
	const post = serviceLayer.call({ method: 'POST', path: name, body: parameters ?? {}, isRead: true });
	if (serviceLayer.apiVersion === 'v1' || parameters !== undefined) return (await post).body;
	const result = await post.catch((error: Error & { status: number }) => error);
	if (!(result instanceof Error)) return result.body;
	if (![400, 404, 405].includes(result.status)) throw result;
	return (await serviceLayer.get(name)).body;
}

/** @returns the object without the metadata keys of either version */
export function plainObject(body: unknown): Row {
	if (!(body instanceof Object) || Array.isArray(body)) return {};
	return Object.fromEntries(Object.entries(body as Row).filter(([key]) => !/^(@?odata\.|odata\.)/.test(key)));
}

/** A single value comes bare or in `{ value }`, depending on version and build. */
export function singleValue(body: unknown): unknown {
	return body instanceof Object && 'value' in body ? body.value : body;
}

export { rowsOf };
