import fc from 'fast-check';
import { paymentsForEntries, type EntryToCheck, type PaymentsOfEntry } from '../../nodes/shared/business-one/payments';
import { entryPayments } from '../../nodes/shared/business-one/payments/entryPayments';
import { payableOf } from '../../nodes/shared/business-one/payments/payable';
import type { Connection } from './connection';
import { PostingSandbox } from './postingSandbox';

let b1: PostingSandbox;
let connection: Connection;

beforeAll(async () => {
	b1 = await PostingSandbox.start();
});
afterAll(async () => await b1.stop());
beforeEach(async () => {
	await b1.reset(false);
	connection = b1.connect('v2');
});
afterEach(() => connection.close());

type Line = Record<string, string | number>;

/** Posts an entry whose first lines are these and whose last line balances them; gives its JdtNum. */
async function post(lines: Line[], more: object = {}): Promise<number> {
	const body = { ReferenceDate: '2026-11-10', JournalEntryLines: lines, ...more };
	return Number(((await connection.serviceLayer.post('JournalEntries', body as never)).body as Line).JdtNum);
}

const owes = async (amount: number, partner = 'E1001') =>
	await post([
		{ AccountCode: '611000', Debit: amount },
		{ ShortName: partner, Credit: amount },
	]);

interface Paid {
	partner?: string;
	means?: object;
	rows: object[];
	sum: number;
	date?: string;
}

async function pay({ partner = 'E1001', rows, sum, means, date = '2026-11-20' }: Paid): Promise<number> {
	const body = {
		CardCode: partner,
		DocDate: date,
		...(means ?? { TransferAccount: '111000', TransferSum: sum }),
		PaymentInvoices: rows.map((row) => ({ InvoiceType: 'it_JournalEntry', DocLine: 1, ...row })),
	};
	return Number(((await connection.serviceLayer.post('VendorPayments', body as never)).body as Line).DocEntry);
}

const cancel = async (docEntry: number) => await connection.serviceLayer.post(`VendorPayments(${docEntry})/Cancel`);

async function look(entries: Array<number | EntryToCheck>, leaveOut: string[] = []): Promise<PaymentsOfEntry[]> {
	const asked = entries.map((entry) => (typeof entry === 'number' ? { jdtNum: entry, reported: [] } : entry));
	return await paymentsForEntries(connection.serviceLayer, asked, { companyDb: 'SBODEMO', leaveOut });
}

/** What is due, in short: status, reference, amount, currency. */
const due = (result: PaymentsOfEntry | undefined) =>
	(result?.due ?? []).map(({ status, paymentRef, clearingAmount, clearingCurrency }) =>
		[status, paymentRef, clearingAmount, clearingCurrency].join(' '),
	);

