/** Names and lengths of B1 by which documents are built, written and found again: one for those who build and those who send. Pure. */

/** Longest posting key: what older versions of B1 keep of a reference, and the code column of the posting register. */
export const POSTING_KEY_LENGTH = 50;

/** How much of the content hash the third reference of an entry holds: it is 27 characters long in 9.x. */
export const SHORT_HASH_LENGTH = 24;

/** Fields of a line for the distribution rules of dimensions 1 to 5, in entries and marketing documents alike. */
export const COSTING_FIELDS = ['CostingCode', 'CostingCode2', 'CostingCode3', 'CostingCode4', 'CostingCode5'] as const;

/** Entity set of a purchasing document. */
export type PurchaseSet = 'PurchaseInvoices' | 'PurchaseCreditNotes' | 'Drafts';

/** User field of all marketing documents that holds the posting key; user fields go along when a draft becomes a document. */
export const KEY_FIELD = 'U_ConcurKey';

/** `CurrenciesDecimalsEnum`; the default of the company is left out, because only the company says it. */
export const CURRENCY_DECIMALS: Readonly<Record<string, number>> = {
	cdWithoutDecimals: 0,
	cd1Digit: 1,
	cd2Digits: 2,
	cd3Digits: 3,
	cd4Digits: 4,
	cd5Digits: 5,
	cd6Digits: 6,
};
