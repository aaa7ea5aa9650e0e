import { byPerson, inBusinessOne, inConcur, inMapping, type ReasonRule } from './rules';
import type { ReviewReason } from './types';

const RESUBMIT = 'Recall the report in Concur and resubmit it; if it comes back unchanged, report it to SAP Concur support.';

/**
 * Every review reason: where its cure lies, what Concur is told by default, and what to do. The codes are part of the public
 * interface; the first four blocks follow the hold reasons of the FIS use cases.
 */
export const REASONS = {
	'missing-account': inConcur(
		'Give the expense type an account code in Concur (Accounting Administration), or set a default expense account in the mapping.',
	),
	'entry-total-mismatch': inConcur(RESUBMIT),
	'report-total-mismatch': inConcur(RESUBMIT),
	'tax-without-detail': inConcur(
		'Check the tax configuration of this expense type and country in Concur: the amounts contain tax, but no tax row says which.',
	),
	'tax-arithmetic': inConcur('Check the tax amounts of this entry in Concur: net, tax and gross do not fit together.'),
	'missing-amount': inConcur('Recall and resubmit in Concur: a journal row came without its amount.'),
	'invoice-total-mismatch': inConcur('Check the invoice in Concur: its lines, shipping and tax do not add up to its total.'),
	'missing-vendor': inConcur('Give the invoice a vendor with a vendor code in Concur.'),
	'missing-employee': inConcur('Give the employee an employee ID in the Concur profile.'),
	'missing-currency': inConcur('Recall and resubmit in Concur: the document names no currency.'),
	'unreadable-amount': inConcur(
		'Have the amount corrected in Concur; the document was not posted because a figure in it cannot be read exactly.',
	),
	'payable-decimals': inConcur('Have the amount corrected in Concur: its currency has fewer decimals than that.'),
	'unreadable-date': byPerson(
		'Find out which day is meant. Have the date corrected in Concur, or enter the document by hand: it is not posted under a guessed date.',
	),
	'no-rows': inConcur('Recall and resubmit in Concur: the document holds a total but no rows to post.'),

	'unknown-payee': inMapping('Add this payer or payee code to the payee roles of the mapping (employee or card vendor).'),
	'missing-clearing-account': inMapping(
		'Give the payment type a clearing account in Concur, or set a default clearing account in the mapping.',
	),
	'missing-cash-advance-account': inMapping(
		'Give the cash advance a clearing account in Concur, or set a default cash advance account in the mapping.',
	),
	'missing-payroll-clearing': inMapping(
		'Give the report a payroll clearing account in Concur, or pay employees through their vendor account in the mapping.',
	),
	'unmapped-tax': inMapping('Add this Concur tax code to the tax codes of the mapping, with the B1 tax group it stands for.'),

	'no-purchase-invoice': inMapping(
		'Map its taxes so that each line has one tax code, or let invoices become journal entries (Invoices Become in the mapping).',
	),
	'invoice-tax-differs': inMapping(
		'Compare the rate of the tax code in B1 with the invoice. Map the tax to the code of the right rate, or let invoices become journal entries.',
	),
	'cross-company-allocation': byPerson(
		'Decide by hand: the allocations name another company than this one, and one journal entry cannot hold both.',
	),
	'no-company-side': byPerson(
		'Neither or both sides of this journal row are the company. Keep the document and report it to SAP Concur support.',
	),
	'direction-sign-mismatch': byPerson(
		'The direction of this row contradicts its sign. Keep the document and report it to SAP Concur support.',
	),
	'unknown-document': byPerson('This kind of document is not known. Keep it and check whether the connector needs an update.'),
	'unreadable-document': byPerson(
		'The document cannot be read. Fetch it again; if it stays unreadable, report it to SAP Concur support.',
	),
	'b1-not-available': byPerson(
		'Nothing was posted. The document is tried again; if this lasts, check the Service Layer and the credential.',
	),
	'suspected-duplicate': byPerson(
		'This report was already posted under another document id. Compare the two before anything is posted.',
	),
	'already-posted-revision': byPerson(
		'An earlier revision of this report was posted. Decide whether to post this one as it is, or to reverse the first entry.',
	),
	'already-confirmed': byPerson(
		'Concur has a result for this document already, or has taken it back. Check it there, and its journal entry, before anything is posted.',
	),

	'test-user': {
		cure: 'none',
		answer: 'leaveReady',
		todo: 'Nothing to do: documents of Concur test users are not posted. Switch on "post test users" to change that.',
	},
	'payroll-document': {
		cure: 'none',
		answer: 'leaveReady',
		todo: 'Nothing to do here: payroll documents carry no accounts and belong to the payroll system.',
	},
	'funds-document': {
		cure: 'none',
		answer: 'leaveReady',
		todo: 'Nothing to post: funds documents reserve budget and are answered by the funds operation.',
	},
	'before-go-live': byPerson(
		'The document is older than the go-live date of the mapping. Post it in the former system, or move the date.',
	),
	'wrong-ledger': inMapping(
		'The document belongs to another Concur ledger. Add the ledger to the mapping, or route it to its company.',
	),

	'unmapped-account': inMapping('Add this code to the account table of the mapping.'),
	'missing-shipping-account': inMapping('Set the shipping account in the mapping, or let shipping stay in the expense.'),
	'missing-liability-account': inMapping(
		'Give the payment type a liability account in Concur, set a default liability account, or credit vendors instead.',
	),
	'missing-inter-branch-account': inMapping(
		'Set the inter-branch account in the mapping: B1 pays and reconciles each branch by itself.',
	),
	'reverse-charge': inMapping(
		'B1 takes tax groups of reverse charge and acquisition in no manual journal entry. Enter the document in B1 as an A/P invoice, or name both plain accounts beside the tax code in the mapping (tax account and account of the tax owed).',
	),
	'missing-tax-account': inMapping(
		'Name the tax account beside the tax code in the mapping, or give the tax group a tax account in B1 (Tax Groups - Setup).',
	),
	'missing-document-id': byPerson(
		'The document came without its FIS id, so it cannot be posted exactly once. Fetch it again from Concur.',
	),
	'missing-date': inMapping('Choose another posting date rule in the mapping: the document has no such date.'),
	'amount-too-long': byPerson('The amount has more digits than a JSON number holds exactly. Enter the document by hand.'),
	'invalid-profile': inMapping('Correct the mapping profile.'),

	'account-not-found': inBusinessOne(
		'Create the account in B1 (Financials > Chart of Accounts), or correct the account mapping.',
	),
	'account-inactive': inBusinessOne('Activate the account in B1 (Chart of Accounts > Account Details), or map to another one.'),
	'account-title': inBusinessOne(
		'Use a postable account below this title account (Chart of Accounts), or correct the account mapping.',
	),
	'account-control': inBusinessOne(
		'A control account takes no direct posting in B1. Map to another account, or to a business partner.',
	),
	'account-blocked': inBusinessOne(
		'Clear "Block Manual Posting" of the account in B1 (Chart of Accounts > Account Details), or map to another one.',
	),
	'account-currency': inBusinessOne('Set the account to "All Currencies" in B1 (Chart of Accounts), or map to another one.'),
	'vendor-not-found': inBusinessOne(
		'Create the business partner in B1 as a vendor, or add a row to the partner table of the mapping.',
	),
	'vendor-inactive': inBusinessOne(
		'Activate the business partner in B1 (Business Partner Master Data > General), or map to another one.',
	),
	'vendor-ambiguous': inMapping(
		'More than one business partner fits. Add a row to the partner table of the mapping that names the right one.',
	),
	'vendor-type': inBusinessOne(
		'The business partner is no vendor in B1. Map to the vendor record of the same person or company.',
	),
	'vendor-currency': inBusinessOne('Set the business partner to "All Currencies" in B1, or post to a partner in this currency.'),
	'cost-center-not-found': inBusinessOne(
		'Create the distribution rule in B1 (Cost Accounting > Distribution Rules), or map the Concur value to an existing one.',
	),
	'cost-center-inactive': inBusinessOne(
		'Activate the distribution rule in B1 for this date, or map the Concur value to another one.',
	),
	'cost-center-wrong-dimension': inBusinessOne(
		'The distribution rule belongs to another dimension in B1. Correct the cost object mapping.',
	),
	'cost-object-missing': inMapping(
		'Give the line a distribution rule or a project: fill in the field in Concur, or name a constant value in the mapping.',
	),
	'project-not-found': inBusinessOne(
		'Create the project in B1 (Administration > Setup > Financials > Projects), or map the Concur value to an existing one.',
	),
	'project-inactive': inBusinessOne('Activate or extend the project in B1, or map the Concur value to another one.'),
	'tax-group-not-found': inBusinessOne(
		'Create the tax group in B1 (Administration > Setup > Financials > Tax), or correct the tax mapping.',
	),
	'tax-group-output': inMapping('Name a tax group of input tax (purchases) in the tax codes of the mapping.'),
	'tax-group-inactive': inBusinessOne('Activate the tax group in B1, or correct the tax mapping.'),
	'user-field-not-found': inMapping(
		'Correct the field in the user fields of the mapping, or create it in B1 (Tools > Customization Tools > User-Defined Fields - Management, Marketing Documents or Journal Entry).',
	),
	'user-field-value': inMapping(
		'Let the mapping fill the field with a value that B1 takes there, or correct the field of the document in Concur.',
	),
	'user-field-missing': inMapping('Fill in the field of the document in Concur, or give the mapping another value for it.'),
	'currency-not-found': inBusinessOne(
		'Create the currency in B1 (Administration > Setup > Financials > Currencies), or name B1’s own code for it in the currency table of the mapping.',
	),
	'branch-not-found': inBusinessOne('Create or activate the branch in B1, or correct the branch mapping.'),
	'branch-missing': inMapping('The company works with branches. Set a branch path or a default branch in the mapping.'),
	'period-locked': inBusinessOne(
		'Unlock the posting period in B1 (Administration > System Initialization > Posting Periods), or choose another posting date rule.',
	),
	'period-missing': inBusinessOne('Create the posting period in B1 (Administration > System Initialization > Posting Periods).'),
	'date-out-of-range': inBusinessOne(
		'Widen the window of this date in the posting period of B1, or let the mapping take the next open day.',
	),
	'rate-not-in-document': inMapping(
		'Choose Rate of B1 in the mapping, and enter the rate of the day in B1; it posts these documents with any rate.',
	),
	'rounding-over-cap': byPerson('The rounding difference is larger than allowed. Check the rate, or raise the cap.'),
	'missing-rounding-account': inMapping('Set the rounding account in the mapping.'),
} as const satisfies Record<string, ReasonRule>;

