/** The words of the posting engine. Amounts are decimal text everywhere a value leaves the engine. */
import type { DateRule, DocType, DocumentNames } from '../document';
import type { ReviewReason } from '../review';
import type { TaxedRow, TaxShare } from './taxBase';

export type Role =
	| 'expense'
	| 'deductibleVat'
	| 'nonDeductibleVat'
	| 'owedVat'
	| 'employeeVendor'
	| 'cardVendor'
	| 'cardClearing'
	| 'cashAdvanceClearing'
	| 'vendor'
	| 'shipping'
	| 'payrollClearing'
	| 'interBranch'
	| 'rounding';

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
	/** Further fields that the mapping's texts name. */
	texts?: Record<string, string>;
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
	/** Net amount a tax line belongs to, in the document's currency; and in the company's, where that is another and a rate is known. */
	taxBase?: string;
	taxBaseLocal?: string;
	/** Rows and taxes that the base comes from, so that it can be worked out anew with what B1 says of its groups. */
	taxed?: TaxShare[];
	/** B1 partner code named by the mapping's table of card vendors; the matching rules are skipped. */
	partner?: string;
	/** Blocked for payment: somebody else pays. */
	isBlocked?: boolean;
	/** Fields of the company's own by their names in B1, as texts of the document; empty where one that is required has no value. */
	userFields?: Readonly<Record<string, string | number>>;
	memo: string;
	/** The mapping rule used for the account, partner or tax code, in words. */
	rule: string;
	sources: LineSource[];
}

/** What an allocation of an invoice line bought: of the line's quantity it has the share it has of the line's amount. */
export interface Goods {
	/** Item as Concur names it (`lineItemCode`). */
	itemCode?: string;
	/** Quantity of this allocation, decimal text, never zero. */
	quantity?: string;
	/** Price of one, decimal text in the document's currency. */
	unitPrice?: string;
	/** The purchase order that the line is billed for. */
	order?: OrderOfLine;
}

export interface OrderOfLine {
	number: string;
	/** Its line, counted from 1; absent where Concur does not say. */
	line?: number;
	/** Goods receipts that Concur matched. */
	receipts: readonly string[];
}

/** A cost row of an invoice as a purchase line needs it: cost and taxes of the row together, joined with no other. */
export interface PurchaseRow {
	/** Account, cost objects, memo and source of the cost; its amount is without tax, and on the credit side where it is negative. */
	line: PostingLine;
	/** Shipping within the row's net amount, decimal text; it has an account of its own. */
	shipping?: { account: string; amount: string };
	/** Taxes of the row, with what their bases are worked out from. */
	taxed: TaxedRow;
	/** Tax code whose tax the buyer owes in place of the vendor: B1 works it out itself. */
	owedTaxCode?: string;
	/** What it bought, where the mapping asks for items or orders. */
	goods?: Goods;
}

export type PostingStatus = 'ready' | 'nothingToPost' | 'review';

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
	/** Lines of taxes without amount of which the mapping does not say that they are of 0 %; B1 may know it. */
	unratedTaxes?: PostingLine[];
	/** What could be built of a document in review, for the person who looks at it; it need not balance. */
	draftLines?: PostingLine[];
	/** Cost rows of an invoice that becomes an invoice of B1 (`invoicesBecome`). */
	purchase?: PurchaseRow[];
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
	/** Net payment terms of an invoice in days, where it states them. */
	netTermDays?: number;
	/** B1 company (the code found by `companyPath`) this posting is for, where the profile tells companies apart. */
	company?: string;
}

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
