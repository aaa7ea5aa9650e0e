import type { IDataObject } from 'n8n-workflow';
import { readDocuments, type FisDocument } from '../shared/document';

/** Keys of Concur's answer around its documents; they say nothing of a single document, so its item does not carry them. */
const ENVELOPE_KEYS = ['content', 'fIDocuments', 'getfIDocuments', 'links', 'page', 'offset', 'nextPage', 'numberReturned'];

const WHAT_TO_CONNECT =
	'Connect Concur FIS Trigger, or FIS Acknowledge/Confirm with the operation Acknowledge, Get or Get Many, to this node.';

/** A document together with the json its item passes on. */
export interface InputDocument {
	document: FisDocument;
	json: IDataObject;
}

/**
 * The documents of one input item: one where the trigger or the FIS node made the item, any number where the item is an answer of
 * Concur, a list, or a bare document.
 *
 * @param json the item's own json, which is passed on
 * @param input what the field Document holds; the item's json unless the user chose another place
 * @throws Error when there is no document in it
 */
export function documentsOf(json: IDataObject, input: unknown): InputDocument[] {
	const { documents, problems } = readDocuments(input);
	if (documents.length === 0) throw new Error(`${problems[0]?.message ?? 'The input holds no documents.'} ${WHAT_TO_CONNECT}`);
	const isOneOfOurs = documents.length === 1 && ('docId' in json || 'document' in json);
	return documents.map((document) => ({
		document,
		json: { ...header(document), ...(isOneOfOurs ? json : otherKeys(json, document)) },
	}));
}

/** The trigger's block, for items that did not come from it. */
function header({ docId, docType, docStatus, companyId, entityId, document }: FisDocument): IDataObject {
	return { docId, docType, docStatus, companyId, entityId, document: document as IDataObject };
}

/** What the item carries beside the document and its envelope. */
function otherKeys(json: IDataObject, { document }: FisDocument): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([key]) => !ENVELOPE_KEYS.includes(key) && !(key in document)));
}