export type ReasonCode = keyof typeof REASONS;

/** What a reason is about; entry, field and value point to the place. */
export interface ReasonPlace {
	entry?: string;
	field?: string;
	value?: string;
	candidates?: string[];
}

/**
 * A review reason with its cure; the message is the finding followed by what to do.
 *
 * @param document the document it is about, or its id
 * @param finding one sentence, with the figures
 */
export function reason(
	code: ReasonCode,
	document: { docId: string | null },
	finding: string,
	place: ReasonPlace = {},
): ReviewReason {
	const rule: ReasonRule = REASONS[code];
	return { code, message: `${finding} ${rule.todo}`, cure: rule.cure, docId: document.docId, ...place };
}

/**
 * The reason for a document on which something threw: it names the document, and what failed without where in the program.
 *
 * @param error whatever was thrown
 */
export function unreadable(docId: string | null, error: unknown): ReviewReason {
	const what = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 200);
	return reason('unreadable-document', { docId }, `Document ${docId ?? '(without id)'} cannot be worked out (${what}).`);
}

/** A remark that does not stop the posting; `code` names it, and nobody has to cure anything. */
export function warning(
	code: string,
	document: { docId: string | null },
	message: string,
	place: ReasonPlace = {},
): ReviewReason {
	return { code, message, cure: 'none', docId: document.docId, ...place };
}

/** The reasons without those that say the same twice. */
export function withoutRepeats(reasons: readonly ReviewReason[]): ReviewReason[] {
	if (reasons.length < 2) return [...reasons];
	return [...new Map(reasons.map((found) => [`${found.code} ${found.message}`, found])).values()];
}
