import type { Version } from '../core';
import { singleSlashes } from '../odata/path';
import { ServiceError } from '../errors';
import { boundaryOf, multipartParts, readHeaders } from './multipart';

export interface BatchRequest {
	method: string;
	/** Path and query after `/b1s/vN/`, as sent. */
	url: string;
	headers: Record<string, string>;
	body: Buffer;
	contentId?: string;
}

export type BatchPart = { kind: 'request'; request: BatchRequest } | { kind: 'changeSet'; requests: BatchRequest[] };

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'MERGE'];
const MAX_PARTS = 10_000;

const incomplete = () => new ServiceError(400, -1000, 'Incomplete Batch Request Body!', { innerError: true });

/** Reads a $batch body (Service Layer User's Guide, batch operations). Throws -1000 "Incomplete Batch Request Body!" when it is broken. */
export function parseBatch(contentType: string | undefined, body: Buffer, version: Version): BatchPart[] {
	const boundary = boundaryOf(contentType);
	const parts = boundary === undefined ? null : multipartParts(body, boundary);
	if (!parts || parts.length === 0 || parts.length > MAX_PARTS) throw incomplete();
	return parts.map((part) => parsePart(part, version));
}

function parsePart(part: Buffer, version: Version): BatchPart {
	const { headers, body } = readHeaders(part);
	const boundary = boundaryOf(headers['content-type']);
	if (boundary === undefined) return { kind: 'request', request: parseRequest(headers, body, version) };
	const inner = multipartParts(body, boundary);
	if (!inner || inner.length === 0) throw incomplete();
	const requests = inner.map((item) => {
		const { headers: itemHeaders, body: itemBody } = readHeaders(item);
		if (boundaryOf(itemHeaders['content-type']) !== undefined) throw incomplete();
		return parseRequest(itemHeaders, itemBody, version);
	});
	return { kind: 'changeSet', requests };
}

/**
 * One request: a line, headers, a blank line, a body. The blank line is needed without headers and body too, which is why a GET part ends
 * with two of them before the next delimiter.
 */
function parseRequest(partHeaders: Record<string, string>, text: Buffer, version: Version): BatchRequest {
	const isHttp = /^application\/http\b/i.test(partHeaders['content-type'] ?? '');
	if (!isHttp || (partHeaders['content-transfer-encoding'] ?? '').toLowerCase() !== 'binary') throw incomplete();
	const lineEnd = text.indexOf('\r\n');
	const match = lineEnd < 0 ? null : /^([A-Za-z]+) +(.+?)(?: +HTTP\/\d\.\d)? *$/.exec(text.subarray(0, lineEnd).toString('utf8'));
	const method = match?.[1]?.toUpperCase() ?? '';
	if (!match || !METHODS.includes(method) || !text.subarray(lineEnd).includes('\r\n\r\n')) throw incomplete();
	const { headers, body } = readHeaders(text.subarray(lineEnd + 2));
	const contentId = partHeaders['content-id'] ?? headers['content-id'];
	return { method, url: innerUrl(match[2] ?? '', version), headers, body, ...(contentId === undefined ? {} : { contentId }) };
}

/** A part names its resource in full, from the root of the server, or relative to the version. */
function innerUrl(url: string, version: Version): string {
	const path = url.replace(/^https?:\/\/[^/]+/i, '');
	return singleSlashes(path)
		.replace(new RegExp(`^/?b1s/${version}/`, 'i'), '')
		.replace(/^\//, '');
}
