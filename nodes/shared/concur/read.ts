import type { Call } from './call';
import { pageOf, type Page } from './envelope';
import type { DocType, FisItem } from './types';

export interface ListQuery {
	docType: DocType;
	/** Only documents of this external system; empty for all. */
	systemId?: string;
	/** Documents to give back at most, after `accept`. */
	limit: number;
	/** Documents asked for with one request. FIS's own default is 25. */
	pageSize?: number;
	/** How the document comes: as JSON or as JSON text. Both are read. */
	format?: 'json' | 'text';
	/** Which documents count; the others stay ready in Concur. */
	accept?: (item: FisItem) => boolean;
	/** What is kept of a document, all of it unless told: a list of thousands has no room for them. */
	keep?: (item: FisItem) => FisItem;
	/** Time (milliseconds since 1970) after which no further page is asked for. */
	deadlineMs?: number;
	/** Pages to ask for at most. */
	maxPages?: number;
	/** Asked before every further page. */
	mayBegin?: () => boolean;
	now?: () => number;
}

export interface Listed {
	items: FisItem[];
	/** Documents that were read and left out by `accept`. */
	leftOut: number;
	/** Rows that are no document. */
	unreadable: number;
	/** Pages that were asked for. */
	pages: number;
	/** Whether pages remained unread, because of the limit, the deadline or the page limit. */
	truncated: boolean;
}

/** Stops a list whose end never comes; at 25 documents a page it is far above any ready queue. */
const MOST_PAGES = 1_000;

/** Pages in a row with nothing but rows that are no document: behind them may be others. */
const MAX_BARREN_PAGES = 3;

/** Path of a document type's transactions. Relative: the credential puts the token's own data center before it. */
export const transactionsPath = (docType: string) =>
	`/financialintegration/fi/v4/companies/transactiontypes/${encodeURIComponent(docType)}/transactions`;

async function readPage(call: Call, query: ListQuery, page: number): Promise<Page> {
	const pageSize = query.pageSize ?? 25;
	const { response } = await call({
		method: 'GET',
		url: transactionsPath(query.docType),
		qs: { page, limit: pageSize, ...(query.systemId ? { systemId: query.systemId } : {}) },
		headers: { DocumentFormatAs: query.format ?? 'json' },
	});
	return pageOf(response.body, query.docType, pageSize);
}

/**
 * Lists the documents that are ready, page by page, beginning with page 0 every time: an acknowledgement takes a
 * document out of the queue and moves the later ones forward, so a page number kept from an earlier call would skip
 * some. For the same reason a document can come twice within one call; it is given once. One that moves to an earlier
 * page between two requests is not lost either: it is still ready at the next call.
 *
 * A page that is shorter than asked is not taken for the last one; only FIS's own word or an empty page is.
 * @throws FisError
 * Source: FIS v4 reference, "Get Financial Transactions".
 */
export async function listReady(call: Call, query: ListQuery): Promise<Listed> {
	const now = query.now ?? Date.now;
	const listed: Listed = { items: [], leftOut: 0, unreadable: 0, pages: 0, truncated: false };
	const { maxPages = MOST_PAGES, mayBegin = () => true, keep = (item: FisItem) => item } = query;
	const seen = new Set<string>();
	let barrenPages = 0;
	while (listed.pages < maxPages && (listed.pages === 0 || mayBegin())) {
		const page = await readPage(call, query, listed.pages++);
		const seenBefore = seen.size;
		listed.unreadable += page.unreadable;
		for (const item of page.items) {
			if (seen.has(item.docId)) continue;
			seen.add(item.docId);
			if (query.accept && !query.accept(item)) listed.leftOut++;
			else if (listed.items.length < query.limit) listed.items.push(keep(item));
			else listed.truncated = true;
		}
		const isLast = page.hasNext === false || page.items.length + page.unreadable === 0;
		if (isLast) return listed;
		// A server that gives the same page again and again ends here too.
		barrenPages = seen.size > seenBefore ? 0 : barrenPages + 1;
		const bringsNothingNew = barrenPages >= (page.unreadable > 0 ? MAX_BARREN_PAGES : 1);
		if (bringsNothingNew || listed.items.length >= query.limit || now() >= (query.deadlineMs ?? Infinity)) break;
	}
	return { ...listed, truncated: true };
}

/**
 * Finds a document by its FIS id, or all documents of a report by the report id, whatever their status.
 * @returns the documents; empty when Concur knows none
 * @throws FisError
 * Source: FIS v4 reference, "Get Financial Transactions" (`docId`, `ignoreDocumentStatus`).
 */
export async function findById(call: Call, docType: string, id: string, systemId = ''): Promise<FisItem[]> {
	const { response } = await call({
		method: 'GET',
		url: transactionsPath(docType),
		qs: { docId: id, ignoreDocumentStatus: 'yes', ...(systemId ? { systemId } : {}) },
		headers: { DocumentFormatAs: 'json' },
	});
	return pageOf(response.body, docType).items;
}
