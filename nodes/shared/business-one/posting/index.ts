export { postJournalEntries } from './postJournalEntries';
export { contentHashOf, problemOf } from './payload';
export { notHeld } from './results';
export { compareEntry, dayOf, isReversalOf } from './compareEntry';
export { entriesBetween } from './entriesBetween';
export { checkMadeByHand, type ByHand } from './entryByNumber';
export { findDocuments, type Finding } from './findDocuments';
export { cancelEntry, isKept, type Cancellation, type CancelOptions } from './cancelEntry';
export type { ReversalDate } from './reversal';
export { cancelPurchase } from './cancelPurchase';
export { isPurchaseRow } from './purchases';
export { REGISTER_FIELDS, REGISTER_SET, REGISTER_TABLE } from './register';
export type {
	Difference,
	EntryRef,
	Level,
	Outcome,
	PostingInput,
	PostingOptions,
	PostingResult,
	Purchase,
	RevisionPolicy,
} from './types';
