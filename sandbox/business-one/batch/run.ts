import type { Core, Operation, Outcome } from '../core';
import { commitFailed, ServiceError, WholeBatchFailed } from '../errors';
import { errorJson, jsonType, versionHeader } from '../rest/render';
import { writeJson } from '../json';
import { parseBatch, type BatchPart, type BatchRequest } from './parse';
import { changeSetText, partText, type PartReply } from './reply';

type Execute = (operation: Operation) => Outcome;

/** Carries a failing outcome out of a change set, so that its transaction is undone. */
class ChangeSetFailed extends Error {
	constructor(readonly reply: PartReply) {
		super('change set failed');
	}
}

/**
 * Runs a $batch: parts in order, stopping at the first that fails; a change set works wholly or not at all, and answers with one plain
 * part when it fails, under the Content-ID of the request that failed. A single request is answered without its Content-ID.
 */
export function runBatch(core: Core, outer: Operation, execute: Execute): Outcome {
	const parts = parseBatch(outer.headers['content-type'], outer.body, outer.version);
	checkContentIds(outer, parts);
	const boundary = `batchresponse_${core.context.ids.uuid('batch')}`;
	const texts: Buffer[] = [];
	let changeSets = 0;
	for (const part of parts) {
		if (part.kind === 'changeSet') changeSets += 1;
		const { text, failed } =
			part.kind === 'request'
				? runSingle(core, outer, part.request, execute)
				: runChangeSet(core, outer, { requests: part.requests, number: changeSets }, execute);
		texts.push(Buffer.from(`--${boundary}\r\n`), text);
		if (failed) break;
	}
	texts.push(Buffer.from(`--${boundary}--\r\n`));
	const status = outer.version === 'v1' ? 202 : 200;
	return { status, headers: { 'Content-Type': `multipart/mixed;boundary=${boundary}` }, raw: Buffer.concat(texts) };
}

function runSingle(core: Core, outer: Operation, request: BatchRequest, execute: Execute): { text: Buffer; failed: boolean } {
	const { contentId: _, ...reply } = runOne(core, outer, request, execute, new Map());
	return { text: partText(reply), failed: reply.status >= 400 };
}

function runChangeSet(
	core: Core,
	outer: Operation,
	{ requests, number }: { requests: BatchRequest[]; number: number },
	execute: Execute,
): { text: Buffer; failed: boolean } {
	const created = new Map<string, string>();
	try {
		checkChangeSet(requests);
		const inside = { ...outer, inChangeSet: true };
		const replies = core.store.transaction(() => {
			const made = requests.map((request) => runInside(core, inside, request, execute, created));
			if (outer.commitFails(number)) throw new WholeBatchFailed(commitFailed());
			return made;
		});
		return { text: changeSetText(`changesetresponse_${core.context.ids.uuid('changeset')}`, replies), failed: false };
	} catch (error) {
		if (error instanceof ChangeSetFailed) return { text: partText(error.reply), failed: true };
		if (error instanceof ServiceError) return { text: partText(errorReply(outer, error)), failed: true };
		throw error;
	}
}

function runInside(
	core: Core,
	outer: Operation,
	request: BatchRequest,
	execute: Execute,
	created: Map<string, string>,
): PartReply {
	const reply = runOne(core, outer, request, execute, created);
	if (reply.status >= 400) throw new ChangeSetFailed(reply);
	const location = reply.headers.Location;
	if (request.contentId !== undefined && location !== undefined)
		created.set(request.contentId, location.slice(outer.root.length));
	return reply;
}

/** v2 wants a Content-ID for every change, and refuses the whole batch without one. */
function checkContentIds(outer: Operation, parts: BatchPart[]): void {
	const changes = parts.flatMap((part) => (part.kind === 'changeSet' ? part.requests : []));
	if (outer.version === 'v2' && changes.some((request) => request.contentId === undefined))
		throw new ServiceError(400, 244, 'Content ID should be specified in each change set request.');
}

function checkChangeSet(requests: BatchRequest[]): void {
	const ids = requests.map((request) => request.contentId).filter((id) => id !== undefined);
	if (requests.some((request) => request.method === 'GET'))
		throw new ServiceError(400, -1000, 'GET is not allowed in a change set');
	if (new Set(ids).size < ids.length) throw new ServiceError(400, -1000, 'Content-ID is not unique in the change set');
}

function runOne(core: Core, outer: Operation, request: BatchRequest, execute: Execute, created: Map<string, string>): PartReply {
	core.context.counters.add('batchParts');
	let outcome: Outcome;
	try {
		outcome = execute(innerOperation(outer, request, created));
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error;
		return { ...errorReply(outer, error), contentId: request.contentId };
	}
	const headers = {
		...(outcome.json === undefined ? {} : jsonType(outer.version)),
		...outcome.headers,
		...versionHeader(outer.version),
	};
	const body = outcome.json === undefined ? (outcome.raw ?? '') : `${writeJson(outcome.json)}\n`;
	return { status: outcome.status, headers, body: Buffer.from(body), contentId: request.contentId };
}

function innerOperation(outer: Operation, request: BatchRequest, created: Map<string, string>): Operation {
	const url = request.url.replace(/^\$([^/?]+)/, (reference, id: string) =>
		id === 'batch' ? reference : referenced(id, created),
	);
	const [path = '', query = ''] = splitOnce(url, '?');
	const options = Object.entries(outer.headers).filter(([name]) => name.startsWith('b1s-'));
	return {
		...outer,
		method: request.headers['x-http-method-override']?.toUpperCase() ?? request.method,
		path: decode(path),
		query: new URLSearchParams(query),
		headers: { ...Object.fromEntries(options), ...request.headers },
		body: request.body,
	};
}

function referenced(id: string, created: Map<string, string>): string {
	const location = created.get(id);
	if (location === undefined) throw new ServiceError(400, -1000, `Invalid content reference '$${id}'`);
	return location;
}

function errorReply(outer: Operation, error: ServiceError): PartReply {
	const inBatch = new ServiceError(error.status, error.code, error.message, { innerError: true });
	return {
		status: error.status,
		headers: { ...jsonType(outer.version), ...versionHeader(outer.version) },
		body: Buffer.from(`${writeJson(errorJson(outer.version, inBatch))}\n`),
	};
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		throw new ServiceError(400, 200, 'Unrecognized resource path.');
	}
}

function splitOnce(text: string, separator: string): string[] {
	const at = text.indexOf(separator);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
