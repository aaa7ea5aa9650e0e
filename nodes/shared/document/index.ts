/** Reading of FIS documents: out of their envelopes, by type, field by field, and what their headers say. Pure. */
export * from './types';
export { readDocuments } from './documents';
export { headingOf, type Heading } from './heading';
export { dayOf, isBlank, isRecord, isYes, momentOf, rowsOf, sectionOf, shownValue, textOf, type Json } from './fields';
export { headerFacts, type HeaderFacts, type UnreadableDate } from './headerFacts';
