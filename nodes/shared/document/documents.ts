import { reason, type ReviewReason } from '../review';
import { isRecord, rowsOf, textOf, type Json } from './fields';
import { isDocType, type DocType, type FisDocument } from './types';

/** Lists of documents by the envelope's key: current FIS v4, and the two older shapes that published files still have. */
const ENVELOPE_KEYS = ['content', 'fIDocuments', 'getfIDocuments'] as const;

/** Sections by which the kind of a document is known (FIS v4 reference, document schemas). */
const WRAPPER_KEYS = ['document', 'docType', 'docStatus'];
const SECTIONS = [
	'expenseEntry',
	'report',
	'cashAdvanceData',
	'journalData',
	'requestHeader',
	'lineItem',
	'instruction',
	'travelAllowances',
];

/**
 * Takes the documents out of whatever holds them: a FIS answer in its current or older envelopes, a list, one wrapped document, or a
 * bare one; a document may be an object or JSON text.
 *
 * @param input parsed JSON, or JSON text
 * @returns every document in the order of the input, so that element n of the input is element n of the result. One that cannot be
 * read stays in its place with `problem` set (and an empty document) and is listed in `problems` as well; `buildPosting` turns it
 * into a review. An input that holds no documents at all gives none, and one problem that says why
 */
export function readDocuments(input: unknown): { documents: FisDocument[]; problems: ReviewReason[] } {
	const read = typeof input === 'string' ? parseText(input) : { json: input };
	if ('problem' in read)
		return { documents: [], problems: [unreadable(null, `The input is not JSON: ${read.problem}.`, 'input')] };
	const elements = elementsOf(read.json);
	if (typeof elements === 'string') return { documents: [], problems: [unreadable(null, elements, 'input')] };
	const documents = elements.map((element, index) => readElement(element, index));
	return { documents, problems: documents.flatMap((document) => document.problem ?? []) };
}

function parseText(text: string): { json: unknown } | { problem: string } {
	try {
		return { json: JSON.parse(text) };
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

/** The documents of an input in order, or in words why it has none. */
function elementsOf(input: unknown): unknown[] | string {
	if (Array.isArray(input))
		return input.flatMap((element) => (isEnvelope(element) ? (elementsOf(element) as unknown[]) : [element]));
	if (!isRecord(input)) return `The input is ${input === null ? 'null' : typeof input}; it must hold FIS documents.`;
	if (isWrapped(input)) return [input];
	for (const key of ENVELOPE_KEYS) {
		if (!(key in input)) continue;
		const list = input[key];
		return Array.isArray(list) ? list : `The field ${key} must be a list of documents.`;
	}
	if (SECTIONS.some((section) => section in input)) return [input];
	return `The input holds no documents: expected ${ENVELOPE_KEYS.join('[], ')}[], a list of documents, or one document.`;
}

const isEnvelope = (value: unknown): boolean =>
	isRecord(value) && !isWrapped(value) && ENVELOPE_KEYS.some((key) => Array.isArray(value[key]));

/**
 * A document in its FIS wrapper has its content under `document`; a bare one is the content. Items carry other fields beside the
 * wrapper's, such as the columns of a Data Table, which may be called like a section.
 */
const isWrapped = (value: Json): boolean =>
	holdsContent(value.document) || (WRAPPER_KEYS.some((key) => key in value) && !SECTIONS.some((section) => section in value));

const holdsContent = (document: unknown): boolean =>
	isRecord(document) || (typeof document === 'string' && document.trimStart().startsWith('{'));

function readElement(element: unknown, index: number): FisDocument {
	const empty: FisDocument = {
		docId: null,
		docType: null,
		docStatus: null,
		companyId: null,
		entityId: null,
		document: {},
		index,
	};
	if (!isRecord(element)) {
		const problem = unreadable(
			null,
			`Document ${index + 1} is ${element === null ? 'null' : typeof element}, not an object.`,
			`[${index}]`,
		);
		return { ...empty, problem };
	}
	if (!isWrapped(element)) return typed({ ...empty, document: element }, null);
	const header: FisDocument = {
		...empty,
		// `docId` is our own item's name and comes first: items also carry an `id` of other things, such as a row of a Data Table.
		docId: textOf(element.docId) ?? textOf(element.id),
		docStatus: textOf(element.docStatus),
		companyId: textOf(element.companyId),
		entityId: textOf(element.entityId),
	};
	const stated = textOf(element.docType);
	const content = typeof element.document === 'string' ? parseText(element.document) : { json: element.document };
	if ('json' in content && isRecord(content.json)) return typed({ ...header, document: content.json }, stated);
	const what =
		'problem' in content
			? `is text that is not JSON (${content.problem})`
			: element.document === undefined
				? 'is missing'
				: 'is not an object';
	const problem = unreadable(header.docId, `Document ${index + 1}: its field document ${what}.`, 'document');
	const docType = isDocType(stated) ? stated : null;
	return { ...header, docType, problem };
}

function unreadable(docId: string | null, finding: string, field: string): ReviewReason {
	return reason('unreadable-document', { docId }, finding, { field });
}

/** Sets the document's type: as stated where it fits the content, by content where nothing is stated. */
function typed(document: FisDocument, stated: string | null): FisDocument {
	const found = kindOf(document.document);
	const name = stated?.toLowerCase() ?? null;
	if (name === null) return { ...document, docType: found };
	if (name === 'payroll') return { ...document, docType: 'payroll' };
	if (name === 'obligation')
		return found === 'requestobligation' || found === 'reportobligation'
			? { ...document, docType: found }
			: { ...document, statedType: stated! };
	if (!isDocType(name) || (found !== null && found !== name)) return { ...document, docType: null, statedType: stated! };
	return { ...document, docType: name };
}

/** The kind of a document by its content; null when it looks like none. */
function kindOf(document: Json): DocType | null {
	if ('instruction' in document)
		return 'requestHeader' in document || 'requestEntry' in document ? 'requestobligation' : 'reportobligation';
	if ('cashAdvanceData' in document || 'journalData' in document) return 'cashadvance';
	if ('requestHeader' in document || 'lineItem' in document) return 'invoice';
	if ('travelAllowances' in document || rowsOf(document.expenseEntry).some((entry) => 'payrollData' in entry)) return 'payroll';
	return 'expenseEntry' in document || 'report' in document ? 'expense' : null;
}
