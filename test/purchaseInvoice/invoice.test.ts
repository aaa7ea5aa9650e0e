/** Invoices as B1's own invoices: lines by tax code, B1's arithmetic against Concur's, and what stays a journal entry. Sums by hand. */
import { toJournalEntry, type MasterData, type TaxGroupFacts } from '../../nodes/shared/journalEntry';
import { toPurchaseInvoice, type PurchaseDocument } from '../../nodes/shared/purchaseInvoice';
import { company, partner } from '../journalEntry/company';
import { invoice, line, type Fields } from '../posting/invoiceSample';
import { post, profileOf, wrapped } from '../posting/sample';

const group = (code: string, rate: string, more: Partial<TaxGroupFacts> = {}): TaxGroupFacts => ({
	code,
	name: code,
	taxAccount: '145000',
	inactive: false,
	rates: [{ from: null, rate }],
	...more,
});

const b1 = (more: Partial<MasterData> = {}): MasterData =>
	company({
		company: { companyDb: 'SBODEMO', localCurrency: 'EUR', systemCurrency: null, branchesEnabled: false },
		accounts: null,
		partners: [partner('V100')],
		taxGroups: [group('V19', '19'), group('V7', '7'), group('V0', '0'), group('R19', '19', { isAcquisition: true })],
		...more,
	});

const tax = (code: string, amount: number) => ({ taxCode: code, amountTax: amount });
const taxCodes = { A: { code: 'V19' }, B: { code: 'V7' }, R: { code: 'R19' } };

function made(document: Fields, options: Fields = {}, masterData: MasterData | null = b1()) {
	const mapping = { invoicesBecome: 'invoice', taxCodes, defaultExpenseAccount: null, ...options };
	const profile = profileOf(mapping);
	const posting = post(wrapped(document, { docType: 'invoice' }), mapping);
	const entry = toJournalEntry(posting, profile, masterData, { today: '2024-08-30' });
	return { entry, result: toPurchaseInvoice(posting, profile, masterData, entry) };
}

const documentOf = (...parts: Parameters<typeof made>): PurchaseDocument => made(...parts).result!.purchaseInvoice!.document;
const linesOf = (...parts: Parameters<typeof made>) =>
	documentOf(...parts).DocumentLines.map(({ AccountCode, LineTotal, VatGroup }) => [AccountCode, LineTotal, VatGroup]);

