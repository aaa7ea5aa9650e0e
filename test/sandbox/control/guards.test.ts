import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { ownHosts } from '../../../sandbox/hosts';
import { control, FisClient, http } from '../concur/client';
import { credentials, entry } from '../records/serviceLayer';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ allowedHosts: ['b1.example'] });
});
afterAll(() => sandbox.stop());
beforeEach(() => control(sandbox, '/reset'));

/** The status of a GET that names another host than the one it goes to. */
function statusFor(host: string, base: string, path: string): Promise<number> {
	const send = base.startsWith('https') ? httpsRequest : httpRequest;
	return new Promise((resolve, reject) => {
		const request = send(`${base}${path}`, { headers: { Host: host }, rejectUnauthorized: false }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		request.on('error', reject).end();
	});
}

describe('a request for a host that is none of this machine', () => {
	const listeners = () => [sandbox.url, sandbox.tlsUrl, sandbox.otherDataCenterUrl];

	it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example'])(
		'is refused on every listener and path: "%s"',
		async (host) => {
			for (const base of listeners()) {
				for (const path of ['/control/state', '/b1s/v2/Projects', '/oauth2/v0/token', '/ping', '/elsewhere'])
					expect(await statusFor(host, base, path)).toBe(421);
			}
		},
	);

	it.each(['localhost', '127.0.0.1', '[::1]:50000', 'LOCALHOST:1', 'b1.example', 'b1.example:443'])(
		'is answered where the host is one of ours: "%s"',
		async (host) => {
			for (const base of listeners()) expect(await statusFor(host, base, '/control')).toBe(200);
		},
	);

	it('is known by the address listened on, and by every address where it listens on all', () => {
		expect(ownHosts('192.0.2.7', [])('192.0.2.7:80')).toBe(true);
		expect(ownHosts('fd00::7', [])('[fd00::7]')).toBe(true);
		expect(ownHosts('127.0.0.1', [])('192.0.2.7')).toBe(false);
		expect(ownHosts('0.0.0.0', [])('192.0.2.7')).toBe(false);
		expect(ownHosts('0.0.0.0', [])('0.0.0.0')).toBe(false);
		for (const host of [undefined, '', ':80']) expect(ownHosts('127.0.0.1', [])(host)).toBe(false);
	});
});

describe('a control call that a page of another site could send', () => {
	it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
		'is refused as %s',
		async (type) => {
			const headers = { 'Content-Type': type };
			const reply = await http.post(`${sandbox.url}/control/latency`, '{"ms":50}', { headers });
			expect(reply.status).toBe(415);
			expect((await http.post(`${sandbox.url}/control/documents`, '[]', { headers })).status).toBe(415);
		},
	);

	it('is refused by its origin, whatever its type', async () => {
		for (const Origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
			expect((await http.post(`${sandbox.url}/control/reset`, undefined, { headers: { Origin } })).status).toBe(403);
			expect((await http.get(`${sandbox.url}/control/state`, { headers: { Origin } })).status).toBe(403);
		}
		expect((await http.post(`${sandbox.url}/control/reset`, {}, { headers: { Origin: sandbox.url } })).status).toBe(200);
	});

	it('is taken as JSON, and without a body', async () => {
		const headers = { 'Content-Type': 'application/json; charset=utf-8' };
		expect((await http.post(`${sandbox.url}/control/latency`, '{}', { headers })).status).toBe(200);
		expect((await http.post(`${sandbox.url}/control/counters/reset`)).status).toBe(200);
	});
});

describe('rules that would never come to an end', () => {
	it('are given up: an expression that goes back over its text for ever', async () => {
		expect((await control(sandbox, '/faults', { kind: 'drop', path: '^/(\\w+)*\\w+!$', times: 0 })).status).toBe(200);
		const start = performance.now();
		expect((await http.get(`${sandbox.url}/b1s/v2/${'a'.repeat(3000)}`)).status).toBe(401);
		expect(performance.now() - start).toBeLessThan(5_000);
	});

	it.each([
		[{ kind: 'status', path: '[' }, 'path'],
		[{ kind: 'status', path: 'x'.repeat(1001) }, 'path'],
		[{ kind: 'slow', ms: 1e9 }, 'ms'],
		[{ kind: 'echo', part: 'set-cookie' }, 'part'],
	])('are refused: %j', async (rule, named) => {
		const { status, data } = await control(sandbox, '/faults', rule);
		expect([status, data.message]).toEqual([400, expect.stringContaining(named)]);
	});

	it.each([{ ms: 1e9 }, { entryMs: -1 }, { workers: 0 }, { workers: 1.5 }])('delays neither: %j', async (latency) => {
		expect((await control(sandbox, '/latency', latency)).status).toBe(400);
	});
});

describe('the time that entries take', () => {
	async function timed(posts: number, latency: object): Promise<number> {
		const login = await http.post(`${sandbox.url}/b1s/v2/Login`, credentials);
		const Cookie = login.headers['set-cookie']!.map((cookie) => cookie.split(';')[0]).join('; ');
		await control(sandbox, '/latency', latency);
		const start = performance.now();
		const post = () => http.post(`${sandbox.url}/b1s/v2/JournalEntries`, entry(), { headers: { Cookie } });
		const replies = await Promise.all(Array.from({ length: posts }, post));
		expect(replies.map(({ status }) => status)).toEqual(Array(posts).fill(201));
		return performance.now() - start;
	}

	it('is spent by as many workers as there are', async () => {
		expect(await timed(4, { entryMs: 300, workers: 4 })).toBeLessThan(1190);
		expect(await timed(4, { entryMs: 300, workers: 2 })).toBeGreaterThan(590);
		expect(await timed(4, { entryMs: 300 })).toBeGreaterThan(1190);
	});

	it('is spent for every entry of a batch, by one worker, and for nothing else', async () => {
		await control(sandbox, '/latency', { entryMs: 400, workers: 9 });
		const login = await http.post(`${sandbox.url}/b1s/v2/Login`, credentials);
		const Cookie = login.headers['set-cookie']!.map((cookie) => cookie.split(';')[0]).join('; ');
		const part = (id: number) =>
			`--cs\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${id}\r\n\r\nPOST /b1s/v2/JournalEntries\r\n\r\n${JSON.stringify(entry())}\r\n`;
		const body = `--b\r\nContent-Type: multipart/mixed;boundary=cs\r\n\r\n${[1, 2, 3].map(part).join('')}--cs--\r\n--b--\r\n`;
		const headers = { Cookie, 'Content-Type': 'multipart/mixed;boundary=b' };
		const start = performance.now();
		expect((await http.post(`${sandbox.url}/b1s/v2/$batch`, body, { headers })).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(1190);
		const reading = performance.now();
		await http.get(`${sandbox.url}/b1s/v2/Projects`, { headers: { Cookie } });
		await FisClient.connect(sandbox);
		expect(performance.now() - reading).toBeLessThan(390);
	});
});
