import { Company, errorOf, versions } from './company';

describe.each(versions)('services of %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;
	const call = (name: string, body?: object) => company.post(path(name), body);
	const value = (json: any) => (version === 'v1' ? json : json.value);

	beforeEach(async () => {
		company = await new Company().login(version);
	});

	test('tell about the company', async () => {
		const admin = (await call('CompanyService_GetAdminInfo')).json;
		expect(admin).toMatchObject({
			LocalCurrency: 'USD',
			SystemCurrency: 'USD',
			EnableBranches: 'tNO',
			TotalsAccuracy: 2,
			CompanyName: expect.any(String),
		});
		expect((await call('CompanyService_GetCompanyInfo')).json).toMatchObject({ Version: 1000110, Localization: 'US' });
		expect((await call('CompanyService_GetPathAdmin')).json.AttachmentsFolderPath).toContain('Attachments');
		expect(value((await call('SBOBobService_GetLocalCurrency')).json)).toBe('USD');
		expect(value((await call('SBOBobService_GetSystemCurrency')).json)).toBe('USD');
	});

	test('answer GET in v2 only, and only where the metadata says function', async () => {
		expect((await company.get(path('CompanyService_GetAdminInfo'))).status).toBe(version === 'v2' ? 200 : 405);
		expect((await company.get(path("SBOBobService_GetCurrencyRate(Currency='EUR',Date='20240515')"))).status).toBe(
			version === 'v2' ? 200 : 405,
		);
		expect((await company.get(path('CompanyService_GetPeriods'))).status).toBe(version === 'v2' ? 200 : 405);
		expect((await company.get(path('CompanyService_GetFinancePeriods'))).status).toBe(405);
	});

	test('give and set exchange rates', async () => {
		const rate = async (day: string, currency = 'EUR') =>
			company.post(path('SBOBobService_GetCurrencyRate'), { Currency: currency, Date: day });
		expect(value((await rate('20240515')).json)).toBe(1.0925);
		expect(errorOf(await rate('20240516'))).toEqual({ code: -4006, text: "Update the exchange rate , 'EUR'" });
		expect((await call('SBOBobService_SetCurrencyRate', { Currency: 'EUR', RateDate: '20240516', Rate: '1.5' })).status).toBe(
			204,
		);
		expect(value((await rate('2024-05-16')).json)).toBe(1.5);
		expect((await rate('20240515', 'XXX')).status).toBe(400);
		expect((await call('SBOBobService_SetCurrencyRate', { Currency: 'EUR', RateDate: '20240516', Rate: '0' })).status).toBe(400);
	});

	test('list posting periods by fiscal year', async () => {
		const years = (await call('CompanyService_GetPeriods')).json.value;
		expect(years).toHaveLength(13);
		const periods = (
			await call('CompanyService_GetFinancePeriods', { PeriodCategoryParams: { AbsoluteEntry: years[9].AbsoluteEntry } })
		).json.value;
		expect(periods).toHaveLength(12);
		expect(periods[4]).toMatchObject({
			PeriodCode: '2024-05',
			PostingDateTo: expect.stringContaining('2024-05-31'),
			PeriodStatus: 'ltUnlocked',
		});
		const one = await call('CompanyService_GetFinancePeriod', {
			FinancePeriodParams: { AbsoluteEntry: String(periods[4].AbsoluteEntry) },
		});
		expect(one.json.PeriodCode).toBe('2024-05');
		expect((await call('CompanyService_GetFinancePeriod', { FinancePeriodParams: { AbsoluteEntry: 1 } })).status).toBe(404);
		expect((await call('CompanyService_GetFinancePeriods', {})).status).toBe(400);
	});

	test('list numbering series', async () => {
		const body = { DocumentTypeParams: { Document: '30' } };
		expect((await call('SeriesService_GetDocumentSeries', body)).json.value).toMatchObject([
			{ NextNumber: 1001, Name: 'Primary' },
		]);
		expect((await call('SeriesService_GetDefaultSeries', body)).json.NextNumber).toBe(1001);
		company.load({ series: [{ SeriesProperty: 17, Locked: 'tYES' }] });
		const entry = {
			JournalEntryLines: [
				{ AccountCode: '600', Debit: 1 },
				{ AccountCode: '610', Credit: 1 },
			],
		};
		expect(errorOf(await call('JournalEntries', entry))).toEqual({
			code: -10,
			text: expect.stringMatching(/^To generate this document/),
		});
	});

	test('refuse what they do not know', async () => {
		expect(errorOf(await call('CompanyService_GetAdminInfo', { X: 1 })).code).toBe(-1000);
		expect(errorOf(await call('CompanyService_UpdateAdminInfo', {})).code).toBe(-5006);
		expect(errorOf(await call('NoService_Get')).code).toBe(-1002);
	});
});

