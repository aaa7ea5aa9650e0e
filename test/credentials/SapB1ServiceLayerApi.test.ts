import { startSandbox } from '../../sandbox';
import { testCredential } from '../helpers/engine';
import { clientFor, everythingIn, server, storeFor, type } from './b1Connection';
import type { Refusal } from './sessionServer';

describe('one session for everything', () => {
	it('logs in once for 50 calls at the same moment', async () => {
		server.loginDelayMs = 30;
		const store = storeFor();
		const client = clientFor(store);
		const answers = await Promise.all(Array.from({ length: 50 }, async () => await client.get('Currencies')));
		expect(answers).toHaveLength(50);
		expect(server.logins).toBe(1);
		expect(server.open.size).toBe(1);
	});

	it.each<Refusal>(['401/301', '400/-304', '500/-304'])('renews a session refused with %s once for 50 calls', async (refusal) => {
		server.refusal = refusal;
		server.loginDelayMs = 30;
		const store = storeFor();
		const client = clientFor(store);
		await client.get('Currencies');
		server.expireSessions();
		server.logins = 0;

		await Promise.all(Array.from({ length: 50 }, async () => await client.get('Currencies')));
		expect(server.logins).toBe(1);
		expect(server.open.size).toBe(1);
	});

	it('sends both cookies and keeps the session over executions', async () => {
		const store = storeFor();
		await clientFor(store).get('Currencies');
		await clientFor(store).get('Currencies');
		expect(server.logins).toBe(1);
		expect(new Set(server.cookies).size).toBe(1);
		expect(server.cookies[0]).toMatch(/^B1SESSION=DB\d+\.session-1; ROUTEID=\.node1$/);
	});

	it('never uses the session of another company', async () => {
		const store = storeFor();
		const client = clientFor(store);
		await client.get('Currencies');
		store.edit('b1', { companyDb: 'ANOTHER' });
		server.cookies.length = 0;

		const { body } = await client.get('Currencies');
		expect(body).toEqual({ value: [{ company: 'ANOTHER' }] });
		expect(server.cookies).toHaveLength(1);
		expect(server.cookies[0]).toContain('B1SESSION=ANOTHER.');
	});

	it('gives up when a new session is refused too', async () => {
		const store = storeFor();
		const client = clientFor(store);
		await client.get('Currencies');
		server.open.add = () => server.open; // no session of this server is ever good
		try {
			server.expireSessions();
			server.requests = 0;
			await expect(client.get('Currencies')).rejects.toMatchObject({ kind: 'session' });
			expect(server.requests).toBe(2);
		} finally {
			Reflect.deleteProperty(server.open, 'add');
		}
	});
});

describe('refused logins', () => {
	it('asks B1 once for a wrong password, however many calls there are', async () => {
		const client = clientFor(storeFor({ password: 'wrong' }));
		const calls = await Promise.allSettled(Array.from({ length: 50 }, async () => await client.get('Currencies')));
		expect(calls.every(({ status }) => status === 'rejected')).toBe(true);
		await expect(client.get('Currencies')).rejects.toThrow(/Check user name .* and password/);
		expect(server.logins).toBe(1);
	});

	it('asks again as soon as the password is corrected', async () => {
		const store = storeFor({ password: 'wrong' });
		const client = clientFor(store);
		await expect(client.get('Currencies')).rejects.toMatchObject({ kind: 'session' });
		store.edit('b1', { password: 'right' });
		await expect(client.get('Currencies')).resolves.toMatchObject({ statusCode: 200 });
	});

	it('keeps password and session out of every error', async () => {
		const store = storeFor({ password: 'wrong-and-secret' });
		const client = clientFor(store);
		const refused = await client.get('Currencies').catch((error: unknown) => error);
		expect(everythingIn(refused)).not.toContain('wrong-and-secret');

		store.edit('b1', { password: 'right' });
		await client.get('Currencies');
		const token = String(store.dataOf('b1').sessionToken);
		store.edit('b1', { serverUrl: 'http://127.0.0.1:9', sessionOwner: '' });
		const unreachable = await client.get('Currencies').catch((error: unknown) => error);
		expect(everythingIn(unreachable)).not.toContain(token);
		expect(everythingIn(unreachable)).not.toContain('"right"');
	});
});

describe('credential test', () => {
	it('logs in, passes and leaves no session open', async () => {
		expect(await testCredential(type, storeFor(), 'b1')).toMatchObject({ status: 'OK' });
		expect(server.logins).toBe(1);
		expect(server.logouts).toBe(1);
		expect(server.open.size).toBe(0);
	});

	it.each([
		[{ password: 'wrong' }, /Check user name .* and password/],
		[{ userName: 'locked' }, /is locked/],
		[{ serverUrl: 'http://127.0.0.1:9' }, /did not answer the login/],
		[{ serverUrl: 'not a url' }, /not a valid server URL|did not answer/],
	])('says what is wrong with %j', async (changes, message) => {
		const result = await testCredential(type, storeFor(changes), 'b1');
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	it('does not pass on an old session', async () => {
		const store = storeFor();
		await clientFor(store).get('Currencies');
		store.edit('b1', { password: 'wrong' });
		expect(await testCredential(type, store, 'b1')).toMatchObject({ status: 'Error' });
	});
});

describe('against a whole Service Layer', () => {
	it('trusts its own certificate only where that is asked for, and leaves no session open after a test', async () => {
		const sandbox = await startSandbox({});
		const { companyDb, userName, password } = sandbox.businessOne;
		const store = storeFor({ serverUrl: sandbox.tlsUrl, companyDb, userName, password });
		const strict = await testCredential(type, store, 'b1');
		expect(strict).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/certificate .* is not trusted here.*Ignore SSL Issues/),
		});

		const lax = storeFor({
			serverUrl: `${sandbox.tlsUrl}/`,
			companyDb,
			userName,
			password,
			pathPrefix: 'b1s/',
			apiVersion: 'v1',
			allowUnauthorizedCerts: true,
		});
		expect(await testCredential(type, lax, 'b1')).toMatchObject({ status: 'OK' });
		const { body } = await clientFor(lax).get('Currencies?$top=1');
		expect(body).toMatchObject({ value: [expect.any(Object)] });
		const { default: axios } = await import('axios');
		const { data } = await axios.get<{ sessionsOpen: number; logins: number }>(`${sandbox.url}/control/counters`, {
			proxy: false,
		});
		expect(data).toMatchObject({ logins: 2, sessionsOpen: 1 });
		await sandbox.stop();
	});
});
