import fc from 'fast-check';
import { entryPayments } from '../../nodes/shared/business-one/payments/entryPayments';
import { payableOf } from '../../nodes/shared/business-one/payments/payable';
import { dueOf, PaymentBooks } from './paymentBooks';

const books = new PaymentBooks().use();

describe('an entry', () => {
	it('is unpaid, partly paid, paid', async () => {
		const jdtNum = await books.owes(60.7);
		expect((await books.look([jdtNum]))[0]).toMatchObject({ state: 'unpaid', payable: '60.7', paid: '0', due: [] });
		const first = await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: 60.69 }], sum: 60.69 });
		const [partly] = await books.look([jdtNum]);
		expect(partly).toMatchObject({ state: 'partlyPaid', currency: 'USD', paid: '60.69' });
		expect(dueOf(partly)).toEqual([`PP SBODEMO/${first}/${jdtNum} 60.69 USD`]);
		const second = await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 0.01 });
		const [paid] = await books.look([{ jdtNum, reported: partly!.due[0]!.reported }]);
		expect(paid).toMatchObject({ state: 'paid', paid: '60.7' });
		expect(dueOf(paid)).toEqual([`CP SBODEMO/${second}/${jdtNum} 0.01 USD`]);
		expect((await books.look([{ jdtNum, reported: paid!.due[0]!.reported }]))[0]?.due).toEqual([]);
	});

	it('that two payments complete before the first look is partly paid by the one, completely by the other', async () => {
		const jdtNum = await books.owes(100);
		const first = await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: 40 }], sum: 40 });
		const second = await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: 60 }], sum: 60 });
		const [result] = await books.look([jdtNum]);
		expect(dueOf(result)).toEqual([`PP SBODEMO/${first}/${jdtNum} 40 USD`, `CP SBODEMO/${second}/${jdtNum} 60 USD`]);
		expect(result?.due.map(({ reported }) => reported)).toEqual([
			[`SBODEMO/${first}/${jdtNum}`],
			[`SBODEMO/${second}/${jdtNum}`],
		]);
	});

	it('whose payment is cancelled after it was reported is reversed once, and can be paid again', async () => {
		const jdtNum = await books.owes(100);
		const first = await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 100 });
		const [paid] = await books.look([jdtNum]);
		await books.cancel(first);
		const second = await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 100 });
		const [again] = await books.look([{ jdtNum, reported: paid!.due[0]!.reported }]);
		expect(dueOf(again)).toEqual([`RE SBODEMO/${first}/${jdtNum}/R 100 USD`, `CP SBODEMO/${second}/${jdtNum} 100 USD`]);
		expect(again?.due[0]?.reason).toBe(`Outgoing payment ${first} was cancelled in SAP Business One.`);
		const reported = again!.due.flatMap((due) => due.reported);
		expect((await books.look([{ jdtNum, reported }]))[0]?.due).toEqual([]);
	});

	it('whose payment is cancelled before it was reported is as if it had not been', async () => {
		const jdtNum = await books.owes(100);
		await books.cancel(await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 100 }));
		const [result] = await books.look([jdtNum]);
		expect(result).toMatchObject({ state: 'unpaid', paid: '0', due: [], payments: [{ cancelled: true }] });
	});

	it('is paid only when every partner got all of it', async () => {
		const jdtNum = await books.post([
			{ AccountCode: '611000', Debit: 305 },
			{ ShortName: 'E1002', Credit: 21 },
			{ ShortName: 'IBCP', Credit: 284 },
		]);
		await books.pay({ partner: 'IBCP', rows: [{ DocEntry: jdtNum, DocLine: 2 }], sum: 284 });
		const [both] = await books.look([jdtNum]);
		expect(both).toMatchObject({ state: 'partlyPaid', payable: '305', paid: '284' });
		expect(both?.due.map(({ status }) => status)).toEqual(['PP']);
		await books.pay({ partner: 'E1002', rows: [{ DocEntry: jdtNum, DocLine: 1 }], sum: 21 });
		expect((await books.look([jdtNum]))[0]).toMatchObject({ state: 'paid' });
		expect((await books.look([jdtNum], ['IBCP']))[0]).toMatchObject({ state: 'paid', payable: '21', paid: '21' });
	});

	it('owes a partner the net of its lines', async () => {
		const jdtNum = await books.post([
			{ AccountCode: '611000', Debit: 80 },
			{ ShortName: 'E1001', Debit: 20 },
			{ ShortName: 'E1001', Credit: 100 },
		]);
		const rows = [
			{ DocEntry: jdtNum, DocLine: 1 },
			{ DocEntry: jdtNum, DocLine: 2 },
		];
		const docEntry = await books.pay({ rows, sum: 80 });
		const [result] = await books.look([jdtNum]);
		expect(result).toMatchObject({ state: 'paid', payable: '80', paid: '80' });
		expect(dueOf(result)).toEqual([`CP SBODEMO/${docEntry}/${jdtNum} 80 USD`]);
	});

	it('is read the same whether B1 signs a paid debit line or not, and a line that cannot be told pays nothing', async () => {
		const line = (id: number, amounts: object) => ({ Line_ID: id, ShortName: 'E1', AccountCode: '211000', ...amounts });
		const entry = { JdtNum: 7, JournalEntryLines: [line(1, { Debit: 20 }), line(2, { Credit: 100 })] };
		const payment = (rows: object[]) => ({
			DocEntry: 1,
			DocNum: 1,
			CardCode: 'E1',
			PaymentInvoices: rows.map((row) => ({ InvoiceType: 'it_JournalEntry', DocEntry: 7, ...row })),
		});
		const paid = (rows: object[]) =>
			entryPayments(7, payableOf(entry as never, new Set()), [payment(rows) as never], 'DB')[0]?.amount.toFixed();
		expect(
			paid([
				{ DocLine: 1, SumApplied: 20 },
				{ DocLine: 2, SumApplied: 100 },
			]),
		).toBe('80');
		expect(
			paid([
				{ DocLine: 1, SumApplied: -20 },
				{ DocLine: 2, SumApplied: 100 },
			]),
		).toBe('80');
		expect(paid([{ DocLine: 9, SumApplied: 100 }])).toBe('0');
		expect(paid([{ SumApplied: 100 }])).toBe('0');
	});

	it('without anything owed to a partner has nothing to pay', async () => {
		const refund = await books.post([
			{ ShortName: 'E1002', Debit: 64 },
			{ AccountCode: '612000', Credit: 64 },
		]);
		const accounts = await books.post([
			{ AccountCode: '611000', Debit: 5 },
			{ AccountCode: '148000', Credit: 5 },
		]);
		expect((await books.look([refund, accounts])).map(({ state }) => state)).toEqual(['nothingToPay', 'nothingToPay']);
	});

	it('in foreign currency is compared and reported in it', async () => {
		const jdtNum = await books.post([
			{ AccountCode: '611000', FCDebit: 273.7, FCCurrency: 'EUR' },
			{ ShortName: 'E1004', FCCredit: 273.7, FCCurrency: 'EUR' },
		]);
		const means = { TransferAccount: '112000', TransferSum: 273.7 };
		const docEntry = await books.pay({ partner: 'E1004', rows: [{ DocEntry: jdtNum }], sum: 273.7, means });
		const [result] = await books.look([jdtNum]);
		expect(result).toMatchObject({ state: 'paid', currency: 'EUR', payable: '273.7' });
		expect(dueOf(result)).toEqual([`CP SBODEMO/${docEntry}/${jdtNum} 273.7 EUR`]);
	});

	it('in a currency that B1 calls by a code of its own is reported by its ISO code', async () => {
		await books.load({
			currencies: [{ Code: 'US$', Name: 'Euro by another name', DocumentsCode: 'EUR' }],
			accounts: [{ Code: '112900', Name: 'Bank of every currency', AcctCurrency: '##', ActiveAccount: 'tYES' }],
			businessPartners: [{ CardCode: 'E77', CardName: 'Ada', CardType: 'cSupplier', Currency: '##', DebitorAccount: '211000' }],
			rates: [
				{ Currency: 'US$', RateDate: '2026-11-10', Rate: 1.1 },
				{ Currency: 'US$', RateDate: '2026-11-20', Rate: 1.1 },
			],
		});
		const jdtNum = await books.post([
			{ AccountCode: '611000', FCDebit: 100, FCCurrency: 'US$' },
			{ ShortName: 'E77', FCCredit: 100, FCCurrency: 'US$' },
		]);
		const [unpaid] = await books.look([jdtNum]);
		expect(unpaid).toMatchObject({ state: 'unpaid', payable: '100' });
		const means = { TransferAccount: '112900', TransferSum: 100, DocCurrency: 'US$' };
		await books.pay({ partner: 'E77', rows: [{ DocEntry: jdtNum }], sum: 100, means });
		const [paid] = await books.look([jdtNum]);
		expect(paid).toMatchObject({ state: 'paid', currency: 'EUR' });
		expect(paid!.due[0]).toMatchObject({ clearingCurrency: 'EUR', clearingAmount: '100' });
	});

	it('that B1 does not have is said to be missing', async () => {
		expect((await books.look([4711]))[0]).toMatchObject({ state: 'entryNotFound', due: [] });
	});
});

