import { REGISTER_TABLE } from '../business-one/posting/register';
import type { UserTable } from '../business-one';

/**
 * The commitment register in B1: one row per entry, allocation and budget of a request or report. Amounts are decimal text, because
 * B1's numeric columns would cut decimals to the company's display settings and JSON numbers are doubles.
 */
export const FUNDS_TABLE: UserTable = {
	name: 'CONCURB1FUNDS',
	description: 'Concur commitments',
	fields: [
		{ name: 'Kind', description: 'request or report', size: 10 },
		{ name: 'SourceId', description: 'Concur request or report ID', size: 64 },
		{ name: 'Reference', description: 'Request key, report number', size: 100 },
		{ name: 'RowKey', description: 'Entry/allocation/budget', size: 254 },
		{ name: 'EntryId', description: 'Concur entry ID', size: 64 },
		{ name: 'Alloc', description: 'Concur allocation key', size: 64 },
		{ name: 'Account', description: 'Account', size: 64 },
		{ name: 'Rule', description: 'Distribution rule', size: 64 },
		{ name: 'Project', description: 'Project', size: 64 },
		{ name: 'Period', description: 'Budget period', size: 10 },
		{ name: 'Currency', description: 'Currency of the document', size: 3 },
		{ name: 'Stated', description: 'Amount in the document', size: 40 },
		{ name: 'Amount', description: 'Committed in all', size: 40 },
		{ name: 'Used', description: 'Became cost or lapsed', size: 40 },
		{ name: 'Open', description: 'Reserved now', size: 40 },
		{ name: 'Taken', description: 'Taken from requests (JSON)' },
		{ name: 'ReqId', description: 'Linked request ID', size: 64 },
		{ name: 'ReqRow', description: 'Linked request entry ID', size: 64 },
		{ name: 'FisId', description: 'FIS ID of the last step', size: 50 },
		{ name: 'Revision', description: 'Revision of the last step', size: 20 },
		{ name: 'Status', description: 'O open, U used up', size: 1 },
	],
};

/**
 * Every step that was answered for good, with the answer, by its FIS id; and one guard row per version of the register. A change set
 * writes the guard of the version it saw plus one, so that of two that saw the same version only one is taken.
 */
export const STEPS_TABLE: UserTable = {
	name: 'CONCURB1STEPS',
	description: 'Concur funds steps',
	fields: [
		{ name: 'Kind', description: 'request, report, actuals; guard', size: 10 },
		{ name: 'SourceId', description: 'Concur request or report ID', size: 64 },
		{ name: 'Instr', description: 'Instruction', size: 12 },
		{ name: 'Confirm', description: 'success or error', size: 8 },
		{ name: 'Answer', description: 'Answer to Concur (JSON)' },
		{ name: 'Version', description: 'Version of the register', size: 12 },
	],
};

export const FUNDS_SET = `U_${FUNDS_TABLE.name}`;
export const STEPS_SET = `U_${STEPS_TABLE.name}`;

export const SET_UP_ADVICE = `Run the operation Set Up Commitment Register of the resource Fund once. (The posting register ${REGISTER_TABLE} is another one.)`;
