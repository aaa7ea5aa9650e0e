import { cleanText } from '../text';
import type { FisItem } from './types';
import { FisError } from './errors';

/** One page of documents, whatever envelope it came in. */
export interface Page {
	items: FisItem[];
	/** Rows that are no document: no object, or without an id. Nobody could acknowledge them. */
	unreadable: number;
	/** Whether FIS says that another page follows; undefined when the envelope does not tell. */
	hasNext: boolean | undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const textOrNull = (value: unknown): string | null =>
	typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)) : null;

/** Far above the 32 characters FIS makes; a longer text is no id that could be asked for. */
const MAX_ID_LENGTH = 200;

/** With `DocumentFormatAs: text` the document is JSON text; text that is no JSON is kept as it is. */
function documentOf(value: unknown): FisItem['document'] {
	if (isRecord(value)) return value;
	if (typeof value !== 'string') return null;
	try {
		const parsed: unknown = JSON.parse(value);
		return isRecord(parsed) ? parsed : value;
	} catch {
		return value;
	}
}

/**
 * A document of an envelope as an item; undefined for a row without an id, which nobody could acknowledge.
 * @param docType type that was asked for, used where the row does not name its own
 */
export function itemOf(row: unknown, docType: string): FisItem | undefined {
	if (!isRecord(row)) return undefined;
	const docId = textOrNull(row.id);
	if (!docId || docId.length > MAX_ID_LENGTH) return undefined;
	return {
		docId,
		docType: textOrNull(row.docType) ?? docType,
		docStatus: textOrNull(row.docStatus),
		companyId: textOrNull(row.companyId),
		entityId: textOrNull(row.entityId),
		systemId: textOrNull(row.erpSystemId),
		document: documentOf(row.document),
	};
}

const rowsOf = (body: Record<string, unknown>): unknown[] | undefined =>
	[body.content, body.fIDocuments, body.getfIDocuments].find((rows): rows is unknown[] => Array.isArray(rows));

/**
 * The documented envelope counts pages and links to the next one; the older one names it, but is also seen with a null
 * there whatever follows: then only a page that is not full is known to be the last.
 */
function hasNextPage(body: Record<string, unknown>, isFull: boolean): boolean | undefined {
	if (isRecord(body.page) && typeof body.page.totalPages === 'number' && typeof body.page.number === 'number')
		return body.page.number + 1 < body.page.totalPages;
	if (Array.isArray(body.links) && body.links.length > 0) return body.links.some((link) => isRecord(link) && link.rel === 'next');
	if ('nextPage' in body) return body.nextPage ? true : isFull ? undefined : false;
	return undefined;
}

/**
 * Reads a page in the documented envelope (`links`, `content`, `page`) or the older one (`fIDocuments`, `nextPage`).
 * An empty answer is an empty page.
 * @param pageSize documents that were asked for
 * @throws FisError of kind `answer` when the body is neither
 * Source: FIS v4 reference, "Financial Documents"; published sample documents.
 */
export function pageOf(body: unknown, docType: string, pageSize = Infinity): Page {
	if (body === undefined || body === null || body === '') return { items: [], unreadable: 0, hasNext: false };
	const rows = isRecord(body) ? rowsOf(body) : undefined;
	if (!isRecord(body)) throw unreadable(docType);
	if (!rows && !isRecord(body.page) && !Array.isArray(body.links)) throw unreadable(docType);
	const items = (rows ?? []).map((row) => itemOf(row, docType)).filter((item) => item !== undefined);
	const count = rows?.length ?? 0;
	return { items, unreadable: count - items.length, hasNext: hasNextPage(body, count >= pageSize) };
}

const unreadable = (docType: string) =>
	new FisError({
		kind: 'answer',
		message: `Concur answered the request for ${docType} documents with something that is no page of documents. Check the data center of the credential, and whether a proxy answers in Concur's place.`,
	});
