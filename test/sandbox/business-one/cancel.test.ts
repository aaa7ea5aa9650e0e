import { Company, entry, errorOf } from './company';

describe('cancelling an entry', () => {
	const path = (rest: string) => `/b1s/v2/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login();
	});

	test('posts its reversal, once, with its references', async () => {
		await company.post(path('JournalEntries'), entry({ Reference2: 'key', Memo: 'Trip' }));
		const reply = await company.post(path('JournalEntries(1)/Cancel'));
		expect([reply.status, reply.text]).toEqual([204, '']);
		const reversal = (await company.get(path('JournalEntries(2)'))).json;
		expect(reversal).toMatchObject({ Reference2: 'key', Memo: '(Reversal) Trip', ReferenceDate: '2024-05-15T00:00:00Z' });
		expect(reversal.JournalEntryLines).toMatchObject([
			{ ShortName: '600', Debit: 0, Credit: 100 },
			{ ShortName: 'E1', Debit: 100, Credit: 0 },
		]);
		expect((await company.post(path('JournalEntries(1)/Cancel'))).status).toBe(400);
		expect((await company.post(path('JournalEntries(2)/Cancel'))).status).toBe(400);
		expect(errorOf(await company.post(path('JournalEntries(9)/Cancel'))).code).toBe(-2028);
		expect(errorOf(await company.post(path('JournalEntries(1)/Close'))).code).toBe(-5006);
		expect(company.businessOne.ledger().trialBalance.map(({ debit, credit }) => [debit, credit])).toEqual([
			['100', '100'],
			['100', '100'],
		]);
	});

	test('is dated like the entry, whatever its StornoDate, and stays undone when that period is locked', async () => {
		await company.post(path('JournalEntries'), entry({ UseAutoStorno: 'tYES' }));
		expect((await company.get(path('JournalEntries(1)'))).json.StornoDate).toBe('2024-06-01T00:00:00Z');
		company.load({ periods: [{ PeriodCode: '2024-05', PeriodStatus: 'ltLocked' }] });
		expect(errorOf(await company.post(path('JournalEntries(1)/Cancel'))).code).toBe(-4013);
		company.load({ periods: [{ PeriodCode: '2024-05', PeriodStatus: 'ltUnlocked' }] });
		await company.post(path('JournalEntries(1)/Cancel'));
		expect((await company.get(path('JournalEntries(2)'))).json.ReferenceDate).toBe('2024-05-15T00:00:00Z');
	});

	test('uses negative amounts where the company reverses so', async () => {
		company.load({ company: { UseNegativeAmounts: 'tYES' } });
		await company.post(path('JournalEntries'), entry());
		await company.post(path('JournalEntries(1)/Cancel'));
		expect((await company.get(path('JournalEntries(2)'))).json.JournalEntryLines).toMatchObject([
			{ Debit: -100 },
			{ Credit: -100 },
		]);
	});
});
