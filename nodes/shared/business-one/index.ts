/** Service Layer client: session rules, OData, batches, posting exactly once, master data, error classes. */
export { createServiceLayer, type Call, type ServiceLayer, type ServiceLayerOptions } from './client';
export type { ApiVersion, Row } from './types';
export * from './errors';
export * from './odata';
export * from './batch';
export { TAKEN, writeChangeSet, writeOnce } from './once';
export * from './posting';
export { covers, readAdminInfo, readCompanyInfo, readExchangeRate, readPeriods } from './company/company';
export { callReadService, plainObject, singleValue } from './company/services';
export { fiscalYearOf } from './company/fiscalYear';
export { setUpPostingRegister, type RegisterSetUp } from './company/registerSetUp';
export { becomesVisible, createUserTable, isAtomic, type UserTable } from './company/userTable';
export { readMasterData, type MasterDataQuery, type MasterDataRows } from './masterData/readMasterData';
export { FIELDS } from './masterData/fields';
export { internalAccountCodes, isInternalCode, isSegmented } from './masterData/segmentedChart';
export { writeFiles, type AttachedFile } from './attachments/writeFiles';
