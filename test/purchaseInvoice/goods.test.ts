/** Invoices with items and orders: quantities, prices, what a line is based on, and what fits no order. Sums by hand. */
import type { BaseDocumentFacts, BaseLineFacts, ItemFacts, MasterData } from '../../nodes/shared/journalEntry';
import { toJournalEntry } from '../../nodes/shared/journalEntry';
import { toPurchaseInvoice } from '../../nodes/shared/purchaseInvoice';
import { company, partner } from '../journalEntry/company';
import { invoice, line, type Fields } from '../posting/invoiceSample';
import { post, profileOf, wrapped } from '../posting/sample';

const item = (code: string, more: Partial<ItemFacts> = {}): ItemFacts => ({
	code,
	name: code,
	isPurchased: true,
	isStock: false,
	isInactive: false,
	...more,
});

const baseLine = (position: number, more: Partial<BaseLineFacts> = {}): BaseLineFacts => ({
	line: position - 1,
	position,
	item: 'DESK',
	taxCode: null,
	isOpen: true,
	openQuantity: '10.0',
	total: '400',
	order: null,
	...more,
});

const order = (more: Partial<BaseDocumentFacts> = {}): BaseDocumentFacts => ({
	kind: 'order',
	entry: 51,
	number: '4500',
	partner: 'V100',
	currency: 'EUR',
	isOpen: true,
	isService: false,
	lines: [baseLine(1)],
	...more,
});

const b1 = (baseDocuments: BaseDocumentFacts[] = [order()], items = [item('DESK')]): MasterData =>
	company({
		company: { companyDb: 'SBODEMO', localCurrency: 'EUR', systemCurrency: null, branchesEnabled: false },
		accounts: null,
		partners: [partner('V100')],
		items,
		baseDocuments,
	});

const desks = (quantity: unknown, gross: number, more: Fields = {}) =>
	line('600', gross, {}, { lineItemCode: 'DESK', lineItemQuantity: quantity, lineItemUnitPrice: 40, ...more });
const ordered = { lineItemPurchaseOrderNumber: '4500', poLineNumber: 1 };

function made(document: Fields, options: Fields, masterData: MasterData = b1()) {
	const mapping = { invoicesBecome: 'invoice', invoiceLines: 'items', ...options };
	const profile = profileOf(mapping);
	const posting = post(wrapped(document, { docType: 'invoice' }), mapping);
	const entry = toJournalEntry(posting, profile, masterData, { today: '2024-08-30' });
	return toPurchaseInvoice(posting, profile, masterData, entry)!;
}

const documentOf = (...parts: Parameters<typeof made>) => {
	const { purchaseInvoice, reasons } = made(...parts);
	expect(reasons).toEqual([]);
	return purchaseInvoice!.document;
};
const messageOf = (...parts: Parameters<typeof made>) => {
	const { purchaseInvoice, reasons } = made(...parts);
	expect(purchaseInvoice).toBeNull();
	expect(reasons).toMatchObject([{ code: 'base-document-differs', value: '4500', entry: 'line 1' }]);
	return reasons[0]!.message;
};

describe('an invoice with items', () => {
	test('has item, quantity and price where they make the amount, and the account of its cost', () => {
		expect(documentOf(invoice(120, [desks('3', 120)]), {})).toMatchObject({
			DocType: 'dDocument_Items',
			DocumentLines: [{ ItemCode: 'DESK', Quantity: 3, UnitPrice: 40, AccountCode: '600' }],
		});
	});

	test('leaves the price to B1 where it does not make the amount', () => {
		const [only] = documentOf(invoice(100, [desks('3', 100)]), {}).DocumentLines;
		expect(only).toMatchObject({ Quantity: 3, LineTotal: 100 });
		expect(only).not.toHaveProperty('UnitPrice');
	});

	test('shares the quantity of a line by its allocations', () => {
		const part = (gross: number) => (line('600', gross).allocation as Fields[])[0]!;
		const split = desks('3', 0, { allocation: [part(80), part(40)] });
		expect(documentOf(invoice(120, [split]), {}).DocumentLines).toMatchObject([
			{ Quantity: 2, UnitPrice: 40 },
			{ Quantity: 1, UnitPrice: 40 },
		]);
	});

	test('takes what an allowance takes off as a negative quantity, and a credit memo as a positive one', () => {
		expect(documentOf(invoice(80, [desks('3', 120), desks('1', -40)]), {}).DocumentLines).toMatchObject([
			{ Quantity: 3, UnitPrice: 40 },
			{ Quantity: -1, UnitPrice: 40 },
		]);
		expect(made(invoice(-80, [desks('-2', -80)]), {}).purchaseInvoice).toMatchObject({
			set: 'PurchaseCreditNotes',
			document: { DocumentLines: [{ Quantity: 2, UnitPrice: 40 }] },
		});
	});

	test('gives the item of the mapping to lines that name none, and goes to a person without one', () => {
		const document = invoice(130, [desks('3', 120), line('616', 10)]);
		expect(documentOf(document, { invoiceItem: 'FEE' }, b1([], [item('DESK'), item('FEE')])).DocumentLines).toMatchObject([
			{ ItemCode: 'DESK', Quantity: 3 },
			{ ItemCode: 'FEE', Quantity: 1, UnitPrice: 10, AccountCode: '616' },
		]);
		expect(made(document, {}).reasons).toMatchObject([{ code: 'invoice-item-missing' }]);
	});

	test('has services where no line names an item, or the mapping does not ask for them', () => {
		expect(documentOf(invoice(10, [line('616', 10)]), {}).DocType).toBe('dDocument_Service');
		expect(documentOf(invoice(120, [desks('3', 120)]), { invoiceLines: 'accounts' }).DocType).toBe('dDocument_Service');
	});

	test.each([
		['unknown', []],
		['inactive', [item('DESK', { isInactive: true })]],
		['not purchased', [item('DESK', { isPurchased: false })]],
	])('goes to a person where the item is %s', (_what, items) => {
		expect(made(invoice(120, [desks('3', 120)]), {}, b1([], items)).reasons).toMatchObject([
			{ code: 'item-not-usable', value: 'DESK' },
		]);
	});

	test('leaves the account of what is kept in stock to B1', () => {
		const [only] = documentOf(invoice(120, [desks('3', 120)]), {}, b1([], [item('DESK', { isStock: true })])).DocumentLines;
		expect(only).not.toHaveProperty('AccountCode');
	});
});

