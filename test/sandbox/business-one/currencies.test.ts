import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { Company, entry, errorOf } from './company';

const path = '/b1s/v2/JournalEntries';
const eur = (debit: string, credit = debit) => ({
	JournalEntryLines: [
		{ AccountCode: '600', FCCurrency: 'EUR', FCDebit: debit },
		{ ShortName: 'E1', FCCurrency: 'EUR', FCCredit: credit },
	],
});

describe('foreign currency', () => {
	let company: Company;
	const post = (body: object) => company.post(path, entry(body));

	beforeEach(async () => {
		company = await new Company().login();
	});

	test('is converted by the rate of the posting date', async () => {
		const { json } = await post(eur('10'));
		expect(json.JournalEntryLines).toMatchObject([
			{ FCCurrency: 'EUR', FCDebit: 10, Debit: 10.93 },
			{ FCCurrency: 'EUR', FCCredit: 10, Credit: 10.93 },
		]);
	});

	test('is converted the other way round with indirect rates', async () => {
		company.load({ company: { DirectIndirectRate: 'tNO' } });
		expect((await post(eur('10'))).json.JournalEntryLines[0].Debit).toBe(9.15);
	});

	test('takes local amounts as they are given, and derives foreign ones', async () => {
		const { json } = await post({
			JournalEntryLines: [
				{ AccountCode: '600', FCCurrency: 'EUR', FCDebit: 10, Debit: 11 },
				{ ShortName: 'E1', FCCurrency: 'EUR', FCCredit: 10, Credit: 11 },
			],
		});
		expect(json.JournalEntryLines[0]).toMatchObject({ FCDebit: 10, Debit: 11 });
		const derived = { AccountCode: '600', FCCurrency: 'EUR', Debit: 10.93 };
		expect(
			(await post({ JournalEntryLines: [derived, { ShortName: 'E1', FCCurrency: 'EUR', Credit: 10.93 }] })).json
				.JournalEntryLines[0].FCDebit,
		).toBe(10);
	});

	test.each<[string, object, number, string]>([
		['no rate on the day', { ...eur('10'), ReferenceDate: '2024-05-16' }, -4006, "Update the exchange rate , 'EUR'"],
		[
			'no rate for the currency',
			{
				JournalEntryLines: [
					{ AccountCode: '600', FCCurrency: 'GBP', FCDebit: 1 },
					{ ShortName: 'E1', FCCurrency: 'GBP', FCCredit: 1 },
				],
			},
			-4006,
			"'GBP'",
		],
		['sums that differ', eur('10', '9.99'), -5002, 'Unbalanced Transaction'],
		[
			'lines in local currency beside it',
			{
				JournalEntryLines: [
					{ AccountCode: '600', Debit: 10.93 },
					{ ShortName: 'E1', FCCurrency: 'EUR', FCCredit: 10 },
				],
			},
			-5002,
			'Unbalanced Transaction',
		],
		[
			'an amount without its currency',
			{
				JournalEntryLines: [
					{ AccountCode: '600', FCDebit: 10 },
					{ ShortName: 'E1', Credit: 10 },
				],
			},
			-5002,
			'[JournalEntryLines.FCCurrency][line: 1]',
		],
		['an unknown currency', { JournalEntryLines: [{ AccountCode: '600', FCCurrency: 'XXX', FCDebit: 10 }] }, -5002, "'XXX'"],
		['the local currency', { JournalEntryLines: [{ AccountCode: '600', FCCurrency: 'USD', FCDebit: 10 }] }, -5002, "'USD'"],
		[
			'an account kept in another',
			{ JournalEntryLines: [{ AccountCode: '113', FCCurrency: 'EUR', FCDebit: 10 }] },
			-5002,
			'[JournalEntryLines.FCCurrency][line: 1]',
		],
		['local currency on an account kept in EUR', { JournalEntryLines: [{ AccountCode: '112', Debit: 10 }] }, -5002, "'USD'"],
		[
			'local currency for a partner kept in EUR',
			{ JournalEntryLines: [{ ShortName: 'EEUR', Debit: 10 }] },
			-5002,
			'business partner',
		],
	])('is refused for %s', async (_case, body, code, text) => {
		expect(errorOf(await post(body))).toEqual({ code, text: expect.stringContaining(text) });
	});

	test('may differ beside local lines where the company lets it pass', async () => {
		company.load({ company: { MultiCurrencyCheck: 'cc_NoMessage' } });
		const body = {
			JournalEntryLines: [
				{ AccountCode: '600', Debit: 10.93 },
				{ ShortName: 'E1', FCCurrency: 'EUR', FCCredit: 10 },
			],
		};
		expect((await post(body)).status).toBe(201);
	});

	test('needs the rate of the system currency even for local entries', async () => {
		company.load({ company: { SystemCurrency: 'GBP' } });
		expect(errorOf(await post({}))).toEqual({ code: -4006, text: "Update the exchange rate , 'GBP'" });
		company.load({ rates: [{ Currency: 'GBP', RateDate: null, Rate: 1.25 }] });
		expect((await post({})).json.JournalEntryLines[0]).toMatchObject({ Debit: 100, DebitSys: 80 });
	});

	test('balances to the cent in local currency, whatever the amounts and the rate', async () => {
		const cents = fc.integer({ min: 1, max: 10_000_000 });
		const rate = fc.integer({ min: 1000, max: 5_000_000 }).map((micros) => new Decimal(micros).div(1e6).toFixed());
		await fc.assert(
			fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 12 }), rate, async (parts, value) => {
				company.load({ rates: [{ Currency: 'EUR', RateDate: '2024-05-15', Rate: value }] });
				const text = (sum: number) => new Decimal(sum).div(100).toFixed();
				const lines = parts.map((part) => ({ AccountCode: '600', FCCurrency: 'EUR', FCDebit: text(part) }));
				const total = text(parts.reduce((sum, part) => sum + part, 0));
				const reply = await post({ JournalEntryLines: [...lines, { ShortName: 'E1', FCCurrency: 'EUR', FCCredit: total }] });
				expect(reply.status).toBe(201);
				const sums = reply.json.JournalEntryLines.reduce(
					(sum: Decimal, line: any) => sum.plus(line.Debit).minus(line.Credit),
					new Decimal(0),
				);
				expect(sums.toString()).toBe('0');
				for (const line of reply.json.JournalEntryLines.slice(0, -1)) {
					expect(new Decimal(line.FCDebit).times(value).minus(line.Debit).abs().lte(0.005)).toBe(true);
				}
			}),
			{ numRuns: 60 },
		);
	});

	test('cancels without a trace in either currency', async () => {
		await post(eur('33.33'));
		expect((await company.post(`${path}(1)/Cancel`)).status).toBe(204);
		const { json } = await company.get("/b1s/v2/ChartOfAccounts('600')");
		expect(json.Balance).toBe(0);
		expect((await company.get(`${path}(2)`)).json.JournalEntryLines[0]).toMatchObject({ FCCurrency: 'EUR', FCCredit: 33.33 });
	});
});