describe('payments', () => {
	it('of several entries count for each with its own part and reference', async () => {
		const [one, other] = [await books.owes(10), await books.owes(20)];
		const docEntry = await books.pay({ rows: [{ DocEntry: one }, { DocEntry: other, SumApplied: 5 }], sum: 15 });
		expect((await books.look([one, other])).map(dueOf)).toEqual([
			[`CP SBODEMO/${docEntry}/${one} 10 USD`],
			[`PP SBODEMO/${docEntry}/${other} 5 USD`],
		]);
	});

	it('by check are reported as such, with their day and number', async () => {
		const jdtNum = await books.owes(30);
		const means = { PaymentChecks: [{ CheckAccount: '111000', CheckSum: 30 }] };
		const docEntry = await books.pay({ rows: [{ DocEntry: jdtNum }], sum: 30, means, date: '2026-11-22' });
		expect((await books.look([jdtNum]))[0]?.due).toMatchObject([
			{
				paymentMethod: 'C',
				clearingDate: '2026-11-22',
				financialDocumentId: String(docEntry),
				receiverId: 'E1001',
				receiverName: 'Anna Larsen',
			},
		]);
	});

	it('of 300 entries are found by three requests', async () => {
		const jdtNums: number[] = [];
		for (let count = 0; count < 300; count++) jdtNums.push(await books.owes(1));
		await books.pay({ rows: [{ DocEntry: jdtNums[0] }], sum: 1 });
		const requests = await books.requestsOf(async () => {
			const results = await books.look(jdtNums);
			expect(results.filter(({ state }) => state === 'paid')).toHaveLength(1);
		});
		expect(requests).toBe(3);
	}, 60_000);
});

