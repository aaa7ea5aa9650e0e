import type { SandboxContext } from '../context';
import { headerOf, jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import type { Documents, StoredDocument } from './documents';
import type { DocType } from './statuses';

interface ReadQuery {
	page: number;
	limit: number;
	docId: string | null;
	ignoreStatus: boolean;
	systemId: string | null;
}

interface Page {
	documents: StoredDocument[];
	number: number;
	size: number;
	totalElements: number;
	totalPages: number;
}

/** FIS's default page, and the longest page the sandbox gives. */
const DEFAULT_LIMIT = 25;
const LONGEST_PAGE = 1000;

/** A host that is not reachable from outside, as in FIS's own links: a client has to build its URLs itself. */
const INTERNAL_BASE = 'http://fi-service.internal.invalid:8080';

/** `GET .../transactiontypes/{docType}/transactions` (FIS v4, Get Financial Transactions). */
export function readTransactions(
	context: SandboxContext,
	documents: Documents,
	types: readonly DocType[],
	request: SandboxRequest,
): SandboxReply {
	const format = headerOf(request, 'documentformatas')?.toLowerCase() ?? 'json';
	if (format !== 'json' && format !== 'text') return badRequest('DocumentFormatAs is json or text.');
	const query = readQuery(request.query);
	if (typeof query === 'string') return badRequest(query);
	const page = pageOf(
		documents.all().filter((document) => types.includes(document.docType)),
		query,
	);
	const asText = format === 'text' || context.faults.take('concur', 'textDocument', request) !== null;
	const old = context.faults.take('concur', 'oldEnvelope', request) !== null;
	return {
		status: 200,
		headers: { 'Content-Type': 'application/json' },
		body: (old ? oldEnvelope : envelope)(page, asText, request),
	};
}

function badRequest(message: string): SandboxReply {
	return jsonReply(400, { message });
}

/** The query, or what is wrong with it. */
function readQuery(query: URLSearchParams): ReadQuery | string {
	const page = wholeNumber(query.get('page') ?? '0');
	if (page === null) return 'page is a whole number from 0.';
	const limit = wholeNumber(query.get('limit') ?? String(DEFAULT_LIMIT));
	if (limit === null || limit === 0) return 'limit is a whole number from 1.';
	const ignore = (query.get('ignoreDocumentStatus') ?? 'no').toLowerCase();
	if (ignore !== 'yes' && ignore !== 'no') return 'ignoreDocumentStatus is yes or no.';
	return {
		page,
		limit: Math.min(limit, LONGEST_PAGE),
		docId: query.get('docId') || null,
		ignoreStatus: ignore === 'yes',
		systemId: query.get('systemId') || null,
	};
}

function wholeNumber(text: string): number | null {
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/**
 * What the query asks for, oldest first. The status is passed over only for a `docId`, which may also be the id of the report, the request
 * or the cash advance; a page is cut out of what is READY at this moment, so acknowledging between two pages moves the rest forward.
 */
function pageOf(candidates: StoredDocument[], query: ReadQuery): Page {
	const { docId, systemId } = query;
	const ignoreStatus = docId !== null && query.ignoreStatus;
	const found = candidates.filter(
		(document) =>
			(ignoreStatus || document.docStatus === 'READY') &&
			(docId === null || document.id === docId || document.sourceId === docId) &&
			(systemId === null || systemOf(document) === systemId),
	);
	if (docId !== null)
		return { documents: found, number: 0, size: query.limit, totalElements: found.length, totalPages: found.length && 1 };
	const start = query.page * query.limit;
	return {
		documents: found.slice(start, start + query.limit),
		number: query.page,
		size: query.limit,
		totalElements: found.length,
		totalPages: Math.ceil(found.length / query.limit),
	};
}

function systemOf(document: StoredDocument): string {
	return document.systemId ?? document.erpSystemId;
}

function envelope(page: Page, asText: boolean, request: SandboxRequest): string {
	const content = page.documents.map((document) => entry(document, asText, ',"links":[]')).join(',');
	const { size, totalElements, totalPages, number } = page;
	return `{"links":${JSON.stringify(links(page, request))},"content":[${content}],"page":${JSON.stringify({ size, totalElements, totalPages, number })}}`;
}

/** The envelope of FIS's early days, still met in published files. */
function oldEnvelope(page: Page, asText: boolean): string {
	const content = page.documents.map((document) => entry(document, asText, '')).join(',');
	return `{"fIDocuments":[${content}],"offset":null,"nextPage":null,"numberReturned":${page.documents.length}}`;
}

/** The document's own text goes in as it is, so that its numbers keep the form they came in. */
function entry(document: StoredDocument, asText: boolean, tail: string): string {
	const { id, docType, companyId, entityId, companyUuid, docStatus } = document;
	const head = JSON.stringify({ id, docType, companyId, entityId, companyUuid, erpSystemId: systemOf(document) });
	const body = asText ? JSON.stringify(document.text) : document.text;
	return `${head.slice(0, -1)},"document":${body},"docStatus":"${docStatus}"${tail}}`;
}

function links(page: Page, request: SandboxRequest): { rel: string; href: string }[] {
	const path = request.path.replace('/financialintegration', '');
	const link = (rel: string, number: number) => ({
		rel,
		href: `${INTERNAL_BASE}${path}?limit=${page.size}&page=${number}&size=${page.size}`,
	});
	const last = Math.max(page.totalPages - 1, 0);
	const list = [link('first', 0)];
	if (page.number > 0) list.push(link('prev', page.number - 1));
	list.push(link('self', page.number));
	if (page.number < last) list.push(link('next', page.number + 1));
	return [...list, link('last', last)];
}
