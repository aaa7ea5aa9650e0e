import { startSandbox, type Sandbox } from '../../../sandbox';
import { control, fisPath, grantForm, http, refreshWith, tokenCall } from './client';

const hour = 3600_000;
let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.stop());

const read = (token: string, base = sandbox.url) =>
	http.get(`${base}${fisPath}/expense/transactions`, { headers: { Authorization: `Bearer ${token}` } });

describe('the company grant', () => {
	it('gives a token for an hour, a refresh token and the place where the company lives', async () => {
		const { status, data, headers } = await tokenCall(sandbox);
		expect(status).toBe(200);
		expect(data).toMatchObject({ expires_in: '3600', token_type: 'Bearer', scope: 'FISVC', geolocation: sandbox.url });
		expect(headers['concur-correlationid']).toMatch(/^[0-9a-f-]{36}$/);
		expect((await read(data.access_token)).status).toBe(200);
	});

	it('takes the request token again and again for 24 hours, and no longer', async () => {
		expect((await tokenCall(sandbox)).status).toBe(200);
		await control(sandbox, '/clock', { advanceMs: 24 * hour - 60_000 });
		expect((await tokenCall(sandbox)).status).toBe(200);
		await control(sandbox, '/clock', { advanceMs: 120_000 });
		expect(await tokenCall(sandbox)).toMatchObject({ status: 400, data: { code: 5, error: 'invalid_grant' } });
		await control(sandbox, '/concur', { requestToken: 'a-new-one' });
		expect((await tokenCall(sandbox, { password: 'a-new-one' })).status).toBe(200);
	});

	it('answers over TLS with the TLS address', async () => {
		const { Agent } = await import('node:https');
		const httpsAgent = new Agent({ ca: sandbox.certificate });
		const { data } = await http.post(`${sandbox.tlsUrl}/oauth2/v0/token`, grantForm(sandbox), { httpsAgent });
		expect(data.geolocation).toBe(sandbox.tlsUrl);
	});
});

describe('refusals', () => {
	it.each([
		['client id missing', { client_id: null }, 400, 62],
		['client secret missing', { client_secret: null }, 400, 63],
		['grant type missing', { grant_type: null }, 400, 65],
		['client unknown', { client_id: 'nobody' }, 401, 61],
		['client secret wrong', { client_secret: 'wrong' }, 401, 64],
		['grant unknown', { grant_type: 'otp' }, 400, 60],
		['user name missing', { username: null }, 400, 51],
		['password missing', { password: null }, 400, 52],
		['credtype unknown', { credtype: 'token' }, 400, 120],
		['request token wrong', { password: 'wrong' }, 400, 5],
		['company unknown', { username: '00000000-0000-0000-0000-000000000000' }, 400, 5],
		['scope not granted', { scope: 'FISVC receipts.write' }, 400, 54],
		['refresh token missing', { grant_type: 'refresh_token' }, 400, 106],
		['refresh token unknown', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 108],
	])('%s', async (_name, changes, status, code) => {
		const answer = await tokenCall(sandbox, changes as Record<string, string | null>);
		expect({ status: answer.status, code: answer.data.code }).toEqual({ status, code });
		expect(Object.keys(answer.data).sort()).toEqual(['code', 'error', 'error_description', 'geolocation']);
	});

	it.each([
		[{ clientDisabled: true }, 403, 59],
		[{ companyEnabled: false }, 401, 53],
		[{ grants: ['refresh_token'] }, 400, 60],
	])('by setting %j', async (settings, status, code) => {
		await control(sandbox, '/concur', settings);
		expect(await tokenCall(sandbox)).toMatchObject({ status, data: { code } });
	});

	it('sees no fields in a JSON body or in the query', async () => {
		const fields = Object.fromEntries(new URLSearchParams(grantForm(sandbox)));
		expect((await http.post(`${sandbox.url}/oauth2/v0/token`, fields)).data.code).toBe(62);
		expect((await http.post(`${sandbox.url}/oauth2/v0/token?${grantForm(sandbox)}`)).data.code).toBe(62);
	});

	it('by ordered fault, with the code asked for', async () => {
		await control(sandbox, '/faults', { system: 'concur', kind: 'oauthError', code: 14 });
		expect((await tokenCall(sandbox)).data).toMatchObject({ code: 14, error: 'invalid_grant' });
		expect((await tokenCall(sandbox)).status).toBe(200);
	});
});