it('never calls an entry paid before its last cent, however it is paid', async () => {
	const parts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(parts, fc.integer({ min: 1, max: 1000 }), async (cents, missing) => {
			const total = cents.reduce((sum, part) => sum + part, 0) + missing;
			const jdtNum = await books.owes(total / 100);
			for (const part of cents) await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: part / 100 }], sum: part / 100 });
			const [before] = await books.look([jdtNum]);
			expect(before?.state).toBe('partlyPaid');
			expect(before?.due.map(({ status }) => status)).toEqual(cents.map(() => 'PP'));
			await books.pay({ rows: [{ DocEntry: jdtNum }], sum: missing / 100 });
			const [after] = await books.look([jdtNum]);
			expect(after?.due.map(({ status }) => status)).toEqual([...cents.map(() => 'PP'), 'CP']);
			const sum = after!.due.reduce((all, { clearingAmount }) => all + Math.round(Number(clearingAmount) * 100), 0);
			expect(sum).toBe(total);
		}),
		{ numRuns: 15 },
	);
}, 60_000);

describe('the books around a payment', () => {
	it('bank charges pay nobody, and are shown', async () => {
		const jdtNum = await books.owes(100);
		await books.pay({ rows: [{ DocEntry: jdtNum, SumApplied: 100 }], sum: 103.5, charges: 3.5 });
		const [result] = await books.look([jdtNum]);
		expect(result).toMatchObject({ state: 'paid', paid: '100', payments: [{ amount: '100', bankCharges: '3.5' }] });
		expect(result?.due).toMatchObject([{ status: 'CP', clearingAmount: '100' }]);
	});

	it('a cancelled entry is paid by nobody, and says so', async () => {
		const owes = async (key: string) =>
			await books.post(
				[
					{ AccountCode: '611000', Debit: 100 },
					{ ShortName: 'E1001', Credit: 100 },
				],
				key,
			);
		const [jdtNum, other] = [await owes('412077:d1'), await owes('412077:d2')];
		await books.cancelEntry(jdtNum);
		const states = (await books.look([jdtNum, other])).map(({ state }) => state);
		expect(states).toEqual(['entryCancelled', 'unpaid']);
	});
});
