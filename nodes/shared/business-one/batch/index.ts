export { batchReads, rowsOrThrow, type BatchQuery, type QueryResult, type SetQuery } from './batchReads';
export { BATCH_TIMEOUT_MS, runBatch } from './runBatch';
export { writeBatch } from './writeBatch';
export { readBatch } from './readBatch';
export { isChangeSet, type BatchPart, type Change, type ChangeSet, type PartResult } from './batchTypes';
