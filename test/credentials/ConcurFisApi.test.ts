import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { company, connect, read, stored, testCredentials, tokens } from './concurConnection';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));
describe('signing in', () => {
	it('exchanges the company request token once and lives on the refresh token', async () => {
		await connect();
		await read();
		const first = stored();
		await company.control('POST', '/concur', { requestToken: 'another-one' });
		await company.control('POST', '/tokens/expire');
		await read();
		expect(stored().accessToken).not.toBe(first.accessToken);
		expect(stored().storedRefreshToken).not.toBe(first.storedRefreshToken);
		expect(await tokens()).toBe(2);
	});

	it('works with a refresh token obtained elsewhere', async () => {
		await connect();
		await read();
		const { storedRefreshToken } = stored();
		company.store.edit('concur', {
			grantType: 'refreshToken',
			initialRefreshToken: storedRefreshToken,
			accessToken: '',
			storedRefreshToken: '',
			fingerprint: '',
		});
		await read();
		expect(stored().storedRefreshToken).not.toBe(storedRefreshToken);
	});

	it('works with client credentials where Concur gives the app a company-level token', async () => {
		await connect({ grantType: 'clientCredentials' });
		await read();
		await company.control('POST', '/tokens/expire');
		await read();
		expect(stored().storedRefreshToken).toBe('');
	});

	it.each([
		[{ grantType: 'password', username: 'sandbox@example.com', password: 'sandbox-password' }, 'first'],
		[{ grantType: 'clientCredentials' }, 'application'],
	])('says that FIS wants a company-level token: %j', async (changes, token) => {
		await connect(changes);
		if (token === 'application') await company.control('POST', '/concur', { clientCredentialsToken: 'application' });
		await expect(read()).rejects.toThrow('company-level token');
		expect(await testCredentials()).toMatchObject({ status: 'Error' });
	});

	it('sends 20 calls that meet an expired token through one refresh', async () => {
		await connect();
		await read();
		await company.control('POST', '/tokens/expire');
		await company.control('POST', '/counters/reset');
		await Promise.all(Array.from({ length: 20 }, async () => await read()));
		expect(await tokens()).toBe(1);
		const { storedRefreshToken } = stored();
		await company.control('POST', '/tokens/expire');
		await read();
		expect(stored().storedRefreshToken).not.toBe(storedRefreshToken);
	});

	it('does not lose the newest refresh token to a call that comes late with an old access token', async () => {
		await connect();
		await read();
		const old = stored();
		for (let renewal = 0; renewal < 2; renewal++) {
			await company.control('POST', '/tokens/expire');
			await read();
		}
		const newest = stored();
		const late = await new ConcurFisApi().preAuthentication.call(
			{ helpers: { httpRequest: async () => await Promise.reject(new Error('not needed')) } },
			old,
		);
		expect(late).toMatchObject({ accessToken: newest.accessToken, storedRefreshToken: newest.storedRefreshToken });
	});
});

describe('a data-center move', () => {
	it('follows the company at the next renewal and asks there from then on', async () => {
		await connect();
		await read();
		expect(stored().geolocation).toBe(company.sandbox.url);
		await company.control('POST', '/concur', { dataCenter: 'other' });
		await company.control('POST', '/tokens/expire');
		await read();
		expect(stored().geolocation).toBe(company.sandbox.otherDataCenterUrl);
		await company.control('POST', '/tokens/expire');
		await read();
		expect(stored().geolocation).toBe(company.sandbox.otherDataCenterUrl);
	});

	it('finds the company from a data center where it does not live', async () => {
		await connect();
		await company.control('POST', '/concur', { dataCenter: 'first' });
		company.store.edit('concur', { customUrl: company.sandbox.otherDataCenterUrl });
		await read();
		expect(stored().geolocation).toBe(company.sandbox.url);
	});
});

describe('the credential test', () => {
	it('passes with the FISVC scope, and with an empty queue', async () => {
		await connect();
		expect(await testCredentials()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('changes no document', async () => {
		await connect();
		const [docId] = await company.ready(1);
		await testCredentials();
		expect(await company.statusOf(docId ?? '')).toBe('READY');
	});
});
