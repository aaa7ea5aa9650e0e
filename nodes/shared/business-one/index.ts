/** Service Layer client: session rules, OData, batches, posting exactly once, master data, error classes. */
export { createServiceLayer, type ServiceLayer } from './client';
export type { ApiVersion, Row } from './types';
export {
	errorOfReply,
	isSessionRefused,
	errorOfThrown,
	readErrorBody,
	describePlace,
	readErrorPlace,
	ServiceLayerError,
} from './errors';
export {
	literal,
	quote,
	entityPath,
	fitsInPath,
	queryPath,
	queryText,
	type Key,
	type Query,
	allOf,
	buildFilter,
	orChains,
	searchFilter,
	type Condition,
	getAll,
	getRest,
	pageSizeHeader,
	rowsOf,
	type Rows,
} from './odata';
export {
	batchReads,
	rowsOrThrow,
	type BatchQuery,
	type QueryResult,
	runBatch,
	writeBatch,
	readBatch,
	type Change,
} from './batch';
export { TAKEN, writeChangeSet, writeOnce } from './once';
export {
	postJournalEntries,
	contentHashOf,
	compareEntry,
	dayOf,
	entriesBetween,
	isReversalOf,
	checkMadeByHand,
	type ByHand,
	findDocuments,
	notHeld,
	type Finding,
	cancelEntry,
	isKept,
	type CancelOptions,
	type ReversalDate,
	cancelPurchase,
	isPurchaseRow,
	REGISTER_SET,
	type Level,
	type PostingInput,
	type PostingOptions,
	type PostingResult,
	type Purchase,
	type RevisionPolicy,
} from './posting';
export { covers, readAdminInfo, readCompanyInfo, readExchangeRate, readPeriods } from './company/company';
export { readCurrencyCode, readIsoCodes } from './company/currencies';
export { plainObject } from './company/services';
export { fiscalYearOf } from './company/fiscalYear';
export { setUpPostingRegister } from './company/registerSetUp';
export { becomesVisible, createUserTable, isAtomic, type UserTable } from './company/userTable';
export { readBaseDocuments, type BaseDocumentRows } from './masterData/readBaseDocuments';
export { readMasterData, type MasterDataQuery, type MasterDataRows } from './masterData/readMasterData';
export { internalAccountCodes, isInternalCode, isSegmented } from './masterData/segmentedChart';
export { writeFiles, type AttachedFile } from './attachments/writeFiles';
export { attachOnce, type Attached, type AttachTarget, type FileToAttach } from './attachments/attachOnce';
