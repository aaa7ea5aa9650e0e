import type { ServiceLayer } from '../shared/business-one';
import type { MasterDataQuery } from '../shared/journalEntry';
import { readRecords, type KnownRecords } from './masterData';

/** Loops call the node many times in one run; master data that changes meanwhile is seen after this time at the latest. */
const MAX_AGE_MS = 10 * 60_000;
const MAX_RUNS = 20;

interface Run {
	startedAt: number;
	asked: MasterDataQuery;
	records: KnownRecords;
}

const runs = new Map<string, Run>();

/**
 * Reads master data once a run: a second call of the same run asks B1 only for what the first did not.
 *
 * @param runKey names the run and the B1 credential; nothing is kept without one
 */
export async function readOnce(
	serviceLayer: ServiceLayer,
	query: MasterDataQuery,
	runKey: string | undefined,
	now: number,
): Promise<KnownRecords> {
	if (runKey === undefined) return await readRecords(serviceLayer, query);
	const known = runs.get(runKey);
	const run = known && now - known.startedAt <= MAX_AGE_MS ? known : undefined;
	const missing = run ? without(query, run.asked) : query;
	if (run && isEmpty(missing)) return run.records;
	const fresh = await readRecords(serviceLayer, missing);
	const merged: Run = run
		? { startedAt: run.startedAt, asked: joinedQueries(run.asked, missing), records: joinedRecords(run.records, fresh) }
		: { startedAt: now, asked: query, records: fresh };
	remember(runKey, merged);
	return merged.records;
}

function remember(runKey: string, run: Run) {
	runs.delete(runKey);
	runs.set(runKey, run);
	for (const key of [...runs.keys()].slice(0, Math.max(0, runs.size - MAX_RUNS))) runs.delete(key);
}

function mapQuery(query: MasterDataQuery, change: (values: string[], key: keyof MasterDataQuery) => string[]): MasterDataQuery {
	return Object.fromEntries(
		Object.entries(query).map(([key, values]) => [key, change(values as string[], key as keyof MasterDataQuery)]),
	) as unknown as MasterDataQuery;
}

/** What is open of an order changes with every invoice of the run: it is asked each time. */
const MOVING: ReadonlySet<keyof MasterDataQuery> = new Set(['orders', 'receipts']);

function without(query: MasterDataQuery, asked: MasterDataQuery): MasterDataQuery {
	return mapQuery(query, (values, key) => (MOVING.has(key) ? values : values.filter((value) => !asked[key].includes(value))));
}

/** What either of two queries asks, each value once. */
export function joinedQueries(one: MasterDataQuery, other: MasterDataQuery): MasterDataQuery {
	return mapQuery(one, (values, key) => [...new Set([...values, ...other[key]])]);
}

function isEmpty(query: MasterDataQuery): boolean {
	return Object.values(query).every((values: string[]) => values.length === 0);
}

function joinedRecords(before: KnownRecords, after: KnownRecords): KnownRecords {
	return {
		accounts: [...before.accounts, ...after.accounts],
		partners: distinct([...before.partners, ...after.partners], 'CardCode'),
		employees: distinct([...before.employees, ...after.employees], 'EmployeeID'),
		distributionRules: [...before.distributionRules, ...after.distributionRules],
		costCenters: [...before.costCenters, ...after.costCenters],
		projects: [...before.projects, ...after.projects],
		taxGroups: [...before.taxGroups, ...after.taxGroups],
		salesTaxCodes: [...before.salesTaxCodes, ...after.salesTaxCodes],
		currencies: [...before.currencies, ...after.currencies],
		company: after.company,
		periods: distinct([...before.periods, ...after.periods], 'AbsoluteEntry'),
		branches: after.branches ?? before.branches,
		userFields: after.userFields || before.userFields ? [...(before.userFields ?? []), ...(after.userFields ?? [])] : null,
		paymentTerms: after.paymentTerms ?? before.paymentTerms,
		rates: [...before.rates, ...after.rates],
		items: [...before.items, ...after.items],
		baseDocuments: after.baseDocuments && {
			orders: distinct([...(before.baseDocuments?.orders ?? []), ...after.baseDocuments.orders], 'DocEntry'),
			receipts: distinct([...(before.baseDocuments?.receipts ?? []), ...after.baseDocuments.receipts], 'DocEntry'),
		},
	};
}

/** A partner can come twice, once by code and once by name; two of the same would look ambiguous. */
function distinct<T extends Record<string, unknown>>(rows: T[], key: string): T[] {
	return [...new Map(rows.map((row) => [row[key], row])).values()];
}
