import { control, http } from '../concur/client';
import { credentials, refusal, ServiceLayer, versions, written } from './serviceLayer';

const noLogin = 'Fail to NONE-SSO login from SLD.';
const dead = 'Invalid session or session already timeout.';

describe.each(versions)('login and session of %s, as recorded', (version) => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start(version);
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	it.each([
		['a wrong password', { Password: 'x' }, -304],
		['an unknown user', { UserName: 'x' }, -304],
		['an unknown company', { CompanyDB: 'OTHER' }, -306],
	])('%s', async (_case, change, code) => {
		expect(refusal(await b1.login(change))).toEqual([401, written(version, code), noLogin]);
	});

	it('eight logins at once, two of which the login service cannot keep up with', async () => {
		await b1.order('/faults', { kind: 'loginFails', nth: 3, times: 2 });
		const replies = await Promise.all(Array.from({ length: 8 }, () => b1.send('POST', 'Login', credentials)));
		const failed = replies.filter(({ status }) => status !== 200);
		expect(failed.map(refusal)).toEqual(Array(2).fill([500, written(version, 299), 'SAML Login Failed']));
		expect((await b1.login()).status).toBe(200);
	});

	it('the right password refused now and then, in a landscape with single sign-on', async () => {
		await b1.order('/faults', { kind: 'loginFails', code: -304 });
		expect(refusal(await b1.login())).toEqual([401, written(version, -304), noLogin]);
		expect((await b1.login()).status).toBe(200);
	});

	it('a dead and an invented session', async () => {
		await control(b1.sandbox, '/sessions/expire');
		expect(refusal(await b1.get('Projects'))).toEqual([401, written(version, 301), dead]);
		b1.session = 'B1SESSION=0b0b0b0b-0000-11ef-8000-000000000000';
		expect(refusal(await b1.get('Projects'))).toEqual([401, written(version, 301), dead]);
	});

	it('a dead session on the builds that write the body of v2 at v1 too', async () => {
		await b1.masterData({ company: { DeadSessionBody: 'v2' } });
		b1.session = '';
		expect((await b1.get('Projects')).data).toEqual({ error: { code: '301', details: [], message: dead } });
	});

	it('a wrong path', async () => {
		expect(refusal(await b1.get('/b1s/v3/Projects'))).toEqual([401, 301, dead]);
		expect(refusal(await b1.get('/b1s/Projects'))).toEqual([401, 301, dead]);
	});

	it('a session of the other version', async () => {
		const other = version === 'v1' ? 'v2' : 'v1';
		expect((await b1.get(`/b1s/${other}/Projects`)).status).toBe(200);
	});
});

describe('secrets that a server repeats', () => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start('v2');
	});
	afterAll(() => b1.sandbox.stop());

	it('the body of a login', async () => {
		await b1.order('/faults', { system: 'businessOne', kind: 'echo', part: 'body', path: 'Login', status: 401 });
		const reply = await b1.login({ Password: 'not-this-one' });
		expect([reply.status, reply.data.error.message]).toEqual([401, expect.stringContaining('not-this-one')]);
	});

	it('the cookie, in a 500', async () => {
		await b1.login();
		await b1.order('/faults', { system: 'businessOne', kind: 'echo', part: 'cookie' });
		const reply = await b1.get('Projects');
		expect([reply.status, reply.data.error.message]).toEqual([500, expect.stringContaining(b1.session)]);
	});

	it('the bearer, in a 400', async () => {
		await b1.order('/faults', { system: 'concur', kind: 'echo', part: 'authorization' });
		const url = `${b1.sandbox.url}/financialintegration/fi/v4/companies/transactiontypes/expense/transactions`;
		const reply = await http.get(url, { headers: { Authorization: 'Bearer not-this-one' } });
		expect([reply.status, reply.data.message]).toEqual([400, expect.stringContaining('Bearer not-this-one')]);
	});
});
