import { entry, journal, report, wrapped } from '../posting/sample';
import { build, codes, company, period, taxi } from './company';

describe('dates and periods', () => {
	const locked = [period('2024-03', '2024-03-01', '2024-03-31', { open: false }), period('2024-04', '2024-04-01', '2024-04-30')];
	const dateOf = (options: object, context = {}) => build(taxi(), options, null, context).journalEntry?.ReferenceDate;

	test('the posting date rule, its fallbacks, today and a fixed date', () => {
		expect(dateOf({ postingDate: 'submit' })).toBe('2024-03-01');
		expect(dateOf({ postingDate: 'creation' })).toBe('2024-03-01');
		expect(dateOf({ postingDate: 'today' }, { today: '2026-01-02' })).toBe('2026-01-02');
		expect(dateOf({ postingDate: 'fixed', fixedDate: '2025-12-31' })).toBe('2025-12-31');
		expect(codes(build(taxi(), { postingDate: 'creation', postingDateFallback: [] }))).toEqual(['missing-date']);
	});

	test('a locked period is held, failed, or passed over, by the policy', () => {
		const held = build(taxi(), {}, company({ periods: locked }));
		expect([codes(held), held.answer]).toEqual([['period-locked'], 'keepAcknowledged']);
		expect(build(taxi(), { periodPolicy: 'fail' }, company({ periods: locked })).answer).toBe('confirmError');
		const moved = build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: locked }));
		expect(moved.journalEntry!.ReferenceDate).toBe('2024-04-01');
		expect(moved.warnings.map(({ code }) => code)).toEqual(['date-moved']);
	});

	test('no period at all, and none left to move to', () => {
		expect(codes(build(taxi(), {}, company({ periods: [] })))).toEqual(['period-missing']);
		expect(codes(build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: [locked[0]!] })))).toEqual(['period-locked']);
	});

	test('tax and due date have windows of their own', () => {
		const narrow = [period('2024-03', '2024-03-01', '2024-03-31', { taxFrom: '2024-03-02', taxTo: '2024-03-31' })];
		expect(codes(build(taxi(), {}, company({ periods: narrow })))).toEqual(['date-out-of-range']);
		expect(build(taxi(), { periodPolicy: 'nextOpenDay' }, company({ periods: narrow })).journalEntry!.TaxDate).toBe('2024-03-05');
	});
});

describe('currencies', () => {
	const euro = taxi({ employeeCurrencyAlphaCode: 'EUR' });

	test('a document in another currency posts foreign amounts and leaves the rate to B1', () => {
		const lines = build(euro, { companyCurrency: 'USD' }).journalEntry!.JournalEntryLines;
		expect(lines[0]).toMatchObject({ FCCurrency: 'EUR', FCDebit: 10 });
		expect(lines[0]).not.toHaveProperty('Debit');
		expect(lines[1]).toMatchObject({ FCCurrency: 'EUR', FCCredit: 10 });
	});

	const spent = (rate: number, amounts: number[], direction = 'M') => {
		const total = Number(amounts.reduce((sum, amount) => sum + amount, 0).toFixed(2));
		const fields = {
			entryCurrAlphaCode: 'USD',
			entryExchangeRate: rate,
			entryExchangeRateDirection: direction,
			reportEntryTransactionAmount: 99,
		};
		return wrapped(
			report(
				total,
				amounts.map((amount) => entry(amount, journal('TAXI', amount), fields)),
				{ employeeCurrencyAlphaCode: 'EUR' },
			),
		);
	};
	const byDocument = { companyCurrency: 'USD', rateSource: 'document', roundingAccount: '7700' };

	test('the document’s rate gives local amounts, in both directions', () => {
		expect(build(spent(0.8, [8]), byDocument).journalEntry!.JournalEntryLines[0]).toMatchObject({ FCDebit: 8, Debit: 10 });
		expect(build(spent(1.25, [8], 'D'), byDocument).journalEntry!.JournalEntryLines[0]).toMatchObject({ FCDebit: 8, Debit: 10 });
	});

	test('a rounding difference goes to its account within the cap, beyond it to review', () => {
		const amounts = [1.01, 1.01, 1.01];
		const lines = build(spent(0.7, amounts), byDocument).journalEntry!.JournalEntryLines;
		expect(lines.at(-1)).toEqual({ AccountCode: '7700', Debit: 0.01, LineMemo: 'Rounding difference' });
		expect(build(spent(0.7, amounts), byDocument).lines.at(-1)).toMatchObject({ role: 'rounding', account: '7700' });
		expect(codes(build(spent(0.7, amounts), { ...byDocument, roundingCap: '0' }))).toEqual(['rounding-over-cap']);
		expect(codes(build(spent(0.7, amounts), { ...byDocument, roundingAccount: null }))).toEqual(['missing-rounding-account']);
	});

	test('a document without a single rate to the company’s currency is held', () => {
		expect(codes(build(euro, { ...byDocument, companyCurrency: 'GBP' }))).toEqual(['rate-not-in-document']);
	});

	test('the spend currency stays in the memo', () => {
		expect(build(spent(0.8, [8]), { companyCurrency: 'EUR' }).journalEntry!.JournalEntryLines[0]!.LineMemo).toContain('USD 99');
	});

	test('an amount that a JSON number cannot hold is held', () => {
		expect(codes(build(wrapped(report(null, [entry(null, journal('TAXI', '12345678901234.56'))]))))).toEqual(['amount-too-long']);
	});
});
