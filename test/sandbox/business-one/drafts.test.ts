import { Company, versions } from './company';
import { line, purchasing, service, textOf } from './purchasing';

describe.each(versions)('orders and drafts, %s', (version) => {
	const path = (rest: string) => `/b1s/${version}/${rest}`;
	let company: Company;

	beforeEach(async () => {
		company = await new Company().login(version);
		company.load(purchasing);
	});

	const invoice = async (body: object) => await company.post(path('PurchaseInvoices'), body);
	const ledger = () => company.businessOne.ledger().trialBalance.map(({ account, debit, credit }) => [account, debit, credit]);

	test('draws on an order until it is closed, and gives back when it is cancelled', async () => {
		const order = { CardCode: 'S1', DocDate: '2024-05-01', DocumentLines: [{ ItemCode: 'DESK', Quantity: 3, UnitPrice: 40 }] };
		await company.post(path('PurchaseOrders'), order);
		expect(ledger()).toEqual([]);
		const from = (quantity: number, card = 'S1') => ({
			CardCode: card,
			DocDate: '2024-05-16',
			DocumentLines: [{ BaseType: 22, BaseEntry: 1, BaseLine: 0, Quantity: quantity }],
		});
		expect(textOf(await invoice(from(1, 'W1')))).toContain('do not match');
		expect((await invoice(from(2))).json).toMatchObject({ DocTotal: 80 });
		expect(textOf(await invoice(from(2)))).toContain('exceeds');
		expect((await invoice(from(1))).status).toBe(201);
		expect((await company.get(path('PurchaseOrders(1)'))).json.DocumentStatus).toBe('bost_Close');
		expect(textOf(await invoice(from(1)))).toContain('closed');
		await company.post(path('PurchaseInvoices(2)/Cancel'));
		expect((await invoice(from(1))).status).toBe(201);
	});

	test('an order that was delivered is closed, and billed through its goods receipt', async () => {
		const order = { CardCode: 'S1', DocDate: '2024-05-01', DocumentLines: [{ ItemCode: 'DESK', Quantity: 3, UnitPrice: 40 }] };
		await company.post(path('PurchaseOrders'), order);
		const from = (type: number, more: object = {}) => ({
			CardCode: 'S1',
			DocDate: '2024-05-16',
			DocumentLines: [{ BaseType: type, BaseEntry: 1, BaseLine: 0, ...more }],
		});
		expect((await company.post(path('PurchaseDeliveryNotes'), from(22))).json.DocumentLines).toMatchObject([
			{ BaseType: 22, ItemCode: 'DESK', RemainingOpenQuantity: 3 },
		]);
		expect(textOf(await invoice(from(22)))).toContain('closed');
		expect(textOf(await invoice(from(20, { ItemCode: 'CHAIR' })))).toContain('Item does not match');
		expect(textOf(await invoice({ ...from(20), DocType: 'dDocument_Service' }))).toContain('different types');
		expect((await invoice(from(20, { Quantity: 3, LineTotal: 123 }))).json).toMatchObject({
			DocTotal: 123,
			DocumentLines: [{ Quantity: 3, UnitPrice: 41 }],
		});
	});

	test.each([
		['an item that is not purchased', { ItemCode: 'SOLD', Quantity: 1, UnitPrice: 1 }, 'PCH1.ItemCode'],
		['a quantity of zero', { ItemCode: 'DESK', Quantity: 0, UnitPrice: 1 }, 'PCH1.Quantity'],
	])('refuses %s', async (_what, bad, place) => {
		company.load({ items: [{ ItemCode: 'SOLD', ItemName: 'Sold only', PurchaseItem: 'tNO', ExpanseAccount: '600' }] });
		expect(textOf(await invoice({ CardCode: 'S1', DocDate: '2024-05-16', DocumentLines: [bad] }))).toContain(place);
		expect(ledger()).toEqual([]);
	});

	test('what is kept in stock goes to the account of the item', async () => {
		company.load({ items: [{ ItemCode: 'STOCK', ItemName: 'Kept', InventoryItem: 'tYES', ExpanseAccount: '650' }] });
		const lines = [{ ItemCode: 'STOCK', Quantity: 2, UnitPrice: 5, AccountCode: '600' }];
		await invoice({ CardCode: 'S1', DocDate: '2024-05-16', DocumentLines: lines });
		expect(ledger()).toEqual([
			['211', '0', '10'],
			['650', '10', '0'],
		]);
	});

	test('a draft books nothing until a person adds it, changed as it may be', async () => {
		company.load({ company: { VendorReferenceCheck: 'block' } });
		const draft = await company.post(path('Drafts'), { ...service([line(100)]), DocObjectCode: 'oPurchaseInvoices' });
		expect(draft.json).toMatchObject({ DocEntry: 1, DocTotal: 100, DocObjectCode: 'oPurchaseInvoices' });
		expect(ledger()).toEqual([]);
		const change = { DocumentLines: [{ LineNum: 0, LineTotal: 120, VatGroup: 'V19' }] };
		expect((await company.send('PATCH', path('Drafts(1)'), change)).status).toBe(204);
		const save = async () => await company.post(path('DraftsService_SaveDraftToDocument'), { Document: { DocEntry: '1' } });
		expect((await save()).status).toBe(204);
		expect((await company.get(path('PurchaseInvoices(1)'))).json).toMatchObject({ DocTotal: 142.8, NumAtCard: 'R-1' });
		expect((await company.get(path('Drafts(1)'))).json.DocumentStatus).toBe('bost_Close');
		expect((await save()).status).toBe(400);
	});

	test('after posting only texts, due date and user fields change; a draft can be deleted, an invoice not', async () => {
		await invoice(service([line(100)]));
		expect(
			(await company.send('PATCH', path('PurchaseInvoices(1)'), { Comments: 'seen', DocDueDate: '2024-07-01' })).status,
		).toBe(204);
		expect((await company.send('PATCH', path('PurchaseInvoices(1)'), { CardCode: 'W1' })).status).toBe(400);
		expect((await company.send('DELETE', path('PurchaseInvoices(1)'))).status).toBe(400);
		await company.post(path('Drafts'), service([line(100)]));
		expect((await company.send('DELETE', path('Drafts(1)'))).status).toBe(204);
	});

	test('user fields of marketing documents are shared by all of them', async () => {
		await company.post(path('UserFieldsMD'), {
			TableName: 'OPCH',
			Name: 'CNB1Key',
			Type: 'db_Alpha',
			EditSize: 50,
			Description: 'Key',
		});
		await invoice(service([line(1)], { U_CNB1Key: 'k1' }));
		const found = await company.get(path("PurchaseInvoices?$filter=U_CNB1Key eq 'k1'&$select=DocEntry"));
		expect(found.json.value).toMatchObject([{ DocEntry: 1 }]);
		expect((await company.post(path('Drafts'), { ...service([line(1)]), U_CNB1Key: 'k2' })).json.U_CNB1Key).toBe('k2');
	});
});
