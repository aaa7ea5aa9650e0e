/** Postings as journal entries of B1: its names, lengths, master data and periods, the audit of an entry, its key and hash. Pure. */
export { toJournalEntry, type JournalEntry, type JournalEntryResult } from './journalEntry';
export { b1Currency, isoCurrency, keptDecimals } from './currencies';
export type { EntryLine } from './entryLine';
export { taxGroupProblem } from './checks';
export { contentHash, postingKey } from './keys';
export { findByCode, serviceLayerAccount } from './masterData';
export type {
	AccountFacts,
	DistributionRuleFacts,
	EmployeeFacts,
	MasterData,
	PartnerFacts,
	PaymentTerms,
	PeriodFacts,
	ProjectFacts,
	RateFacts,
	TaxGroupFacts,
	UserFieldFacts,
} from './masterData';
export { baseDocumentFacts, itemFacts, type BaseDocumentFacts, type BaseLineFacts, type ItemFacts } from './purchasing';
export { requiredMasterData, type MasterDataQuery } from './masterDataQuery';
export {
	accountFacts,
	branchFacts,
	currencyFacts,
	distributionRuleFacts,
	employeeFacts,
	partnerFacts,
	paymentTermsFacts,
	periodFacts,
	projectFacts,
	salesTaxCodeFacts,
	taxGroupFacts,
	userFieldFacts,
} from './masterDataRows';
export { entryTexts, type EntryTexts, type JournalEntryLine } from './payload';
export { dayTerms } from './taxData';
export { fieldsText, fieldValues, type FieldValues } from './userFields';
export { ROLE_LABELS, recordRows, recordText, type RecordLine, type RecordRow } from './record';
