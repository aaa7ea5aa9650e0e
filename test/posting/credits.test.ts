/** Which account or partner a row is posted to, and by which rule: payees, cards, clearing, account tables. */
import { assertLinesBalance } from '../../nodes/shared/posting/totals';
import { entry, journal, personal, post, report } from './sample';

type Fields = Record<string, unknown>;

const ride = (payee: string, fields: Fields = {}, facts: Fields = {}) =>
	report(10, [entry(10, journal('TAXI', 10, payee), fields)], facts);
const credit = (document: unknown, options: Fields) => {
	const { account, party, partner, role, rule } = post(document, options).lines.at(-1)!;
	return [role, partner ?? account ?? party, rule];
};

test.each<[string, unknown, Fields, [string, string, string]]>([
	['the employee', ride('EMPL'), {}, ['employeeVendor', 'EMP1', 'payee EMPL is the employee']],
	['a card without a vendor of its own', ride('IBCP'), {}, ['cardVendor', 'IBCP', 'payee IBCP is a card']],
	['the vendor of a payee', ride('IBCP'), { cardVendors: { IBCP: 'AMEX' } }, ['cardVendor', 'AMEX', 'card vendor of IBCP']],
	[
		'payee and payment type before the payment type',
		ride('IBCP', { reportEntryPatKey: '1003' }),
		{ cardVendors: { 1003: 'B', 'IBCP:1003': 'A' } },
		['cardVendor', 'A', 'card vendor of IBCP:1003'],
	],
	[
		'the payment type before the card program',
		ride('IBCP', { reportEntryPatKey: '1003', cardProgramTypeCode: 'AX' }),
		{ cardVendors: { AX: 'C', 1003: 'B' } },
		['cardVendor', 'B', 'card vendor of 1003'],
	],
	[
		'the card program before the payee',
		ride('IBCP', { reportEntryPatKey: '1003', cardProgramTypeCode: 'AX' }),
		{ cardVendors: { IBCP: 'D', AX: 'C' } },
		['cardVendor', 'C', 'card vendor of AX'],
	],
	[
		'a payment type of the employee’s says nothing about a card',
		ride('IBCP', { reportEntryPatKey: 'CASH' }),
		{ payeeRoles: { CASH: 'employeeVendor' }, cardVendors: { CASH: 'X', 'IBCP:CASH': 'Y', IBCP: 'D' } },
		['cardVendor', 'D', 'card vendor of IBCP'],
	],
	[
		'no payment type at all',
		ride('IBCP', { reportEntryPatKey: null }),
		{ cardVendors: { null: 'X', 'IBCP:null': 'Y', IBCP: 'D' } },
		['cardVendor', 'D', 'card vendor of IBCP'],
	],
	[
		'clearing instead of the vendor',
		ride('IBCP', { clearingAccountCode: 'CLR' }),
		{ cardCredit: { IBCP: 'clearing' } },
		['cardClearing', 'CLR', 'card IBCP is credited to clearing, account as it comes'],
	],
	[
		'the vendor for a payment type, clearing for the rest',
		ride('IBCP', { reportEntryPatKey: '1003', clearingAccountCode: 'CLR' }),
		{ cardCredit: { IBCP: 'clearing', 1003: 'vendor' }, cardVendors: { 1003: 'B' } },
		['cardVendor', 'B', 'card vendor of 1003'],
	],
	[
		'the payroll clearing account',
		ride('EMPL', {}, { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: 'PAY' }),
		{ payrollReimbursement: 'payrollClearing' },
		['payrollClearing', 'PAY', 'reimbursed by payroll'],
	],
	[
		'the employee where payroll does not pay',
		ride('EMPL', {}, { payrollPayIndicator: 'N', payrollPaymentClearingAccountCode: 'PAY' }),
		{ payrollReimbursement: 'payrollClearing' },
		['employeeVendor', 'EMP1', 'payee EMPL is the employee'],
	],
	[
		'the card where payroll pays the employee',
		ride('IBCP', {}, { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: 'PAY' }),
		{ payrollReimbursement: 'payrollClearing' },
		['cardVendor', 'IBCP', 'payee IBCP is a card'],
	],
	[
		'the liability account of what Concur pays, for cards too',
		ride('IBCP', { expensePayIndicator: 'Y', liabilityAccountCode: 'LIAB' }),
		{ expensePay: 'liabilityAccount' },
		['cardVendor', 'LIAB', 'paid by Concur: liability account, account as it comes'],
	],
	[
		'the employee where Concur does not pay',
		ride('EMPL', { expensePayIndicator: 'N', liabilityAccountCode: 'LIAB' }),
		{ expensePay: 'liabilityAccount' },
		['employeeVendor', 'EMP1', 'payee EMPL is the employee'],
	],
])('%s', (_, document, options, expected) => expect(credit(document, options)).toEqual(expected));

test('what Concur or payroll pays is warned of only where the employee is credited as well', () => {
	const warnings = (document: unknown, options: Fields) => post(document, options).warnings;
	const byConcur = ride('EMPL', { expensePayIndicator: 'Y', liabilityAccountCode: 'LIAB' });
	expect(warnings(byConcur, { expensePay: 'liabilityAccount' })).toEqual([]);
	const byPayroll = ride('EMPL', {}, { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: 'PAY' });
	expect(warnings(byPayroll, { payrollReimbursement: 'payrollClearing' })).toEqual([]);
	expect(warnings(ride('EMPL'), {})).toEqual([]);
});

