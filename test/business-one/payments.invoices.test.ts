import { dueOf, PaymentBooks } from './paymentBooks';

const books = new PaymentBooks().use();

describe('an A/P invoice', () => {
	it('is paid by its own number, in parts and by payments for several, and open again where a payment is cancelled', async () => {
		const one = await books.invoice(100);
		const two = await books.invoice(50);
		const rowOf = ({ docEntry }: { docEntry: number }, SumApplied: number) => ({
			InvoiceType: 'it_PurchaseInvoice',
			DocEntry: docEntry,
			DocLine: 0,
			SumApplied,
		});
		const first = await books.pay({ partner: 'V20010', rows: [rowOf(one, 40), rowOf(two, 50)], sum: 90 });
		const [partly, paid] = await books.look([one.jdtNum, two.jdtNum]);
		expect(partly).toMatchObject({ state: 'partlyPaid', payable: '100', paid: '40' });
		expect(dueOf(paid)).toEqual([`CP SBODEMO/${first}/${two.jdtNum} 50 USD`]);
		await books.cancel(first);
		const reported = paid!.due[0]!.reported;
		const [, open] = await books.look([one.jdtNum, { jdtNum: two.jdtNum, reported }]);
		expect(open).toMatchObject({ state: 'unpaid', paid: '0' });
		expect(open!.due).toMatchObject([{ status: 'RE' }]);
	});

	it('is not paid by a payment of the journal entry that has the same number', async () => {
		const entry = await books.owes(100, 'V20010');
		const invoice = await books.invoice(100);
		await books.pay({ partner: 'V20010', rows: [{ DocEntry: entry }], sum: 100 });
		expect(invoice.docEntry).toBe(entry);
		expect((await books.look([invoice.jdtNum]))[0]).toMatchObject({ state: 'unpaid' });
	});
});