describe('an invoice of B1', () => {
	test('has the vendor, its number, the dates, the key, and a line per cost with its tax group', () => {
		const document = invoice(119, [line('600', 119, { amountNet: 100, tax: [tax('A', 19)] })], { amountTax: 19 });
		const { result } = made(document);
		expect(result!.reasons).toEqual([]);
		expect(result!.purchaseInvoice).toMatchObject({ set: 'PurchaseInvoices', total: '119.00', tax: '19.00' });
		expect(result!.purchaseInvoice!.document).toMatchObject({
			CardCode: 'V100',
			DocType: 'dDocument_Service',
			NumAtCard: 'INV-7',
			DocDate: '2024-08-25',
			TaxDate: '2024-08-25',
			U_ConcurKey: expect.stringMatching(/:/),
			DocumentLines: [{ AccountCode: '600', LineTotal: 100, VatGroup: 'V19' }],
		});
		expect(result!.purchaseInvoice!.document).not.toHaveProperty('DocTotal');
		expect(result!.purchaseInvoice!.document).not.toHaveProperty('Rounding');
	});

	test('splits a line of two rates by their bases, and leaves what carries no tax', () => {
		// 100 at 19 % and 50 at 7 %, and 10 without tax: 100 + 19 + 50 + 3.50 + 10
		const document = invoice(182.5, [line('600', 182.5, { amountNet: 160, tax: [tax('A', 19), tax('B', 3.5)] })]);
		expect(linesOf(document, { invoiceTaxGroup: 'V0' })).toEqual([
			['600', 100, 'V19'],
			['600', 50, 'V7'],
			['600', 10, 'V0'],
		]);
	});

	test('a line without tax has the tax group of lines without tax, and none where the mapping names none', () => {
		const document = invoice(50, [line('600', 50)]);
		expect(linesOf(document, { invoiceTaxGroup: 'V0' })).toEqual([['600', 50, 'V0']]);
		expect(linesOf(document)).toEqual([['600', 50, undefined]]);
	});

	test('a negative invoice is a credit note of positive amounts', () => {
		const document = invoice(-119, [line('600', -119, { amountNet: -100, tax: [tax('A', -19)] })], { amountTax: -19 });
		const { result } = made(document);
		expect(result!.purchaseInvoice).toMatchObject({ set: 'PurchaseCreditNotes', total: '119.00', tax: '19.00' });
		expect(result!.purchaseInvoice!.document.DocumentLines).toMatchObject([{ LineTotal: 100, VatGroup: 'V19' }]);
	});

	test('as a draft says what it becomes', () => {
		const { result } = made(invoice(50, [line('600', 50)]), { invoicesBecome: 'draft' });
		expect(result!.purchaseInvoice).toMatchObject({ set: 'Drafts', document: { DocObjectCode: 'oPurchaseInvoices' } });
	});

	test('reverse charge costs what the vendor charges, under its own tax group, and owes nothing more', () => {
		// The tax of 19 is stated, the vendor gets 100; in a journal entry this goes to a person.
		const document = invoice(100, [line('600', 100, { amountNet: 100, tax: [tax('R', 19)] })], { amountTax: 0 });
		const { result } = made(document);
		expect(result!.reasons).toEqual([]);
		expect(result!.purchaseInvoice).toMatchObject({
			total: '100.00',
			document: { DocumentLines: [{ LineTotal: 100, VatGroup: 'R19' }] },
		});
		expect(made(document, { invoicesBecome: 'journalEntry' }).entry.status).toBe('review');
	});

	test('a cent by which the roundings differ is the rounding of the document', () => {
		// Three lines of 33.33 at 19 %: B1 rounds each tax to 6.33, 18.99 together; Concur states 19.00.
		const lines = [6.33, 6.33, 6.34].map((amount) => line('600', 33.33 + amount, { amountNet: 33.33, tax: [tax('A', amount)] }));
		const document = documentOf(invoice(118.99, lines, { amountTax: 19 }));
		expect(document).toMatchObject({ Rounding: 'tYES', RoundingDiffAmount: 0.01 });
	});

	test('tax that B1 would work out otherwise goes to a person', () => {
		const { result } = made(invoice(125, [line('600', 125, { amountNet: 100, tax: [tax('A', 25)] })]));
		expect(result!.purchaseInvoice).toBeNull();
		expect(result!.reasons).toMatchObject([{ code: 'invoice-tax-differs' }]);
	});

	test('less tax than the rate gives is that of a part of the line', () => {
		// 9.50 at 19 % is the tax of 50.
		const document = invoice(109.5, [line('600', 109.5, { amountNet: 100, tax: [tax('A', 9.5)] })]);
		expect(linesOf(document, { invoiceTaxGroup: 'V0' })).toEqual([
			['600', 50, 'V19'],
			['600', 50, 'V0'],
		]);
	});

	test('shipping has a line of its own account and shares the tax', () => {
		const document = invoice(119, [line('600', 119, { amountNet: 90, amountShipping: 10, tax: [tax('A', 19)] })], {
			amountShippingTotal: 10,
		});
		expect(linesOf(document, { shipping: 'account', shippingAccount: '630' })).toEqual([
			['600', 90, 'V19'],
			['630', 10, 'V19'],
		]);
	});

	test('a foreign invoice states the amounts of its currency', () => {
		const masterData = b1({ company: { companyDb: 'S', localCurrency: 'USD', systemCurrency: null, branchesEnabled: false } });
		const document = documentOf(invoice(50, [line('600', 50)]), {}, masterData);
		expect(document).toMatchObject({ DocCurrency: 'EUR', DocumentLines: [{ RowTotalFC: 50 }] });
		expect(document.DocumentLines[0]).not.toHaveProperty('LineTotal');
	});

	test('a country with tax codes gets tax codes', () => {
		const masterData = b1({ taxGroups: [group('ST8', '8', { isSalesTaxCode: true, taxAccount: null })] });
		const document = invoice(108, [line('600', 108, { amountNet: 100, tax: [tax('S', 8)] })]);
		const { DocumentLines } = documentOf(document, { taxCodes: { S: { code: 'ST8', account: '145000' } } }, masterData);
		expect(DocumentLines).toMatchObject([{ LineTotal: 100, TaxCode: 'ST8' }]);
		expect(DocumentLines[0]).not.toHaveProperty('VatGroup');
	});
});

