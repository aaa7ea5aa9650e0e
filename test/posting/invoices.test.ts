import { advance, invoice, line, type Fields } from './invoiceSample';
import { codes, post, shortLines } from './sample';

describe('invoices', () => {
	test('a line against the vendor; the account of the allocation where the journal has none', () => {
		const posting = post(invoice(50, [line(null, 50)]));
		expect(shortLines(posting)).toEqual(['Dr expense MATER 50.00', 'Cr vendor V100 50.00']);
		expect(posting.dates.document).toBe('2024-08-25');
		expect(posting.lines[1]!.memo).toBe('35 Paper Ltd');
	});

	test('a credit note swaps the sides', () => {
		expect(shortLines(post(invoice(-50, [line('MATER', -50)])))).toEqual(['Cr expense MATER 50.00', 'Dr vendor V100 50.00']);
	});

	test('tax with a code is reclaimed in full, tax without one stays in the cost', () => {
		const tax = [
			{ amountTax: 19, taxCode: 'V1' },
			{ amountTax: 5, taxCode: null },
		];
		expect(shortLines(post(invoice(124, [line('MATER', 124, { tax })])))).toEqual([
			'Dr expense MATER 105.00',
			'Dr deductibleVat - 19.00 [tax V1]',
			'Cr vendor V100 124.00',
		]);
		expect(codes(post(invoice(124, [line('MATER', 124, { tax })]), { taxCodes: ['V2'] }))).toEqual(['unmapped-tax']);
	});

	test('shipping stays in the cost, or goes to its own account', () => {
		const document = invoice(60, [line('MATER', 60, { amountShipping: 10, amountNet: 50 })], { amountShippingTotal: 10 });
		expect(shortLines(post(document))).toEqual(['Dr expense MATER 60.00', 'Cr vendor V100 60.00']);
		const toAccount = { shipping: 'account', shippingAccount: 'SHIP' };
		expect(shortLines(post(document, toAccount))).toEqual([
			'Dr expense MATER 50.00',
			'Dr shipping SHIP 10.00',
			'Cr vendor V100 60.00',
		]);
		expect(codes(post(document, { shipping: 'account' }))).toEqual(['missing-shipping-account']);
	});

	test('header shipping and tax that the lines lack are spread over them to the last cent', () => {
		const lines = [line('A', 100), line('B', 50), line('C', 50), line('D', -10)];
		const document = invoice(200, lines, { amountShippingTotal: 7, amountTax: 3 });
		const posting = post(document);
		expect(shortLines(posting)).toEqual([
			'Dr expense A 105.00',
			'Dr expense B 52.50',
			'Dr expense C 52.50',
			'Cr expense D 10.00',
			'Cr vendor V100 200.00',
		]);
		const shipped = post(document, { shipping: 'account', shippingAccount: 'SHIP', mergeExpense: 'account' });
		expect(shortLines(shipped)).toContain('Dr shipping SHIP 7.00');
	});

	test('any other gap is held with the figures', () => {
		const document = invoice(210, [line('A', 200)], { amountShippingTotal: 7 });
		expect(codes(post(document))).toEqual(['invoice-total-mismatch']);
		expect(post(document).reasons[0]!.message).toContain('add up to 200, the invoice total is 210; shipping is 7');
	});

	test('a vendor without code is known by its name, one without either is held', () => {
		expect(shortLines(post(invoice(50, [line('A', 50)], {}, { vendorName: 'Paper Ltd' })))[1]).toBe('Cr vendor Paper Ltd 50.00');
		expect(codes(post(invoice(50, [line('A', 50)], {}, {})))).toEqual(['missing-vendor']);
	});

	test('cost objects come from allocation, line and header under the names invoices use', () => {
		const withUnit = line('A', 50, {}, { lineItemOrgUnit4Code: 'CC-L' });
		const other = line('B', 50, {}, { lineItemSequenceOrder: 2 });
		const lines = shortLines(post(invoice(100, [withUnit, other], { requestOrgUnit4Code: 'CC-H' })));
		expect(lines.slice(0, 2)).toEqual(['Dr expense A 50.00 [cc CC-L]', 'Dr expense B 50.00 [cc CC-H]']);
	});

	test('purchase orders are kept', () => {
		const posting = post(invoice(50, [line('A', 50, {}, { lineItemPurchaseOrderNumber: 'PO-9' })], { poNumber: 'PO-1' }));
		expect(posting.lines[0]!.sources[0]!.purchaseOrder).toBe('PO-9');
	});

	test.each([
		['no line', invoice(50, []), 'no-rows'],
		['no account', invoice(50, [line(null, 50, {}, { allocation: [{ journal: { amountGross: 50 } }] })]), 'missing-account'],
		['no gross amount', invoice(50, [line('A', null)]), 'missing-amount'],
		['an unreadable amount', invoice(50, [line('A', '50,00')]), 'unreadable-amount'],
		['tax above the gross', invoice(50, [line('A', 50, { tax: [{ amountTax: 60, taxCode: 'V1' }] })]), 'tax-arithmetic'],
		['no currency', invoice(50, [line('A', 50)], { currencyAlphaCode: '' }), 'missing-currency'],
	])('%s is held', (_, document, code) => expect(codes(post(document))).toEqual([code]));
});

describe('cash advances', () => {
	test('amounts are in the employee’s currency', () => {
		expect(post(advance({})).currency).toBe('GBP');
		expect(codes(post(advance({}, { employeeCurrencyAlphaCode: null })))).toEqual(['missing-currency']);
		expect(post(advance({}, { employeeCurrencyAlphaCode: null, exchangeRate: 1 })).currency).toBe('USD');
	});

	test('a return to the administrator comes negative', () => {
		expect(shortLines(post(advance({ amount: -85, payer: 'EMPL', payee: 'COMP', debitOrCredit: 'CR' })))).toEqual([
			'Cr cashAdvanceClearing CADV 85.00',
			'Dr employeeVendor EMP1 85.00',
		]);
	});

	test('the account of the row, then of the advance, then of the mapping', () => {
		const account = (row: Fields, data: Fields, options = {}) => post(advance(row, data), options).lines[0]?.account;
		expect(account({}, { clearingAccountCode: 'X' })).toBe('CADV');
		expect(account({ accountCode: null }, { clearingAccountCode: 'X' })).toBe('X');
		expect(account({ accountCode: null }, {}, { defaultCashAdvanceAccount: 'D' })).toBe('D');
		expect(codes(post(advance({ accountCode: null })))).toEqual(['missing-cash-advance-account']);
	});

	test.each([
		['a mark against the sign', { debitOrCredit: 'CR' }, 'direction-sign-mismatch'],
		['money to the company without a sign', { payer: 'EMPL', payee: 'COMP' }, 'direction-sign-mismatch'],
		['no company', { payer: 'EMPL', payee: 'CBCP' }, 'no-company-side'],
		['no amount', { amount: null }, 'missing-amount'],
	])('%s is held', (_, row, code) => expect(codes(post(advance(row)))).toEqual([code]));
});
