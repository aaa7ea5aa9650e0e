import { connect } from 'node:net';
import { refusal, ServiceLayer, versions, written } from './serviceLayer';

describe.each(versions)('queries of %s, as recorded', (version) => {
	let b1: ServiceLayer;

	beforeAll(async () => {
		b1 = await ServiceLayer.start(version);
	});
	afterAll(() => b1.sandbox.stop());
	beforeEach(() => b1.reset());

	it.each([
		["BusinessPartners?$filter=Nope eq 'x'", 400, 201, "Property 'Nope' is invalid"],
		['BusinessPartners?$filter=CardCode is odd', 400, 201, 'Query string error - Invalid filter condition'],
		["BusinessPartners?$filter=CardCode in ('a')", 400, 201, 'Query string error - Invalid filter condition'],
		[
			'JournalEntries?$expand=JournalEntryLines',
			400,
			201,
			"Cannot expand invalid navigation property 'JournalEntryLines' for entity type 'JournalEntry'",
		],
		['BusinessPartners?$select=1', 400, 201, 'Not supported query string'],
		["BusinessPartners('none')", 404, -2028, 'No matching records found (ODBC -2028)'],
		['U_NONE', 400, -1002, 'Service Not Found'],
	])('%s', async (resource, status, code, text) => {
		expect(refusal(await b1.get(resource))).toEqual([status, written(version, code), text]);
	});

	it.each(['PATCH', 'DELETE'])('%s of a missing key', async (method) => {
		const text = (key: string) => [404, written(version, -2028), `Entity with value(${key}) does not exist`];
		expect(refusal(await b1.send(method, "BusinessPartners('none')", {}))).toEqual(text("'none'"));
		expect(refusal(await b1.send(method, 'JournalEntries(99)', {}))).toEqual(text('99'));
	});

	it('a user table that is registered as an object', async () => {
		await b1.post('UserTablesMD', { TableName: 'OBJ', TableDescription: 'x', TableType: 'bott_MasterData' });
		expect(refusal(await b1.get('U_OBJ'))).toEqual([400, written(version, -1002), 'Service Not Found']);
	});

	it('a page that is just full and the last one has a link to an empty page', async () => {
		for (const Code of ['a', 'b', 'c', 'd']) await b1.post('Projects', { Code, Name: Code });
		const link = version === 'v1' ? 'odata.nextLink' : '@odata.nextLink';
		const query = "Projects?$filter=startswith(Code,'a') or Code eq 'b' or Code eq 'c' or Code eq 'd'";
		const headers = { Prefer: 'odata.maxpagesize=2' };
		const first = await b1.send('GET', query, undefined, headers);
		const next = (reply: { data: Record<string, string> }) => b1.send('GET', absolute(reply.data[link]!), undefined, headers);
		const second = await next(first);
		expect([first, second].map(({ data }) => data.value.length)).toEqual([2, 2]);
		const third = await next(second);
		expect([third.data.value, third.data[link]]).toEqual([[], undefined]);
		const limited = await b1.send('GET', `${query}&$top=2`, undefined, headers);
		expect([limited.data.value.length, limited.data[link]]).toEqual([2, undefined]);
	});

	const absolute = (next: string) => (next.startsWith('/') ? next : b1.path(next));

	it('the next link in the form of the build', async () => {
		const link = version === 'v1' ? 'odata.nextLink' : '@odata.nextLink';
		const next = async () => (await b1.get('ChartOfAccounts?$select=Code')).data[link];
		expect(await next()).toBe(`${version === 'v1' ? '/b1s/v1/' : ''}ChartOfAccounts?$select=Code&$skip=20`);
		await b1.masterData({ company: { NextLink: 'relative' } });
		expect(await next()).toBe('ChartOfAccounts?$select=Code&$skip=20');
	});

	it('$inlinecount and $count, each in its version', async () => {
		const counts = async (option: string) => {
			const { data } = await b1.get(`Dimensions?${option}`);
			return [data['odata.count'], data['@odata.count']];
		};
		expect(await counts('$inlinecount=allpages')).toEqual([version === 'v1' ? '5' : undefined, undefined]);
		expect(await counts('$count=true')).toEqual([undefined, version === 'v1' ? undefined : 5]);
	});

	it('a path with doubled slashes', async () => {
		expect((await b1.get(`//b1s//${version}//Dimensions`)).data.value).toHaveLength(5);
		await b1.post('Projects', { Code: 'a//b', Name: 'Slashes' });
		expect((await b1.get("Projects('a//b')")).data.Name).toBe('Slashes');
	});

	it('an absolute request line', async () => {
		const { host, port, hostname } = new URL(b1.sandbox.url);
		const socket = connect(Number(port), hostname);
		const line = `GET http://${host}${b1.path('Dimensions/$count')} HTTP/1.1`;
		socket.write(`${line}\r\nHost: ${host}\r\nCookie: ${b1.session}; ${b1.route}\r\nConnection: close\r\n\r\n`);
		let text = '';
		for await (const chunk of socket) text += String(chunk);
		expect(text).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n5$/);
	});
});
