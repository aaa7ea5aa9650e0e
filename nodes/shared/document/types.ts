import type { ReviewReason } from '../review';

export type DocType = 'expense' | 'invoice' | 'cashadvance' | 'payroll' | 'requestobligation' | 'reportobligation';

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