describe('accounts', () => {
	const cost = (accountMap: Fields, options: Fields = {}, fields: Fields = {}, account: string | null = 'TAXI') => {
		const posting = post(report(10, [entry(10, journal(account, 10), fields)]), { accountMap, ...options });
		return posting.lines.length === 0
			? posting.reasons.map(({ code }) => code)
			: [posting.lines[0]!.account, posting.lines[0]!.rule];
	};
	const types = { expenseTypeCode: 'TAXIX', expenseTypeName: 'Taxi' };

	test.each<[string, Fields, Fields, Fields, (string | undefined)[]]>([
		['as they come', { mode: 'asIs', table: { TAXI: '6100' } }, {}, {}, ['TAXI', 'account as it comes']],
		['by table', { mode: 'table', table: { TAXI: '6100' } }, {}, {}, ['6100', 'account table TAXI']],
		['not in the table, as it comes', { mode: 'table', table: {}, missing: 'asIs' }, {}, {}, ['TAXI', 'account as it comes']],
		[
			'not in the table, held in spite of a default',
			{ mode: 'table', table: {} },
			{ defaultExpenseAccount: '6999' },
			{},
			['unmapped-account'],
		],
		[
			'by expense type code',
			{ mode: 'expenseType', table: { TAXIX: '6100', Taxi: '6200' } },
			{},
			types,
			['6100', 'expense type TAXIX'],
		],
		['by expense type name', { mode: 'expenseType', table: { Taxi: '6200' } }, {}, types, ['6200', 'expense type Taxi']],
		[
			'by name where there is no code',
			{ mode: 'expenseType', table: { Taxi: '6200', null: 'X' } },
			{},
			{ ...types, expenseTypeCode: null },
			['6200', 'expense type Taxi'],
		],
		[
			'another expense type, with a default',
			{ mode: 'expenseType', table: {} },
			{ defaultExpenseAccount: '6999' },
			types,
			['6999', 'default account'],
		],
		[
			'another expense type, as it comes',
			{ mode: 'expenseType', table: {}, missing: 'asIs' },
			{},
			types,
			['TAXI', 'account as it comes'],
		],
		[
			'another expense type, as it comes in spite of a default',
			{ mode: 'expenseType', table: {}, missing: 'asIs' },
			{ defaultExpenseAccount: '6999' },
			types,
			['TAXI', 'account as it comes'],
		],
	])('%s', (_, map, options, fields, expected) => expect(cost(map, options, fields)).toEqual(expected));

	test('none in the document: the default, in every mode', () => {
		const options = { defaultExpenseAccount: '6999' };
		for (const mode of ['asIs', 'table', 'expenseType'])
			expect(cost({ mode, table: {} }, options, {}, null)).toEqual(['6999', 'default account']);
		expect(cost({ mode: 'asIs' }, {}, {}, null)).toEqual(['missing-account']);
	});

	test('clearing accounts have no expense type', () => {
		const { lines } = post(report(0, [personal(5, 'CBCP', 'CLR')]), {
			accountMap: { mode: 'expenseType', table: { TAXIX: '6100' } },
			clearingPassThrough: 'always',
		});
		expect(lines.filter(({ role }) => role === 'cardClearing').map(({ account }) => account)).toEqual(['CLR', 'CLR']);
	});

	test('a personal row without account takes that of its entry, then the default', () => {
		const cleared = (account: string | null, options: Fields = {}) =>
			post(report(0, [personal(5, 'CBCP', account)]), { clearingPassThrough: 'always', ...options }).lines[0];
		expect(cleared('CLR')).toMatchObject({ account: 'CLR', rule: 'account as it comes' });
		expect(cleared(null, { defaultClearingAccount: 'DEF' })).toMatchObject({ account: 'DEF', rule: 'default account' });
	});

	test('a cost whose account is the clearing account as well is a cost', () => {
		const own = entry(10, journal('CLR', 10, 'CBCP'), { clearingAccountCode: 'CLR' });
		expect(post(report(10, [own])).lines[0]).toMatchObject({ role: 'expense', account: 'CLR' });
		const cost = entry(10, journal('TAXI', 10, 'CBCP'), { clearingAccountCode: 'CLR' });
		expect(post(report(10, [cost])).lines[0]).toMatchObject({ role: 'expense', account: 'TAXI' });
	});
});

test('lines that do not balance never leave the engine', () => {
	const lines = [{ debit: '10.00' }, { debit: '2.50' }, { credit: '12.50' }];
	expect(() => assertLinesBalance(lines, 'd1')).not.toThrow();
	expect(() => assertLinesBalance([...lines, { credit: '0.01' }], 'd1')).toThrow(
		'The posting of document d1 does not balance by -1 units',
	);
	expect(() => assertLinesBalance([{ debit: '1.00' }], null)).toThrow(
		'The posting of document (no id) does not balance by 100 units',
	);
});
