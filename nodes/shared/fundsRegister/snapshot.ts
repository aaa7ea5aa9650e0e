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
import { ACCOUNTS_SET, AccountCodes, accountQueries } from './accountCodes';
import { BUDGETS_SET, budgetQueries } from './budgets';
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
}

export interface Wanted {
	budgets: boolean;
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
	const [guards = [], ...first] = await readRegister(serviceLayer, [NEWEST_GUARD, ...stepQueries, ...rowsOf(sources)]);
	const steps = stepQueries.length === 0 ? [] : first.shift()!.filter(({ U_Kind }) => U_Kind !== 'guard');
	const own = first.flat();
	const accounts = accountsOf(step, own);
	const queries = [
		...rowsOf(requestsOf(own).filter((id) => !sources.includes(id))),
		...openRowsOf(accounts),
		...(wanted.budgets ? budgetQueries(accounts) : []),
		...accountQueries([...accounts, ...wanted.furtherAccounts]),
		NEWEST_GUARD,
	];
	const second = await readRegister(serviceLayer, queries);
	const rowsIn = (set: string) => second.filter((_, index) => queries[index]!.set === set).flat();
	const codes = new AccountCodes(rowsIn(ACCOUNTS_SET));
	const rows = [...own, ...rowsIn(FUNDS_SET)];
	const commitments = [...new Map(rows.map((row) => [String(row.Code), row])).values()].map(fromFundsRow);
	return {
		snapshot: {
			version: versionOf(guards[0]),
			state: { rows: commitments, steps: steps.map(fromStepRow) },
			budgets: await budgetsByInternalCode(serviceLayer, accounts, codes, rowsIn(BUDGETS_SET)),
			codes,
			keys: [...step.rows, ...commitments].map(({ budgetKey }) => budgetKey),
		},
		versionAfter: versionOf(rowsIn(STEPS_SET)[0]),
	};
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

/** @throws ServiceLayerError where the register is not there or B1 cannot be read */
export async function readRegister(serviceLayer: ServiceLayer, queries: BatchQuery[]): Promise<Row[][]> {
	const results = await batchReads(serviceLayer, queries);
	const refused = results.find((result, index) => 'error' in result && queries[index]!.set.startsWith('U_'));
	if (refused && 'error' in refused && meansNoRegister(refused.error)) throw noRegister();
	return rowsOrThrow(results);
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
