import {
	batchReads,
	buildFilter,
	getAll,
	type BatchQuery,
	type QueryResult,
	type Row,
	type ServiceLayer,
	type ServiceLayerError,
} from '../business-one';
import { dayOf } from '../business-one/posting/compareEntry';
import { amountOf, linesOf } from './budgets';
import { addCost, costId, costRow, storedCost, storedCostQueries, type AccountCost, type CostKey } from './costs';
import { costQueryPath } from './costQuery';
import type { DayRange } from './periods';

/** The newest journal entry. Numbers only grow, so entries up to a number are the same ones whenever they are read. */
export const NEWEST_ENTRY: BatchQuery = {
	set: 'JournalEntries',
	query: { select: ['JdtNum'], orderBy: 'JdtNum desc', top: 1 },
};

export const numberOfNewest = (rows: readonly Row[] | undefined): number => Number(rows?.[0]?.JdtNum ?? 0);

/** A query for cost, and what is done with its answer. */
export interface CostRead {
	query: BatchQuery;
	take(result: QueryResult): void;
}

const SELECT = ['JdtNum', 'ReferenceDate', 'JournalEntryLines'];
/** Whole entries are large; a batch that carries other questions too takes no more of them. */
const FEW_ENTRIES = 300;
const PAGE_SIZE = 1_000;

/**
 * What accounts cost, as the journal lines say it: B1 keeps the balance fields of Budgets only while its own budget control is on, and
 * they know no distribution rules. Read once a run, then only what was posted since. B1 sums the lines itself where the set-up could
 * leave a query with it; elsewhere whole entries are read.
 */
export class Books {
	private readonly costs = new Map<string, AccountCost>();
	private bySql = true;

	/** @param today YYYY-MM-DD */
	constructor(private readonly today: string) {}

	/** Asks the register for what it remembers of accounts that this run knows nothing of yet. */
	unknownQueries(keys: readonly CostKey[]): BatchQuery[] {
		return storedCostQueries(
			keys.filter((key) => !this.costs.has(costId(key))),
			['U_Answer'],
		);
	}

	/** The same, and whether somebody else has made a row meanwhile for an account that had none. */
	storedQueries(keys: readonly CostKey[]): BatchQuery[] {
		const withoutRow = keys.filter((key) => this.costOf(key)?.inRegister === false);
		return [...this.unknownQueries(keys), ...storedCostQueries(withoutRow, [])];
	}

	/** @param rows answers to these queries of the keys */
	learn(keys: readonly CostKey[], rows: readonly Row[]): void {
		for (const key of keys) {
			const row = rows.find(({ Code }) => Code === costId(key));
			const known = this.costOf(key);
			if (!known) this.costs.set(costId(key), storedCost(key, row, this.today));
			else known.inRegister ||= row !== undefined;
		}
	}

	/** The register remembers these accounts now as far as the run has read them. */
	remembered(keys: readonly CostKey[]): void {
		for (const key of keys) {
			const cost = this.costOf(key);
			if (cost && costRow(cost, '')) Object.assign(cost, { inRegister: true, storedUpTo: cost.upTo });
		}
	}

	costOf(key: CostKey): AccountCost | undefined {
		return this.costs.get(costId(key));
	}

	/** Small reads that bring accounts up to an entry, for a batch that is sent anyway; only of accounts that are known. */
	reads(keys: readonly CostKey[], newest: number): CostRead[] {
		const behind = this.behind(keys, newest);
		if (this.bySql) return behind.flatMap((cost) => this.sqlRead(cost, newest) ?? []);
		return byYear(behind)
			.filter((costs) => newest - lowest(costs) <= FEW_ENTRIES)
			.map((costs) => ({
				query: { set: 'JournalEntries', query: { filter: entryFilter(costs, newest), select: SELECT, orderBy: 'JdtNum' } },
				take: (result) => {
					if ('error' in result) throw result.error;
					this.count(costs, newest, (add) => result.rows.forEach(add));
				},
			}));
	}

