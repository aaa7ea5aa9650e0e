import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors/serviceLayerError';
import type { Row } from '../types';
import { queryPath, type Query } from './path';

export interface PageOptions {
	/** Rows wanted; all of them without it. */
	limit?: number;
	/** Rows a page should have; B1's own default is 20. */
	pageSize?: number;
	/** Extra headers, e.g. `B1S-CaseInsensitive`. */
	headers?: Record<string, string>;
	/** Takes the rows of each page as it comes; none of them is kept then. */
	onPage?: (rows: Row[]) => void;
}

export interface Rows {
	rows: Row[];
	/** True where the server has more rows than were taken. */
	truncated: boolean;
	pages: number;
}

const PAGE_SIZE = 500;
/** Stops for a server that never ends, not limits anyone should meet. */
const MAX_ROWS = 1_000_000;
const MAX_PAGES = 20_000;
/** Pages without rows that a server's own tokens may lead to, one after the other. */
const MAX_EMPTY_PAGES = 20;

/**
 * Reads a collection page by page. Only the server's next link says that there is more: a short page proves nothing. Of the link
 * just the position is taken and put into the first request again, because links come absolute or relative, with another host
 * name behind a gateway, and on some builds without the filter. So no link leads to another server.
 * @returns the rows in the server's order, `truncated` where a limit cut them
 */
export async function getAll(
	serviceLayer: ServiceLayer,
	set: string,
	query: Query = {},
	options: PageOptions = {},
): Promise<Rows> {
	// One row more than wanted shows on the same page whether there are more.
	const pageSize = Math.min(options.pageSize ?? PAGE_SIZE, (options.limit ?? MAX_ROWS) + 1);
	const headers = { ...options.headers, ...pageSizeHeader(pageSize) };
	const path = queryPath(set, query);
	const { body } = await serviceLayer.get(path, headers);
	return await getRest(serviceLayer, path, body, { ...options, headers });
}

/**
 * Reads on from a first page that came by other means, e.g. in a batch.
 * @param path of the first page, encoded
 * @param firstPage body of its answer
 */
export async function getRest(
	serviceLayer: ServiceLayer,
	path: string,
	firstPage: unknown,
	options: PageOptions = {},
): Promise<Rows> {
	const limit = Math.min(options.limit ?? MAX_ROWS, MAX_ROWS);
	const rows: Row[] = [];
	const take = options.onPage ?? ((page: Row[]) => void rows.push(...page));
	take(rowsOf(firstPage));
	let link = nextLinkOf(firstPage);
	let position: Position = {};
	let emptyPages = 0;
	for (let pages = 1; ; pages++) {
		if (rows.length > limit) return { rows: rows.slice(0, limit), truncated: true, pages };
		if (link === undefined || rows.length === limit) return { rows, truncated: link !== undefined, pages };
		position = nextPosition(path, link, position);
		const { body } = await serviceLayer.get(pathAt(path, position), options.headers);
		const more = rowsOf(body);
		take(more);
		emptyPages = more.length > 0 ? 0 : emptyPages + 1;
		if (emptyPages > MAX_EMPTY_PAGES || pages > MAX_PAGES) throw badLink('leads on without end');
		// Behind a count of rows where there is none, there are none further on.
		link = more.length === 0 && position.skip !== undefined ? undefined : nextLinkOf(body);
	}
}

/** @returns the header that asks for pages of this size (User's Guide, server-driven paging) */
export function pageSizeHeader(pageSize: number): Record<string, string> {
	return { Prefer: `odata.maxpagesize=${pageSize}` };
}

/** @returns the rows of a collection answer: `value` of an object, or a bare array */
export function rowsOf(body: unknown): Row[] {
	if (Array.isArray(body)) return body as Row[];
	const value = (body as { value?: unknown } | null | undefined)?.value;
	return Array.isArray(value) ? (value as Row[]) : [];
}

/** Where the next page begins: a count of rows, or a token of the server's own. */
interface Position {
	skip?: number;
	skipToken?: string;
}

function nextLinkOf(body: unknown): string | undefined {
	const answer = body as Record<string, unknown> | null | undefined;
	const link = answer?.['@odata.nextLink'] ?? answer?.['odata.nextLink'];
	return typeof link === 'string' && link !== '' ? link : undefined;
}

/** The first page's own path, moved to another position. */
function pathAt(path: string, { skip, skipToken }: Position): string {
	const [set, search = ''] = path.split('?', 2) as [string, string?];
	const kept = search.split('&').filter((part) => part !== '' && !/^(\$|%24)(skip|skiptoken)=/i.test(part));
	kept.push(skipToken === undefined ? `$skip=${skip}` : `$skiptoken=${encodeURIComponent(skipToken)}`);
	return `${set}?${kept.join('&')}`;
}

function nextPosition(path: string, link: string, previous: Position): Position {
	const [target, search = ''] = link.split('?', 2) as [string, string?];
	if (lastSegment(target) !== lastSegment(path)) throw badLink('leads to another collection');
	const parameters = new URLSearchParams(search);
	const skipToken = parameters.get('$skiptoken') ?? undefined;
	if (skipToken !== undefined) {
		if (skipToken === previous.skipToken) throw badLink('leads back to the same page');
		return { skipToken };
	}
	const skip = Number(parameters.get('$skip') ?? NaN);
	if (!Number.isInteger(skip)) throw badLink('names no position');
	if (skip <= (previous.skip ?? 0)) throw badLink('leads back to an earlier page');
	return { skip };
}

function lastSegment(path: string): string {
	return (path.split('?')[0] ?? '').split('/').pop() ?? '';
}

function badLink(why: string): Error {
	return new ServiceLayerError({
		kind: 'unknown',
		message: `The Service Layer's link to the next page ${why}`,
		status: 200,
		advice: 'Read with a filter that gives fewer rows.',
	});
}
