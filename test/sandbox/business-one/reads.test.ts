import { Company, errorOf, versions } from './company';

const many = {
	projects: Array.from({ length: 45 }, (_, index) => ({
		Code: `Q${String(index).padStart(2, '0')}`,
		Name: `Project ${index}`,
		ValidFrom: '2024-01-31',
	})),
};

describe.each(versions)('reading with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	const linkKey = version === 'v1' ? 'odata.nextLink' : '@odata.nextLink';
	const countKey = version === 'v1' ? 'odata.count' : '@odata.count';
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
		company.load(many);
	});

	async function all(first: string, headers = {}): Promise<{ codes: string[]; links: string[]; sizes: number[] }> {
		const links: string[] = [];
		const codes: string[] = [];
		const sizes: number[] = [];
		for (let next: string | undefined = path(first); next !== undefined && links.length < 20; ) {
			const { json }: { json: any } = await company.get(next.startsWith('/') ? next : path(next), headers);
			codes.push(...json.value.map((row: any) => row.Code));
			sizes.push(json.value.length);
			next = json[linkKey];
			if (next !== undefined) links.push(next);
		}
		return { codes, links, sizes };
	}

	test('comes in pages of 20 with links to the next, absolute in v1 and relative in v2', async () => {
		const { codes, links, sizes } = await all('Projects?$select=Code');
		expect(sizes).toEqual([20, 20, 8]);
		expect(new Set(codes).size).toBe(48);
		const root = version === 'v1' ? '/b1s/v1/' : '';
		expect(links).toEqual([`${root}Projects?$select=Code&$skip=20`, `${root}Projects?$select=Code&$skip=40`]);
	});

	test('keeps the filter in the link, unless a fault drops it', async () => {
		const query = `Projects?$filter=${encodeURIComponent("startswith(Code,'Q') and Name ne 'a&b'")}`;
		expect((await all(query)).codes).toHaveLength(45);
		company.context.faults.add([{ kind: 'nextLinkWithoutFilter' }]);
		await company.get(path("Projects('P1')"));
		expect((await company.get(path(query))).json[linkKey]).toMatch(/^(\/b1s\/v1\/)?Projects\?\$skip=20$/);
		company.context.faults.clear();
		company.context.faults.add([{ kind: 'relativeNextLink' }]);
		expect((await company.get(path(query))).json[linkKey]).toMatch(/^Projects\?\$filter=.*&\$skip=20$/);
	});

	test.each([
		['absolute', path('Projects?$select=Code&$skip=20')],
		['relative', 'Projects?$select=Code&$skip=20'],
		['full', `https://b1.example:50000${path('Projects?$select=Code&$skip=20')}`],
	])('links in the %s form where the company asks for it', async (NextLink, link) => {
		company.load({ company: { NextLink } });
		expect((await company.get(path('Projects?$select=Code'))).json[linkKey]).toBe(link);
	});

	test.each([
		['Prefer', { prefer: 'odata.maxpagesize=30' }, [30, 18], 'odata.maxpagesize=30'],
		['Prefer 0', { prefer: 'odata.maxpagesize=0' }, [48], 'odata.maxpagesize=0'],
		['B1S-PageSize', { 'b1s-pagesize': '25' }, [25, 23], undefined],
		['B1S-PageSize 0', { 'b1s-pagesize': '0' }, [48], undefined],
	])('takes its page size from %s', async (_name, headers, sizes, applied) => {
		expect((await all('Projects?$select=Code', headers)).sizes).toEqual(sizes);
		expect((await company.get(path('Projects'), headers as any)).headers['Preference-Applied']).toBe(applied);
	});

	test('$top within a page ends there, beyond a page goes on, and $skip counts first', async () => {
		expect(await all('Projects?$top=20')).toMatchObject({ sizes: [20], links: [] });
		expect((await all('Projects?$top=25&$select=Code')).sizes).toEqual([20, 5]);
		const { codes } = await all("Projects?$skip=2&$top=3&$orderby=Code desc&$filter=startswith(Code,'Q')");
		expect(codes).toEqual(['Q42', 'Q41', 'Q40']);
	});

	test('counts as its version does', async () => {
		const bare = await company.get(path("Projects/$count?$filter=startswith(Code,'Q')"));
		expect([bare.text, bare.headers['Content-Type']]).toEqual(['45', 'text/plain;charset=utf-8']);
		const query = version === 'v1' ? '$inlinecount=allpages' : '$count=true';
		const reply = await company.get(path(`Projects?${query}&$filter=startswith(Code,'Q')`));
		expect(reply.json[countKey]).toBe(version === 'v1' ? '45' : 45);
	});

	test('writes dates and headers as its version does', async () => {
		const reply = await company.get(path("Projects('Q01')"));
		expect(reply.json.ValidFrom).toBe(version === 'v1' ? '2024-01-31' : '2024-01-31T00:00:00Z');
		expect(reply.headers['Content-Type']).toMatch(version === 'v1' ? /odata=minimalmetadata/ : /odata\.metadata=minimal/);
		expect(reply.headers[version === 'v1' ? 'DataServiceVersion' : 'OData-Version']).toBe(version === 'v1' ? '3.0' : '4.0');
		expect(reply.text).toContain('\t"Code" : "Q01",\n\t"Name" : "Project 1",');
	});

	test('finds one object by every way to write its key', async () => {
		for (const key of ["('P1')", "(Code='P1')", '(%27P1%27)'])
			expect((await company.get(path(`Projects${key}`))).json.Name).toBe('One');
		expect((await company.get(path("BusinessPartners('O''Neil')"))).json.CardCode).toBe("O'Neil");
		expect((await company.get(path("BusinessPartners('O%27%27Neil')"))).json.CardCode).toBe("O'Neil");
		expect((await company.get(path('Dimensions(1)'))).json.DimensionCode).toBe(1);
	});

	test.each([
		["Projects('none')", 404, -2028],
		['Projects(P1)', 400, -1000],
		['Projects(5)', 400, -1000],
		["Dimensions('1')x", 400, 200],
		["BusinessPartners('O'Neil')", 400, -1000],
		["Projects(Name='P1')", 400, -1000],
		["UserFieldsMD('OJDT')", 400, -1000],
		['Nowhere', 400, -1002],
		["Projects('P1')/Nowhere", 400, 200],
		['Projects/Nowhere', 400, 200],
		['Projects?$select=Nope', 400, 201],
		['Projects?$orderby=Nope', 400, 201],
		['Projects?$filter=Nope eq 1', 400, 201],
		['Projects?$filter=', 400, 201],
		['Projects?$top=-1', 400, 201],
		['Projects?$top=x', 400, 201],
		['Projects?$search=x', 400, 201],
		['JournalEntries?$expand=JournalEntryLines', 400, 201],
		['$crossjoin(Projects,Dimensions)', 400, 201],
	])('refuses %s', async (resource, status, code) => {
		const reply = await company.get(path(resource));
		expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
	});

	test('names an unknown property', async () => {
		expect(errorOf(await company.get(path('Projects?$select=Nope'))).text).toBe("Property 'Nope' is invalid");
	});

	test('gives a property, and its raw value', async () => {
		expect((await company.get(path("Projects('P1')/Name"))).json).toEqual({ value: 'One' });
		expect((await company.get(path("Projects('P1')/Name/$value"))).text).toBe('One');
	});

	test('selects properties and members of collections', async () => {
		const { json } = await company.get(path("DistributionRules('SALES')?$select=FactorCode,DistributionRuleLines/CenterCode"));
		expect(json).toMatchObject({ FactorCode: 'SALES', DistributionRuleLines: [{ CenterCode: 'SALES' }] });
		expect(Object.keys(json.DistributionRuleLines[0])).toEqual(['CenterCode']);
		expect(Object.keys((await company.get(path("Projects('P1')?$select=*"))).json)).toContain('ValidFrom');
	});

	test('compares without case only when asked', async () => {
		const query = path("Projects/$count?$filter=Name eq 'ONE'");
		expect((await company.get(query)).text).toBe('0');
		expect((await company.get(query, { 'b1s-caseinsensitive': 'true' })).text).toBe('1');
	});

	test('adds up with $apply', async () => {
		const { json } = await company.get(
			path('DistributionRules?$apply=groupby((InWhichDimension),aggregate(TotalFactor with sum as Total,$count as Rules))'),
		);
		expect(json.value).toContainEqual({ InWhichDimension: 1, Total: 300, Rules: 3 });
	});

	test('answers a known set that it does not simulate with nothing, and refuses to write there', async () => {
		expect((await company.get(path('Invoices?$filter=DocEntry eq 1&$select=DocEntry&$orderby=DocEntry'))).json.value).toEqual([]);
		expect((await company.get(path('Invoices?$filter=DocEntry in (1)'))).status).toBe(400);
		expect((await company.get(path('Invoices(1)'))).status).toBe(404);
		expect(errorOf(await company.post(path('Invoices'), { DocEntry: 1 })).code).toBe(-5006);
	});

	test('never shows a password', async () => {
		expect((await company.get(path('Users(1)'))).json).toMatchObject({ UserCode: 'manager', UserPassword: null });
	});

	test('compresses for those who ask', async () => {
		const reply = await company.get(path('Projects'), { 'accept-encoding': 'gzip, deflate' });
		expect([reply.headers['Content-Encoding'], reply.bytes.subarray(0, 2).toString('hex')]).toEqual(['gzip', '1f8b']);
	});

	test('describes itself', async () => {
		await company.post(path('UserTablesMD'), { TableName: 'REG', TableDescription: 'r' });
		const { text } = await company.get(path('$metadata'));
		expect(text).toContain('<EntityType Name="JournalEntry" OpenType="true"><Key><PropertyRef Name="JdtNum"/></Key>');
		expect(text).toContain('<EntitySet Name="U_REG" EntityType="SAPB1.U_REG"/>');
		expect(text).toContain(version === 'v1' ? 'Type="Edm.DateTime"' : 'Type="Edm.DateTimeOffset"');
		expect((await company.get(path(''))).json.value).toContainEqual({ name: 'U_REG', kind: 'EntitySet', url: 'U_REG' });
	});

	test('a request line beyond 8190 bytes is not read at all', async () => {
		const reply = await company.get(path(`Projects?$filter=Code eq '${'x'.repeat(8300)}'`));
		expect([reply.status, reply.text.includes('<html>')]).toEqual([414, true]);
	});
});
