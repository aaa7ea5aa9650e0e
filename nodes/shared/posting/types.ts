/** The words of the posting engine. Amounts are decimal text everywhere a value leaves the engine. */

export type DocType = 'expense' | 'invoice' | 'cashadvance' | 'payroll' | 'requestobligation' | 'reportobligation';

export type Role =
	| 'expense'
	| 'deductibleVat'
	| 'nonDeductibleVat'
	| 'employeeVendor'
	| 'cardVendor'
	| 'cardClearing'
	| 'cashAdvanceClearing'
	| 'vendor'
	| 'shipping'
	| 'payrollClearing'
	| 'rounding';

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

/** Who can cure a review reason: the place to correct it. */
export type Cure = 'concur' | 'mapping' | 'businessOne' | 'person' | 'none';

/** What Concur is told about a document that cannot be posted. */
export type ReviewAnswer = 'confirmError' | 'keepAcknowledged' | 'leaveReady';

/** Why a document was not posted. `code` is stable; `message` is for a finance user and says what to do. */
export interface ReviewReason {
	code: string;
	message: string;
	cure: Cure;
	docId: string | null;
	/** Entry id, line item number or journal position the reason is about. */
	entry?: string;
	field?: string;
	value?: string;
	/** Partners that would fit, where more than one does. */
	candidates?: string[];
}

/** Where a posting line came from, and by which rule, for the audit block. */
export interface LineSource {
	entryId?: string;
	allocationId?: string;
	expenseType?: string;
	transactionDate?: string;
	payee?: string;
	/** Card program or payment type (`reportEntryPatKey`), where it decided the partner. */
	patKey?: string;
	spendAmount?: string;
	spendCurrency?: string;
	/** Rate from spend to document currency and its direction: M multiplies, D divides. */
	exchangeRate?: string;
	rateDirection?: string;
	/** Purchase order number of an invoice line. */
	purchaseOrder?: string;
}

/** A line of the posting before B1's master data is known. Exactly one of debit and credit is set. */
export interface PostingLine {
	role: Role;
	account?: string;
	/** Employee id, payee code or vendor code before partner mapping. */
	party?: string;
	taxCode?: string;
	qualifier?: string;
	/** Dimension 1 of `costCenters`. */
	costCenter?: string;
	/** Distribution rule codes of dimensions 1 to 5. */
	costCenters?: (string | undefined)[];
	project?: string;
	branch?: string;
	debit?: string;
	credit?: string;
	currency: string;
	/** Net amount a tax line belongs to. */
	taxBase?: string;
	/** B1 partner code named by the mapping's table of card vendors; the matching rules are skipped. */
	partner?: string;
	memo: string;
	/** The mapping rule used for the account, partner or tax code, in words. */
	rule: string;
	sources: LineSource[];
}

export type PostingStatus = 'ready' | 'nothingToPost' | 'review';

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

/** What the engine makes of one document: the same shape `npm run preview -- --json` prints. */
export interface Posting {
	docId: string | null;
	docType: DocType | null;
	status: PostingStatus;
	currency: string | null;
	/** Empty unless the status is `ready`. */
	lines: PostingLine[];
	reasons: ReviewReason[];
	/** Things an accountant should know that do not stop the posting. */
	warnings: ReviewReason[];
	/** What could be built of a document in review, for the person who looks at it; it need not balance. */
	draftLines?: PostingLine[];
	/** The document's own total, decimal text. */
	documentTotal: string | null;
	companyId: string | null;
	reportId: string | null;
	revision: string | null;
	/** What a person calls the document: report number or key, request key. */
	reference: string | null;
	names: DocumentNames;
	/** ISO dates (YYYY-MM-DD, UTC) of the document by rule name. */
	dates: Partial<Record<DateRule, string>>;
	/** Due date of an invoice, where it states one. */
	dueDate?: string;
	/** B1 company (the code found by `companyPath`) this posting is for, where the profile tells companies apart. */
	company?: string;
	/** The entry that this document replaces and that has to be cancelled first (`revisionPolicy: reverseAndRepost`). */
	replaces?: PriorPosting;
}

export type DateRule = 'processing' | 'submit' | 'creation' | 'userDefined' | 'document';

/** An earlier posting of the same report or request, as the caller's register knows it. */
export interface PriorPosting {
	docId: string;
	reportId: string;
	revision?: string | null;
	jdtNum?: number | null;
}

/** What only the caller knows; nothing in here is guessed by the engine. */
export interface BuildContext {
	/** Today, YYYY-MM-DD. */
	today?: string;
	/** Postings known for the same report ids, to notice a report that comes again under a new document id. */
	priorPostings?: readonly PriorPosting[];
}
