import { Company, errorOf, versions } from './company';

describe.each(versions)('writing master data with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('creates, changes, replaces and deletes', async () => {
		const made = await company.post(path('Projects'), { Code: 'N', Name: 'New', ValidFrom: '20240101' });
		expect([made.status, made.json.Active]).toEqual([201, 'tYES']);
		expect(made.headers.Location).toBe(`https://b1.example:50000/b1s/${version}/Projects('N')`);
		expect((await company.send('PATCH', path("Projects('N')"), { Name: 'Newer', Code: 'X' })).status).toBe(204);
		expect((await company.send('MERGE', path("Projects('N')"), { ValidTo: '2024-12-31' })).status).toBe(204);
		expect((await company.get(path("Projects('N')"))).json).toMatchObject({
			Code: 'N',
			Name: 'Newer',
			ValidTo: expect.stringContaining('2024-12-31'),
		});
		expect((await company.post(path("Projects('N')"), { Name: 'Over' }, { 'x-http-method-override': 'PATCH' })).status).toBe(204);
		expect((await company.send('PUT', path("Projects('N')"), { Name: 'Put' })).status).toBe(204);
		expect((await company.get(path("Projects('N')"))).json).toMatchObject({ Code: 'N', Name: 'Put', ValidTo: null });
		expect((await company.send('DELETE', path("Projects('N')"))).status).toBe(204);
		expect((await company.get(path("Projects('N')"))).status).toBe(404);
	});

	test.each<[string, string, string, object, number, number]>([
		['a code that is there', 'POST', 'Projects', { Code: 'P1' }, 400, -2035],
		['a partner that is there', 'POST', 'BusinessPartners', { CardCode: 'E1' }, 400, -10],
		['a partner with an unknown account', 'POST', 'BusinessPartners', { CardCode: 'N', DebitorAccount: '999' }, 400, -5002],
		['an object without its key', 'POST', 'Projects', { Name: 'x' }, 400, -5002],
		['an unknown property', 'POST', 'Projects', { Code: 'N', Colour: 'red' }, 400, -1000],
		['an unknown member', 'POST', 'DistributionRules', { FactorCode: 'N', DistributionRuleLines: [{ Center: 'x' }] }, 400, -1000],
		['a code too long', 'POST', 'ProfitCenters', { CenterCode: '123456789' }, 400, -1000],
		['a change of what is not there', 'PATCH', "Projects('none')", { Name: 'x' }, 404, -2028],
		['a removal of what is not there', 'DELETE', "Projects('none')", {}, 404, -2028],
		['a removal of a dimension', 'DELETE', 'Dimensions(1)', {}, 400, -5006],
		['a new dimension', 'POST', 'Dimensions', { DimensionCode: 6 }, 400, -5006],
		['a write to a whole set', 'PATCH', 'Projects', {}, 405, -1000],
	])('refuses %s', async (_case, method, resource, body, status, code) => {
		const reply = await company.send(method, path(resource), body);
		expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
	});

	test.each(['{', '[]', '"x"', '1'])('refuses the body %s', async (body) => {
		expect(errorOf(await company.post(path('Projects'), body)).code).toBe(-1000);
	});

	test('a cost centre brings its direct distribution rule', async () => {
		await company.post(path('ProfitCenters'), { CenterCode: 'NEW', CenterName: 'n', InWhichDimension: 2 });
		expect((await company.get(path("DistributionRules('NEW')"))).json).toMatchObject({
			InWhichDimension: 2,
			Direct: 'tYES',
			DistributionRuleLines: [{ CenterCode: 'NEW' }],
		});
	});

	test('a cost centre that ends takes its direct rule with it', async () => {
		await company.send('PATCH', path("ProfitCenters('SALES')"), { EffectiveTo: '2024-04-30' });
		const lines = [
			{ AccountCode: '600', Debit: 1, CostingCode: 'SALES' },
			{ AccountCode: '610', Credit: 1 },
		];
		const post = (ReferenceDate: string) => company.post(path('JournalEntries'), { ReferenceDate, JournalEntryLines: lines });
		expect((await post('2024-04-30')).status).toBe(201);
		expect((await post('2024-05-01')).status).toBe(400);
	});

	test('numbers employees itself', async () => {
		const make = () => company.post(path('EmployeesInfo'), { FirstName: 'A', LastName: 'B' });
		expect([(await make()).json.EmployeeID, (await make()).json.EmployeeID]).toEqual([1, 2]);
	});

	test('merges collections by line key, or replaces them', async () => {
		const lines = async () =>
			(await company.get(path("BusinessPartners('E1')"))).json.BPAddresses.map((row: any) => [row.RowNum, row.Street]);
		const patch = (rows: object[], headers = {}) =>
			company.send('PATCH', path("BusinessPartners('E1')"), { BPAddresses: rows }, headers);
		await patch([{ RowNum: 0, Street: 'a' }]);
		await patch([
			{ RowNum: 0, Street: 'b' },
			{ RowNum: 1, Street: 'c' },
		]);
		expect(await lines()).toEqual([
			[0, 'b'],
			[1, 'c'],
		]);
		await patch([{ RowNum: 5, Street: 'd' }], { 'b1s-replacecollectionsonpatch': 'true' });
		expect(await lines()).toEqual([[5, 'd']]);
	});

	test('guards partners with an ETag, and journal entries with none', async () => {
		const { headers } = await company.get(path("BusinessPartners('E1')"));
		expect(headers.ETag).toMatch(/^W\/"[0-9A-F]{40}"$/);
		const patch = (name: string) =>
			company.send('PATCH', path("BusinessPartners('E1')"), { CardName: name }, { 'if-match': String(headers.ETag) });
		expect((await patch('one')).status).toBe(204);
		const late = await patch('two');
		expect([late.status, errorOf(late).code]).toEqual([412, -2039]);
	});

	test('keeps accounts and partners that entries use', async () => {
		await company.post(path('JournalEntries'), {
			JournalEntryLines: [
				{ AccountCode: '600', Debit: 1 },
				{ ShortName: 'E1', Credit: 1 },
			],
		});
		for (const used of ["ChartOfAccounts('600')", "BusinessPartners('E1')"])
			expect((await company.send('DELETE', path(used))).status).toBe(400);
		expect((await company.send('DELETE', path("ChartOfAccounts('610')"))).status).toBe(204);
	});
});
