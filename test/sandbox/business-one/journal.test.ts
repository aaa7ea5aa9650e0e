import { Company, entry, errorOf, versions } from './company';

const line = (changes: object) => ({
	JournalEntryLines: [
		{ AccountCode: '600', Debit: 100, ...changes },
		{ ShortName: 'E1', Credit: 100 },
	],
});

describe.each(versions)('posting a journal entry with %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;
	const post = (body: object) => company.post(path('JournalEntries'), body);

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('fills in what B1 fills in, and gives its number and address', async () => {
		const reply = await post({
			Memo: 'Trip',
			Reference: 'R1',
			JournalEntryLines: [
				{ AccountCode: '600', Debit: '12.50' },
				{ ShortName: 'E1', Credit: 12.5 },
			],
		});
		expect(reply.status).toBe(201);
		const today = version === 'v1' ? '2024-05-15' : '2024-05-15T00:00:00Z';
		expect(reply.json).toMatchObject({
			JdtNum: 1,
			Number: 1001,
			Series: 17,
			ReferenceDate: today,
			DueDate: today,
			TaxDate: today,
			OriginalJournal: 'ttJournalEntry',
		});
		expect(reply.json.JournalEntryLines).toMatchObject([
			{
				Line_ID: 0,
				AccountCode: '600',
				ShortName: '600',
				ContraAccount: 'E1',
				Debit: 12.5,
				Credit: 0,
				DebitSys: 12.5,
				LineMemo: 'Trip',
			},
			{ Line_ID: 1, AccountCode: '211', ShortName: 'E1', ContraAccount: '600', Debit: 0, Credit: 12.5, CreditSys: 12.5 },
		]);
		expect(reply.text).toContain('"Credit" : 0.0');
		expect(reply.headers.Location).toBe(`https://b1.example:50000/b1s/${version}/JournalEntries(1)`);
		expect((await company.get(path('JournalEntries(1)'))).json).toEqual({ ...reply.json });
	});

	test('answers 204 with the address alone when asked', async () => {
		const reply = await company.post(path('JournalEntries'), entry(), { prefer: 'return-no-content' });
		expect([reply.status, reply.text, reply.headers['Preference-Applied']]).toEqual([204, '', 'return-no-content']);
		expect(reply.headers.Location).toMatch(/JournalEntries\(1\)$/);
	});

	test('is found by its references', async () => {
		await post(entry({ Reference2: "p:0'1", Reference3: 'hash', Reference: 'R' }));
		await post(entry({ Reference2: 'p:02' }));
		const found = await company.get(
			path(`JournalEntries?$select=JdtNum&$filter=Reference2 eq 'p:0''1' and Reference3 eq 'hash'`),
		);
		expect(found.json.value).toEqual([{ JdtNum: 1 }]);
	});

	test.each<[string, object]>([
		['a partner beside its control account', line({ AccountCode: '211', ShortName: 'E1' })],
		['another control account for the partner', line({ AccountCode: undefined, ShortName: 'E1', ControlAccount: '212' })],
		['the account in ShortName alone', line({ AccountCode: undefined, ShortName: '610' })],
		['an account frozen at another time', line({ AccountCode: '621' })],
		['rules of their own dimensions', line({ CostingCode: 'SALES', CostingCode2: 'NORTH' })],
		['a project, a tax group and a transaction code', { ...line({ ProjectCode: 'P1', TaxGroup: 'V1' }), TransactionCode: 'EXP' }],
		[
			'negative amounts',
			{
				JournalEntryLines: [
					{ AccountCode: '600', Debit: -5 },
					{ ShortName: 'E1', Credit: -5 },
				],
			},
		],
		['read-only properties, which are passed over', { JdtNum: 77, Number: 5, Original: 3 }],
		['database values of enums', { ReportEU: 'Y' }],
		['lengths up to the limit', { Reference: 'é'.repeat(100), Reference3: 'x'.repeat(100), Memo: 'x'.repeat(254) }],
		['annotations of a reply sent back', { '@odata.context': 'x', 'odata.metadata': 'x' }],
	])('takes %s', async (_case, change) => {
		const reply = await post(entry(change));
		expect([reply.status, reply.json.JdtNum]).toEqual([201, 1]);
	});

	test('goes by the status of the period and by who posts', async () => {
		const may = { PeriodCode: '2024-05' };
		company.load({ periods: [{ ...may, PeriodStatus: 'ltLocked' }] });
		expect(errorOf(await post(entry()))).toEqual({ code: -4013, text: 'Posting period locked; specify an alternative date' });
		company.load({ periods: [{ ...may, PeriodStatus: 'ltUnlockedExceptSales' }] });
		expect((await post(entry())).status).toBe(201);
		company.load({ periods: [{ ...may, PeriodStatus: 'ltPeriodClosing' }] });
		expect((await post(entry())).status).toBe(201);
		company.load({ users: [{ InternalKey: 1, Superuser: 'tNO' }] });
		expect(errorOf(await post(entry())).code).toBe(-4013);
		expect((await post(entry({ ReferenceDate: '2024-06-01' }))).status).toBe(201);
		company.load({ company: { AllowFuturePostingDate: 'tNO' } });
		expect(errorOf(await post(entry({ ReferenceDate: '2024-06-01' }))).text).toContain('[OJDT.RefDate]');
	});

	test('keeps to the older length of Memo where the company has it', async () => {
		company.load({ company: { MemoLength: 50 } });
		expect((await post(entry({ Memo: 'x'.repeat(50) }))).status).toBe(201);
		expect(errorOf(await post(entry({ Memo: 'x'.repeat(51) }))).text).toContain("'Memo'");
	});

	test('asks for an active branch on every line where the company has branches', async () => {
		company.load({
			company: { EnableBranches: 'tYES' },
			branches: [
				{ BPLID: 1, BPLName: 'Main' },
				{ BPLID: 2, Disabled: 'tYES' },
			],
		});
		expect(errorOf(await post(entry()))).toEqual({
			code: -5002,
			text: 'Specify an active branch  [OJDT.BPLId]',
		});
		expect(errorOf(await post(entry(line({ BPLID: 2 })))).code).toBe(-5002);
		const lines = [
			{ AccountCode: '600', Debit: 1, BPLID: 1 },
			{ ShortName: 'E1', Credit: 1, BPLID: 1 },
		];
		expect((await post({ JournalEntryLines: lines })).json.JournalEntryLines[0]).toMatchObject({ BPLID: 1, BPLName: 'Main' });
	});

	test('takes user fields once they are defined, on header and lines', async () => {
		await company.post(path('UserFieldsMD'), { Name: 'Key', Type: 'db_Alpha', Size: 5, TableName: 'OJDT', Description: 'k' });
		await company.post(path('UserFieldsMD'), { Name: 'Qty', Type: 'db_Numeric', TableName: 'JDT1', Description: 'q' });
		const reply = await post(entry({ U_Key: 'abc', ...line({ U_Qty: 3 }) }));
		expect(reply.json).toMatchObject({ U_Key: 'abc', JournalEntryLines: [{ U_Qty: 3 }, { U_Qty: null }] });
		expect((await company.get(path("JournalEntries/$count?$filter=U_Key eq 'abc'"))).text).toBe('1');
		expect(errorOf(await post(entry({ U_Key: 'abcdef' }))).text).toContain("Value too long in property 'U_Key'");
	});

	test('stays within the annual budget where the company blocks more', async () => {
		company.load({
			company: { CalculateBudget: 'tYES', BlockBudget: 'bb_Block' },
			accounts: [{ Code: '600', BudgetAccount: 'tYES' }],
			budgets: [{ Numerator: 1, AccountCode: '600', StartofFiscalYear: '2024-01-01', TotalAnnualBudgetDebitLoc: 150 }],
		});
		expect((await post(entry())).status).toBe(201);
		expect(errorOf(await post(entry())).text).toContain("[JournalEntryLines.AccountCode][line: 1] , '600'");
	});

	test('is not deleted, and changed in its texts only', async () => {
		await post(entry());
		expect(errorOf(await company.send('DELETE', path('JournalEntries(1)'))).code).toBe(-5006);
		expect(errorOf(await company.send('DELETE', path('JournalEntries(9)'))).code).toBe(-2028);
		const change = { Memo: 'new', JournalEntryLines: [{ Line_ID: 1, LineMemo: 'line' }] };
		expect((await company.send('PATCH', path('JournalEntries(1)'), change)).status).toBe(204);
		const { json } = await company.get(path('JournalEntries(1)'));
		expect([json.Memo, json.JournalEntryLines[1].LineMemo, json.JournalEntryLines[0].LineMemo]).toEqual(['new', 'line', null]);
		for (const wrong of [
			{ ReferenceDate: '2024-05-01' },
			{ JournalEntryLines: [{ Line_ID: 0, Debit: 5 }] },
			{ JournalEntryLines: [{ AccountCode: '610', Debit: 5 }] },
		]) {
			expect((await company.send('PATCH', path('JournalEntries(1)'), wrong)).status).toBe(400);
		}
		expect(company.businessOne.ledger().trialBalance).toEqual([
			{ account: '211', name: 'Payables to employees', debit: '0', credit: '100' },
			{ account: '600', name: 'Travel', debit: '100', credit: '0' },
		]);
	});

	test('is parked as a voucher under the same rules, and does not reach the ledger', async () => {
		const voucher = (body: unknown) => company.post(path('JournalVouchersService_Add'), { JournalVoucher: body });
		for (const body of [{ JournalEntry: entry() }, [entry()], [{ JournalEntry: entry() }]]) {
			const reply = await voucher(body);
			expect([reply.status, reply.text]).toEqual([204, '']);
		}
		expect(errorOf(await voucher({ JournalEntry: entry(line({ AccountCode: '999' })) })).code).toBe(-5002);
		expect(company.businessOne.ledger().entries).toEqual([]);
	});
});
