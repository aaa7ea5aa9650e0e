/** Funds on big books: what a step reads grows with what was posted since the last one, not with the books. */
import type { Connection } from '../business-one/connection';
import { readBalances, readySettings, setUpFundsRegister } from '../../nodes/shared/fundsRegister';
import { request } from '../funds/documents';
import { costEntry, FundsSandbox, SETTINGS } from './fundsSandbox';

const ACCOUNT = '616000';
const SQL = '/b1s/v[12]/SQLQueries';

let b1: FundsSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await FundsSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset([
		{ key: `${ACCOUNT}/SALES`, amount: 100_000 },
		{ key: ACCOUNT, amount: 1_000_000 },
	]);
	connection = b1.connect();
});
afterEach(() => connection.close());

/** Entries of 1.50 over all days of the year. */
async function grow(count: number): Promise<void> {
	const reply = await connection.serviceLayer.post('JournalEntries', costEntry('2026-01-01', ACCOUNT, 'SALES', 1.5));
	const { JdtNum: jdtNum } = reply.body as { JdtNum: number };
	await b1.control('post', 'copies', { jdtNum, copies: count - 1 });
}

async function counted(work: () => Promise<unknown>): Promise<{ requests: number; bytes: number }> {
	await b1.control('post', 'counters/reset', {});
	await work();
	const { requests, endpoints } = (await b1.control('get', 'counters')) as {
		requests: { businessOne: number };
		endpoints: Record<string, { bytesOut: number }>;
	};
	return { requests: requests.businessOne, bytes: Object.values(endpoints).reduce((sum, { bytesOut }) => sum + bytesOut, 0) };
}

/** As in a company whose set-up could not leave its query with B1. */
async function withoutSql(): Promise<void> {
	for (const { SqlCode } of await b1.rows(connection.serviceLayer, 'SQLQueries'))
		await connection.serviceLayer.call({ method: 'DELETE', path: `SQLQueries('${String(SqlCode)}')` });
}

let steps = 0;
const step = () =>
	request(`big${(steps += 1)}`, 'obligate', `BIG${steps}`, [{ amount: 1, account: ACCOUNT, costCenter: 'SALES' }]);

/** Runs steps as one run of the node does, which asks for its settings once. */
async function run(count: number): Promise<string[]> {
	const settings = await readySettings(connection.serviceLayer, SETTINGS);
	const actuals: string[] = [];
	for (let index = 0; index < count; index++) {
		const { balances } = await b1.applyReady(connection.serviceLayer, step(), settings);
		actuals.push(balances.find(({ budgetKey }) => budgetKey.costCenter === 'SALES')?.actual ?? 'none');
	}
	return actuals;
}

test('100 steps over 20,000 entries need fewer than 400 requests, and hardly more than over 1,000', async () => {
	await grow(1_000);
	const small = await counted(async () => expect(new Set(await run(100))).toEqual(new Set(['1500'])));
	await b1.reset([{ key: `${ACCOUNT}/SALES`, amount: 1_000_000 }]);
	await grow(20_000);
	const large = await counted(async () => expect(new Set(await run(100))).toEqual(new Set(['30000'])));
	expect(large.requests).toBeLessThan(400);
	expect(large.requests - small.requests).toBeLessThan(5);
	expect(large.bytes).toBeLessThan(2 * small.bytes);
}, 240_000);

test('without SQL queries whole entries are read once a run, then only what is new', async () => {
	await grow(3_000);
	await withoutSql();
	const { requests } = await counted(async () => expect(new Set(await run(10))).toEqual(new Set(['4500'])));
	expect(requests).toBeLessThan(45);
});

test.each([true, false])('a later run starts from what the register remembers, with SQL queries: %s', async (withSql) => {
	await grow(2_000);
	if (!withSql) await withoutSql();
	expect(await run(1)).toEqual(['3000']);
	const remembered = (await b1.rows(connection.serviceLayer, 'U_CONCURB1STEPS')).filter(({ U_Kind }) => U_Kind === 'books');
	expect(remembered).toHaveLength(1);
	expect(remembered[0]).toMatchObject({ Code: `=2026-01-01.${ACCOUNT}`, U_Version: '000000000001' });
	await connection.serviceLayer.post('JournalEntries', costEntry('2026-02-01', ACCOUNT, 'SALES', 7));
	await connection.serviceLayer.post('JournalEntries', costEntry('2025-02-01', ACCOUNT, 'SALES', 9));
	await connection.serviceLayer.post('JournalEntries', costEntry('2026-02-01', ACCOUNT, 'ADMIN', 11));
	const later = await counted(async () => expect(await run(1)).toEqual(['3007']));
	expect(later.bytes).toBeLessThan(40_000);
});

test('what was remembered on another day is read again, because rules of posted entries can be changed', async () => {
	await grow(400);
	await run(1);
	const rows = await b1.rows(connection.serviceLayer, 'U_CONCURB1STEPS');
	const [row] = rows.filter(({ U_Kind }) => U_Kind === 'books');
	const stored = JSON.parse(String(row!.U_Answer)) as { since: string; sums: Array<[string, string]> };
	expect(stored.since).toBe(SETTINGS.calendar.today);
	stored.sums = stored.sums.map(([id]) => [id, '0']);
	const write = async (since: string) =>
		await connection.serviceLayer.call({
			method: 'PATCH',
			path: `U_CONCURB1STEPS('${encodeURIComponent(String(row!.Code))}')`,
			body: { U_Answer: JSON.stringify({ ...stored, since }) },
		});
	await write('2026-11-23');
	expect(await run(1)).toEqual(['600']);
	await connection.serviceLayer.call({
		method: 'PATCH',
		path: `U_CONCURB1STEPS('${encodeURIComponent(String(row!.Code))}')`,
		body: { U_Answer: 'no JSON' },
	});
	expect(await run(1)).toEqual(['600']);
});

test('entries that are posted between two steps of a run are seen, each once', async () => {
	const settings = await readySettings(connection.serviceLayer, SETTINGS);
	const seen: string[] = [];
	for (let index = 1; index <= 4; index++) {
		await connection.serviceLayer.post('JournalEntries', costEntry('2026-03-01', ACCOUNT, 'SALES', index));
		const { balances } = await b1.applyReady(connection.serviceLayer, step(), settings);
		seen.push(balances.find(({ budgetKey }) => budgetKey.costCenter === 'SALES')!.actual);
	}
	expect(seen).toEqual(['1', '3', '6', '10']);
	const balances = await readBalances(connection.serviceLayer, await readySettings(connection.serviceLayer, SETTINGS));
	expect(balances.find(({ budgetKey }) => budgetKey.account === ACCOUNT && budgetKey.costCenter === 'SALES')?.actual).toBe('10');
});

test('the set-up leaves the query with B1, and says where it could not', async () => {
	expect(await setUpFundsRegister(connection.serviceLayer)).toMatchObject({ usable: true, sumsCost: true });
	await b1.faults({
		kind: 'status',
		status: 400,
		body: '{"error":{"code":"-6006"}}',
		system: 'businessOne',
		path: SQL,
		times: 0,
	});
	const refused = await setUpFundsRegister(connection.serviceLayer);
	expect(refused).toMatchObject({ usable: true, sumsCost: false });
	expect(refused.message).toContain('whole journal entries');
});
