/** The posting engine: FIS documents in, balanced postings or coded reasons out. Pure: no n8n, no HTTP, no clock, no randomness. */
export * from './types';
export type { Audit, AuditLine } from './audit';
export { buildPosting, buildPostings } from './build';
export { readDocuments } from './documents';
export { toJournalEntry, type JournalEntry, type JournalEntryContext, type JournalEntryResult } from './journalEntry';
export { contentHash, postingKey } from './keys';
export type {
	AccountFacts,
	BranchFacts,
	CompanyFacts,
	DistributionRuleFacts,
	MasterData,
	PartnerFacts,
	PeriodFacts,
	ProjectFacts,
	TaxGroupFacts,
	Validity,
} from './masterData';
export { requiredMasterData, type MasterDataQuery } from './masterDataQuery';
export {
	accountFacts,
	branchFacts,
	distributionRuleFacts,
	partnerFacts,
	periodFacts,
	projectFacts,
	taxGroupFacts,
} from './masterDataRows';
export type { JournalEntryLine } from './payload';
export {
	DEFAULT_PROFILE,
	LIVE_STATUSES,
	type AccountMap,
	type PartnerRule,
	type PartnerRules,
	type Profile,
	type TaxMapping,
} from './profile';
export { readProfile } from './profileReader';
export { answerFor, REASONS, type ReasonCode } from './reasons';
export { ROLE_LABELS, recordText, type RecordLine } from './record';
