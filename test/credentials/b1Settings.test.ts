import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import { core, testCredential, TESTED_AS } from '../helpers/engine';
import { clientFor, server, serverUrl, storeFor, type } from './b1Connection';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const refusal = (status: number, code: string | number, message: string) => () => ({
	status,
	body: { error: { code, message } },
});

describe.each(Object.entries(TESTED_AS))(
	'the test of a changed credential, under the %s name of the tested node',
	(_, testedAs) => {
		it('refuses a wrong password although a session lives, and never uses that session', async () => {
			const store = storeFor();
			await clientFor(store).get('Currencies');
			store.edit('b1', { password: 'wrong' });
			server.requests = 0;
			expect(await testCredential(type, store, 'b1', testedAs)).toMatchObject({
				status: 'Error',
				message: expect.stringMatching(/Check user name .* and password/),
			});
			await expect(clientFor(store).get('Currencies')).rejects.toMatchObject({ kind: 'session' });
			expect(server.requests).toBe(0);
		});

		it('refuses a password that was changed in B1 although a session lives', async () => {
			const store = storeFor();
			await clientFor(store).get('Currencies');
			server.password = 'another';
			expect(await testCredential(type, store, 'b1', testedAs)).toMatchObject({ status: 'Error' });
		});

		it('logs in each time, once, and leaves no session of its own', async () => {
			const store = storeFor();
			for (const logins of [1, 2, 3]) {
				expect(await testCredential(type, store, 'b1', testedAs)).toMatchObject({ status: 'OK' });
				expect(server.logins).toBe(logins);
				expect(server.open.size).toBe(0);
			}
		});
	},
);

describe('a change of the credential', () => {
	it.each<[string, IDataObject]>([
		['user', { userName: 'other' }],
		['version', { apiVersion: 'v1' }],
		['language', { language: '3' }],
		['prefix', { pathPrefix: '/b1s/v2' }],
		['SSL setting', { allowUnauthorizedCerts: true }],
	])('of the %s makes a new login, and is right at once', async (what, changes) => {
		const store = storeFor();
		await clientFor(store).get('Currencies');
		store.edit('b1', changes);
		await clientFor(store).get('Currencies');
		expect(server.logins).toBe(what === 'prefix' ? 1 : 2);
	});

	it('never lets the secret be read in what is stored beside it', async () => {
		const store = storeFor();
		await clientFor(store).get('Currencies');
		const { sessionOwner } = store.dataOf('b1');
		expect(sessionOwner).toMatch(/^[0-9a-f]{64}$/);
		expect(type.properties.find(({ name }) => name === 'sessionOwner')?.typeOptions?.password).toBe(true);
	});

	it('gets a fresh answer after every refusal but that of the same password', async () => {
		const store = storeFor({ password: 'wrong' });
		for (let time = 0; time < 3; time++) await expect(clientFor(store).get('Currencies')).rejects.toThrow();
		expect(server.logins).toBe(1);
		for (const changes of [{ apiVersion: 'v1' }, { language: '3' }, { allowUnauthorizedCerts: true }]) {
			server.logins = 0;
			store.edit('b1', changes);
			await expect(clientFor(store).get('Currencies')).rejects.toThrow();
			expect(server.logins).toBe(1);
		}
	});

	it.each([
		[401, -306, 'Fail to NONE-SSO login from SLD.', /knows no company database/],
		[401, -8007, 'No licence', /licence/],
		[404, '', '', /no Service Layer at/],
		[503, '', '', /not available/],
	])('remembers no refusal %d/%s beyond the password', async (status, code, text, message) => {
		const store = storeFor();
		server.loginAnswers.push(refusal(status, code, text));
		expect(await testCredential(type, store, 'b1')).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		expect(await testCredential(type, store, 'b1')).toMatchObject({ status: 'OK' });
	});

	it('helps at once where it switches the check of certificates off', async () => {
		const sandbox = await startSandbox({});
		const { companyDb, userName, password } = sandbox.businessOne;
		const store = storeFor({ serverUrl: sandbox.tlsUrl, companyDb, userName, password });
		expect(await testCredential(type, store, 'b1')).toMatchObject({ message: expect.stringContaining('not trusted') });
		store.edit('b1', { allowUnauthorizedCerts: true });
		expect(await testCredential(type, store, 'b1')).toMatchObject({ status: 'OK' });
		await sandbox.stop();
	});
});

