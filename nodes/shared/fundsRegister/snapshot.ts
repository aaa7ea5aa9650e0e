import {
	batchReads,
	orChains,
	rowsOrThrow,
	ServiceLayerError,
	type BatchQuery,
	type Row,
	type ServiceLayer,
} from '../business-one';
import { meansNoRegister } from '../business-one/posting/register';
import { type BudgetKey, type Commitments, type FundsStep } from '../funds';
import { AccountCodes, accountQueries } from './accountCodes';
import { costKeysOf } from './actuals';
import { NEWEST_ENTRY, numberOfNewest, type Books, type CostRead } from './books';
import { budgetQueries } from './budgets';
import type { CostKey } from './costs';
import type { Calendar } from './periods';
import { fromFundsRow, fromStepRow, versionOf } from './rows';
import { FUNDS_SET, FUNDS_TABLE, SET_UP_ADVICE, STEPS_SET } from './tables';

/** The part of the register that a step can touch, and the rows of B1's Budgets, all as of one version. */
export interface Snapshot {
	version: number;
	state: Commitments;
	/** Rows of the set Budgets for the accounts that occur, which they name as the register does. */
	budgets: Row[];
	/** How B1 names the accounts that occur. */
	codes: AccountCodes;
	/** Every budget key that occurs in the step or in the state. */
	keys: BudgetKey[];
	/** Whose cost the books know as of this reading. */
	costs: CostKey[];
}

export interface Wanted {
	/** Where budgets are to be judged: the books, which are brought up to the newest entry. */
	budgets: { books: Books; calendar: Calendar } | null;
	/** Accounts that are posted to, besides those of the register. */
	furtherAccounts: readonly string[];
}

/** Times a snapshot is read again because the register changed meanwhile. */
const MAX_READS = 5;

const NEWEST_GUARD: BatchQuery = {
	set: STEPS_SET,
	query: { filter: "U_Kind eq 'guard'", select: ['Code', 'U_Version'], orderBy: 'Code desc', top: 1 },
};

/**
 * Reads what a step needs: its own earlier steps, the rows of its source, of the requests it is linked to, and every open row on the
 * accounts concerned (those of reports that took from the same requests are among them). The version is read before and after, so
 * that what lies between is of one version; where others never stop writing, the last reading is given, and its version is refused
 * when it is written.
 *
 * @throws ServiceLayerError where the register is not there or B1 cannot be read
 */
export async function readSnapshot(serviceLayer: ServiceLayer, step: FundsStep, wanted: Wanted): Promise<Snapshot> {
	for (let reads = 1; ; reads++) {
		const { snapshot, versionAfter } = await readOnce(serviceLayer, step, wanted);
		if (snapshot.version === versionAfter || reads === MAX_READS) return snapshot;
	}
}

async function readOnce(
	serviceLayer: ServiceLayer,
	step: FundsStep,
	wanted: Wanted,
): Promise<{ snapshot: Snapshot; versionAfter: number }> {
	const sources = [step.sourceId ?? '', ...step.linkedRequestIds];
	const stepFilter = [...orChains('Code', [step.fisId ?? '']), ...orChains('U_SourceId', [step.sourceId ?? ''])].join(' or ');
	const stepQueries = stepFilter === '' ? [] : [{ set: STEPS_SET, query: { filter: stepFilter, orderBy: 'U_Version' } }];
	const newestQuery = wanted.budgets ? [NEWEST_ENTRY] : [];
	const [guards = [], ...first] = await readRegister(serviceLayer, [
		NEWEST_GUARD,
		...newestQuery,
		...stepQueries,
		...rowsOf(sources),
	]);
	const newest = wanted.budgets ? numberOfNewest(first.shift()) : 0;
	const steps = stepQueries.length === 0 ? [] : first.shift()!.filter(({ U_Kind }) => U_Kind !== 'guard');
	const own = first.flat();
	const accounts = accountsOf(step, own);
	const known = [...step.rows, ...own.map(fromFundsRow)].map(({ budgetKey }) => budgetKey);
	const second = await readParts(serviceLayer, {
		funds: [...rowsOf(requestsOf(own).filter((id) => !sources.includes(id))), ...openRowsOf(accounts)],
		budgets: wanted.budgets ? budgetQueries(accounts) : [],
		accounts: accountQueries([...accounts, ...wanted.furtherAccounts]),
		...costQueries(wanted, known, newest),
		guard: [NEWEST_GUARD],
	});
	const codes = new AccountCodes(second.accounts);
	const rows = [...own, ...second.funds];
	const commitments = [...new Map(rows.map((row) => [String(row.Code), row])).values()].map(fromFundsRow);
	const keys = [...step.rows, ...commitments].map(({ budgetKey }) => budgetKey);
	return {
		snapshot: {
			version: versionOf(guards[0]),
			state: { rows: commitments, steps: steps.map(fromStepRow) },
			budgets: await budgetsByInternalCode(serviceLayer, accounts, codes, second.budgets),
			codes,
			keys,
			costs: await costsOf(serviceLayer, wanted, { keys, known, codes, newest, stored: second.stored }),
		},
		versionAfter: versionOf(second.guard[0]),
	};
}

type Part = 'funds' | 'budgets' | 'accounts' | 'stored' | 'guard';

