/** What B1 works out by the vendor, and shipping as a freight charge of the document. Sums by hand. */
import { toJournalEntry, type MasterData, type PartnerFacts } from '../../nodes/shared/journalEntry';
import { toPurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import { company, partner } from '../journalEntry/company';
import { invoice, line, type Fields } from '../posting/invoiceSample';
import { post, profileOf, wrapped } from '../posting/sample';

const b1 = (vendor: Partial<PartnerFacts> = {}): MasterData =>
	company({
		company: { companyDb: 'SBODEMO', localCurrency: 'EUR', systemCurrency: null, branchesEnabled: false },
		accounts: null,
		partners: [partner('V100', vendor)],
		taxGroups: [19, 7].map((rate) => ({
			code: `V${rate}`,
			name: '',
			taxAccount: '145000',
			inactive: false,
			rates: [{ from: null, rate: String(rate) }],
		})),
	});

function made(document: Fields, options: Fields = {}, masterData = b1()) {
	const taxCodes = { A: { code: 'V19' }, B: { code: 'V7' } };
	const mapping = { invoicesBecome: 'invoice', taxCodes, ...options };
	const posting = post(wrapped(document, { docType: 'invoice' }), mapping);
	const entry = toJournalEntry(posting, profileOf(mapping), masterData, { today: '2024-08-30' });
	expect(entry.reasons).toEqual([]);
	return toPurchaseInvoice(posting, profileOf(mapping), masterData, entry)!;
}

describe('the vendor', () => {
	test('brings the tax that is withheld from it, and the box it is reported in', () => {
		const masterData = b1({ withholdingTaxCode: 'W1', form1099: { form: 3, box: '7' } });
		expect(made(invoice(10, [line('600', 10)]), {}, masterData).purchaseInvoice!.document).toMatchObject({
			WithholdingTaxDataCollection: [{ WTCode: 'W1' }],
			Form1099: 3,
			Box1099: '7',
		});
	});

	test('without either leaves the document without them', () => {
		const { document } = made(invoice(10, [line('600', 10)])).purchaseInvoice!;
		for (const name of ['WithholdingTaxDataCollection', 'Form1099', 'Box1099']) expect(document).not.toHaveProperty(name);
	});
});

describe('shipping as freight', () => {
	const withShipping = (net: number, shipping: number, tax: Fields[] | null, amountTax = 0) =>
		line('600', net + shipping + amountTax, { amountNet: net, amountShipping: shipping, tax });
	const shipped = (...lines: Fields[]) => {
		const gross = lines
			.flatMap(({ allocation }) => allocation as { journal: { amountGross: number } }[])
			.reduce((sum, { journal }) => sum + journal.amountGross, 0);
		return invoice(gross.toFixed(2), lines, { amountShippingTotal: 9 });
	};

	test('is one charge of the document for all lines, and no line', () => {
		const document = shipped(withShipping(300, 6, null), withShipping(150, 3, null));
		expect(made(document, { invoiceFreight: '1' }).purchaseInvoice).toMatchObject({
			total: '459.00',
			document: {
				DocumentLines: [{ LineTotal: 300 }, { LineTotal: 150 }],
				DocumentAdditionalExpenses: [{ ExpenseCode: 1, LineTotal: 9 }],
			},
		});
	});

	test('shares the tax of its line', () => {
		// 100 and 10 of shipping at 19 %: 19.00 and 1.90
		const document = shipped(withShipping(100, 10, [{ taxCode: 'A', amountTax: 20.9 }], 20.9));
		expect(made(document, { invoiceFreight: '1' }).purchaseInvoice).toMatchObject({
			total: '130.90',
			tax: '20.90',
			document: {
				DocumentLines: [{ LineTotal: 100, VatGroup: 'V19' }],
				DocumentAdditionalExpenses: [{ ExpenseCode: 1, LineTotal: 10, VatGroup: 'V19' }],
			},
		});
	});

	test('is what carries no tax where that is as much', () => {
		// 100 at 19 % and 10 of shipping without tax
		const document = shipped(withShipping(100, 10, [{ taxCode: 'A', amountTax: 19 }], 19));
		expect(made(document, { invoiceFreight: '1' }).purchaseInvoice).toMatchObject({
			total: '129.00',
			tax: '19.00',
			document: {
				DocumentLines: [{ LineTotal: 100, VatGroup: 'V19' }],
				DocumentAdditionalExpenses: [{ ExpenseCode: 1, LineTotal: 10 }],
			},
		});
	});

	test('of several taxes goes to a person', () => {
		const taxed = (taxCode: string, amountTax: number) => withShipping(100, 10, [{ taxCode, amountTax }], amountTax);
		const document = shipped(taxed('A', 20.9), taxed('B', 7.7));
		expect(made(document, { invoiceFreight: '1' }).reasons).toMatchObject([{ code: 'no-purchase-invoice' }]);
	});

	test('is a line, or part of the cost, where the mapping names no freight', () => {
		const document = shipped(withShipping(300, 9, null));
		expect(made(document).purchaseInvoice!.document.DocumentLines).toMatchObject([{ AccountCode: '600', LineTotal: 309 }]);
		const account = { shipping: 'account', shippingAccount: '652' };
		expect(made(document, account).purchaseInvoice!.document.DocumentLines).toMatchObject([
			{ AccountCode: '600', LineTotal: 300 },
			{ AccountCode: '652', LineTotal: 9 },
		]);
	});
});