describe('a login that B1 stumbles over', () => {
	const saml = refusal(500, 299, 'SAML Login Failed');

	it('is tried again, a few times', async () => {
		server.loginAnswers.push(saml, saml);
		await clientFor(storeFor()).get('Currencies');
		expect(server.logins).toBe(3);

		server.loginAnswers.push(...Array.from({ length: 30 }, () => saml));
		const error: unknown = await clientFor(storeFor())
			.post('JournalEntries', {})
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			kind: 'capacity',
			mayHaveHappened: false,
			message: expect.stringContaining('SAML Login Failed'),
		});
		expect(server.logins).toBe(6);
	});

	it('is not tried again where the password may be wrong, and says what else it may be', async () => {
		server.loginAnswers.push(refusal(401, -304, 'Fail to NONE-SSO login from SLD.'));
		const { message } = await testCredential(type, storeFor(), 'b1');
		expect(message).toMatch(/Check user name .* and password\. If both are right, B1 itself .* try again later/);
		expect(server.logins).toBe(1);
	});
});

describe('a server URL', () => {
	it.each(['', '/', '/b1s', '/b1s/', '/b1s/v1', '/b1s/v2/', '/B1S/v2'])('with "%s" behind it is understood', async (suffix) => {
		expect(await testCredential(type, storeFor({ serverUrl: `${serverUrl}${suffix}` }), 'b1')).toMatchObject({ status: 'OK' });
	});

	it.each([
		[(url: string) => url.replace('http://', ''), /has no scheme\. Enter https:\/\//],
		[(url: string) => url.replace('//', '//manager:geheim@'), /user name or password before the @/],
		[(url: string) => `${url}/#geheim`, /from the \? or # on/],
		[(url: string) => `${url}/?x=geheim`, /from the \? or # on/],
		[(url: string) => url.replace('http:', 'https:'), /does not speak TLS at this port/],
	])('that cannot work is named, with what to do: %s', async (change, message) => {
		const result = await testCredential(type, storeFor({ serverUrl: change(serverUrl) }), 'b1');
		expect(result).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		expect(result.message).not.toContain('geheim');
		expect(server.logins).toBe(0);
	});

	it('without TLS at a port that wants it is named', async () => {
		const sandbox = await startSandbox({});
		const result = await testCredential(type, storeFor({ serverUrl: sandbox.tlsUrl.replace('https:', 'http:') }), 'b1');
		expect(result.message).toMatch(/https:\/\//);
		await sandbox.stop();
		server.loginAnswers.push(() => ({
			status: 400,
			body: "<title>400 Bad Request</title>Reason: You're speaking plain HTTP to an SSL-enabled server port.",
		}));
		expect((await testCredential(type, storeFor(), 'b1')).message).toMatch(/wants TLS.*https:\/\//);
	});

	it('that answers without words is no fault of the password', async () => {
		const silent = createServer((socket) => socket.destroy());
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		const silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
		const error: unknown = await clientFor(storeFor({ serverUrl: silentUrl }))
			.get('X')
			.catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			kind: 'capacity',
			mayHaveHappened: false,
			message: expect.stringContaining('did not answer the login'),
		});
		silent.close();
	});
});

describe('a credential that n8n cannot read', () => {
	it('is an error of the credential, and a TypeError is neither that nor network trouble', async () => {
		class CredentialNotFoundError extends UserError {}
		const unreadable: unknown = await new core.Credentials({ id: 'x', name: 'X' }, type.name, 'no cipher text')
			.getData()
			.catch((error: unknown) => error);
		for (const error of [new CredentialNotFoundError('Credential with ID "x" does not exist.'), unreadable as Error]) {
			const store = storeFor();
			store.fail('b1', error);
			await expect(clientFor(store).post('JournalEntries', {})).rejects.toMatchObject({
				kind: 'session',
				mayHaveHappened: false,
				message: expect.stringContaining('The B1 credential cannot be used'),
			});
		}
		const store = storeFor();
		store.fail('b1', new TypeError('x is not a function'));
		await expect(clientFor(store).get('Currencies')).rejects.toMatchObject({
			message: 'n8n or this node failed, not the network: x is not a function',
		});
	});
});
