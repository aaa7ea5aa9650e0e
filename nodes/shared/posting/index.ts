/** The posting engine: FIS documents in, balanced postings or coded reasons out. Pure: no n8n, no HTTP, no clock, no randomness. */
export * from './types';
export { buildPosting, buildPostings } from './build';
export { readDocuments } from './documents';
export { DEFAULT_PROFILE, LIVE_STATUSES, type PartnerRule, type PartnerRules, type Profile, type TaxMapping } from './profile';
export { readProfile } from './profileReader';
export { answerFor, REASONS, type ReasonCode } from './reasons';
