import { batchBody, batchHeaders, batchStatus, partsOf, type Part } from './batchBody';
import { Company, entry, errorOf, versions } from './company';

describe.each(versions)('$batch with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;
	const send = (parts: (Part | Part[])[]) => company.post(path('$batch'), batchBody(parts), batchHeaders);
	const posting = (contentId: string, body: object = entry()): Part => ({
		method: 'POST',
		url: path('JournalEntries'),
		body,
		contentId,
	});

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('answers reads and change sets in order, in the form of its version', async () => {
		const reply = await send([
			{ method: 'GET', url: path("Projects('P1')") },
			[posting('7')],
			{ method: 'GET', url: 'JournalEntries(1)?$select=Memo' },
		]);
		expect(reply.status).toBe(batchStatus[version]);
		expect(reply.headers['Content-Type']).toMatch(/^multipart\/mixed;boundary=batchresponse_[0-9a-f-]{36}$/);
		expect(reply.text).toMatch(/boundary=changesetresponse_[0-9a-f-]{36}\r\n/);
		// Clients that cut at empty lines rely on the line feed that ends a JSON body.
		expect(reply.text).toMatch(/}\n\r\n--changesetresponse/);
		expect(reply.headers[version === 'v1' ? 'DataServiceVersion' : 'OData-Version']).toBeDefined();
		expect(reply.text).not.toMatch(/[^\r]\n--/);
		const parts = partsOf(reply);
		expect(parts.map(({ status, nested }) => [status, nested])).toEqual([
			[200, false],
			[201, true],
			[200, false],
		]);
		expect(parts[1]).toMatchObject({
			contentId: '7',
			location: `https://b1.example:50000/b1s/${version}/JournalEntries(1)`,
			json: { JdtNum: 1 },
		});
		expect(company.context.counters.get('batchParts')).toBe(3);
	});

	test('undoes a change set wholly when one of it fails, and tells with one plain part', async () => {
		const wrong = entry({ JournalEntryLines: [{ AccountCode: '999', Debit: 1 }] });
		const reply = await send([[posting('1'), posting('2', wrong), posting('3')]]);
		const parts = partsOf(reply);
		expect(parts).toHaveLength(1);
		expect(parts[0]).toMatchObject({ status: 400, nested: false });
		expect(parts[0]?.contentId).toBe('2');
		const { error } = parts[0]?.json;
		expect(version === 'v1' ? [error.code, error.innererror] : error.code).toEqual(
			version === 'v1' ? [-5002, { context: null, trace: null }] : '-5002',
		);
		expect(company.businessOne.ledger().entries).toEqual([]);
		expect((await company.get(path("ChartOfAccounts('600')"))).json.Balance).toBe(0);
		expect((await company.post(path('JournalEntries'), entry())).json).toMatchObject({ JdtNum: 1, Number: 1001 });
	});

	test('keeps change sets before a failing one, and stops there', async () => {
		const wrong = entry({ ReferenceDate: '2010-01-01' });
		const parts = partsOf(
			await send([[posting('1')], [posting('1', wrong)], [posting('1')], { method: 'GET', url: 'Projects' }]),
		);
		expect(parts.map((part) => part.status)).toEqual([201, 400]);
		expect(company.businessOne.ledger().entries).toHaveLength(1);
	});

	test('stops at a read that fails', async () => {
		const parts = partsOf(await send([{ method: 'GET', url: "Projects('none')" }, [posting('1')]]));
		expect(parts.map((part) => part.status)).toEqual([404]);
		expect(company.businessOne.ledger().entries).toEqual([]);
	});

	test('resolves references to what the change set made', async () => {
		const parts = partsOf(
			await send([
				[
					posting('a'),
					{ method: 'PATCH', url: path('$a'), body: { Memo: 'later' }, contentId: 'b' },
					{ method: 'POST', url: '$a/Cancel', contentId: 'c' },
				],
			]),
		);
		expect(parts.map((part) => [part.status, part.contentId])).toEqual([
			[201, 'a'],
			[204, 'b'],
			[204, 'c'],
		]);
		expect((await company.get(path('JournalEntries(2)'))).json.Memo).toBe('(Reversal) later');
		const lost = partsOf(await send([[posting('a'), { method: 'PATCH', url: '$z', body: {}, contentId: 'b' }]]));
		expect(lost.map((part) => part.status)).toEqual([400]);
	});

	test('takes part in headers of its own: overrides, preferences, options of the whole', async () => {
		company.load({ projects: [{ Code: 'P9', Name: 'x' }] });
		const parts = partsOf(
			await send([
				[
					{
						method: 'POST',
						url: "Projects('P9')",
						body: { Name: 'y' },
						headers: { 'X-HTTP-Method-Override': 'PATCH' },
						contentId: '1',
					},
					{ ...posting('2'), headers: { Prefer: 'return-no-content', 'Content-Type': 'application/json' } },
				],
			]),
		);
		expect(parts.map((part) => [part.status, part.json])).toEqual([
			[204, undefined],
			[204, undefined],
		]);
		expect((await company.get(path("Projects('P9')/Name"))).json.value).toBe('y');
	});

	test('asks for Content-ID in a change set in v2 only', async () => {
		const { contentId: _, ...nameless } = posting('1');
		const reply = await send([[nameless]]);
		if (version === 'v1') expect(partsOf(reply).map((part) => part.status)).toEqual([201]);
		else expect([reply.status, errorOf(reply).code]).toEqual([400, 244]);
		expect(company.businessOne.ledger().entries).toHaveLength(version === 'v1' ? 1 : 0);
	});

	test('has no reads and no repeated Content-ID in a change set', async () => {
		expect(
			partsOf(await send([[posting('1'), { method: 'GET', url: 'Projects', contentId: '2' }]])).map((part) => part.status),
		).toEqual([400]);
		expect(partsOf(await send([[posting('1'), posting('1')]])).map((part) => part.status)).toEqual([400]);
		expect(company.businessOne.ledger().entries).toEqual([]);
	});

	test.each<[string, string]>([
		['nothing', ''],
		['no closing delimiter', batchBody([{ method: 'GET', url: 'Projects' }]).replace('--batch_1--', '')],
		['another boundary', batchBody([{ method: 'GET', url: 'Projects' }], 'other')],
		['line feeds alone', batchBody([{ method: 'GET', url: 'Projects' }]).replaceAll('\r\n', '\n')],
		[
			'one blank line after a GET',
			batchBody([{ method: 'GET', url: 'Projects' }]).replace('GET Projects\r\n\r\n\r\n', 'GET Projects\r\n\r\n'),
		],
		['no request line', batchBody([{ method: 'GET', url: 'Projects' }]).replace('GET Projects', '')],
		['another content type', batchBody([{ method: 'GET', url: 'Projects' }]).replace('application/http', 'application/json')],
		['a change set in a change set', batchBody([[posting('1')]]).replace('application/http', 'multipart/mixed;boundary=x')],
	])('refuses a body with %s', async (_case, body) => {
		const reply = await company.post(path('$batch'), body, batchHeaders);
		expect([reply.status, errorOf(reply)]).toEqual([400, { code: -1000, text: 'Incomplete Batch Request Body!' }]);
		if (version === 'v1') expect(reply.json.error.innererror).toEqual({ context: null, trace: null });
		expect(company.businessOne.ledger().entries).toEqual([]);
	});

	test('takes a quoted boundary, a preamble, HTTP/1.1 and full addresses', async () => {
		const body = batchBody([
			{
				method: 'GET',
				url: `https://b1.example:50000/b1s/${version}/Projects('P1') HTTP/1.1`,
				headers: { Accept: 'application/json' },
			},
		]);
		const reply = await company.post(path('$batch'), `hello\r\n${body}`, {
			'content-type': 'multipart/mixed; boundary="batch_1"',
		});
		expect(partsOf(reply)).toMatchObject([{ status: 200, json: { Code: 'P1' } }]);
	});

	test('reads what .NET clients write: quoted inner boundary, msgtype, their own headers, full addresses', async () => {
		const crlf = '\r\n';
		const url = (rest: string) => `https://b1.example:50000/b1s/${version}/${rest}`;
		const part = (id: number, method: string, rest: string, body: object) =>
			[
				'--changeset_9',
				'Content-Type: application/http; msgtype=request',
				'content-transfer-encoding: binary',
				`Content-ID: ${id}`,
				'',
				`${method} ${url(rest)} HTTP/1.1`,
				'Host: b1.example:50000',
				'OData-Version: 4.0',
				'Content-Type: application/json; charset=utf-8',
				'cookie: B1SESSION=other;HttpOnly;',
				'',
				JSON.stringify(body),
			].join(crlf);
		const body = [
			'--batch_1',
			'Content-Type: multipart/mixed; boundary="changeset_9"',
			'',
			part(4, 'PATCH', "BusinessPartners('E1')", { '@odata.type': '#SAPB1.BusinessPartner', CardName: 'Updated' }),
			part(5, 'POST', 'JournalEntries', entry()),
			'--changeset_9--',
			'',
			'--batch_1',
			'Content-Type: application/http',
			'Content-Transfer-Encoding: binary',
			'',
			`GET ${url("BusinessPartners('E1')?$select=CardName")} HTTP/1.1`,
			'Accept: application/json;odata.metadata=minimal;',
			'',
			'',
			'--batch_1--',
			'',
		].join(crlf);
		const parts = partsOf(await company.post(path('$batch'), body, batchHeaders));
		expect(parts.map((reply) => [reply.status, reply.contentId])).toEqual([
			[204, '4'],
			[201, '5'],
			[200, undefined],
		]);
		expect(parts[2]?.json.CardName).toBe('Updated');
	});

	test('posts entry and register row once only: the second set of the same key leaves no entry', async () => {
		await company.post(path('UserTablesMD'), { TableName: 'REG', TableDescription: 'Register', TableType: 'bott_NoObject' });
		const set = [posting('1'), { method: 'POST', url: path('U_REG'), body: { Code: 'c:1' }, contentId: '2' }];
		expect(partsOf(await send([set])).map((part) => part.status)).toEqual([201, 201]);
		const [second, ...more] = partsOf(await send([set]));
		expect([second?.status, Number(second?.json.error.code), more.length]).toEqual([400, -2035, 0]);
		expect(company.businessOne.ledger().entries).toHaveLength(1);
	});

	test('a structure made in a change set that fails stays: it commits on its own', async () => {
		const wrong = posting('2', entry({ ReferenceDate: '2010-01-01' }));
		await send([[{ method: 'POST', url: 'UserTablesMD', body: { TableName: 'REG' }, contentId: '1' }, wrong]]);
		expect((await company.get(path("UserTablesMD('REG')"))).status).toBe(200);
	});
});
