import { Company, versions } from './company';
import { line, purchasing, service, textOf } from './purchasing';

describe.each(versions)('purchasing documents, %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
		company.load(purchasing);
	});

	const invoice = async (body: object) => await company.post(path('PurchaseInvoices'), body);
	const ledger = () => company.businessOne.ledger().trialBalance.map(({ account, debit, credit }) => [account, debit, credit]);

	test('an invoice books cost, tax and what the vendor is owed, due by the terms', async () => {
		const reply = await invoice(service([line(100, { VatGroup: 'V19' }), line(50)]));
		expect(reply.status).toBe(201);
		expect(reply.json).toMatchObject({
			DocEntry: 1,
			DocTotal: 169,
			VatSum: 19,
			DocumentStatus: 'bost_Open',
			CancelStatus: 'csNo',
		});
		expect(reply.json.DocDueDate).toMatch(/^2024-06-15/);
		expect(reply.json.DocumentLines[0]).toMatchObject({ LineNum: 0, LineTotal: 100, TaxTotal: 19, TaxPercentagePerRow: 19 });
		expect(ledger()).toEqual([
			['145', '19', '0'],
			['211', '0', '169'],
			['600', '150', '0'],
		]);
		const [journal] = (await company.get(path('JournalEntries?$filter=JdtNum eq 1'))).json.value;
		expect(journal).toMatchObject({ OriginalJournal: 'ttAPInvoice', Original: 1, Reference2: 'R-1' });
		expect(journal.JournalEntryLines.find((one: { TaxGroup: string }) => one.TaxGroup === 'V19')).toMatchObject({ BaseSum: 100 });
	});

	test('half of a tax that is half deductible is cost, and a reverse charge is owed by the company itself', async () => {
		await invoice(service([line(100, { VatGroup: 'H19' })]));
		expect(ledger()).toEqual([
			['145', '9.5', '0'],
			['211', '0', '119'],
			['600', '109.5', '0'],
		]);
		const reverse = await invoice(service([line(200, { VatGroup: 'R19' })]));
		expect(reverse.json.DocTotal).toBe(200);
		expect(ledger()).toEqual([
			['145', '47.5', '0'],
			['177', '0', '38'],
			['211', '0', '319'],
			['600', '309.5', '0'],
		]);
	});

	test('a credit note turns the sides', async () => {
		await company.post(path('PurchaseCreditNotes'), service([line(100, { VatGroup: 'V19' })]));
		expect(ledger()).toEqual([
			['145', '0', '19'],
			['211', '119', '0'],
			['600', '0', '100'],
		]);
	});

	test('tax is withheld from a vendor that is liable, unless a line is not', async () => {
		const reply = await invoice(service([line(100), line(40, { WTLiable: 'tNO' })], { CardCode: 'W1' }));
		expect(reply.json).toMatchObject({
			DocTotal: 130,
			WTAmount: 10,
			WithholdingTaxDataCollection: [{ WTCode: 'W1', WTAmount: 10 }],
		});
		expect(ledger()).toEqual([
			['211', '0', '130'],
			['290', '0', '10'],
			['600', '140', '0'],
		]);
	});

	test('freight, the discount of the document and rounding count', async () => {
		const reply = await invoice(
			service([line(100)], {
				DiscountPercent: 10,
				Rounding: 'tYES',
				RoundingDiffAmount: 0.01,
				DocumentAdditionalExpenses: [{ ExpenseCode: 1, LineTotal: 5 }],
			}),
		);
		expect(reply.json.DocTotal).toBe(95.01);
		expect(ledger()).toEqual([
			['211', '0', '95.01'],
			['600', '95', '0'],
			['650', '0.01', '0'],
		]);
	});

	test('a total that differs is taken as a discount', async () => {
		const reply = await invoice(service([line(100)], { DocTotal: 80 }));
		expect(reply.json).toMatchObject({ DocTotal: 80, DiscountPercent: 20 });
	});

	test('a foreign invoice is owed in its currency and balances in both', async () => {
		company.load({ currencies: [{ Code: 'EUR', Name: 'Euro' }], rates: [{ Currency: 'EUR', RateDate: null, Rate: 1.0925 }] });
		const lines = [33.33, 33.33, 33.34].map((total) => ({ AccountCode: '600', RowTotalFC: total, VatGroup: 'V19' }));
		const reply = await invoice(service(lines, { DocCurrency: 'EUR' }));
		expect(reply.json).toMatchObject({ DocTotalFc: 118.99, DocCurrency: 'EUR' });
		const [journal] = (await company.get(path('JournalEntries?$filter=JdtNum eq 1'))).json.value;
		const sum = (name: string) =>
			Math.round(journal.JournalEntryLines.reduce((all: number, one: Record<string, number>) => all + (one[name] ?? 0), 0) * 100);
		expect(sum('Debit')).toBe(sum('Credit'));
		expect([sum('FCDebit'), sum('FCCredit')]).toEqual([11899, 11899]);
	});

	test.each([
		['a customer', service([line(1)], { CardCode: 'C1' }), 'OPCH.CardCode'],
		['no account', service([{ LineTotal: 1 }]), 'PCH1.AcctCode'],
		['a control account', service([line(1, { AccountCode: '211' })]), 'PCH1.AcctCode'],
		['an output tax group', service([line(1, { VatGroup: 'A19' })]), 'PCH1.VatGroup'],
		['an item that is not there', { ...service([{ ItemCode: 'X' }]), DocType: 'dDocument_Items' }, 'PCH1.ItemCode'],
	])('refuses %s and books nothing', async (_what, body, place) => {
		expect(textOf(await invoice(body))).toContain(place);
		expect(ledger()).toEqual([]);
	});

	test("a vendor's number counts once where the company says so; a cancelled document frees it", async () => {
		company.load({ company: { VendorReferenceCheck: 'block' } });
		await invoice(service([line(1)]));
		expect(textOf(await invoice(service([line(1)])))).toContain('NumAtCard');
		expect((await invoice(service([line(1)], { CardCode: 'W1' }))).status).toBe(201);
		expect((await company.post(path('PurchaseInvoices(1)/Cancel'))).status).toBe(204);
		expect((await invoice(service([line(1)]))).status).toBe(201);
	});

	test('is cancelled once, by a document of its own, and not while it is paid', async () => {
		await invoice(service([line(100)]));
		const pay = { CardCode: 'S1', TransferAccount: '111', PaymentInvoices: [{ InvoiceType: 'it_PurchaseInvoice', DocEntry: 1 }] };
		await company.post(path('VendorPayments'), { ...pay, TransferSum: 100, DocDate: '2024-05-20' });
		expect((await company.get(path('PurchaseInvoices(1)'))).json).toMatchObject({
			PaidToDate: 100,
			DocumentStatus: 'bost_Close',
		});
		expect((await company.post(path('PurchaseInvoices(1)/Cancel'))).status).toBe(400);
		await company.post(path('VendorPayments(1)/Cancel'));
		expect((await company.get(path('PurchaseInvoices(1)'))).json).toMatchObject({ PaidToDate: 0, DocumentStatus: 'bost_Open' });
		expect((await company.post(path('PurchaseInvoices(1)/Cancel'))).status).toBe(204);
		expect((await company.get(path('PurchaseInvoices(1)'))).json).toMatchObject({ Cancelled: 'tYES', CancelStatus: 'csYes' });
		expect((await company.get(path('PurchaseInvoices(2)'))).json.CancelStatus).toBe('csCancellation');
		expect((await company.post(path('PurchaseInvoices(1)/Cancel'))).status).toBe(400);
		expect(ledger().find(([account]) => account === '600')).toEqual(['600', '100', '100']);
	});

	test('what is owed stands among the open items by its due date, less what was paid, until it is cancelled', async () => {
		const open = () =>
			company.businessOne.reports.openItems().map(({ partner, due, reference, amount }) => [partner, due, reference, amount]);
		await invoice(service([line(100)], { DocDueDate: '2024-07-01' }));
		await invoice(service([line(50)], { DocDueDate: '2024-06-01', PaymentBlock: 'tYES' }));
		await company.post(path('PurchaseCreditNotes'), service([line(20)], { DocDueDate: '2024-06-15' }));
		expect(open()).toEqual([
			['S1', '2024-06-01', '2', '50'],
			['S1', '2024-06-15', '1', '-20'],
			['S1', '2024-07-01', '1', '100'],
		]);
		const rows = [{ InvoiceType: 'it_PurchaseInvoice', DocEntry: 1, SumApplied: 30 }];
		await company.post(path('VendorPayments'), {
			CardCode: 'S1',
			TransferAccount: '111',
			TransferSum: 30,
			DocDate: '2024-05-20',
			PaymentInvoices: rows,
		});
		await company.post(path('PurchaseInvoices(2)/Cancel'));
		expect(open()).toEqual([
			['S1', '2024-06-15', '1', '-20'],
			['S1', '2024-07-01', '1', '70'],
		]);
		// The credit memo is set off against what is due.
		expect(company.businessOne.reports.paymentRun('2024-07-31')).toMatchObject([{ partner: 'S1', amount: '50', items: 2 }]);
	});
});
