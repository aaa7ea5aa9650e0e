/** In which currency Concur is told of payments: ISO codes, whatever B1 calls its currencies. */
import { dueOf, PaymentBooks } from './paymentBooks';

const books = new PaymentBooks().use();

const table = (isoCodes: Record<string, string>, local: string | null = null) => ({
	isoCodes: new Map(Object.entries(isoCodes)),
	local,
});

describe('a company whose local currency B1 calls $, without a code for documents', () => {
	beforeEach(
		async () =>
			await books.load({ company: { LocalCurrency: '$', SystemCurrency: '$' }, currencies: [{ Code: '$', Name: 'Dollar' }] }),
	);

	const paid = async (): Promise<{ jdtNum: number; docEntry: number }> => {
		const jdtNum = await books.owes(60.7);
		return { jdtNum, docEntry: await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 60.7 }) };
	};

	it.each([
		['the currency table', table({ $: 'USD' }), 'USD'],
		['the currency table before Local Currency', table({ $: 'USD' }, 'CAD'), 'USD'],
		['Local Currency', table({}, 'USD'), 'USD'],
		['Local Currency, unless the table has it under another code', table({ US1: 'USD' }, 'USD'), '$'],
		['nothing of it', table({ E: 'EUR' }), '$'],
		['no mapping', undefined, '$'],
	])('is paid in what %s says', async (_what, currencies, currency) => {
		const { jdtNum, docEntry } = await paid();
		const [result] = await books.look([jdtNum], [], currencies);
		expect(result).toMatchObject({ state: 'paid', currency });
		expect(dueOf(result)).toEqual([`CP SBODEMO/${docEntry}/${jdtNum} 60.7 ${currency}`]);
	});

	it('says no currency where nothing was paid yet, or nothing is owed', async () => {
		const refund = await books.post([
			{ ShortName: 'E1002', Debit: 64 },
			{ AccountCode: '612000', Credit: 64 },
		]);
		const unpaid = await books.owes(5);
		const results = await books.look([refund, unpaid], [], table({ $: 'USD' }, 'USD'));
		expect(results.map(({ state, currency }) => [state, currency])).toEqual([
			['nothingToPay', null],
			['unpaid', null],
		]);
	});

	it('costs no request for a currency that the mapping names', async () => {
		const { jdtNum } = await paid();
		const requests = async (currencies?: ReturnType<typeof table>) =>
			await books.requestsOf(async () => void (await books.look([jdtNum], [], currencies)));
		const [without, named] = [await requests(), await requests(table({ $: 'USD' }))];
		expect(named).toBe(without - 1);
	});
});

it('of a foreign currency the table counts before B1’s code for documents, and Local Currency not at all', async () => {
	await books.load({
		currencies: [{ Code: '$', Name: 'Dollar', DocumentsCode: 'CAD' }],
		accounts: [{ Code: '112900', Name: 'Bank of every currency', AcctCurrency: '##', ActiveAccount: 'tYES' }],
		businessPartners: [{ CardCode: 'E77', CardName: 'Ada', CardType: 'cSupplier', Currency: '##', DebitorAccount: '211000' }],
		rates: ['2026-11-10', '2026-11-20'].map((RateDate) => ({ Currency: '$', RateDate, Rate: 0.8 })),
	});
	const jdtNum = await books.post([
		{ AccountCode: '611000', FCDebit: 100, FCCurrency: '$' },
		{ ShortName: 'E77', FCCredit: 100, FCCurrency: '$' },
	]);
	const means = { TransferAccount: '112900', TransferSum: 100, DocCurrency: '$' };
	await books.pay({ partner: 'E77', rows: [{ DocEntry: jdtNum }], sum: 100, means });
	const told = async (currencies?: ReturnType<typeof table>) =>
		(await books.look([jdtNum], [], currencies)).flatMap(({ due }) =>
			due.map(({ clearingAmount, clearingCurrency }) => `${clearingAmount} ${clearingCurrency}`),
		);
	expect(await told()).toEqual(['100 CAD']);
	expect(await told(table({ $: 'AUD' }, 'GBP'))).toEqual(['100 AUD']);
	expect(await told(table({}, 'GBP'))).toEqual(['100 CAD']);
});
