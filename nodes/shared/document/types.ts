import type { ReviewReason } from '../review';

/** The document types of FIS v4, with what a person calls them. */
export const DOCUMENT_TYPES = {
	expense: 'Expense Report',
	invoice: 'Invoice',
	cashadvance: 'Cash Advance',
	payroll: 'Payroll',
	requestobligation: 'Request Obligation',
	reportobligation: 'Report Obligation',
} as const;

/** What a document may be asked for as; `obligation` is the older name of the two obligation types. */
export const REQUESTED_TYPES = { ...DOCUMENT_TYPES, obligation: 'Obligation (Older Name)' } as const;

export type DocType = keyof typeof DOCUMENT_TYPES;

/** Whether it is the name of a document type as FIS writes it today. */
export const isDocType = (value: unknown): value is DocType => typeof value === 'string' && Object.hasOwn(DOCUMENT_TYPES, value);

/** One FIS document, taken out of whatever envelope it came in. */
export interface FisDocument {
	docId: string | null;
	docType: DocType | null;
	docStatus: string | null;
	companyId: string | null;
	entityId: string | null;
	/** The parsed document; numbers are JSON numbers or text, as Concur sent them. */
	document: Record<string, unknown>;
	/** Position in the file or envelope, from 0. */
	index?: number;
	/** The type as the envelope states it, where that is not one of ours or does not fit the content. */
	statedType?: string;
	/** Why nothing can be read from it (not JSON, not an object): the document then holds its place in the order, and goes to review. */
	problem?: ReviewReason;
}

/** Names that fill templates and match partners. */
export interface DocumentNames {
	employeeName?: string;
	employeeFirstName?: string;
	employeeLastName?: string;
	employeeId?: string;
	vendorName?: string;
	vendorCode?: string;
	vendorInvoiceNumber?: string;
	reportName?: string;
	email?: string;
	taxId?: string;
}

export type DateRule = 'processing' | 'submit' | 'creation' | 'userDefined' | 'document';