describe('an entry', () => {
	it('is unpaid, partly paid, paid', async () => {
		const jdtNum = await owes(60.7);
		expect((await look([jdtNum]))[0]).toMatchObject({ state: 'unpaid', payable: '60.7', paid: '0', due: [] });
		const first = await pay({ rows: [{ DocEntry: jdtNum, SumApplied: 60.69 }], sum: 60.69 });
		const [partly] = await look([jdtNum]);
		expect(partly).toMatchObject({ state: 'partlyPaid', currency: 'USD', paid: '60.69' });
		expect(due(partly)).toEqual([`PP SBODEMO/${first}/${jdtNum} 60.69 USD`]);
		const second = await pay({ rows: [{ DocEntry: jdtNum }], sum: 0.01 });
		const [paid] = await look([{ jdtNum, reported: partly!.due[0]!.reported }]);
		expect(paid).toMatchObject({ state: 'paid', paid: '60.7' });
		expect(due(paid)).toEqual([`CP SBODEMO/${second}/${jdtNum} 0.01 USD`]);
		expect((await look([{ jdtNum, reported: paid!.due[0]!.reported }]))[0]?.due).toEqual([]);
	});

	it('that two payments complete before the first look is partly paid by the one, completely by the other', async () => {
		const jdtNum = await owes(100);
		const first = await pay({ rows: [{ DocEntry: jdtNum, SumApplied: 40 }], sum: 40 });
		const second = await pay({ rows: [{ DocEntry: jdtNum, SumApplied: 60 }], sum: 60 });
		const [result] = await look([jdtNum]);
		expect(due(result)).toEqual([`PP SBODEMO/${first}/${jdtNum} 40 USD`, `CP SBODEMO/${second}/${jdtNum} 60 USD`]);
		expect(result?.due.at(-1)?.reported).toEqual([`SBODEMO/${first}/${jdtNum}`, `SBODEMO/${second}/${jdtNum}`]);
	});

	it('whose payment is cancelled after it was reported is reversed once, and can be paid again', async () => {
		const jdtNum = await owes(100);
		const first = await pay({ rows: [{ DocEntry: jdtNum }], sum: 100 });
		const [paid] = await look([jdtNum]);
		await cancel(first);
		const second = await pay({ rows: [{ DocEntry: jdtNum }], sum: 100 });
		const [again] = await look([{ jdtNum, reported: paid!.due[0]!.reported }]);
		expect(due(again)).toEqual([`RE SBODEMO/${first}/${jdtNum}/R 100 USD`, `CP SBODEMO/${second}/${jdtNum} 100 USD`]);
		expect(again?.due[0]?.reason).toBe(`Outgoing payment ${first} was cancelled in SAP Business One.`);
		expect((await look([{ jdtNum, reported: again!.due.at(-1)!.reported }]))[0]?.due).toEqual([]);
	});

	it('whose payment is cancelled before it was reported is as if it had not been', async () => {
		const jdtNum = await owes(100);
		await cancel(await pay({ rows: [{ DocEntry: jdtNum }], sum: 100 }));
		const [result] = await look([jdtNum]);
		expect(result).toMatchObject({ state: 'unpaid', paid: '0', due: [], payments: [{ cancelled: true }] });
	});

	it('is paid only when every partner got all of it', async () => {
		const jdtNum = await post([
			{ AccountCode: '611000', Debit: 305 },
			{ ShortName: 'E1002', Credit: 21 },
			{ ShortName: 'IBCP', Credit: 284 },
		]);
		await pay({ partner: 'IBCP', rows: [{ DocEntry: jdtNum, DocLine: 2 }], sum: 284 });
		const [both] = await look([jdtNum]);
		expect(both).toMatchObject({ state: 'partlyPaid', payable: '305', paid: '284' });
		expect(both?.due.map(({ status }) => status)).toEqual(['PP']);
		await pay({ partner: 'E1002', rows: [{ DocEntry: jdtNum, DocLine: 1 }], sum: 21 });
		expect((await look([jdtNum]))[0]).toMatchObject({ state: 'paid' });
		expect((await look([jdtNum], ['IBCP']))[0]).toMatchObject({ state: 'paid', payable: '21', paid: '21' });
	});

	it('owes a partner the net of its lines', async () => {
		const jdtNum = await post([
			{ AccountCode: '611000', Debit: 80 },
			{ ShortName: 'E1001', Debit: 20 },
			{ ShortName: 'E1001', Credit: 100 },
		]);
		const rows = [
			{ DocEntry: jdtNum, DocLine: 1 },
			{ DocEntry: jdtNum, DocLine: 2 },
		];
		const docEntry = await pay({ rows, sum: 80 });
		const [result] = await look([jdtNum]);
		expect(result).toMatchObject({ state: 'paid', payable: '80', paid: '80' });
		expect(due(result)).toEqual([`CP SBODEMO/${docEntry}/${jdtNum} 80 USD`]);
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
		const refund = await post([
			{ ShortName: 'E1002', Debit: 64 },
			{ AccountCode: '612000', Credit: 64 },
		]);
		const accounts = await post([
			{ AccountCode: '611000', Debit: 5 },
			{ AccountCode: '148000', Credit: 5 },
		]);
		expect((await look([refund, accounts])).map(({ state }) => state)).toEqual(['nothingToPay', 'nothingToPay']);
	});

	it('in foreign currency is compared and reported in it', async () => {
		const jdtNum = await post([
			{ AccountCode: '611000', FCDebit: 273.7, FCCurrency: 'EUR' },
			{ ShortName: 'E1004', FCCredit: 273.7, FCCurrency: 'EUR' },
		]);
		const means = { TransferAccount: '112000', TransferSum: 273.7 };
		const docEntry = await pay({ partner: 'E1004', rows: [{ DocEntry: jdtNum }], sum: 273.7, means });
		const [result] = await look([jdtNum]);
		expect(result).toMatchObject({ state: 'paid', currency: 'EUR', payable: '273.7' });
		expect(due(result)).toEqual([`CP SBODEMO/${docEntry}/${jdtNum} 273.7 EUR`]);
	});

	it('that B1 does not have is said to be missing', async () => {
		expect((await look([4711]))[0]).toMatchObject({ state: 'entryNotFound', due: [] });
	});
});

describe('payments', () => {
	it('of several entries count for each with its own part and reference', async () => {
		const [one, other] = [await owes(10), await owes(20)];
		const docEntry = await pay({ rows: [{ DocEntry: one }, { DocEntry: other, SumApplied: 5 }], sum: 15 });
		expect((await look([one, other])).map(due)).toEqual([
			[`CP SBODEMO/${docEntry}/${one} 10 USD`],
			[`PP SBODEMO/${docEntry}/${other} 5 USD`],
		]);
	});

	it('by check are reported as such, with their day and number', async () => {
		const jdtNum = await owes(30);
		const means = { PaymentChecks: [{ CheckAccount: '111000', CheckSum: 30 }] };
		const docEntry = await pay({ rows: [{ DocEntry: jdtNum }], sum: 30, means, date: '2026-11-22' });
		expect((await look([jdtNum]))[0]?.due).toMatchObject([
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
		for (let count = 0; count < 300; count++) jdtNums.push(await owes(1));
		await pay({ rows: [{ DocEntry: jdtNums[0] }], sum: 1 });
		await b1.control('post', 'counters/reset');
		const results = await look(jdtNums);
		expect(results.filter(({ state }) => state === 'paid')).toHaveLength(1);
		const { requests } = (await b1.counters()) as { requests: { businessOne: number } };
		expect(requests.businessOne).toBe(3);
	}, 60_000);
});

it('never calls an entry paid before its last cent, however it is paid', async () => {
	const parts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 5 });
	await fc.assert(
		fc.asyncProperty(parts, fc.integer({ min: 1, max: 1000 }), async (cents, missing) => {
			const total = cents.reduce((sum, part) => sum + part, 0) + missing;
			const jdtNum = await owes(total / 100);
			for (const part of cents) await pay({ rows: [{ DocEntry: jdtNum, SumApplied: part / 100 }], sum: part / 100 });
			const [before] = await look([jdtNum]);
			expect(before?.state).toBe('partlyPaid');
			expect(before?.due.map(({ status }) => status)).toEqual(cents.map(() => 'PP'));
			await pay({ rows: [{ DocEntry: jdtNum }], sum: missing / 100 });
			const [after] = await look([jdtNum]);
			expect(after?.due.map(({ status }) => status)).toEqual([...cents.map(() => 'PP'), 'CP']);
			const sum = after!.due.reduce((all, { clearingAmount }) => all + Math.round(Number(clearingAmount) * 100), 0);
			expect(sum).toBe(total);
		}),
		{ numRuns: 15 },
	);
}, 60_000);
