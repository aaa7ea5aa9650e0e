import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, documentOf, FisClient, http, load, refreshWith, report, tokenCall } from '../concur/client';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const get = async (path: string) => (await http.get(`${sandbox.url}/control${path}`)).data;

describe('loading documents', () => {
	const bare = { report: { reportId: 'R1' }, expenseEntry: [] };

	it.each([
		['content', { links: [], content: [report('a')], page: {} }],
		['fIDocuments', { fIDocuments: [report('a')], offset: null }],
		['getfIDocuments', { getfIDocuments: [report('a')] }],
		['an array', [report('a')]],
		['a single entry', report('a')],
		['a document in text', [report('a', { document: JSON.stringify(bare) })]],
	])('takes %s', async (_name, body) => {
		expect((await load(sandbox, body)).data).toEqual({
			loaded: [{ docId: 'a', docType: 'expense', docStatus: 'READY' }],
			rejected: [],
		});
	});

	it('gives a bare document an id that is the same every time, and refuses it the second time', async () => {
		const [first] = (await load(sandbox, bare)).data.loaded;
		expect(first.docId).toMatch(/^[0-9a-f]{32}$/);
		const again = (await load(sandbox, bare)).data;
		expect(again.loaded).toEqual([]);
		expect(again.rejected[0].reason).toContain(first.docId);
	});

	it('tells the type by the content', async () => {
		const documents = [
			bare,
			{ cashAdvanceData: { cashAdvanceId: 'C1' } },
			{ requestHeader: { requestId: 'Q1' }, lineItem: [] },
			{ report: { reportId: 'R2' }, expenseEntry: [{ payrollData: [] }] },
			{ instruction: {}, requestHeader: { fgiRefId: 'A-1' } },
			{ instruction: {}, report: { fgiRefId: 'B-2' } },
		];
		const { data } = await load(sandbox, documents);
		expect(data.loaded.map(({ docType }: { docType: string }) => docType)).toEqual([
			'expense',
			'cashadvance',
			'invoice',
			'payroll',
			'requestobligation',
			'reportobligation',
		]);
	});

	it('refuses each document on its own, with its place and the reason', async () => {
		const { data } = await load(sandbox, [
			report('a'),
			7,
			{ something: 'else' },
			report('b', { docType: 'voucher' }),
			report('c', { docStatus: 'DONE' }),
			report('a'),
			report('d', { document: '{' }),
		]);
		expect(data.loaded.map(({ docId }: { docId: string }) => docId)).toEqual(['a']);
		expect(data.rejected.map(({ index }: { index: number }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
		expect(data.rejected[2].reason).toContain('voucher');
		expect(data.rejected[3].reason).toContain('DONE');
		expect(data.rejected[4].reason).toContain('already');
	});

	it('keeps a document in text as it was written, however deep it is nested', async () => {
		const document = `{ "report": {"total": ${'['.repeat(20_000)}1.00${']'.repeat(20_000)}}, "expenseEntry": []}`;
		await load(sandbox, [report('a', { document })]);
		const { data } = await (await FisClient.connect(sandbox)).get('', 'expense', { DocumentFormatAs: 'text' });
		expect(data.content[0].document).toBe(document);
	});

	it('refuses what is not JSON or neither object nor array', async () => {
		expect(await load(sandbox, '{"a":')).toMatchObject({ status: 400 });
		expect(await load(sandbox, '"text"')).toMatchObject({ status: 400 });
	});

	it('takes every sample document', async () => {
		const { data } = await control(sandbox, '/reset', { samples: true });
		const documents = await get('/documents');
		expect(data.documents).toBe(documents.length);
		expect(documents.length).toBeGreaterThanOrEqual(12);
	});
});

describe('the store', () => {
	it('goes out and comes back whole, tokens and settings included', async () => {
		const { data: tokens } = await tokenCall(sandbox);
		await load(sandbox, [report('a')]);
		await load(sandbox, '{"id":"n","document":{"expenseEntry":[],"x":1.50}}');
		await (await FisClient.connect(sandbox)).acknowledge(['a']);
		await control(sandbox, '/concur', { refreshGraceSeconds: 5 });
		await control(sandbox, '/clock', { advanceMs: 86_400_000 });
		const state = await get('/state');

		const other = await startSandbox();
		try {
			expect((await http.put(`${other.url}/control/state`, state)).status).toBe(200);
			expect((await http.get(`${other.url}/control/state`)).data).toEqual(state);
			expect(JSON.stringify(state)).toContain('1.50');
			expect(await documentOf(other, 'a')).toMatchObject({ docStatus: 'ACKNOWLEDGED', systemId: 'B1' });
			expect((await tokenCall(other, refreshWith(tokens.refresh_token))).status).toBe(200);
		} finally {
			await other.stop();
		}
	});

	it('is not replaced by anything else', async () => {
		await load(sandbox, [report('a')]);
		expect((await http.put(`${sandbox.url}/control/state`, { documents: [] })).status).toBe(400);
		expect(await get('/documents')).toHaveLength(1);
	});

	it('is empty after a reset, with faults, settings and clock as at the start, and tokens alive', async () => {
		const fis = await FisClient.connect(sandbox);
		await load(sandbox, [report('a')]);
		await control(sandbox, '/concur', { dataCenter: 'other' });
		await control(sandbox, '/faults', { kind: 'drop', times: 0 });
		await control(sandbox, '/clock', { advanceMs: 365 * 86_400_000 });
		await control(sandbox, '/reset');
		expect(await get('/documents')).toEqual([]);
		expect(await get('/concur')).toMatchObject({ dataCenter: 'first' });
		expect((await fis.get()).status).toBe(200);
		expect(Math.abs(Date.parse((await get('/clock')).now) - Date.now())).toBeLessThan(60_000);
	});
});

describe('counters', () => {
	it('count requests, bytes, tokens and answers by endpoint, the control API not among them', async () => {
		const fis = await FisClient.connect(sandbox);
		await fis.get();
		await fis.get('?limit=0');
		await fis.acknowledge(['zz']);
		await http.get(`${sandbox.url}/b1s/v2/JournalEntries(17)`);
		const counters = await get('/counters');
		expect(counters).toMatchObject({ requests: { concur: 4, businessOne: 1 }, tokensIssued: 1, sessionsOpen: 0 });
		const reads = counters.endpoints['GET /financialintegration/fi/v4/companies/transactiontypes/expense/transactions'];
		expect(reads).toMatchObject({ requests: 2, statuses: { 200: 1, 400: 1 } });
		expect(reads.bytesOut).toBeGreaterThan(100);
		expect(Object.keys(counters.endpoints)).toContain('GET /b1s/v2/JournalEntries(key)');
		expect((await control(sandbox, '/counters/reset')).data).toMatchObject({
			requests: { concur: 0, businessOne: 0 },
			tokensIssued: 0,
		});
	});
});

describe('what is wrong is said', () => {
	it.each([
		['/documents/nowhere/status', { status: 'READY' }, 404, 'nowhere'],
		['/concur', { dataCentre: 'other' }, 400, 'dataCentre'],
		['/concur', { dataCenter: 'moon' }, 400, 'first'],
		['/clock', { now: 'yesterday' }, 400, 'ISO'],
		['/latency', { ms: '3' }, 400, 'ms'],
		['/reset', { demo: 'yes' }, 400, 'demo'],
		['/nothing', {}, 404, '/control/nothing'],
		['/ledger', {}, 405, 'GET'],
	])('%s %j', async (path, body, status, named) => {
		const answer = await control(sandbox, path, body);
		expect(answer.status).toBe(status);
		expect(answer.data.message).toContain(named);
	});

	it('an unknown status of a document names those there are', async () => {
		await load(sandbox, [report('a')]);
		expect((await control(sandbox, '/documents/a/status', { status: 'PAYED' })).data.message).toContain('PAID');
	});
});

it('latency holds back both systems and not the control API', async () => {
	await control(sandbox, '/latency', { ms: 400 });
	await expect(http.get(`${sandbox.url}/oauth2/v0/token`, { timeout: 100 })).rejects.toThrow('timeout');
	await expect(http.get(`${sandbox.url}/ping`, { timeout: 100 })).rejects.toThrow('timeout');
	expect((await http.post(`${sandbox.url}/control/latency`, {}, { timeout: 5_000 })).data).toEqual({
		ms: 0,
		loginMs: 0,
		entryMs: 0,
		workers: 1,
	});
});
