import type { ServiceLayer } from '../client';
import { errorOfReply } from '../errors/classify';
import { ServiceLayerError } from '../errors/serviceLayerError';
import { queryPath, type Query } from '../odata/path';
import { getRest, pageSizeHeader } from '../odata/pages';
import { isSuccess, type FullResponse } from '../../http';
import type { Row } from '../types';
import { runBatch } from './runBatch';

/** A read of a set. */
export interface SetQuery {
	set: string;
	query: Query;
}

/** A read of a set, or of a path that is encoded already. */
export type BatchQuery = SetQuery | { path: string; pageSize?: number };

export type QueryResult = { rows: Row[] } | { error: ServiceLayerError };

const PAGE_SIZE = 500;
/** Reads in one request; the answers of more would be long to wait for. */
const MAX_PARTS = 40;

/**
 * Reads several collections in as few requests as can be: one batch for up to 40 of them. A read that fails does not hide the
 * others: what the server left out behind it is asked again.
 * @param optionalFrom where one of the queries from here on fails, those behind it are not asked again
 * @returns for each query its rows, all pages of them, or the error; none for those that were not asked
 * @throws ServiceLayerError where a whole batch got no answer
 */
export async function batchReads(
	serviceLayer: ServiceLayer,
	queries: BatchQuery[],
	optionalFrom = queries.length,
): Promise<QueryResult[]> {
	if (queries.length === 1 && queries[0]) return [await single(serviceLayer, queries[0])];
	const results: QueryResult[] = [];
	// Every round answers at least one query or ends, so there are no more rounds than queries.
	while (results.length < queries.length) {
		const chunk = queries.slice(results.length, results.length + MAX_PARTS);
		const answered = await fromSoundNode(serviceLayer, async () => await oneBatch(serviceLayer, chunk));
		if (answered.length === 0) throw cutOff();
		results.push(...answered);
		if (results.findIndex((result) => 'error' in result) >= optionalFrom) break;
	}
	return results;
}

/** Reads again where an answer comes from a sick node: a batch is answered 200 whatever its parts are answered. */
async function fromSoundNode(serviceLayer: ServiceLayer, read: () => Promise<QueryResult[]>): Promise<QueryResult[]> {
	for (let attempt = 1; ; attempt++) {
		const results = await read();
		const failed = results.find((result): result is { error: ServiceLayerError } => 'error' in result);
		if (!failed || !(await serviceLayer.recover(failed.error, attempt))) return results;
	}
}

const pathOf = (query: BatchQuery): string => ('path' in query ? query.path : queryPath(query.set, query.query));

const headersOf = (query: BatchQuery): Record<string, string> =>
	pageSizeHeader(('path' in query ? query.pageSize : undefined) ?? PAGE_SIZE);

/** @returns the rows of every result, or throws the first error */
export function rowsOrThrow(results: QueryResult[]): Row[][] {
	return results.map((result) => {
		if ('error' in result) throw result.error;
		return result.rows;
	});
}

async function oneBatch(serviceLayer: ServiceLayer, queries: BatchQuery[]): Promise<QueryResult[]> {
	const parts = await runBatch(
		serviceLayer,
		queries.map((query) => ({ path: pathOf(query), headers: headersOf(query) })),
	);
	const results: QueryResult[] = [];
	for (const [index, part] of parts.entries()) {
		const query = queries[index];
		const reply = part.state === 'answered' ? part.replies[0] : undefined;
		if (!query || !reply) break;
		results.push(await resultOf(serviceLayer, query, reply));
	}
	return results;
}

async function resultOf(serviceLayer: ServiceLayer, query: BatchQuery, reply: FullResponse): Promise<QueryResult> {
	if (!isSuccess(reply.statusCode)) {
		return { error: errorOfReply(reply.statusCode, reply.headers, reply.body, false) };
	}
	const { rows } = await getRest(serviceLayer, pathOf(query), reply.body, { headers: headersOf(query) });
	return { rows };
}

async function single(serviceLayer: ServiceLayer, query: BatchQuery): Promise<QueryResult> {
	const headers = headersOf(query);
	const read = async () => {
		const { body } = await serviceLayer.get(pathOf(query), headers);
		return (await getRest(serviceLayer, pathOf(query), body, { headers })).rows;
	};
	const result = await read().catch((error: ServiceLayerError) => error);
	if (!(result instanceof Error)) return { rows: result };
	if (result.isRefusal) return { error: result };
	throw result;
}

function cutOff(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'The answer of the Service Layer to a batch ends too early',
		isWrite: false,
	});
}
