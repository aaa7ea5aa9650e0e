import type { DateRule } from '../document';
import type { OnHold } from '../review';

export type PayeeRole = 'employeeVendor' | 'cardVendor';

/** Who pays a creditor where B1 does not: a card, payroll, Concur (Expense Pay, Invoice Pay), or another service. */
export type ElsewherePayer = 'card' | 'payroll' | 'concur' | 'service';

/** What a Concur tax key becomes in B1: a tax group, and the account of its tax line where not the tax group's own. */
export interface TaxMapping {
	code: string;
	account?: string | null;
}

/** How account codes become B1 accounts. */
export interface AccountMap {
	/** `asIs`: Concur holds B1's codes; `table`: by Concur account code; `expenseType`: by expense type code or name. */
	mode: 'asIs' | 'table' | 'expenseType';
	table: Record<string, string>;
	/** What happens to a code that the table does not know. */
	missing: 'review' | 'asIs';
}

/** One way to find the B1 partner; rules are tried in order and the first that finds exactly one partner wins. */
export type PartnerRule =
	| { by: 'table' }
	/** `template`: what to look for, a text with fields in braces, e.g. `V{employeeId}`. */
	| { by: 'code' | 'name' | 'taxId' | 'email' | 'employee'; template: string };

export interface PartnerRules {
	employeeVendor: PartnerRule[];
	cardVendor: PartnerRule[];
	vendor: PartnerRule[];
	/** Employee id, payee code or vendor code -> B1 partner code. */
	table: Record<string, string>;
}

export type PostingDateRule = DateRule | 'today' | 'fixed';

/**
 * `document`: the due date of the document; `terms`: its own date and its net payment terms; `partner`: the payment terms of the B1
 * partner; `documentDate` and `posting`: that date itself, or days after it (`posting+14`).
 */
export type DueDateRule = 'document' | 'terms' | 'partner' | `${'documentDate' | 'posting'}${'' | `+${number}`}`;

/** The mapping of a company. The first block has the knobs and defaults of the FIS use cases; the rest is about Business One. */
export interface Profile {
	payeeRoles: Record<string, PayeeRole>;
	/** `payee:patKey`, `patKey`, card program or payee -> B1 partner code. */
	cardVendors: Record<string, string>;
	cardCredit: Record<string, 'vendor' | 'clearing'>;
	clearingPassThrough: 'auto' | 'always' | 'never';
	mergeCounterparty: boolean;
	mergeExpense: 'none' | 'account';
	qualifiers: Record<string, string>;
	nonDeductibleVat: 'separate' | 'expense';
	nonDeductibleVatAccount: string | null;
	/** null takes every Concur key as it comes. */
	taxCodes: null | Record<string, TaxMapping>;
	foreignTaxCode: string | null;
	payrollReimbursement: 'employeeVendor' | 'payrollClearing';
	expensePay: 'vendor' | 'liabilityAccount';
	/** Creditors of what somebody else pays that are blocked for payment in B1. */
	paymentBlock: ElsewherePayer[];
	/** Who pays -> account that is credited in place of the creditor. */
	paidElsewhereAccounts: Partial<Record<ElsewherePayer, string>>;
	costCenterPath: string[];
	companyPath: string | null;
	company: string | null;
	accountMap: AccountMap;
	defaultExpenseAccount: string | null;
	defaultClearingAccount: string | null;
	defaultCashAdvanceAccount: string | null;
	shipping: 'expense' | 'account';
	shippingAccount: string | null;
	placeholderAccounts: string[];
	/** Decimal text; how far the document's own figures may disagree. */
	tolerance: string;
	postTestUsers: boolean;
	revisionPolicy: 'hold' | 'postAsIs' | 'reverseAndRepost';
	onHold: OnHold;
	postingDate: PostingDateRule;

