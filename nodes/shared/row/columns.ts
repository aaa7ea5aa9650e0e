import type { Row } from './types';

export interface Column {
	name: Exclude<keyof Row, 'id'>;
	type: 'string' | 'number' | 'boolean' | 'date';
}

/** The Data Table of the posting workflow; the one of the funds workflow has the same columns. */
export const tableName = 'concur_b1_documents';

/** Columns of the Data Table, in the order people read them. */
export const columns: Column[] = [
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
];
