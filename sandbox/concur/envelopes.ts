import { createHash } from 'node:crypto';
import { parseKeepingNumbers, plainText, writeKeepingNumbers } from './json-text';
import { DOC_TYPES, isDocType, isStatus, type DocStatus, type DocType } from './statuses';

/** A document as it was handed in, ready to be stored. `text` is the document itself, written as it came. */
export interface IncomingDocument {
	id: string;
	docType: DocType;
	docStatus: DocStatus;
	companyId: string | null;
	entityId: string | null;
	companyUuid: string | null;
	erpSystemId: string;
	sourceId: string | null;
	text: string;
}

type Json = Record<string, unknown>;

/**
 * The elements of an envelope (`content`, `fIDocuments`, `getfIDocuments`), of an array, or the one document that the text is.
 * Throws SyntaxError for text that is not JSON and Error for anything else than an object or an array.
 */
export function elementsOf(text: string): unknown[] {
	const body = parseKeepingNumbers(text);
	if (Array.isArray(body)) return body as unknown[];
	if (!isObject(body)) throw new Error('A FIS envelope, an array of FIS documents or one FIS document is expected.');
	for (const name of ['content', 'fIDocuments', 'getfIDocuments']) if (Array.isArray(body[name])) return body[name];
	return [body];
}

/** Reads one element: a document inside its envelope entry, or a bare one. Throws Error with the reason why it cannot be a FIS document. */
export function readElement(element: unknown): IncomingDocument {
	if (!isObject(element)) throw new Error('is not an object');
	const wrapped = 'document' in element;
	const document = wrapped ? documentOf(element.document) : element;
	const entry: Json = wrapped ? element : {};
	// A document in text stays as it was written, however deep it is nested.
	const text = wrapped && typeof element.document === 'string' ? element.document : writeKeepingNumbers(document);
	const docStatus = entry.docStatus ?? 'READY';
	if (!isStatus(docStatus)) throw new Error(`has the unknown docStatus ${JSON.stringify(docStatus)}`);
	return {
		id: nonEmpty(entry.id) ?? madeUpId(document, text),
		docType: docTypeOf(entry.docType, document),
		docStatus,
		companyId: nonEmpty(entry.companyId),
		entityId: nonEmpty(entry.entityId),
		companyUuid: nonEmpty(entry.companyUuid),
		erpSystemId: nonEmpty(entry.erpSystemId) ?? '',
		sourceId: sourceIdOf(document),
		text,
	};
}

function documentOf(value: unknown): Json {
	let document = value;
	if (typeof value === 'string') {
		try {
			document = parseKeepingNumbers(value);
		} catch {
			throw new Error('has a document in text that is not JSON');
		}
	}
	if (!isObject(document)) throw new Error('has a document that is not an object');
	return document;
}

function docTypeOf(given: unknown, document: Json): DocType {
	const found = typeByContent(document);
	if (isDocType(given)) return given;
	if (given === undefined || given === null || given === 'obligation') {
		if (found) return found;
		throw new Error(`has neither a docType nor the content of one of ${DOC_TYPES.join(', ')}`);
	}
	throw new Error(`has the unknown docType ${JSON.stringify(given)}`);
}

function typeByContent(document: Json): DocType | null {
	if ('instruction' in document) return 'requestHeader' in document ? 'requestobligation' : 'reportobligation';
	if ('cashAdvanceData' in document) return 'cashadvance';
	if (Array.isArray(document.expenseEntry)) {
		return document.expenseEntry.some((entry) => isObject(entry) && 'payrollData' in entry) ? 'payroll' : 'expense';
	}
	return 'requestHeader' in document && 'lineItem' in document ? 'invoice' : null;
}

/** The id Concur's own screens know: of the report, the request or the cash advance. */
function sourceIdOf(document: Json): string | null {
	const report = document.report;
	const request = document.requestHeader;
	const advance = document.cashAdvanceData;
	if (isObject(report)) return nonEmpty(report.reportId);
	if (isObject(request)) return nonEmpty(request.requestId);
	return isObject(advance) ? nonEmpty(advance.cashAdvanceId) : null;
}

/** FIS takes `fgiRefId` without dashes for funds documents; any other bare document gets a hash of its content, the same every time. */
function madeUpId(document: Json, text: string): string {
	const header = isObject(document.report) ? document.report : document.requestHeader;
	const reference = 'instruction' in document && isObject(header) ? nonEmpty(header.fgiRefId) : null;
	if (reference) return reference.replaceAll('-', '').toLowerCase();
	return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function nonEmpty(value: unknown): string | null {
	const text = plainText(value)?.trim();
	return text === undefined || text === '' ? null : text;
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
