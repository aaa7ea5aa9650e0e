import type { ServiceLayerError } from '../errors';
import type { BatchQuery, Change } from '../batch';
import { orChains } from '../odata';
import type { PostingInput } from './types';

/** The user table that makes the database refuse a second posting. Its Code is the posting key, unique by nature. */
export const REGISTER_TABLE = 'CONCURB1POST';
export const REGISTER_SET = `U_${REGISTER_TABLE}`;

/** Columns besides Code and Name; `U_<name>` in data. */
export const REGISTER_FIELDS = [
	{ name: 'Hash', description: 'Content hash', size: 64 },
	{ name: 'ReportId', description: 'Concur report ID', size: 64 },
	{ name: 'Kind', description: 'JE entry, JV voucher', size: 2 },
] as const;

/** Documents whose keys and reports fit into one filter. */
const FEW = 10;

export type RegisterKind = 'JE' | 'JV';

/**
 * Queries that find the rows of these keys and, where asked, of earlier documents of the same reports.
 */
export function registerQueries(inputs: PostingInput[], withRevisions: boolean): BatchQuery[] {
	const byCode = orChains(
		'Code',
		inputs.map(({ postingKey }) => postingKey),
	);
	const byReport = orChains(
		'U_ReportId',
		inputs.map(({ reportId }) => (withRevisions && reportId) || ''),
	);
	const select = ['Code', 'U_Hash', 'U_ReportId', 'U_Kind'];
	const together = inputs.length <= FEW && byReport.length > 0;
	const filters = together ? [[...byCode, ...byReport].join(' or ')] : [...byCode, ...byReport];
	return filters.map((filter) => ({ set: REGISTER_SET, query: { filter, select } }));
}

/** The change that writes a row. It comes first in its change set: a key that is taken stops the set before an entry is made. */
export function registerChange(input: PostingInput, kind: RegisterKind): Change {
	return {
		method: 'POST',
		path: REGISTER_SET,
		body: {
			Code: input.postingKey,
			Name: input.postingKey,
			U_Hash: input.contentHash,
			U_ReportId: input.reportId ?? '',
			U_Kind: kind,
		},
	};
}

/** @returns whether a refused read of the register means that there is none, rather than that B1 is in trouble */
export function meansNoRegister(error: ServiceLayerError): boolean {
	return error.status >= 400 && error.status < 500 && ['validation', 'masterData', 'permission'].includes(error.errorClass);
}
