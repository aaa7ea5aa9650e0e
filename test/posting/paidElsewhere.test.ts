/** What a card, payroll or Concur pays: a warning by default, and by the mapping a payment block or another account. */
import { build } from '../journalEntry/company';
import { invoice, line } from './invoiceSample';
import { entry, journal, post, report, shortLines, wrapped } from './sample';

const bill = (header: Record<string, unknown>) => invoice(50, [line('A', 50)], { currencyAlphaCode: 'USD', ...header });
const trip = (employee: object = {}, more: Record<string, unknown> = {}) =>
	report(10, [entry(10, journal('TAXI', 10), more)], {}, { employee: { employeeId: 'EMP1', ...employee } });
const warned = (document: unknown, options: object = {}) =>
	post(document, options).warnings.map(({ code, field, value }) => [code, field, value]);
const blocked = (document: unknown, options: object) =>
	build(wrapped(document, { docType: undefined }), options).journalEntry!.JournalEntryLines.map((posted) => [
		posted.ShortName ?? posted.AccountCode,
		posted.PaymentBlock,
	]);

const CASES: [string, unknown, string, unknown[]][] = [
	['an invoice paid by card', bill({ payMethodType: 'CARD' }), 'card', ['paid-by-card', 'payMethodType', 'CARD']],
	['one paid by a purchasing card', bill({ payMethodType: 'PCard' }), 'card', ['paid-by-card', 'payMethodType', 'PCard']],
	['one paid by Concur', bill({ invoicePayIndicator: 'Y' }), 'concur', ['paid-by-concur', 'invoicePayIndicator', undefined]],
	[
		'a report reimbursed by ADP',
		trip({ employeeReimbursementMethodCode: 'ADPPAYR' }),
		'payroll',
		['paid-by-payroll', 'employeeReimbursementMethodCode', 'ADPPAYR'],
	],
	[
		'one reimbursed by Concur',
		trip({ employeeReimbursementMethodCode: 'CNQRPAY' }),
		'concur',
		['paid-by-concur', 'employeeReimbursementMethodCode', 'CNQRPAY'],
	],
	[
		'one reimbursed by another service',
		trip({ employeeReimbursementMethodCode: 'PMTSERV' }),
		'service',
		['paid-by-service', 'employeeReimbursementMethodCode', 'PMTSERV'],
	],
	['an entry that Concur pays', trip({}, { expensePayIndicator: 'Y' }), 'concur', ['paid-by-concur', undefined, undefined]],
];

describe.each(CASES)('%s', (_, document, payer, warning) => {
	const creditor = shortLines(post(document)).at(-1)!;

	test('is warned of, and stays an open item', () => {
		expect(warned(document)).toEqual([warning]);
		expect(post(document).warnings[0]!.message).toContain('twice');
		expect(blocked(document, {}).at(-1)![1]).toBeUndefined();
	});

	test('is blocked for payment where the mapping says so, and the warning says that it is', () => {
		const options = { paymentBlock: [payer] };
		expect(blocked(document, options).map(([, block]) => block)).toEqual([undefined, 'tYES']);
		expect(warned(document, options)).toEqual([warning]);
		expect(post(document, options).warnings[0]!.message).toContain('blocked for payment in B1');
	});

	test('goes to another account where the mapping names one, and the warning names it', () => {
		const options = { paidElsewhereAccounts: { [payer]: '2199' } };
		expect(shortLines(post(document, options)).at(-1)).toBe(creditor.replace(/ (EMP1|V100) /, ' 2199 '));
		expect(blocked(document, options).at(-1)).toEqual(['2199', undefined]);
		expect(warned(document, options)).toEqual([warning]);
		expect(post(document, options).warnings[0]!.message).toMatch(/credited to account 2199, and B1 does not pay it\.$/);
	});

	test('is not touched by what the mapping says of other payers', () => {
		const others = ['card', 'payroll', 'concur', 'service'].filter((other) => other !== payer);
		const accounts = Object.fromEntries(others.map((other) => [other, '2199']));
		expect(shortLines(post(document, { paymentBlock: others, paidElsewhereAccounts: accounts })).at(-1)).toBe(creditor);
	});
});

test.each([
	['an invoice the client pays', bill({ payMethodType: 'CLIENT' })],
	['an invoice without a method', bill({})],
	['a report paid by company check', trip({ employeeReimbursementMethodCode: 'APCHECK' })],
	[
		'a report of cards only',
		report(
			10,
			[entry(10, journal('TAXI', 10, 'IBCP'))],
			{},
			{ employee: { employeeId: 'E', employeeReimbursementMethodCode: 'ADPPAYR' } },
		),
	],
])('%s needs no warning and no block', (_, document) => {
	expect(warned(document)).toEqual([]);
	expect(
		blocked(document, { paymentBlock: ['card', 'payroll', 'concur', 'service'] }).every(([, block]) => block === undefined),
	).toBe(true);
});

test('what Concur pays is a line of its own beside what the company pays', () => {
	const entries = [entry(10, journal('TAXI', 10), { expensePayIndicator: 'Y' }), entry(20, journal('TAXI', 20))];
	const both = report(30, entries);
	expect(blocked(both, { paymentBlock: ['concur'] }).slice(2)).toEqual([
		['EMP1', 'tYES'],
		['EMP1', undefined],
	]);
	expect(blocked(both, {}).slice(2)).toEqual([['EMP1', undefined]]);
});

test('payroll clearing takes what ADP pays, on the account of the mapping where the report names none', () => {
	const options = { payrollReimbursement: 'payrollClearing', paidElsewhereAccounts: { payroll: '2199' } };
	expect(shortLines(post(trip({ employeeReimbursementMethodCode: 'ADPPAYR' }), options)).at(-1)).toBe(
		'Cr payrollClearing 2199 10.00',
	);
});

test.each([
	[{ paymentBlock: ['bank'] }, 'paymentBlock must be a list of card, payroll, concur, service.'],
	[{ paidElsewhereAccounts: { bank: '2199' } }, 'paidElsewhereAccounts does not know "bank".'],
])('%j is no mapping', (knobs, problem) => expect(() => post(bill({}), knobs)).toThrow(problem));
