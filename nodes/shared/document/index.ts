/** Reading of FIS documents: out of their envelopes, by type, field by field, and what their headers say. Pure. */
export {
	DOCUMENT_TYPES,
	REQUESTED_TYPES,
	type DocType,
	isDocType,
	type FisDocument,
	type DocumentNames,
	type DateRule,
} from './types';
export type { UnreadableDate } from './dateReader';
export { readDocuments } from './documents';
export { headingOf, type Heading } from './heading';
export {
	CURRENCY_CODE,
	dayOf,
	isBlank,
	isRecord,
	isYes,
	momentOf,
	noRowsIn,
	ownText,
	rowsOf,
	sectionOf,
	shownValue,
	textOf,
	type Json,
} from './fields';
export { headerFacts, type HeaderFacts } from './headerFacts';
export { approvedBefore } from './goLive';
export { withoutNulls } from './simplify';
export { standingOf } from './standing';
export { receiptName, receiptsOf, receiptStem, type ReceiptFiles, type ReceiptPlan, type ReceiptSource } from './receipts';