describe('an invoice of an order', () => {
	const link = { invoiceOrders: 'link', invoiceLines: 'accounts' };
	const bill = (quantity: unknown = '3', more: Fields = ordered) => invoice(120, [desks(quantity, 120, more)]);

	test('draws on the line of the order, with the item of the order', () => {
		expect(documentOf(bill(), link)).toMatchObject({
			DocType: 'dDocument_Items',
			DocumentLines: [{ ItemCode: 'DESK', Quantity: 3, BaseType: 22, BaseEntry: 51, BaseLine: 0 }],
		});
	});

	test('draws on the goods receipt where the order was delivered', () => {
		const receipt = order({
			kind: 'receipt',
			entry: 7,
			number: '900',
			lines: [baseLine(1, { openQuantity: '3', order: { entry: 51, line: 0 } })],
		});
		const delivered = order({ isOpen: false, lines: [baseLine(1, { isOpen: false, openQuantity: '0' })] });
		expect(documentOf(bill(), link, b1([delivered, receipt])).DocumentLines).toMatchObject([
			{ BaseType: 20, BaseEntry: 7, BaseLine: 0 },
		]);
	});

	test('takes the receipt that Concur matched where there are several', () => {
		const receipt = (entry: number) =>
			order({ kind: 'receipt', entry, number: String(entry), lines: [baseLine(1, { order: { entry: 51, line: 0 } })] });
		const document = bill('3', { ...ordered, receiptNumbers: ['8'] });
		expect(documentOf(document, link, b1([order(), receipt(7), receipt(8)])).DocumentLines).toMatchObject([{ BaseEntry: 8 }]);
	});

	test('finds the line by its item where Concur does not number it', () => {
		const two = order({ lines: [baseLine(1, { item: 'CHAIR' }), baseLine(2)] });
		const unnumbered = { lineItemPurchaseOrderNumber: '4500' };
		expect(documentOf(bill('3', unnumbered), link, b1([two])).DocumentLines).toMatchObject([{ BaseLine: 1 }]);
		const doubled = order({ lines: [baseLine(1), baseLine(2)] });
		expect(messageOf(bill('3', unnumbered), link, b1([doubled]))).toContain('2 lines of item DESK');
	});

	test.each<[string, BaseDocumentFacts[], string]>([
		['is not there', [], 'no order of this number'],
		['is of another vendor', [order({ partner: 'V200' })], 'vendor V200'],
		['is there twice', [order(), order({ entry: 52 })], 'several orders'],
		['is in another currency', [order({ currency: 'USD' })], 'in USD'],
		['is closed', [order({ isOpen: false })], 'line 1 is closed'],
		['has no such line', [order({ lines: [baseLine(2)] })], 'no line 1'],
		['is of another item', [order({ lines: [baseLine(1, { item: 'CHAIR' })] })], 'item CHAIR'],
		['has less open', [order({ lines: [baseLine(1, { openQuantity: '2' })] })], 'bills 3 of the quantity, its line 1 has 2 open'],
	])('goes to a person where the order %s, and says so', (_what, orders, said) => {
		expect(messageOf(bill(), link, b1(orders))).toContain(said);
	});

	test('goes to a person where two lines together take more than is open', () => {
		const twice = invoice(480, [desks('6', 240, ordered), desks('6', 240, { ...ordered, lineItemSequenceOrder: 2 })]);
		expect(made(twice, link).reasons).toMatchObject([{ code: 'base-document-differs', entry: 'line 2' }]);
	});

	test('goes to a person without a quantity, and where B1 was not asked', () => {
		expect(messageOf(bill(null), link)).toContain('no quantity');
		expect(messageOf(bill(), link, company({ accounts: null, partners: [partner('V100')], company: b1().company }))).toContain(
			'not asked',
		);
	});

	test('goes to a person where the order has a tax that the invoice does not carry', () => {
		const taxed = b1([order({ lines: [baseLine(1, { taxCode: 'V19' })] })]);
		expect(made(bill(), link, taxed).reasons).toMatchObject([{ code: 'base-document-differs', value: 'V19' }]);
		expect(documentOf(bill(), { ...link, invoiceTaxGroup: 'V0' }, taxed).DocumentLines).toMatchObject([{ BaseEntry: 51 }]);
	});

	test('of services fits by the amount', () => {
		const services = (total: string) => b1([order({ isService: true, lines: [baseLine(1, { item: null, total })] })]);
		const fits = documentOf(bill(null, ordered), link, services('120'));
		expect(fits).toMatchObject({ DocType: 'dDocument_Service', DocumentLines: [{ BaseType: 22, LineTotal: 120 }] });
		expect(messageOf(bill(null, ordered), link, services('119.99'))).toContain('120 of the amount');
	});

	test('stays as it was where the mapping does not ask for it', () => {
		expect(documentOf(bill(), {}, b1([])).DocumentLines[0]).not.toHaveProperty('BaseEntry');
	});
});
