export { blockAt, rowOf, textOf } from './blocks';
export { columns, tableName } from './columns';
export { decide, isSettled } from './decide';
export { decidePayments } from './decidePayments';
export { decideReceipts, receiptWaits } from './decideReceipts';
export { isRecalledIn } from './recall';
export { takeUp } from './takeUp';
export { compacted, sampleSize, tidy, type StoredRow } from './tidy';
export { defaultWaits, statuses, type Blocks, type Cause, type Row, type Waits } from './types';
