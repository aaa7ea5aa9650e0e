import { batchReads, rowsOrThrow, type BatchQuery, type Change, type QueryResult } from '../batch';
import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { chainsOf, orChains } from '../odata';
import type { Row } from '../types';
import { keyTerms } from './documentKey';
import type { PostingInput } from './types';

/** The user table that makes the database refuse a second posting. Its Code is the posting key, unique by nature. */
export const REGISTER_TABLE = 'CONCURB1POST';
export const REGISTER_SET = `U_${REGISTER_TABLE}`;

/** Columns besides Code and Name; `U_<name>` in data. */
export const REGISTER_FIELDS = [
	{ name: 'Hash', description: 'Content hash', size: 64 },
	{ name: 'ReportId', description: 'Concur report ID', size: 64 },
	{ name: 'Kind', description: 'JE entry, JV voucher, PI PC PD', size: 2 },
] as const;

/** Documents whose keys and reports fit into one filter. */
const FEW = 10;

/** Journal entry, journal voucher, A/P invoice, A/P credit memo, draft. */
export type RegisterKind = 'JE' | 'JV' | 'PI' | 'PC' | 'PD';

/**
 * Queries that find the rows of these keys and, where asked, of earlier documents of the same reports.
 */
export function registerQueries(
	inputs: Array<Pick<PostingInput, 'postingKey' | 'reportId'>>,
	withRevisions: boolean,
): BatchQuery[] {
	const byCode = chainsOf(inputs.flatMap(({ postingKey }) => keyTerms('Code', postingKey)));
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

/**
 * Reads the register on from its first query, whose answer came with other reads. A node that does not know the table although the
 * company has it is left for another one: whoever fell back to the reference check there would race with those who do not.
 * @param answers to the first query and to those behind it that B1 answered with it
 * @param table answer to `tableQuery`, where it was asked; a company without a register is an error where it was not
 * @returns the rows; undefined where the company has no register
 * @throws ServiceLayerError where B1 is in trouble, or no node that was met knows the table yet
 */
export async function readRegister(
	serviceLayer: ServiceLayer,
	queries: BatchQuery[],
	answers: QueryResult[],
	table: QueryResult | undefined,
): Promise<Row[] | undefined> {
	let [result] = answers as [QueryResult];
	for (let nodes = 1; 'error' in result && meansNoRegister(result.error); nodes++) {
		const [answer] = nodes > 1 ? [] : [table ?? (await batchReads(serviceLayer, [tableQuery]))[0]];
		if (answer && !hasTable(answer)) {
			if (table === undefined) throw noRegister();
			return undefined;
		}
		if (nodes > OTHER_NODES || !serviceLayer.changeNode()) throw registerNotSeen();
		[result] = (await batchReads(serviceLayer, queries.slice(0, 1))) as [QueryResult];
	}
	const known = [result, ...answers.slice(1)];
	const more = queries.slice(known.length);
	return [...rowsOrThrow(known), ...(more.length > 0 ? rowsOrThrow(await batchReads(serviceLayer, more)) : [])].flat();
}

/** Other nodes that are tried where the first does not know the register. */
const OTHER_NODES = 2;

/** Asks whether the company has the table: all nodes agree on that at once, long before each of them serves a new one. */
export const tableQuery: BatchQuery = {
	set: 'UserTablesMD',
	query: { filter: `TableName eq '${REGISTER_TABLE}'`, select: ['TableName'] },
};

function hasTable(answer: QueryResult): boolean {
	if ('rows' in answer) return answer.rows.length > 0;
	// A user who may not look is told nothing, and trouble is no answer.
	if (!meansNoRegister(answer.error)) throw answer.error;
	return false;
}

/** B1 or this node is not ready for the register: later, or by another node, it is. */
export function registerNotSeen(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'capacity',
		message: `The posting register (user table ${REGISTER_TABLE}) is set up, but this Service Layer node does not know it yet`,
		status: 0,
		code: '-1002',
		text: '',
		place: { table: REGISTER_TABLE },
		advice:
			'Nothing was posted, so that no entry is made without its guard. A new table takes up to an hour to reach every node; restarting the Service Layer is quicker. Run the items again later.',
	});
}

function noRegister(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'masterData',
		message: `The posting register (user table ${REGISTER_TABLE}) is not there, or the user may not read it`,
		status: 0,
		code: '',
		text: '',
		place: { table: REGISTER_TABLE },
		advice: 'Run the operation Set Up Posting Register of the resource Company once, or choose the level Automatic.',
	});
}

/** @returns whether a refused read of the register means that there is none, rather than that B1 is in trouble */
export function meansNoRegister(error: ServiceLayerError): boolean {
	return error.status >= 400 && error.status < 500 && ['validation', 'masterData', 'permission'].includes(error.kind);
}