describe('access tokens', () => {
	it('die after an hour with 401 and a challenge', async () => {
		const { data } = await tokenCall(sandbox);
		await control(sandbox, '/clock', { advanceMs: hour - 5000 });
		expect((await read(data.access_token)).status).toBe(200);
		await control(sandbox, '/clock', { advanceMs: 10_000 });
		const late = await read(data.access_token);
		expect(late.status).toBe(401);
		expect(late.headers['www-authenticate']).toContain('Bearer');
	});

	it('die when the control API says so', async () => {
		const { data } = await tokenCall(sandbox);
		await control(sandbox, '/tokens/expire');
		expect((await read(data.access_token)).status).toBe(401);
		expect((await tokenCall(sandbox, refreshWith(data.refresh_token))).status).toBe(200);
	});

	it('of a user, of an application and without FISVC are refused with 403', async () => {
		const { userName, password } = sandbox.concur;
		const user = await tokenCall(sandbox, { username: userName, password, credtype: 'password' });
		expect((await read(user.data.access_token)).status).toBe(403);
		await control(sandbox, '/concur', { clientCredentialsToken: 'application' });
		const application = await tokenCall(sandbox, { grant_type: 'client_credentials' });
		expect((await read(application.data.access_token)).status).toBe(403);
		await control(sandbox, '/concur', { scopes: ['openid'] });
		expect((await read((await tokenCall(sandbox)).data.access_token)).status).toBe(403);
	});

	it('of the client credentials grant come without a refresh token', async () => {
		const { data } = await tokenCall(sandbox, {
			grant_type: 'client_credentials',
			username: null,
			password: null,
			credtype: null,
		});
		expect(data.refresh_token).toBeUndefined();
		expect((await read(data.access_token)).status).toBe(200);
	});

	it('must be there and well formed', async () => {
		expect((await http.get(`${sandbox.url}${fisPath}/expense/transactions`)).status).toBe(401);
		expect((await read('made-up')).status).toBe(401);
	});
});

describe('refresh tokens', () => {
	it('rotate: the old one dies with the rotation', async () => {
		const first = (await tokenCall(sandbox)).data.refresh_token;
		const second = (await tokenCall(sandbox, refreshWith(first))).data.refresh_token;
		expect(second).not.toBe(first);
		expect(await tokenCall(sandbox, refreshWith(first))).toMatchObject({ status: 400, data: { code: 108 } });
		expect((await tokenCall(sandbox, refreshWith(second))).status).toBe(200);
	});

	it('live on for the grace time where one is set', async () => {
		await control(sandbox, '/concur', { refreshGraceSeconds: 60 });
		const first = (await tokenCall(sandbox)).data.refresh_token;
		await tokenCall(sandbox, refreshWith(first));
		expect((await tokenCall(sandbox, refreshWith(first))).status).toBe(200);
		await control(sandbox, '/clock', { advanceMs: 61_000 });
		expect((await tokenCall(sandbox, refreshWith(first))).data.code).toBe(108);
	});

	it('only one of many refreshes at the same time wins', async () => {
		const first = (await tokenCall(sandbox)).data.refresh_token;
		const answers = await Promise.all(Array.from({ length: 8 }, () => tokenCall(sandbox, refreshWith(first))));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
	});

	it('live six months', async () => {
		const { refresh_token: token } = (await tokenCall(sandbox)).data;
		await control(sandbox, '/concur', { rotateRefreshTokens: false });
		await control(sandbox, '/clock', { advanceMs: 180 * 24 * hour });
		expect((await tokenCall(sandbox, refreshWith(token))).data.refresh_token).toBe(token);
		await control(sandbox, '/clock', { advanceMs: 6 * 24 * hour });
		expect((await tokenCall(sandbox, refreshWith(token))).data.code).toBe(108);
	});

	it('are not taken where the app may not refresh', async () => {
		const { refresh_token: token } = (await tokenCall(sandbox)).data;
		await control(sandbox, '/concur', { refreshAllowed: false });
		expect((await tokenCall(sandbox, refreshWith(token))).data.code).toBe(107);
	});
});

describe('data centers', () => {
	it('the first grant works at the first data center and names the other', async () => {
		await control(sandbox, '/concur', { dataCenter: 'other' });
		const { data } = await tokenCall(sandbox);
		expect(data.geolocation).toBe(sandbox.otherDataCenterUrl);
		expect((await read(data.access_token, sandbox.otherDataCenterUrl)).status).toBe(200);
		expect((await read(data.access_token)).status).toBe(401);
	});

	it('the other one sends away who does not live there', async () => {
		const answer = await tokenCall(sandbox, {}, sandbox.otherDataCenterUrl);
		expect(answer).toMatchObject({ status: 400, data: { code: 16, geolocation: sandbox.url } });
	});

	it('a company that moves is found again by a refresh at the old place, without losing its refresh token', async () => {
		const { access_token: access, refresh_token: refresh } = (await tokenCall(sandbox)).data;
		await control(sandbox, '/concur', { dataCenter: 'other' });
		expect((await read(access)).status).toBe(401);
		const sentAway = await tokenCall(sandbox, refreshWith(refresh));
		expect(sentAway.data).toMatchObject({ code: 16, geolocation: sandbox.otherDataCenterUrl });
		const found = await tokenCall(sandbox, refreshWith(refresh), sentAway.data.geolocation);
		expect(found.status).toBe(200);
		expect((await read(found.data.access_token, found.data.geolocation)).status).toBe(200);
	});

	it('a fault moves the company in the middle of a refresh', async () => {
		const { refresh_token: refresh } = (await tokenCall(sandbox)).data;
		await control(sandbox, '/faults', { system: 'concur', kind: 'dataCenterMoved', path: 'token' });
		expect((await tokenCall(sandbox, refreshWith(refresh))).data.code).toBe(16);
	});
});
