import { Company, entry, errorOf, versions } from './company';

describe.each(versions)('outgoing payments, %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
		company.load({ accounts: [{ Code: '111', Name: 'Bank' }] });
		await company.post(path('JournalEntries'), entry());
	});

	const pays = (rows: object[], more: object = {}) => ({
		CardCode: 'E1',
		DocDate: '2024-05-16',
		TransferAccount: '111',
		PaymentInvoices: rows.map((row) => ({ InvoiceType: 'it_JournalEntry', DocEntry: 1, DocLine: 1, ...row })),
		...more,
	});
	const post = async (rows: object[], more: object = {}) => await company.post(path('VendorPayments'), pays(rows, more));
	const ledger = () => company.businessOne.ledger().trialBalance.map(({ account, debit, credit }) => [account, debit, credit]);

	test('pay a line of an entry, and post it', async () => {
		const reply = await post([{ SumApplied: 100 }], { TransferSum: 100 });
		expect(reply.status).toBe(201);
		expect(reply.json).toMatchObject({
			DocEntry: 1,
			DocNum: 1,
			CardCode: 'E1',
			CardName: 'Anna',
			DocCurrency: 'USD',
			Cancelled: 'tNO',
			TransferSum: 100,
			PaymentInvoices: [{ InvoiceType: 'it_JournalEntry', DocEntry: 1, DocLine: 1, SumApplied: 100, AppliedFC: 0 }],
		});
		expect(reply.json.TransferDate).toMatch(/^2024-05-16/);
		expect(ledger()).toEqual([
			['111', '0', '100'],
			['211', '100', '100'],
			['600', '100', '0'],
		]);
		const [journal] = (await company.get(path('JournalEntries?$filter=JdtNum eq 2'))).json.value;
		expect(journal).toMatchObject({ OriginalJournal: 'ttVendorPayment', Original: 1 });
	});

	test('pay in parts, and never more than is open', async () => {
		expect((await post([{ SumApplied: 60 }], { TransferSum: 60 })).status).toBe(201);
		expect((await post([{ SumApplied: 40.01 }], { TransferSum: 40.01 })).status).toBe(400);
		const rest = await post([{}], { TransferSum: 40 });
		expect(rest.json.PaymentInvoices).toMatchObject([{ SumApplied: 40 }]);
		expect((await post([{ SumApplied: 0.01 }], { TransferSum: 0.01 })).status).toBe(400);
	});

	test('are cancelled once, which opens the line again and reverses their entry', async () => {
		await post([{}], { TransferSum: 100 });
		const cancelled = await company.post(path('VendorPayments(1)/Cancel'));
		expect([cancelled.status, cancelled.text]).toEqual([204, '']);
		expect((await company.get(path('VendorPayments(1)'))).json.Cancelled).toBe('tYES');
		expect((await company.post(path('VendorPayments(1)/Cancel'))).status).toBe(400);
		expect(ledger().find(([account]) => account === '111')).toEqual(['111', '100', '100']);
		expect((await post([{}], { TransferSum: 100 })).status).toBe(201);
	});

	test('are found by partner, day and state', async () => {
		await post([{ SumApplied: 30 }], { TransferSum: 30 });
		await post([{ SumApplied: 30 }], { TransferSum: 30, DocDate: '2024-05-20' });
		const found = async (filter: string) =>
			(await company.get(path(`VendorPayments?$filter=${filter}&$select=DocEntry,PaymentInvoices`))).json.value;
		expect(await found("CardCode eq 'E1' and DocDate ge '2024-05-17'")).toMatchObject([
			{ DocEntry: 2, PaymentInvoices: [{ DocEntry: 1, SumApplied: 30 }] },
		]);
		expect(await found("CardCode eq 'E9'")).toEqual([]);
		expect(await found("Cancelled eq 'tNO'")).toHaveLength(2);
	});

	test('pay a foreign amount in its currency', async () => {
		const lines = [
			{ AccountCode: '600', FCDebit: 50, FCCurrency: 'EUR' },
			{ ShortName: 'E1', FCCredit: 50, FCCurrency: 'EUR' },
		];
		await company.post(path('JournalEntries'), { ReferenceDate: '2024-05-15', JournalEntryLines: lines });
		company.load({ rates: [{ Currency: 'EUR', RateDate: '2024-05-16', Rate: '1.1' }] });
		const half = await post([{ DocEntry: 2, AppliedFC: 20 }], { TransferSum: 20 });
		expect(half.json).toMatchObject({ DocCurrency: 'EUR', PaymentInvoices: [{ AppliedFC: 20, SumApplied: 21.85 }] });
		const rest = await post([{ DocEntry: 2 }], { TransferSum: 30 });
		expect(rest.json.PaymentInvoices).toMatchObject([{ AppliedFC: 30, SumApplied: 32.78 }]);
	});

	test.each([
		['an unknown partner', [{}], { CardCode: 'NOBODY', TransferSum: 100 }],
		["another partner's line", [{}], { CardCode: "O'Neil", TransferSum: 100 }],
		['an account line', [{ DocLine: 0 }], { TransferSum: 100 }],
		['an entry that is not there', [{ DocEntry: 9 }], { TransferSum: 100 }],
		['another amount than its means', [{}], { TransferSum: 99 }],
		['no means', [{}], {}],
		['no account of its means', [{}], { TransferSum: 100, TransferAccount: null }],
		['an invoice', [{ InvoiceType: 'it_PurchaseInvoice' }], { TransferSum: 100 }],
	])('are refused for %s, and nothing is posted', async (_name, rows, more) => {
		const reply = await post(rows, more);
		expect(reply.status).toBe(400);
		expect(errorOf(reply).text).not.toBe('');
		expect((await company.get(path('VendorPayments/$count'))).text).toBe('0');
		expect((await company.get(path('JournalEntries/$count'))).text).toBe('1');
	});

	test('are not changed, replaced or deleted; incoming ones and drafts are not made', async () => {
		await post([{}], { TransferSum: 100 });
		for (const method of ['PATCH', 'PUT', 'DELETE'])
			expect(errorOf(await company.send(method, path('VendorPayments(1)'), { Remarks: 'x' })).code).toBe(-5006);
		for (const set of ['IncomingPayments', 'PaymentDrafts']) {
			expect((await company.get(path(set))).json.value).toEqual([]);
			expect(errorOf(await company.post(path(set), { CardCode: 'E1' })).code).toBe(-5006);
		}
	});
});
