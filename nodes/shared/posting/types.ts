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
	/** The mapping rule used for the account, partner or tax code, in words. */
	rule?: string;
	spendAmount?: string;
	spendCurrency?: string;
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
	memo: string;
	sources: LineSource[];
}

export type PostingStatus = 'ready' | 'nothingToPost' | 'review';

/** What the engine makes of one document: the same shape `npm run preview -- --json` prints. */
export interface Posting {
	docId: string | null;
	docType: DocType | null;
	status: PostingStatus;
	currency: string | null;
	lines: PostingLine[];
	reasons: ReviewReason[];
	/** Things an accountant should know that do not stop the posting. */
	warnings: ReviewReason[];
	/** The document's own total, decimal text. */
	documentTotal: string | null;
	reportId: string | null;
	/** What a person calls the document: report number or key, request key. */
	reference: string | null;
	/** Names that fill templates and match partners. */
	names: { employeeName?: string; vendorName?: string; reportName?: string; employeeId?: string; email?: string; taxId?: string };
	/** ISO dates (YYYY-MM-DD, UTC) of the document by rule name: processing, submit, creation, userDefined, document. */
	dates: Partial<Record<DateRule, string>>;
}

export type DateRule = 'processing' | 'submit' | 'creation' | 'userDefined' | 'document';
