import { ownText } from '../document';
import type { Posting } from './types';

/** What texts may name of a document. */
export type DocumentTexts = Pick<Posting, 'docId' | 'docType' | 'reportId' | 'revision' | 'reference' | 'names'>;

/** A field of a memo or reference template: `{name}` is the vendor's, else the employee's. */
export function documentValue(texts: DocumentTexts, field: string): string | null | undefined {
	if (field === 'invoiceNumber') return texts.names.vendorInvoiceNumber;
	if (field === 'name') return texts.names.vendorName ?? texts.names.employeeName;
	if (field === 'reference' || field === 'docId' || field === 'docType' || field === 'reportId' || field === 'revision')
		return texts[field];
	return ownText(texts.names, field);
}