	/** Tried in order when the document has no date of the `postingDate` rule. */
	postingDateFallback: DateRule[];
	fixedDate: string | null;
	/** Where the due date of a vendor's line comes from: the first that has a date. */
	dueDate: DueDateRule[];
	/** The same for employees. */
	employeeDueDate: DueDateRule[];
	periodPolicy: 'fail' | 'nextOpenDay' | 'review';
	goLiveDate: string | null;
	/** Concur ledgers this company takes; null takes all. */
	ledgers: string[] | null;
	/** Document statuses that may be posted; null does not look at the status. */
	allowedStatuses: string[] | null;
	crossCompany: 'review' | 'split';
	/** Paths of dimensions 2 to 5. */
	costCenterPaths: string[][];
	projectPath: string[];
	branchPath: string[];
	/** Concur value -> B1 distribution rule, project and branch id; a value that is not listed is taken as it comes. */
	costCenterMap: Record<string, string>;
	projectMap: Record<string, string>;
	branchMap: Record<string, string>;
	defaultBranch: string | null;
	/** Takes what an employee owes in one branch and is owed in another. */
	interBranchAccount: string | null;
	defaultLiabilityAccount: string | null;
	/** Role or payee code -> account that is posted instead of a partner. */
	roleAccounts: Record<string, string>;
	/** Role or payee code -> control account that overrides the partner's. */
	controlAccounts: Record<string, string>;
	partners: PartnerRules;
	/** IANA name of the time zone whose days count. */
	timeZone: string;
	/** Concur's ISO currency code -> B1's code. */
	currencyMap: Record<string, string>;
	/** ISO code of the company's currency. */
	companyCurrency: string | null;
	rateSource: 'b1' | 'document';
	roundingAccount: string | null;
	/** Decimal text; the largest rounding difference that may be posted. */
	roundingCap: string;
	memo: string;
	lineMemo: string;
	reference: string;
	/** Longest texts B1 takes: memos are 50 in older versions and 254 in newer ones. */
	lengths: { memo: number; lineMemo: number; reference: number };
}

/** Statuses a document may have when it is posted: READY, or ours and ACKNOWLEDGED (FIS v4 reference, document status). */
export const LIVE_STATUSES: readonly string[] = ['READY', 'ACKNOWLEDGED'];

export const DEFAULT_PROFILE: Readonly<Profile> = Object.freeze({
	payeeRoles: {
		EMPL: 'employeeVendor',
		CASH: 'employeeVendor',
		IBIP: 'employeeVendor',
		IBCP: 'cardVendor',
		CBCP: 'cardVendor',
		COPD: 'cardVendor',
	} as Record<string, PayeeRole>,
	cardVendors: {},
	cardCredit: {},
	clearingPassThrough: 'auto',
	mergeCounterparty: true,
	mergeExpense: 'none',
	qualifiers: {},
	nonDeductibleVat: 'separate',
	nonDeductibleVatAccount: null,
	taxCodes: null,
	foreignTaxCode: null,
	payrollReimbursement: 'employeeVendor',
	expensePay: 'vendor',
	paymentBlock: [],
	paidElsewhereAccounts: {},
	costCenterPath: ['allocation.allocationCustom4Code', 'entry.entryOrgUnit4Code', 'report.reportOrgUnit4Code'],
	companyPath: null,
	company: null,
	accountMap: { mode: 'asIs', table: {}, missing: 'review' },
	defaultExpenseAccount: null,
	defaultClearingAccount: null,
	defaultCashAdvanceAccount: null,
	shipping: 'expense',
	shippingAccount: null,
	placeholderAccounts: ['PendingClient'],
	tolerance: '0.02',
	postTestUsers: false,
	revisionPolicy: 'hold',
	onHold: 'byReason',
	postingDate: 'processing',
	postingDateFallback: ['submit', 'creation', 'document'] as DateRule[],
	fixedDate: null,
	dueDate: ['document', 'terms', 'partner', 'posting'] as DueDateRule[],
	employeeDueDate: ['document', 'posting'] as DueDateRule[],
	periodPolicy: 'review',
	goLiveDate: null,
	ledgers: null,
	allowedStatuses: null,
	crossCompany: 'review',
	costCenterPaths: [],
	projectPath: [],
	branchPath: [],
	costCenterMap: {},
	projectMap: {},
	branchMap: {},
	defaultBranch: null,
	interBranchAccount: null,
	defaultLiabilityAccount: null,
	roleAccounts: {},
	controlAccounts: {},
	partners: {
		employeeVendor: [{ by: 'table' }, { by: 'code', template: '{employeeId}' }],
		cardVendor: [{ by: 'table' }, { by: 'code', template: '{payee}' }],
		vendor: [{ by: 'table' }, { by: 'code', template: '{vendorCode}' }],
		table: {},
	} as PartnerRules,
	timeZone: 'UTC',
	currencyMap: {},
	companyCurrency: null,
	rateSource: 'b1',
	roundingAccount: null,
	roundingCap: '0.05',
	memo: '{reference} {name}',
	lineMemo: '{expenseType} {transactionDate} {spend}',
	reference: '{reference}',
	lengths: { memo: 50, lineMemo: 50, reference: 100 },
} satisfies Profile);
