export { blockAt, rowOf, textOf } from './blocks';
export { columns, tableName, type Column } from './columns';
export { decide, isSettled } from './decide';
export { decidePayments, type PaymentRow } from './decidePayments';
export { isRecalledIn } from './recall';
export { takeUp, type Hold, type TakeUpSettings } from './takeUp';
export { compacted, sampleSize, tidy, type StoredRow, type Tidying, type TidySettings } from './tidy';
export { defaultWaits, statuses, type Blocks, type Row, type Status, type Waits } from './types';