/** Reads queries of several kinds in one batch, and cost in the same. @returns the rows of each kind */
async function readParts(
	serviceLayer: ServiceLayer,
	{ costs, ...parts }: Record<Part, BatchQuery[]> & { costs: CostRead[] },
): Promise<Record<Part, Row[]>> {
	const { guard, ...others } = parts;
	const kinds = Object.entries({ ...others, guard }) as Array<[Part, BatchQuery[]]>;
	const queries = kinds.flatMap(([, some]) => some);
	const rows = await readRegister(serviceLayer, queries, costs);
	return Object.fromEntries(kinds.map(([kind, some]) => [kind, rows.splice(0, some.length).flat()])) as Record<Part, Row[]>;
}

/** What can be asked of the cost before the chart of accounts is known, which is all of it unless the chart is segmented. */
function costQueries(
	{ budgets }: Wanted,
	known: readonly BudgetKey[],
	newest: number,
): { stored: BatchQuery[]; costs: CostRead[] } {
	if (!budgets) return { stored: [], costs: [] };
	const keys = costKeysOf(known, budgets.calendar, (account) => account);
	return { stored: budgets.books.storedQueries(keys), costs: budgets.books.reads(keys, newest) };
}

interface CostFacts {
	keys: readonly BudgetKey[];
	known: readonly BudgetKey[];
	codes: AccountCodes;
	newest: number;
	/** Rows of the register that remember cost. */
	stored: readonly Row[];
}

/** Brings the books up to the newest entry for all keys. */
async function costsOf(
	serviceLayer: ServiceLayer,
	{ budgets }: Wanted,
	{ keys, known, codes, newest, stored }: CostFacts,
): Promise<CostKey[]> {
	if (!budgets) return [];
	const { books, calendar } = budgets;
	if (!codes.differ)
		books.learn(
			costKeysOf(known, calendar, (account) => account),
			stored,
		);
	const wanted = costKeysOf(keys, calendar, (account) => codes.toB1(account));
	const more = books.unknownQueries(wanted);
	if (more.length > 0) books.learn(wanted, (await readRegister(serviceLayer, more)).flat());
	await books.bring(serviceLayer, wanted, newest);
	return wanted;
}

/**
 * The budgets of a segmented chart are known only once the accounts are, so there they cost a request of their own.
 * @param found what was found by the names that the register has for the accounts
 */
async function budgetsByInternalCode(
	serviceLayer: ServiceLayer,
	accounts: readonly string[],
	codes: AccountCodes,
	found: Row[],
): Promise<Row[]> {
	if (!codes.differ) return found;
	const rows = rowsOrThrow(await batchReads(serviceLayer, budgetQueries(accounts.map((account) => codes.toB1(account))))).flat();
	return codes.namedAsInRegister(rows);
}

/** Rows of these requests and reports. */
export function rowsOf(sourceIds: readonly string[]): BatchQuery[] {
	return orChains('U_SourceId', sourceIds).map((filter) => ({ set: FUNDS_SET, query: { filter } }));
}

function openRowsOf(accounts: readonly string[]): BatchQuery[] {
	return orChains('U_Account', accounts).map((filter) => ({
		set: FUNDS_SET,
		query: { filter: `U_Status eq 'O' and (${filter})` },
	}));
}

function accountsOf(step: FundsStep, rows: readonly Row[]): string[] {
	const keys = [...step.rows, ...rows.map(fromFundsRow)].map(({ budgetKey }) => budgetKey);
	return [...new Set(keys.flatMap(({ account }) => account ?? []))];
}

/** The requests that rows are linked to, and those they hold something of. */
function requestsOf(rows: readonly Row[]): string[] {
	const commitments = rows.map(fromFundsRow);
	const ids = commitments.flatMap(({ linkedRequestId, taken }) => [linkedRequestId, ...taken.map(({ requestId }) => requestId)]);
	return [...new Set(ids.filter((id) => id !== null))];
}

/**
 * @param costs reads of cost that go in the same batch
 * @throws ServiceLayerError where the register is not there or B1 cannot be read
 */
export async function readRegister(
	serviceLayer: ServiceLayer,
	queries: BatchQuery[],
	costs: readonly CostRead[] = [],
): Promise<Row[][]> {
	// The version comes last of what is read of the register, and cost needs none; a part that is refused ends its batch.
	const results = await batchReads(serviceLayer, [...queries, ...costs.map(({ query }) => query)]);
	const ofCosts = results.splice(queries.length);
	const isRegister = (query: BatchQuery) => 'set' in query && query.set.startsWith('U_');
	const refused = results.find((result, index) => 'error' in result && isRegister(queries[index]!));
	if (refused && 'error' in refused && meansNoRegister(refused.error)) throw noRegister();
	const rows = rowsOrThrow(results);
	for (const [index, { take }] of costs.entries()) take(ofCosts[index]!);
	return rows;
}

function noRegister(): Error {
	return new ServiceLayerError({
		kind: 'masterData',
		message: `The commitment register (user table ${FUNDS_TABLE.name}) is not there, or the user may not read it`,
		status: 0,
		code: '',
		text: '',
		place: { table: FUNDS_TABLE.name },
		advice: SET_UP_ADVICE,
	});
}
