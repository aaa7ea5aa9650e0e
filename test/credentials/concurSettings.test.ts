import { TESTED_AS, testCredential } from '../helpers/engine';
import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { startCompany } from '../concur/company';
import { company, connect, read, stored, testCredentials, tokens } from './concurConnection';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));

const failure = async () => ((await read().catch((thrown: unknown) => thrown)) as Error).message;

describe.each(Object.entries(TESTED_AS))('a changed credential, under the %s name of the tested node', (_, testedAs) => {
	const tested = async () => await testCredential(new ConcurFisApi(), company.store, 'concur', testedAs);

	it.each([
		['client secret', { clientSecret: 'wrong' }, /client secret/],
		['request token', { requestToken: 'of another company' }, /company request token is not accepted.*Company UUID/],
		['company UUID', { companyUuid: '11111111-c7f3-4811-8bb0-3bb243dcf83d' }, /Company UUID/],
		['client ID', { clientId: 'unknown-app' }, /client ID/],
	])('is refused at once with a wrong %s, although a token lives', async (_name, changes, message) => {
		await connect();
		await read();
		company.store.edit('concur', changes);
		expect(await tested()).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
		expect(await failure()).toMatch(message);
	});

	it('is refused with a wrong secret also when the request token was taken out of it', async () => {
		await connect();
		await read();
		company.store.edit('concur', { requestToken: '' });
		await read();
		company.store.edit('concur', { clientSecret: 'wrong' });
		expect(await tested()).toMatchObject({ status: 'Error' });
	});

	it('goes on with the refresh token when the right secret of the same app is entered', async () => {
		await connect({ clientSecret: 'sandbox-secret ' });
		await read();
		company.store.edit('concur', { requestToken: '' });
		await company.control('POST', '/concur', { requestToken: 'another-one' });
		company.store.edit('concur', { clientSecret: company.sandbox.concur.clientSecret });
		expect(await tested()).toMatchObject({ status: 'OK' });
	});
});

it("takes another company's refresh token at once, and never falls back to the former company's", async () => {
	await connect();
	await read();
	const { storedRefreshToken, accessToken } = stored();
	company.store.edit('concur', { grantType: 'refreshToken', initialRefreshToken: storedRefreshToken });
	await read();
	const first = stored();
	expect(first.accessToken).not.toBe(accessToken);

	company.store.edit('concur', { initialRefreshToken: 'refresh-token-of-nobody' });
	expect(await failure()).toContain('code 108');
	expect(await testCredentials()).toMatchObject({ status: 'Error' });

	const issued = await tokens();
	company.store.edit('concur', { initialRefreshToken: first.storedRefreshToken });
	await read();
	expect(await tokens()).toBe(issued + 1);
	await read();
	expect(await tokens()).toBe(issued + 1);
});

it('keeps tokens that an earlier version of this package stored', async () => {
	await connect();
	await read();
	const { fingerprint = '' } = stored();
	company.store.edit('concur', { fingerprint: `${fingerprint.split('.')[0]}.0123456789abcdef` });
	await company.control('POST', '/concur', { requestToken: 'another-one' });
	await read();
	expect(stored().fingerprint).toBe(fingerprint);
});

describe('the token service', () => {
	const fault = async (rule: Record<string, unknown>) =>
		await company.control('POST', '/faults', { system: 'concur', path: 'oauth2', times: 0, ...rule });

	it.each([
		{ kind: 'status', status: 503 },
		{ kind: 'status', status: 500, body: { code: 199 } },
		{ kind: 'status', status: 429 },
		{ kind: 'status', status: 408 },
		{ kind: 'drop' },
		{ kind: 'html502' },
	])('that is down is temporary: %j', async (rule) => {
		await connect();
		await fault(rule);
		const error: unknown = await read().catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ kind: 'temporary', mayHaveHappened: false, message: expect.stringContaining('token service') });
		await company.control('DELETE', '/faults');
		await read();
	});

	it('that refuses the credential is not', async () => {
		await connect({ clientSecret: 'wrong' });
		await expect(read()).rejects.toMatchObject({ kind: 'credential' });
	});
});

describe('the custom URL', () => {
	it.each([
		['us2.api.concursolutions.com', 'has no scheme. Enter https://'],
		['https://user:geheim@us2.api.concursolutions.com', 'before the @'],
		['', 'is empty'],
	])('"%s" is named, with what to do', async (customUrl, message) => {
		await connect({ customUrl });
		const result = await testCredentials();
		expect(result.message).toContain(message);
		expect(result.message).not.toContain('geheim');
	});

	it('is named where its certificate, or that of a proxy, is not trusted', async () => {
		await connect();
		company.store.edit('concur', { customUrl: company.sandbox.tlsUrl });
		expect(await failure()).toMatch(/certificate of .* is not trusted here.*proxy.*NODE_EXTRA_CA_CERTS/);
		company.store.edit('concur', { customUrl: company.sandbox.url.replace('http:', 'https:') });
		expect(await failure()).toContain('does not speak TLS');
	});
});

it('names a Company UUID that has not the form of one', async () => {
	await connect({ companyUuid: '192544' });
	expect(await failure()).toContain('The Company UUID "192544" has not the form of one');
});

it('reads the new company when everything of it was entered', async () => {
	await connect();
	await read();
	const other = await startCompany();
	const { clientId, clientSecret, companyUuid, requestToken } = other.sandbox.concur;
	company.store.edit('concur', { customUrl: other.sandbox.url, clientId, clientSecret, companyUuid, requestToken });
	await other.ready(1);
	expect((await read()).items).toHaveLength(1);
	await other.stop();
});
