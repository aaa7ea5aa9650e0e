import { ConcurFisApi } from '../../credentials/ConcurFisApi.credentials';
import { company, connect, read, secrets, stored, testCredentials, tokens } from './concurConnection';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));
describe('what only a person can cure', () => {
	it('falls back to the request token when the refresh token is used up', async () => {
		await connect();
		await read();
		await company.control('POST', '/tokens/expire', { refresh: true });
		await read();
		expect(await tokens()).toBe(2);
	});

	it('gets over a refresh token that another worker used up at the same moment', async () => {
		await connect();
		await read();
		await company.control('POST', '/concur', { requestToken: 'another-one' });
		await company.control('POST', '/tokens/expire');
		await company.control('POST', '/faults', { system: 'concur', kind: 'oauthError', code: 108 });
		await read();
		expect(await tokens()).toBe(2);
	});

	it('says how to reconnect when both are gone, without a secret', async () => {
		await connect();
		await read();
		await company.control('POST', '/concur', { requestToken: 'another-one' });
		await company.control('POST', '/tokens/expire', { refresh: true });
		const error = (await read().catch((thrown: Error) => thrown)) as Error;
		expect(error.message).toContain('code 108');
		expect(error.message).toContain('Make a new company request token');
		expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toMatch(new RegExp(secrets.join('|')));
	});

	it('takes a new request token at once', async () => {
		await connect();
		await read();
		await company.control('POST', '/concur', { requestToken: 'another-one' });
		await company.control('POST', '/tokens/expire', { refresh: true });
		company.store.edit('concur', { requestToken: 'another-one' });
		await read();
		expect(await testCredentials()).toMatchObject({ status: 'OK' });
	});

	it('keeps working when the request token is taken out of the credential', async () => {
		await connect();
		await read();
		company.store.edit('concur', { requestToken: '' });
		await company.control('POST', '/tokens/expire');
		await read();
		expect(await tokens()).toBe(2);
	});

	it.each([
		[61, 'client ID is not known'],
		[64, 'client secret is missing or wrong'],
		[59, 'app (client ID) is disabled'],
		[60, 'grant type'],
		[53, 'not enabled for this app'],
		[5, 'company request token is not accepted'],
		[13, 'locked'],
		[777, 'refused'],
	])('explains code %d', async (code, text) => {
		await connect();
		await company.control('POST', '/faults', { system: 'concur', kind: 'oauthError', code, times: 0 });
		const message = ((await read().catch((thrown: Error) => thrown)) as Error).message;
		expect(message).toContain(text);
		expect(message).toContain(`code ${code}`);
	});

	it('says so when the token service is not there, without a secret', async () => {
		await connect();
		await company.control('POST', '/faults', { system: 'concur', path: 'oauth2', kind: 'drop', times: 0 });
		const error = (await read().catch((thrown: Error) => thrown)) as Error;
		expect(error.message).toContain('cannot be reached');
		expect(JSON.stringify({ ...error, stack: error.stack })).not.toMatch(new RegExp(secrets.join('|')));
	});
});

describe('tokens and their owner', () => {
	it('leaves the tokens of another company alone, although they would still be accepted', async () => {
		await connect();
		await read();
		const { accessToken } = stored();
		company.store.edit('concur', { companyUuid: '11111111-c7f3-4811-8bb0-3bb243dcf83d' });
		await expect(read()).rejects.toThrow('company request token is not accepted');
		company.store.edit('concur', { companyUuid: company.sandbox.concur.companyUuid });
		await read();
		expect(stored().accessToken).toBe(accessToken);
	});

	const credentials = () => ({ ...stored(), accessToken: 'a-token' });

	it.each([
		'https://evil.example/financialintegration',
		'//evil.example/x',
		'/\\evil.example/x',
		'https://api.concursolutions.com.evil.example/x',
		'https://us2.api.concursolutions.com@evil.example/x',
		'http://us2.api.concursolutions.com/x',
	])('does not go to %s', async (url) => {
		await connect();
		await read();
		await expect(new ConcurFisApi().authenticate(credentials(), { url })).rejects.toThrow('nothing is sent there');
	});

	it("goes to Concur's hosts and to the host of the custom URL", async () => {
		await connect();
		await read();
		for (const url of [
			'https://us2.api.concursolutions.com/x',
			'https://cn.api.concurcdc.cn/x',
			company.sandbox.otherDataCenterUrl,
		]) {
			const { headers } = await new ConcurFisApi().authenticate(credentials(), { url });
			expect(headers?.Authorization).toBe('Bearer a-token');
		}
	});

	it('refuses a geolocation that leads elsewhere', async () => {
		await connect();
		const httpRequest = async () =>
			await Promise.resolve({ statusCode: 200, headers: {}, body: { access_token: 't', geolocation: 'https://evil.example' } });
		const data = { ...stored(), clientId: 'unlike the others' };
		await expect(new ConcurFisApi().preAuthentication.call({ helpers: { httpRequest } } as never, data)).rejects.toThrow(
			'nothing is sent there',
		);
	});
});
