/** Reading of FIS documents: out of their envelopes, by type, field by field, and what their headers say. Pure. */
export * from './types';
export { readDocuments } from './documents';
export { headingOf, type Heading } from './heading';
export {
	dayOf,
	isRecord,
	isUnreadableDate,
	isYes,
	momentOf,
	noRowsIn,
	ownText,
	rowsOf,
	sectionOf,
	textOf,
	type Json,
} from './fields';
export { headerFacts, type HeaderFacts } from './headerFacts';
