import type { ReviewReason } from '../review';

/** The words of funds. Amounts are decimal text everywhere a value leaves the room. */

/** What a commitment belongs to: a travel request or an expense report. */
export type SourceKind = 'request' | 'report';

/** `actuals` is an ordinary expense document: posting its report turns commitments into cost. */
export type StepKind = SourceKind | 'actuals';

/** The first three are FIS instructions (FIS v4 reference, request and report obligation); `post` is that of an expense document. */
export type Instruction = 'obligate' | 'fundsCheck' | 'release' | 'post';

/** What a budget is kept for. A period label is set where budgets are kept by year or month. */
export interface BudgetKey {
	/** null where Concur assigned no account (requests often carry only the placeholder `PendingClient`): such a row has no budget. */
	account: string | null;
	/** B1 distribution rule; null where the row names none. */
	costCenter: string | null;
	project: string | null;
	period: string | null;
}

/** An amount of a document for one entry, allocation and budget key, in the document's currency; negative for refunds. */
export interface StepRow {
	/** Unique within the source and the same in every revision: entry, allocation, budget key. */
	rowKey: string;
	entryId: string;
	/** Concur's key of the allocation's account (`allocationAccountResolverKey`), for references in answers. */
	allocation: string | null;
	budgetKey: BudgetKey;
	amount: string;
	linkedRequestId: string | null;
	linkedRequestEntryId: string | null;
}

/** One funds document, or one expense document seen as actuals. */
export interface FundsStep {
	/** The key of the step: FIS's document id. */
	fisId: string | null;
	kind: StepKind;
	instruction: Instruction;
	/** Id of the request or report, the same in every revision. */
	sourceId: string | null;
	/** What a person calls it: request key, report number. */
	reference: string | null;
	revision: string | null;
	currency: string | null;
	/** Approved total of the header, in `currency`. */
	total: string | null;
	/** Sum of the approved amounts of the listed entries, in the currency of the entries. */
	entriesTotal: string;
	isTest: boolean;
	rows: StepRow[];
	/** Every listed entry, also those that commit nothing (personal ones). */
	entryIds: string[];
	/** The previous committed revision, where the document carries one. */
	previous: { revision: string | null; rows: StepRow[]; entryIds: string[] } | null;
	linkedRequestIds: string[];
	problems: ReviewReason[];
}

/** What a report's row holds of a request's row. */
export interface Taken {
	requestId: string;
	rowKey: string;
	amount: string;
}

/** A commitment. Amounts are in the company's currency but for `stated`. */
export interface CommitmentRow {
	kind: SourceKind;
	id: string;
	reference: string | null;
	rowKey: string;
	entryId: string;
	allocation: string | null;
	budgetKey: BudgetKey;
	currency: string | null;
	/** The amount as the document has it, in the document's currency; it may be negative. */
	stated: string;
	/** What the row commits in all, refunds of the same document and budget key taken off; never negative. */
	amount: string;
	/** The part that became cost, or lapsed with a report that had drawn on this request. */
	used: string;
	/** The part that is reserved now: `amount` less `used` less what reports hold of it; never negative. */
	open: string;
	/** What a report's row holds of requests; its sum is never more than `open`. */
	taken: Taken[];
	linkedRequestId: string | null;
	linkedRequestEntryId: string | null;
}

/** A step that was answered for good: it is known by its FIS id, so that a repeat gets the same answer. */
export interface AppliedStep {
	fisId: string;
	kind: StepKind;
	sourceId: string;
	instruction: Instruction;
	answer: FundsAnswer;
}

/**
 * The commitments, plain and serialisable. An adapter may load a part of it: the rows and steps of the step's source, of the requests it is
 * linked to, and of every report that took from those; the open amounts of all others then go into `BudgetRow.otherOpen`.
 */
export interface Commitments {
	rows: CommitmentRow[];
	/** In the order in which they were applied. */
	steps: AppliedStep[];
}

export interface RowChange {
	change: 'insert' | 'update' | 'delete';
	before: CommitmentRow | null;
	after: CommitmentRow | null;
}

/** A budget, in the company's currency. */
export interface BudgetRow extends BudgetKey {
	amount: string;
	/** Cost so far; 0 unless told. */
	actual?: string;
	/** Open commitments on this budget that are not among the rows given; 0 unless told. */
	otherOpen?: string;
}

/** A cause as a traveller reads it in Concur. */
export interface FundsMessage {
	code: string;
	text: string;
	budgetKey: BudgetKey | null;
	/** What is needed beyond what is reserved already. */
	needed: string | null;
	available: string | null;
	currency: string | null;
}

/** A commitment reference that Concur may echo in later documents (FIS v4 reference, `paymentRelevantLineItems`). */
export interface LineItemReference {
	type: 'DOCUMENT' | 'ENTRY' | 'ALLOCATION';
	id: string;
	/** Id of the level above; null for the document itself. */
	parentId: string | null;
}

export interface FundsAnswer {
	confirm: 'success' | 'error';
	messages: FundsMessage[];
	/** null when the answer is an error. */
	documentNumber: string | null;
	references: LineItemReference[];
}

/** Cost that the posting of a report puts on a budget. */
export interface Actual {
	budgetKey: BudgetKey;
	amount: string;
}

export interface FundsResult {
	/** `review`: nobody is answered yet, because a person or the mapping has to cure something first. */
	outcome: 'applied' | 'unchanged' | 'checked' | 'refused' | 'repeated' | 'review';
	/** null only for `review`. */
	answer: FundsAnswer | null;
	reasons: ReviewReason[];
	state: Commitments;
	/** What to write, in one change set with `record`. */
	changes: RowChange[];
	/** The step to remember; null when there is nothing new to remember. */
	record: AppliedStep | null;
	/** Only for actuals: what the posting adds to the cost of each budget key. */
	actuals: Actual[];
}
