import { Company, cookiesOf, credentials, errorOf, versions } from './company';

describe.each(versions)('a session of %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(() => {
		company = new Company();
	});

	test('starts with two cookies, as B1 writes them, and the facts of the session', async () => {
		const reply = await company.post(path('Login'), credentials);
		expect(reply.status).toBe(200);
		expect(reply.headers['Set-Cookie']).toEqual([
			expect.stringMatching(/^B1SESSION=[0-9a-f-]{36};HttpOnly;$/),
			expect.stringMatching(/^ROUTEID=\.node\d; path=\/b1s$/),
		]);
		const key = version === 'v1' ? 'odata.metadata' : '@odata.context';
		expect(reply.json).toEqual({
			[key]: expect.stringMatching(version === 'v1' ? /#B1Sessions\/@Element$/ : /#B1Sessions\/\$entity$/),
			SessionId: expect.any(String),
			Version: '1000110',
			SessionTimeout: 30,
		});
		expect(reply.text).toContain('"SessionTimeout" : 30');
		expect(reply.headers['OData-Version']).toBeUndefined();
		expect(company.businessOne.sessionsOpen()).toBe(1);
	});

	test.each([23, '23', 'ln_English', null])('takes the language %j', async (Language) => {
		expect((await company.post(path('Login'), { ...credentials, Language })).status).toBe(200);
	});

	test.each([
		['a wrong password', { Password: 'x' }, 401, -304],
		['an unknown user', { UserName: 'nobody' }, 401, -304],
		['a wrong company', { CompanyDB: 'OTHER' }, 401, -306],
		['a name it does not know', { User: 'manager' }, 400, -1000],
		['a name in the wrong case', { companyDB: 'SBODEMO' }, 400, -1000],
	])('is refused for %s', async (_case, change, status, code) => {
		const reply = await company.post(path('Login'), { ...credentials, ...change });
		expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
		expect(reply.headers['Set-Cookie']).toBeUndefined();
		expect(company.businessOne.sessionsOpen()).toBe(0);
	});

	test('is refused to a locked user, and to one too many', async () => {
		company.load({ users: [{ InternalKey: 1, Locked: 'tYES' }] });
		expect(errorOf(await company.post(path('Login'), credentials)).code).toBe(100000055);
		company.load({ users: [{ InternalKey: 1, Locked: 'tNO' }], company: { MaxSessions: 1 } });
		expect((await company.post(path('Login'), credentials)).status).toBe(200);
		expect((await company.post(path('Login'), credentials)).status).toBe(401);
	});

	test('dies of idleness only, by the clock of the sandbox', async () => {
		await company.login();
		company.context.clock.advance(29 * 60_000);
		expect((await company.get(path('Projects'))).status).toBe(200);
		company.context.clock.advance(29 * 60_000);
		expect((await company.get(path('Projects'))).status).toBe(200);
		company.context.clock.advance(31 * 60_000);
		const reply = await company.get(path('Projects'));
		expect(reply.status).toBe(401);
		expect(reply.json).toEqual(
			version === 'v1'
				? { error: { code: 301, message: { lang: 'en-us', value: 'Invalid session or session already timeout.' } } }
				: { error: { code: '301', details: [], message: 'Invalid session or session already timeout.' } },
		);
	});

	test('ends with a logout', async () => {
		await company.login();
		const reply = await company.post(path('Logout'));
		expect([reply.status, reply.text]).toEqual([204, '']);
		expect((await company.get(path('Projects'))).status).toBe(401);
		expect(company.businessOne.sessionsOpen()).toBe(0);
	});

	test('without any cookie is none', async () => {
		expect(errorOf(await company.get(path('Projects'))).code).toBe(301);
	});

	test('goes to another node without ROUTEID, which takes it over without a word', async () => {
		company.businessOne.nodes.change({ nodes: 3 });
		await company.login();
		const first = /node\d/.exec(company.cookies)?.[0];
		const reply = await company.get(path('Projects'), { cookie: company.cookies.split('; ')[0]! });
		expect(reply.status).toBe(200);
		expect(cookiesOf(reply)).toMatch(/^ROUTEID=\.node\d$/);
		expect(cookiesOf(reply)).not.toContain(first);
	});

	test('stays on its node with ROUTEID, unless a fault moves it', async () => {
		await company.login();
		expect((await company.get(path('Projects'))).headers['Set-Cookie']).toBeUndefined();
		company.context.faults.add([{ kind: 'nodeChange' }]);
		const moved = await company.get(path('Projects'));
		expect([moved.status, cookiesOf(moved)]).toEqual([200, expect.stringMatching(/^ROUTEID=/)]);
	});

	test('is lost by faults: as a 401, and as -304 without one', async () => {
		await company.login();
		company.context.faults.add([{ kind: 'sessionExpired' }]);
		expect(errorOf(await company.get(path('Projects'))).code).toBe(301);
		expect((await company.get(path('Projects'))).status).toBe(401);
		await company.login();
		company.context.faults.add([{ kind: 'sessionLost304' }]);
		const lost = await company.get(path('Projects'));
		expect([lost.status, errorOf(lost).code]).toEqual([400, -304]);
		expect((await company.get(path('Projects'))).status).toBe(401);
	});

	test('ids are not given twice, even when the sandbox starts anew', async () => {
		const later = new Company();
		later.context.clock.advance(60_000);
		await company.login();
		await later.login();
		expect(later.cookies).not.toBe(company.cookies);
	});

	test('Expect: 100-continue gets an empty 500', async () => {
		await company.login();
		const reply = await company.get(path('Projects'), { expect: '100-continue' });
		expect([reply.status, reply.text]).toEqual([500, '']);
	});
});

test('ping answers for the load balancer and for nodes', async () => {
	const company = new Company();
	for (const path of ['/ping/', '/ping/load-balancer', '/ping/node/1']) {
		const reply = await company.get(path);
		expect([reply.status, reply.json.message]).toEqual([200, 'pong']);
		expect(reply.json.timestamp).toMatch(/^\d+\.\d+$/);
	}
	const dead = await company.get('/ping/node/9');
	expect([dead.status, dead.json]).toEqual([503, { message: 'Service Unavailable' }]);
});
