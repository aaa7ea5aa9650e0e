import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, documentOf, FisClient, http, load, report, tokenCall } from '../concur/client';

let sandbox: Sandbox;
let fis: FisClient;

beforeAll(async () => {
	sandbox = await startSandbox();
	fis = await FisClient.connect(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
	await control(sandbox, '/reset');
	await load(sandbox, [report('a'), report('b')]);
});

const order = (rule: Record<string, unknown>) =>
	control(sandbox, '/faults', { system: 'concur', path: 'acknowledgements', ...rule });
const statusOfA = async () => (await documentOf(sandbox, 'a')).docStatus;

describe('before anything is done', () => {
	it.each([
		[{ kind: 'status', status: 404, body: { message: 'gone' } }, 404, { message: 'gone' }],
		[{ kind: 'html502' }, 502, expect.stringContaining('<html>')],
		[{ kind: 'html503' }, 503, expect.stringContaining('<html>')],
		[{ kind: 'empty500' }, 500, ''],
		[{ kind: 'rateLimited', retryAfter: 7 }, 429, expect.anything()],
	])('%j', async (rule, status, data) => {
		await order(rule);
		const answer = await fis.acknowledge(['a']);
		expect({ status: answer.status, data: answer.data }).toEqual({ status, data });
		if (status === 429) expect(answer.headers['retry-after']).toBe('7');
		expect(await statusOfA()).toBe('READY');
		expect((await fis.acknowledge(['a'])).status).toBe(200);
	});

	it('drop closes the connection', async () => {
		await order({ kind: 'drop' });
		await expect(fis.acknowledge(['a'])).rejects.toThrow();
		expect(await statusOfA()).toBe('READY');
	});
});

describe('after the work is done', () => {
	it('commitThenDrop loses the reply', async () => {
		await order({ kind: 'commitThenDrop' });
		await expect(fis.acknowledge(['a'])).rejects.toThrow();
		expect(await statusOfA()).toBe('ACKNOWLEDGED');
		expect((await fis.acknowledge(['a'])).data[0].code).toBe(101);
	});

	it('commitThen500 replaces it', async () => {
		await order({ kind: 'commitThen500' });
		expect((await fis.acknowledge(['a'])).status).toBe(500);
		expect(await statusOfA()).toBe('ACKNOWLEDGED');
	});

	it('slow does the work before a client gives up', async () => {
		await order({ kind: 'slow', ms: 5_000 });
		const headers = { Authorization: `Bearer ${fis.token}` };
		const url = `${sandbox.url}/financialintegration/fi/v4/companies/transactiontypes/expense/transactions/acknowledgements`;
		await expect(http.post(url, { ids: ['a'], systemId: 'B1' }, { headers, timeout: 200 })).rejects.toThrow('timeout');
		expect(await statusOfA()).toBe('ACKNOWLEDGED');
	});
});

describe('rules', () => {
	it('hit the nth matching request, so many times', async () => {
		await order({ kind: 'status', status: 503, nth: 2, times: 2 });
		const seen = [];
		for (let call = 0; call < 5; call += 1) seen.push((await fis.acknowledge(['zz'])).status);
		expect(seen).toEqual([200, 503, 503, 200, 200]);
	});

	it('with times 0 hit until they are taken back', async () => {
		await order({ kind: 'status', status: 503, times: 0 });
		for (let call = 0; call < 3; call += 1) expect((await fis.acknowledge(['zz'])).status).toBe(503);
		await http.delete(`${sandbox.url}/control/faults`);
		expect((await fis.acknowledge(['zz'])).status).toBe(200);
	});

	it('look at method, path, query and system', async () => {
		await control(sandbox, '/faults', [
			{ kind: 'status', status: 418, method: 'POST', path: 'transactions$' },
			{ kind: 'status', status: 418, system: 'businessOne' },
			{ kind: 'status', status: 503, path: 'docId=a b' },
		]);
		expect((await fis.get()).status).toBe(200);
		expect((await fis.get('?docId=a%20b')).status).toBe(503);
		expect((await http.get(`${sandbox.url}/b1s/v2/Orders`)).status).toBe(418);
	});

	it('leave the control API alone', async () => {
		await control(sandbox, '/faults', { kind: 'drop', times: 0 });
		expect((await http.get(`${sandbox.url}/control/faults`)).data.faults).toEqual([{ kind: 'drop', times: 0, seen: 0 }]);
	});

	it.each([
		[{ kind: 'explode' }, 'kind'],
		[{ kind: 'sessionExpired', system: 'concur' }, 'kind'],
		[{ kind: 'status', system: 'sap' }, 'system'],
		[{ kind: 'status', path: '(' }, 'path'],
		[{ kind: 'status', nth: 0 }, 'nth'],
		[{ kind: 'slow', ms: -1 }, 'ms'],
		['status', 'object'],
	])('that are wrong are refused as a whole: %j', async (rule, named) => {
		const { status, data } = await control(sandbox, '/faults', [{ kind: 'drop' }, rule]);
		expect(status).toBe(400);
		expect(data.message).toContain('Fault 1');
		expect(data.message).toContain(named);
		expect((await http.get(`${sandbox.url}/control/faults`)).data.faults).toEqual([]);
	});

	it('unauthorized refuses a good token once', async () => {
		await order({ kind: 'unauthorized' });
		expect((await fis.acknowledge(['a'])).status).toBe(401);
		expect((await fis.acknowledge(['a'])).data[0].code).toBe(0);
	});

	it('hit the token endpoint too', async () => {
		await control(sandbox, '/faults', { system: 'concur', kind: 'html503', path: '^/oauth2' });
		expect((await tokenCall(sandbox)).status).toBe(503);
	});
});