describe('a tax code of an invoice', () => {
	const document = invoice(50, [line('600', 50)]);

	test.each([
		['is not there', 'X9', 'tax-group-not-found'],
		['is one of sales', 'A19', 'tax-group-output'],
		['is not in use', 'OLD', 'tax-group-inactive'],
	])('that %s holds it', (_what, code, expected) => {
		const masterData = b1({ taxGroups: [group('A19', '19', { isOutput: true }), group('OLD', '0', { inactive: true })] });
		expect(made(document, { invoiceTaxGroup: code }, masterData).result!.reasons).toMatchObject([{ code: expected }]);
	});

	test('two taxes on one amount need one code of B1', () => {
		const both = invoice(114.98, [line('600', 114.98, { amountNet: 100, tax: [tax('A', 5), tax('B', 9.98)] })]);
		const rates = { A: { code: 'GST', rate: '5', account: '145' }, B: { code: 'QST', rate: '9.975', account: '146' } };
		const { result } = made(both, { taxCodes: rates }, null);
		expect(result!.reasons).toMatchObject([{ code: 'no-purchase-invoice' }]);
	});
});

describe('a journal entry it stays', () => {
	test('unless the mapping says otherwise', () => {
		expect(made(invoice(50, [line('600', 50)]), { invoicesBecome: 'journalEntry' }).result).toBeNull();
	});

	test('where it is held, and where an account is credited instead of a vendor', () => {
		const unknown = b1({ partners: [] });
		expect(made(invoice(50, [line('600', 50)]), {}, unknown).result).toBeNull();
		const paidByConcur = invoice(50, [line('600', 50)], { invoicePayIndicator: 'Y', liabilityAccountCode: '2150' });
		const { entry, result } = made(paidByConcur, { expensePay: 'liabilityAccount' });
		expect([entry.status, result]).toEqual(['ready', null]);
	});
});

test('an invoice carries the user fields of its header and lines, and none of those that only entries have', () => {
	const on = (place: string, field: string, value: string) => ({ on: place, field, value, required: false });
	const userFields = [
		on('entry', 'U_Trip', 'BERN'),
		on('entry', 'TransactionCode', 'CON'),
		on('entry', 'Indicator', 'A'),
		on('expense', 'U_Count', '7'),
		on('partner', 'U_Vendor', 'x'),
	];
	const facts = { description: '', size: 8, isDemanded: false, validValues: [] };
	const known = b1({
		userFields: [
			{ ...facts, table: 'OPCH', name: 'U_Trip', type: 'text' },
			{ ...facts, table: 'PCH1', name: 'U_Count', type: 'wholeNumber' },
		],
	});
	const document = documentOf(invoice(50, [line('600', 50)]), { userFields }, known);
	expect(document).toMatchObject({ U_Trip: 'BERN', Indicator: 'A', DocumentLines: [{ U_Count: 7 }] });
	expect(document).not.toHaveProperty('TransactionCode');
	const strange = made(invoice(50, [line('600', 50)]), { userFields: [on('entry', 'U_Other', 'x')] }, known);
	expect(strange.entry.reasons.map(({ code }) => code)).toEqual(['user-field-not-found']);
});
