/** Reading of FIS documents: out of their envelopes, by type, field by field, and what their headers say. Pure. */
export * from './types';
export { readDocuments } from './documents';
export { dayOf, isRecord, isYes, rowsOf, sectionOf, textOf, type Json } from './fields';
export { factsOf, type DocumentFacts } from './headerFacts';
export { headingOf, type Heading } from './heading';