	/**
	 * Brings accounts up to an entry, whatever that takes.
	 * @throws ServiceLayerError where B1 cannot be read
	 */
	async bring(serviceLayer: ServiceLayer, keys: readonly CostKey[], newest: number): Promise<void> {
		this.learn(keys, []);
		const reads = this.bySql ? this.reads(keys, newest) : [];
		if (reads.length > 0) {
			const results = await batchReads(
				serviceLayer,
				reads.map(({ query }) => query),
			);
			reads.forEach(({ take }, index) => take(results[index]!));
		}
		for (const costs of byYear(this.behind(keys, newest))) await this.readEntries(serviceLayer, costs, newest);
	}

	private behind(keys: readonly CostKey[], newest: number): AccountCost[] {
		return keys.flatMap((key) => {
			const cost = this.costOf(key);
			return cost && cost.upTo < newest ? [cost] : [];
		});
	}

	private sqlRead(cost: AccountCost, newest: number): CostRead | undefined {
		const after = cost.upTo;
		const path = costQueryPath(cost.key, after, newest);
		if (path === undefined) return undefined;
		return {
			query: { path, pageSize: PAGE_SIZE },
			take: (result) => {
				if ('error' in result) {
					if (!isRefusal(result.error)) throw result.error;
					this.bySql = false;
				} else if (cost.upTo === after) {
					for (const row of result.rows)
						addCost(cost, row.ProfitCode, row.Project, String(row.RefDate), amountOf(row.Debited).minus(amountOf(row.Credited)));
					cost.upTo = newest;
				}
			},
		};
	}

	/** Entries are counted page by page, so that no more than one page of them is held. */
	private async readEntries(serviceLayer: ServiceLayer, costs: AccountCost[], newest: number): Promise<void> {
		const pages: Array<Parameters<typeof addCost>> = [];
		const query = { filter: entryFilter(costs, newest), select: SELECT, orderBy: 'JdtNum' };
		const add = adder(costs, (...part) => pages.push(part));
		await getAll(serviceLayer, 'JournalEntries', query, { pageSize: PAGE_SIZE, onPage: (rows) => rows.forEach(add) });
		this.count(costs, newest, () => pages.forEach((part) => addCost(...part)));
	}

	private count(costs: AccountCost[], newest: number, work: (add: (entry: Row) => void) => void): void {
		work(adder(costs, addCost));
		for (const cost of costs) cost.upTo = newest;
	}
}

/** Adds the lines of an entry to the accounts that have not counted it yet. */
function adder(costs: readonly AccountCost[], add: typeof addCost): (entry: Row) => void {
	const byAccount = new Map(costs.map((cost) => [cost.key.account, cost]));
	return (entry) => {
		for (const line of linesOf(entry.JournalEntryLines)) {
			const cost = byAccount.get(String(line.AccountCode ?? ''));
			if (!cost || Number(entry.JdtNum) <= cost.upTo) continue;
			const amount = amountOf(line.Debit).minus(amountOf(line.Credit));
			add(cost, line.CostingCode, line.ProjectCode, dayOf(entry.ReferenceDate), amount);
		}
	};
}

function entryFilter(costs: readonly AccountCost[], newest: number): string | undefined {
	const { from, to }: DayRange = costs[0]!.key.year;
	return buildFilter([
		{ field: 'JdtNum', operator: 'gt', value: lowest(costs), type: 'number' },
		{ field: 'JdtNum', operator: 'le', value: newest, type: 'number' },
		{ field: 'ReferenceDate', operator: 'ge', value: from, type: 'date' },
		{ field: 'ReferenceDate', operator: 'le', value: to, type: 'date' },
	]);
}

const lowest = (costs: readonly AccountCost[]): number => costs.reduce((least, { upTo }) => Math.min(least, upTo), Infinity);

function byYear(costs: readonly AccountCost[]): AccountCost[][] {
	const years = new Map<string, AccountCost[]>();
	for (const cost of costs) years.set(cost.key.year.from, [...(years.get(cost.key.year.from) ?? []), cost]);
	return [...years.values()];
}

/** The query is not there, or the user may not run it: whole entries say the same. */
const isRefusal = (error: ServiceLayerError): boolean => error.isRefusal && error.status !== 429;
