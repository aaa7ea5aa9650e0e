import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, http } from '../concur/client';

let sandbox: Sandbox;
let cookie = '';

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.stop());

beforeEach(async () => {
	await control(sandbox, '/reset', {});
	const { companyDb, userName, password } = sandbox.businessOne;
	const { headers } = await http.post(`${sandbox.url}/b1s/v2/Login`, {
		CompanyDB: companyDb,
		UserName: userName,
		Password: password,
	});
	cookie = (headers['set-cookie'] ?? []).map((one: string) => one.split(';')[0]).join('; ');
	for (const [day, rule, amount] of [
		['2026-01-05', 'SALES', 10],
		['2026-01-05', 'SALES', 2.5],
		['2026-02-01', 'IT', 7],
	] as const)
		await call('post', 'JournalEntries', {
			ReferenceDate: day,
			JournalEntryLines: [
				{ AccountCode: '611000', CostingCode: rule, Debit: amount },
				{ AccountCode: '246000', Credit: amount },
			],
		});
});

const call = async (method: 'get' | 'post', path: string, body?: object, headers: object = {}) =>
	await http.request({ method, url: `${sandbox.url}/b1s/v2/${path}`, data: body, headers: { Cookie: cookie, ...headers } });

const keep = async (SqlText: string, SqlCode = 'q') => await call('post', 'SQLQueries', { SqlCode, SqlName: SqlCode, SqlText });

const COST =
	'select ProfitCode, RefDate, sum(Debit) as Debited from JDT1 where Account = :account group by ProfitCode, RefDate order by RefDate';

it('keeps a query, lists its parameters, and sums by groups', async () => {
	const { status, data } = await keep(COST);
	expect([status, (data as { ParamList: string }).ParamList]).toEqual([201, 'account']);
	const expected = [
		{ ProfitCode: 'SALES', RefDate: '20260105', Debited: 12.5 },
		{ ProfitCode: 'IT', RefDate: '20260201', Debited: 7 },
	];
	expect((await call('get', "SQLQueries('q')/List?account='611000'")).data.value).toEqual(expected);
	expect((await call('post', "SQLQueries('q')/List", { ParamList: "account='611000'" })).data.value).toEqual(expected);
	expect((await call('get', "SQLQueries('q')/List?account='999999'")).data.value).toEqual([]);
});

it('gives pages with a link to the next', async () => {
	await keep('select TransId, Debit from JDT1 where TransId <= :upTo and Debit > 0 order by TransId');
	const { data } = await call('get', "SQLQueries('q')/List?upTo=3", undefined, { Prefer: 'odata.maxpagesize=2' });
	expect(data.value).toEqual([
		{ TransId: 1, Debit: 10 },
		{ TransId: 2, Debit: 2.5 },
	]);
	const next = await call('get', (data as Record<string, string>)['@odata.nextLink']!, undefined, {
		Prefer: 'odata.maxpagesize=2',
	});
	expect(next.data.value).toEqual([{ TransId: 3, Debit: 7 }]);
});

it.each([
	['update OJDT set Memo = 1', 701],
	['select Debit from JDT1 where Debit > (select 1 from OJDT)', 701],
	['select Account, sum(Debit) as D from JDT1', 701],
	['select Code from OSECRET', 702],
	['select Debit, Secret from JDT1', 703],
])('refuses %s with %i', async (text, code) => {
	const { status, data } = await keep(text);
	expect([status, (data as { error: { code: string } }).error.code]).toEqual([400, String(code)]);
});

it('refuses a run without a parameter, a query that is there already, and one that is not', async () => {
	await keep(COST);
	expect((await call('get', "SQLQueries('q')/List")).data.error.code).toBe('704');
	expect((await keep(COST)).data.error.code).toBe('-2035');
	expect((await call('get', "SQLQueries('other')/List")).status).toBe(404);
});

it('fills books with copies of an entry over the days of its year', async () => {
	const { data } = await control(sandbox, '/copies', { jdtNum: 1, copies: 400 });
	expect(data).toEqual({ first: 4, last: 403 });
	await keep('select count(TransId) as Entries, min(RefDate) as First, max(TransId) as Last from OJDT');
	const [row] = (await call('get', "SQLQueries('q')/List")).data.value as Array<Record<string, unknown>>;
	expect(row).toMatchObject({ Entries: 403, Last: 403 });
	expect((await control(sandbox, '/copies', { jdtNum: 999, copies: 1 })).status).toBe(400);
	expect((await control(sandbox, '/copies', { jdtNum: 1, copies: 0 })).status).toBe(400);
});
