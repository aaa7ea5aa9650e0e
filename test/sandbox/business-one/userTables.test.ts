import { Company, errorOf, versions } from './company';

describe.each(versions)('user tables, fields and keys with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;
	const table = (body: object = {}) =>
		company.post(path('UserTablesMD'), { TableName: 'reg', TableDescription: 'Register', TableType: 'bott_NoObject', ...body });
	const field = (body: object = {}) =>
		company.post(path('UserFieldsMD'), { TableName: '@REG', Name: 'Hash', Description: 'h', Type: 'db_Alpha', Size: 8, ...body });

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('are made, used under U_ and removed', async () => {
		expect((await table()).json.TableName).toBe('REG');
		expect((await field()).headers.Location).toMatch(/UserFieldsMD\(TableName='%40REG',FieldID=0\)$/);
		const reply = await company.post(path('U_REG'), { Code: "k'1", U_Hash: 'abc' });
		expect([reply.status, reply.json.Name]).toEqual([201, "k'1"]);
		expect((await company.get(path("U_REG('k''1')"))).json.U_Hash).toBe('abc');
		expect((await company.send('PATCH', path("U_REG('k''1')"), { U_Hash: 'def' })).status).toBe(204);
		expect((await company.get(path("U_REG?$filter=U_Hash eq 'def'"))).json.value).toHaveLength(1);
		expect((await company.send('DELETE', path("U_REG('k''1')"))).status).toBe(204);
		expect((await company.get(path('U_REG/$count'))).text).toBe('0');
		expect((await company.send('DELETE', path("UserTablesMD('REG')"))).status).toBe(204);
		expect(errorOf(await company.get(path('U_REG'))).code).toBe(-1002);
		expect((await company.get(path('UserFieldsMD/$count'))).text).toBe('0');
	});

	test('are not found without the prefix', async () => {
		await table();
		expect(errorOf(await company.get(path('REG')))).toEqual({ code: -1002, text: 'Service Not Found' });
	});

	test('refuse a second of the same name', async () => {
		await table();
		await field();
		for (const again of [await table({ TableName: 'REG' }), await field({ Name: 'hash' })])
			expect(errorOf(again).code).toBe(-2035);
	});

	test('refuse rows that repeat Code, Name or a unique key', async () => {
		await table();
		await field();
		const key = await company.post(path('UserKeysMD'), {
			TableName: '@REG',
			KeyName: 'HASH',
			Unique: 'tYES',
			UserKeysMD_Elements: [{ ColumnAlias: 'Hash' }],
		});
		expect([key.status, key.json.KeyIndex]).toEqual([201, 0]);
		await company.post(path('U_REG'), { Code: '1', Name: 'n', U_Hash: 'a' });
		for (const body of [{ Code: '1' }, { Code: '2', Name: 'n' }, { Code: '3', U_Hash: 'a' }]) {
			const reply = await company.post(path('U_REG'), body);
			expect([reply.status, errorOf(reply)]).toEqual([
				400,
				{ code: -2035, text: 'This entry already exists in the following tables (ODBC -2035)' },
			]);
		}
		await company.post(path('U_REG'), { Code: '4' });
		expect((await company.post(path('U_REG'), { Code: '5' })).status).toBe(201);
		expect(errorOf(await company.send('PATCH', path("U_REG('5')"), { U_Hash: 'a' })).code).toBe(-2035);
	});

	test('a unique key over a field of journal entries holds too', async () => {
		await company.post(path('UserFieldsMD'), { TableName: 'OJDT', Name: 'Key', Type: 'db_Alpha', Size: 20 });
		await company.post(path('UserKeysMD'), {
			TableName: 'OJDT',
			KeyName: 'K',
			Unique: 'tYES',
			UserKeysMD_Elements: [{ ColumnAlias: 'Key' }],
		});
		const post = () =>
			company.post(path('JournalEntries'), {
				U_Key: 'x',
				JournalEntryLines: [
					{ AccountCode: '600', Debit: 1 },
					{ AccountCode: '610', Credit: 1 },
				],
			});
		expect((await post()).status).toBe(201);
		expect(errorOf(await post()).code).toBe(-2035);
		expect(company.businessOne.ledger().entries).toHaveLength(1);
	});

	test('one of two posts of the same Code at once wins', async () => {
		await table();
		const replies = await Promise.all(Array.from({ length: 8 }, () => company.post(path('U_REG'), { Code: 'k' })));
		expect(replies.map((reply) => reply.status).sort()).toEqual([201, 400, 400, 400, 400, 400, 400, 400]);
	});

	test('number their rows where the table does', async () => {
		await table({ TableType: 'bott_NoObjectAutoIncrement' });
		expect((await company.post(path('U_REG'), {})).json.Code).toBe('1');
		expect((await company.post(path('U_REG'), {})).json.Code).toBe('2');
	});

	test('have an endpoint for tables without an object only, once it is visible', async () => {
		await table({ TableType: 'bott_MasterData' });
		expect(errorOf(await company.get(path('U_REG'))).code).toBe(-1002);
		company.load({ company: { UserTablesVisibleAfterMs: 60_000 } });
		await table({ TableName: 'LATE' });
		expect((await company.get(path("UserTablesMD('LATE')"))).status).toBe(200);
		expect(errorOf(await company.post(path('U_LATE'), { Code: '1' })).code).toBe(-1002);
		company.context.clock.advance(61_000);
		expect((await company.post(path('U_LATE'), { Code: '1' })).status).toBe(201);
	});

	test('keep to the type, length, values and duty of a field', async () => {
		await table();
		await field();
		await field({ Name: 'Kind', Mandatory: 'tYES', ValidValuesMD: [{ Value: 'A', Description: 'a' }] });
		await field({ Name: 'Day', Type: 'db_Date' });
		await field({ Name: 'Sum', Type: 'db_Float', SubType: 'st_Sum' });
		await field({ Name: 'Text', Type: 'db_Memo' });
		const row = { Code: '1', U_Kind: 'A', U_Day: '20240229', U_Sum: '1.50', U_Text: 'x'.repeat(5000) };
		expect((await company.post(path('U_REG'), row)).json).toMatchObject({
			U_Day: version === 'v1' ? '2024-02-29' : '2024-02-29T00:00:00Z',
			U_Sum: 1.5,
		});
		for (const wrong of [
			{ U_Kind: 'B' },
			{ U_Kind: null },
			{ U_Hash: 'x'.repeat(9) },
			{ U_Sum: 'x' },
			{ U_Day: 'x' },
			{ U_None: 1 },
			{ Code: 'x'.repeat(51) },
		]) {
			expect((await company.post(path('U_REG'), { ...row, Code: '2', ...wrong })).status).toBe(400);
		}
	});

	test.each([
		['a field of a table that is not there', 'UserFieldsMD', { TableName: '@NONE', Name: 'x' }],
		['a field named with a blank', 'UserFieldsMD', { TableName: 'OJDT', Name: 'a b' }],
		['a field too long', 'UserFieldsMD', { TableName: 'OJDT', Name: 'x', Size: 300 }],
		['a table named with @', 'UserTablesMD', { TableName: '@REG' }],
		['a table of an unknown kind', 'UserTablesMD', { TableName: 'REG', TableType: 'table' }],
		['a key over no field', 'UserKeysMD', { TableName: 'OJDT', KeyName: 'k', UserKeysMD_Elements: [{ ColumnAlias: 'None' }] }],
		['a key without columns', 'UserKeysMD', { TableName: 'OJDT', KeyName: 'k' }],
	])('refuse %s', async (_case, set, body) => {
		expect((await company.post(path(set), body)).status).toBe(400);
	});
});
