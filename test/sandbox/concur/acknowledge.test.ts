import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, documentOf, errorAnswer, FisClient, load, report } from './client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await control(sandbox, '/reset');
	await load(sandbox, [report('a'), report('b'), report('c')]);
});

const codes = (data: { docId: string; code: number }[]) => data.map(({ docId, code }) => [docId, code]);

describe('service codes', () => {
	it('0 takes the document out of the queue and remembers the system', async () => {
		const { status, data } = await fis.acknowledge(['a']);
		expect(status).toBe(200);
		expect(data).toEqual([{ code: 0, docId: 'a', systemId: 'B1', acknowledgeResult: 'SUCCESS', errorMessage: null }]);
		expect((await fis.get()).data.page.totalElements).toBe(2);
		expect(await documentOf(sandbox, 'a')).toMatchObject({ docStatus: 'ACKNOWLEDGED', systemId: 'B1' });
	});

	it('101 names who was there first', async () => {
		await fis.acknowledge(['a']);
		const [item] = (await fis.acknowledge(['a'])).data;
		expect(item).toMatchObject({ code: 101, acknowledgeResult: 'FAILURE' });
		expect(item.errorMessage).toContain('B1');
		await fis.confirm('a');
		expect(codes((await fis.acknowledge(['a'])).data)).toEqual([['a', 101]]);
	});

	it('101 also for the second of the same id in one request', async () => {
		expect(codes((await fis.acknowledge(['a', 'a'])).data)).toEqual([
			['a', 0],
			['a', 101],
		]);
	});

	it('102 for a recalled document', async () => {
		await control(sandbox, '/documents/a/status', { status: 'RECALLED' });
		expect(codes((await fis.acknowledge(['a'])).data)).toEqual([['a', 102]]);
	});

	it.each(['DELAYED', 'PENDING_SYSTEM_REFRESH', 'FLAG_DUPLICATE', 'VOID'])('103 for %s', async (status) => {
		await control(sandbox, '/documents/a/status', { status });
		expect(codes((await fis.acknowledge(['a'])).data)).toEqual([['a', 103]]);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe(status);
	});

	it('104 for an unknown id, the report id among them, and 105 for another type', async () => {
		expect(codes((await fis.acknowledge(['R-a', 'nowhere'])).data)).toEqual([
			['R-a', 104],
			['nowhere', 104],
		]);
		expect(codes((await fis.acknowledge(['a'], 'B1', 'invoice')).data)).toEqual([['a', 105]]);
	});

	it('99 for a document meant for another system', async () => {
		await load(sandbox, [report('x', { erpSystemId: 'S4' })]);
		expect(codes((await fis.acknowledge(['x'])).data)).toEqual([['x', 99]]);
		expect(codes((await fis.acknowledge(['x'], 'S4')).data)).toEqual([['x', 0]]);
	});

	it('each document is judged on its own', async () => {
		await fis.acknowledge(['b']);
		expect(codes((await fis.acknowledge(['a', 'b', 'zz', 'c'])).data)).toEqual([
			['a', 0],
			['b', 101],
			['zz', 104],
			['c', 0],
		]);
	});
});

describe('at the same time', () => {
	it('exactly one of many acknowledgements of a document succeeds', async () => {
		const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => fis.acknowledge(['a'], `S${index}`)));
		const results = answers.map(({ data }) => data[0].code);
		expect(results.filter((code) => code === 0)).toHaveLength(1);
		expect(results.filter((code) => code === 99 || code === 101)).toHaveLength(11);
	});
});

describe('requests that are refused as a whole', () => {
	it.each([
		['no ids', {}],
		['ids empty', { ids: [] }],
		['ids not a list', { ids: 'a' }],
		['an id that is no text', { ids: ['a', 7] }],
		['systemId not text', { ids: ['a'], systemId: 1 }],
		['not an object', ['a']],
	])('%s', async (_name, body) => {
		const { status, data } = await fis.post('acknowledgements', body);
		expect(status).toBe(400);
		expect(typeof data.message).toBe('string');
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('READY');
	});

	it('broken JSON, and another content type', async () => {
		expect((await fis.post('acknowledgements', '{"ids":["a"')).status).toBe(400);
		expect((await fis.post('acknowledgements', 'ids=a', 'expense', { 'Content-Type': 'text/plain' })).status).toBe(415);
	});

	it('systemId may be left out, unknown fields are passed over and noted', async () => {
		expect((await fis.post('acknowledgements', { ids: ['a'], system: 'B1' })).data[0].code).toBe(0);
		const history = (await documentOf(sandbox, 'a')).history as { ignoredFields?: string[] }[];
		expect(history.at(-1)?.ignoredFields).toEqual(['system']);
	});
});

describe('ordered faults', () => {
	it('serviceCode answers for one document without touching it', async () => {
		await control(sandbox, '/faults', { system: 'concur', kind: 'serviceCode', code: 199, docId: 'a', path: 'acknowledgements' });
		expect(codes((await fis.acknowledge(['a', 'b'])).data)).toEqual([
			['a', 199],
			['b', 0],
		]);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('READY');
	});

	it('missingReply does the work and leaves the document out of the answer', async () => {
		await control(sandbox, '/faults', { system: 'concur', kind: 'missingReply', docId: 'a' });
		expect(codes((await fis.acknowledge(['a', 'b'])).data)).toEqual([['b', 0]]);
		expect((await documentOf(sandbox, 'a')).docStatus).toBe('ACKNOWLEDGED');
	});
});

describe('recall', () => {
	it('is possible while READY and after a failed posting only', async () => {
		await fis.acknowledge(['a', 'b']);
		expect((await control(sandbox, '/documents/a/status', { status: 'RECALLED' })).status).toBe(409);
		await fis.confirm('a', errorAnswer);
		expect((await control(sandbox, '/documents/a/status', { status: 'RECALLED' })).status).toBe(200);
		await fis.confirm('b');
		expect((await control(sandbox, '/documents/b/status', { status: 'RECALLED' })).status).toBe(409);
		expect((await control(sandbox, '/documents/c/status', { status: 'RECALLED' })).status).toBe(200);
		expect((await control(sandbox, '/documents/b/status', { status: 'RECALLED', force: true })).status).toBe(200);
	});
});
