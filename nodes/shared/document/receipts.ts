import { rowsOf, sectionOf, textOf, type Json } from './fields';

/** What Concur may have an image of, with the ids it is asked for. */
export type ReceiptSource =
	| { kind: 'report'; id: string }
	| { kind: 'invoice'; id: string }
	| { kind: 'entry'; id: string; imageId: string | null; electronicId: string | null };

/** One file for the whole document, or one for each entry of a report. */
export type ReceiptFiles = 'document' | 'entry';

export interface ReceiptPlan {
	sources: ReceiptSource[];
	/** Whether the document itself says that there are receipts: one that Concur does not give out is then missing. */
	isCertain: boolean;
}

/**
 * Which receipts a document has. An invoice has one image, whatever is wanted. Entries that were itemized name the receipt of their parent
 * again: it counts once.
 *
 * @param document the content without its envelope; null where Concur does not give it out any more
 * @param reportId of the report or the invoice, as the row knows it, where the document does not tell
 * Source: FIS v4 reference, "Financial Documents Schemas" (`entryReceiptId`, `entryElectronicReceiptId`).
 */
export function receiptsOf(docType: string, document: Json | null, reportId: string, files: ReceiptFiles): ReceiptPlan {
	if (docType === 'invoice') {
		const id = textOf(sectionOf(document?.requestHeader).requestId) ?? reportId;
		return id === '' ? NOTHING : { sources: [{ kind: 'invoice', id }], isCertain: true };
	}
	if (docType !== 'expense') return NOTHING;
	const entries = entriesOf(document);
	if (files === 'entry') return { sources: entries, isCertain: true };
	const id = textOf(sectionOf(document?.report).reportId) ?? reportId;
	return id === '' ? NOTHING : { sources: [{ kind: 'report', id }], isCertain: entries.length > 0 };
}

const NOTHING: ReceiptPlan = { sources: [], isCertain: true };

function entriesOf(document: Json | null): Array<ReceiptSource & { kind: 'entry' }> {
	const byReceipt = new Map<string, ReceiptSource & { kind: 'entry' }>();
	for (const entry of rowsOf(document?.expenseEntry)) {
		const [imageId, electronicId] = [textOf(entry.entryReceiptId), textOf(entry.entryElectronicReceiptId)];
		const receipt = imageId ?? electronicId;
		const id = textOf(entry.entryId) ?? receipt;
		if (receipt !== null && id !== null && !byReceipt.has(receipt))
			byReceipt.set(receipt, { kind: 'entry', id, imageId, electronicId });
	}
	return [...byReceipt.values()];
}

/** What a file name may hold: nothing that ends a header, leads to another folder or is forbidden on Windows. */
const nameSafe = (text: string) => text.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 64);

/**
 * How the names of all receipts of a document begin. B1 keeps files by name, in one folder for the whole company, so the name is what a
 * receipt is known by when it is looked for.
 */
export const receiptStem = (companyId: string, docId: string): string =>
	`${nameSafe(companyId === '' ? 'concur' : companyId)}_${nameSafe(docId)}_`;

/**
 * The name of a receipt's file, without its type. `receipt` at its end closes the id before it: B1 puts day and time behind a name that
 * its folder has already, and what begins with the whole name is the same receipt all the same.
 */
export function receiptName(companyId: string, docId: string, source: ReceiptSource): string {
	const stem = receiptStem(companyId, docId);
	if (source.kind !== 'entry') return `${stem}${source.kind}`;
	return `${stem}${nameSafe(source.imageId ?? source.electronicId ?? source.id)}_receipt`;
}