describe('master data and state of the sandbox', () => {
	test('rows that are wrong are told, the others loaded', async () => {
		const company = new Company();
		const result = company.businessOne.loadMasterData({
			accounts: [{ Code: '700', Name: 'x' }, { Code: '701', Colour: 'red' }, { Name: 'no key' }, 5],
			rates: [{ Currency: 'XXX', RateDate: null, Rate: 1 }],
			company: { MemoLenght: 50 },
			things: [],
		});
		expect(result.loaded).toEqual({ accounts: 1 });
		expect(result.rejected.map(({ list, index }) => [list, index])).toEqual([
			['company', 0],
			['accounts', 1],
			['accounts', 2],
			['accounts', 3],
			['rates', 0],
			['things', 0],
		]);
		expect(result.rejected[1]?.reason).toBe("Property 'Colour' of 'ChartOfAccount' is invalid");
	});

	test('a row loaded again keeps what it does not name', async () => {
		const company = await new Company().login();
		company.load({ accounts: [{ Code: '600', FrozenFor: 'tYES' }] });
		expect((await company.get("/b1s/v2/ChartOfAccounts('600')")).json).toMatchObject({ Name: 'Travel', FrozenFor: 'tYES' });
	});

	test('a period that is loaded takes the place of the months a new company has', async () => {
		const company = await new Company().login();
		company.load({
			periods: [
				{ AbsoluteEntry: 1, PeriodCode: '2024', PostingDateFrom: '2024-01-01', PostingDateTo: '2024-12-31', Locked: 'tYES' },
			],
		});
		const post = (day: string) =>
			company.post('/b1s/v2/JournalEntries', {
				ReferenceDate: day,
				JournalEntryLines: [
					{ AccountCode: '600', Debit: 1 },
					{ AccountCode: '610', Credit: 1 },
				],
			});
		expect(errorOf(await post('2024-05-15')).code).toBe(-4013);
		expect((await post('2023-05-15')).status).toBe(201);
	});

	test('the store goes out as JSON and comes back, without its sessions', async () => {
		const company = await new Company().login();
		await company.post('/b1s/v2/UserTablesMD', { TableName: 'REG' });
		await company.post('/b1s/v2/U_REG', { Code: '1' });
		await company.post('/b1s/v2/JournalEntries', {
			JournalEntryLines: [
				{ AccountCode: '600', Debit: 1 },
				{ ShortName: "O'Neil", Credit: 1 },
			],
		});
		const state = JSON.parse(JSON.stringify(company.businessOne.state()));
		const before = company.businessOne.ledger();
		company.businessOne.reset({ demo: false });
		expect(company.businessOne.ledger().entries).toEqual([]);
		company.businessOne.restore(state);
		expect(company.businessOne.ledger()).toEqual(before);
		expect((await company.get('/b1s/v2/U_REG')).status).toBe(401);
		await company.login();
		expect((await company.get("/b1s/v2/U_REG('1')")).status).toBe(200);
		const next = await company.post('/b1s/v2/JournalEntries', {
			JournalEntryLines: [
				{ AccountCode: '600', Debit: 1 },
				{ AccountCode: '610', Credit: 1 },
			],
		});
		expect(next.json).toMatchObject({ JdtNum: 2, Number: 1002 });
	});

	test('the demo company is taken without a refusal, and can be posted to', async () => {
		const company = await new Company({}).login();
		company.businessOne.reset({ demo: true });
		await company.login();
		expect((await company.get('/b1s/v2/BusinessPartners/$count')).text).not.toBe('0');
		expect((await company.get('/b1s/v2/CompanyService_GetAdminInfo')).json.LocalCurrency).toBe('USD');
	});
});
