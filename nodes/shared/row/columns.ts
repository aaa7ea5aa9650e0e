import type { ReceiptColumns } from './decideReceipts';
import type { Row } from './types';

export interface Column<Name = Exclude<keyof Row, 'id'> | keyof ReceiptColumns> {
	name: Name;
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** The Data Table of the posting workflow; the one of the funds workflow has the same columns. */
export const TABLE_NAME = 'concur_b1_documents';

/** Columns that the pipeline writes, in the order people read them. */
export const rowColumns: Array<Column<Exclude<keyof Row, 'id'>>> = [
	{ name: 'status', type: 'string' },
	{ name: 'reason', type: 'string' },
	{ name: 'reasonBefore', type: 'string' },
	{ name: 'changed', type: 'string' },
	{ name: 'reportNumber', type: 'string' },
	{ name: 'person', type: 'string' },
	{ name: 'amount', type: 'string' },
	{ name: 'currency', type: 'string' },
	{ name: 'reportName', type: 'string' },
	{ name: 'documentDate', type: 'string' },
	{ name: 'number', type: 'number' },
	{ name: 'postingDate', type: 'string' },
	{ name: 'open', type: 'boolean' },
	{ name: 'dueAt', type: 'date' },
	{ name: 'attempts', type: 'number' },
	{ name: 'outcome', type: 'string' },
	{ name: 'jdtNum', type: 'number' },
	{ name: 'docType', type: 'string' },
	{ name: 'docId', type: 'string' },
	{ name: 'companyId', type: 'string' },
	{ name: 'reportId', type: 'string' },
	{ name: 'instruction', type: 'string' },
	{ name: 'documentNumber', type: 'string' },
	{ name: 'paymentStatus', type: 'string' },
	{ name: 'paymentsReported', type: 'string' },
	{ name: 'mapping', type: 'string' },
	{ name: 'priority', type: 'number' },
	{ name: 'heldBy', type: 'string' },
	{ name: 'readyInConcur', type: 'boolean' },
	{ name: 'reasons', type: 'string' },
	{ name: 'postingRecord', type: 'string' },
	{ name: 'warned', type: 'boolean' },
	{ name: 'act', type: 'string' },
	{ name: 'stamp', type: 'string' },
	{ name: 'trail', type: 'string' },
];

/** Columns that are written of receipts alone. */
const receiptColumns: Array<Column<keyof ReceiptColumns>> = [
	{ name: 'receiptStatus', type: 'string' },
	{ name: 'receiptsExpected', type: 'number' },
	{ name: 'receiptsAttached', type: 'number' },
	{ name: 'receiptReason', type: 'string' },
	{ name: 'receiptTries', type: 'number' },
	{ name: 'receiptsDueAt', type: 'date' },
];

const behindPayments = rowColumns.findIndex(({ name }) => name === 'mapping');

/** All columns of the Data Table, in the order people read them. */
export const columns: Column[] = [...rowColumns.slice(0, behindPayments), ...receiptColumns, ...rowColumns.slice(behindPayments)];
