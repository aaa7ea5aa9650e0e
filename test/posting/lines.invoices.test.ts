/** Lines of invoices and cash advances in full: what is posted, where it came from, by which rule, and what the memo says. */
import { advance, invoice, line } from './invoiceSample';
import { post } from './sample';

type Fields = Record<string, unknown>;

test('a cash advance with everything that is known of it', () => {
	const source = { entryId: 'CA1', expenseType: 'Cash advance', payee: 'EMPL', spendAmount: '300', spendCurrency: 'USD' };
	expect(post(advance({})).lines).toEqual([
		{
			role: 'cashAdvanceClearing',
			account: 'CADV',
			debit: '300.00',
			currency: 'GBP',
			memo: 'Cash advance USD 300',
			rule: 'account as it comes',
			sources: [source],
		},
		{
			role: 'employeeVendor',
			party: 'EMP1',
			credit: '300.00',
			currency: 'GBP',
			memo: 'CA1',
			rule: 'payee EMPL is the employee',
			sources: [source],
		},
	]);
});

describe('cash advances of which less is known', () => {
	test('no id, amount or currency of the request', () => {
		const data = { cashAdvanceId: null, requestAmount: null, currencyAlphaCode: null };
		const [row] = post(advance({}, data)).lines;
		expect(JSON.parse(JSON.stringify(row!.sources))).toEqual([{ expenseType: 'Cash advance', payee: 'EMPL' }]);
	});

	test('no mark, and a row of nought beside the one that counts', () => {
		const document = advance({ debitOrCredit: null });
		const rows = [...(document.journalData as object[]), { accountCode: 'CADV', amount: 0, payer: 'NOBODY', payee: null }];
		expect(post({ ...document, journalData: rows })).toMatchObject({ status: 'ready', lines: [{ debit: '300.00' }, {}] });
	});

	test('the request’s currency is the employee’s where the rate is 1 or not stated', () => {
		expect(post(advance({}, { employeeCurrencyAlphaCode: null, exchangeRate: null })).currency).toBe('USD');
		expect(post(advance({}, { employeeCurrencyAlphaCode: null, exchangeRate: '1.00' })).currency).toBe('USD');
		expect(post(advance({}, { employeeCurrencyAlphaCode: null, exchangeRate: '1.01' })).currency).toBeNull();
	});

	test('an advance is never payroll’s', () =>
		expect(post(advance({}), { payrollReimbursement: 'payrollClearing' }).lines[1]).toMatchObject({ role: 'employeeVendor' }));

	test('what Concur pays is credited to the liability account, without a warning', () => {
		const paid = { expensePayIndicator: 'Y', liabilityAccountCode: 'LIAB' };
		const posting = post(advance({}, paid), { expensePay: 'liabilityAccount' });
		expect(posting.lines[1]).toMatchObject({
			role: 'employeeVendor',
			account: 'LIAB',
			rule: 'paid by Concur: liability account, account as it comes',
		});
		expect(posting.warnings).toEqual([]);
	});
});

test('an invoice line with everything that is known of it', () => {
	const allocated = {
		allocation: [{ allocationId: 'A1', allocationKey: 'K1', journal: { accountCode: 'MATER', amountGross: 50 } }],
	};
	const document = invoice(50, [line('MATER', 50, {}, { ...allocated, lineItemPurchaseOrderNumber: 'PO-9' })]);
	const source = { entryId: 'line 1', allocationId: 'A1', expenseType: 'Paper', payee: 'V100', purchaseOrder: 'PO-9' };
	expect(post(document).lines).toEqual([
		{
			role: 'expense',
			account: 'MATER',
			debit: '50.00',
			currency: 'EUR',
			memo: 'Paper',
			rule: 'account as it comes',
			sources: [source],
		},
		{
			role: 'vendor',
			party: 'V100',
			credit: '50.00',
			currency: 'EUR',
			memo: '35 Paper Ltd',
			rule: 'vendor code',
			sources: [source],
		},
	]);
});

describe('invoice lines of which less is known', () => {
	const sourceOf = (fields: Fields, header: Fields = {}) =>
		JSON.parse(JSON.stringify(post(invoice(50, [line('A', 50, {}, fields)], header)).lines[0]!.sources[0]));

	test.each<[string, Fields, Fields, Fields]>([
		['name of the expense type', { lineItemDescription: null, expenseTypeName: 'Office' }, {}, { expenseType: 'Office' }],
		['code of the expense type', { lineItemDescription: null }, {}, { expenseType: '2000' }],
		['purchase order of the header', {}, { poNumber: 'PO-1' }, { purchaseOrder: 'PO-1' }],
		['number of the line', { lineItemSequenceOrder: 7 }, {}, { entryId: 'line 7' }],
		[
			'key of the allocation',
			{ allocation: [{ allocationKey: 'K1', journal: { accountCode: 'A', amountGross: 50 } }] },
			{},
			{ allocationId: 'K1' },
		],
	])('%s', (_, fields, header, expected) => expect(sourceOf(fields, header)).toMatchObject(expected));

	test('nothing: the line’s place in the invoice', () => {
		const bare = { lineItemSequenceOrder: null, lineItemDescription: null, expenseTypeCode: null };
		expect(sourceOf(bare)).toEqual({ entryId: 'line 1', payee: 'V100' });
	});

	test('a line of nought needs no account', () => {
		const zero = line(null, 0, {}, { allocation: [{ journal: { amountGross: 0 } }] });
		expect(post(invoice(50, [line('A', 50), zero]))).toMatchObject({ status: 'ready', lines: [{ account: 'A' }, {}] });
	});

	test('an account by the code or name of the expense type', () => {
		const byType = (table: Fields) =>
			post(invoice(50, [line('A', 50, {}, { expenseTypeName: 'Office' })]), {
				accountMap: { mode: 'expenseType', table },
			}).lines[0];
		expect(byType({ 2000: '6100' })).toMatchObject({ account: '6100', rule: 'expense type 2000' });
		expect(byType({ Office: '6200' })).toMatchObject({ account: '6200', rule: 'expense type Office' });
	});

	test('a vendor without code, and one that Concur pays', () => {
		expect(post(invoice(50, [line('A', 50)], {}, { vendorName: 'Paper Ltd' })).lines[1]).toMatchObject({
			party: 'Paper Ltd',
			rule: 'vendor name',
		});
		const paid = { invoicePayIndicator: 'Y' };
		const options = { expensePay: 'liabilityAccount', defaultLiabilityAccount: 'L2' };
		expect(post(invoice(50, [line('A', 50)], paid), options).lines[1]).toMatchObject({
			role: 'vendor',
			account: 'L2',
			rule: 'paid by Concur: liability account, default account',
		});
		expect(post(invoice(50, [line('A', 50)]), options).lines[1]).toMatchObject({ party: 'V100' });
	});
});
