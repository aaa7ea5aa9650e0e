/** Every reason and warning about who is credited and to which account, word for word, with the place it names. */
import { findings } from './findings';
import { entry, journal, post, report } from './sample';

type Fields = Record<string, unknown>;

const E1 = { entryId: 'E1' };
const one = (row: ReturnType<typeof journal>, fields: Fields = {}) => report(10, [entry(10, row, { ...E1, ...fields })]);

test.each<[string, unknown, unknown, string[]]>([
	[
		'a payee without role',
		one(journal('TAXI', 10, 'ZZZZ')),
		{},
		['unknown-payee @ entry E1 (Taxi) . journalPayee = ZZZZ: Payee "ZZZZ" of entry E1 (Taxi) has no role in the mapping.'],
	],
	[
		'a payee that bears the name of something every object has',
		one(journal('TAXI', 10, 'constructor')),
		{},
		[
			'unknown-payee @ entry E1 (Taxi) . journalPayee = constructor: Payee "constructor" of entry E1 (Taxi) has no role in the mapping.',
		],
	],
	[
		'no employee',
		report(10, [entry(10, journal('TAXI', 10))], {}, { employee: {} }),
		{},
		['missing-employee . employeeId: The document does not say which employee is to be credited.'],
	],
	[
		'Expense Pay credited to the vendor',
		one(journal('TAXI', 10), { expensePayIndicator: 'Y' }),
		{},
		[
			'paid-by-concur @ entry E1 (Taxi): Concur pays entry E1 (Taxi) (Expense Pay); paying the vendor from B1 as well would pay twice.',
		],
	],
	[
		'Expense Pay without its liability account',
		one(journal('TAXI', 10), { expensePayIndicator: 'Y' }),
		{ expensePay: 'liabilityAccount' },
		[
			'missing-liability-account @ entry E1 (Taxi) . liabilityAccountCode: Concur pays entry E1 (Taxi), but it names no liability account.',
		],
	],
	[
		'a liability account that is not in the table',
		one(journal('TAXI', 10), { expensePayIndicator: 'Y', liabilityAccountCode: 'LIAB' }),
		{ expensePay: 'liabilityAccount', accountMap: { mode: 'table', table: { TAXI: '6100' } } },
		[
			'unmapped-account @ entry E1 (Taxi) . liabilityAccountCode = LIAB: Account code "LIAB" of entry E1 (Taxi) is not in the account table.',
		],
	],
	[
		'paid by payroll, credited to the employee',
		report(10, [entry(10, journal('TAXI', 10))], { payrollPayIndicator: 'Y' }),
		{},
		[
			'paid-by-payroll . payrollPayIndicator = Y: Concur marks this report as reimbursed by payroll; crediting the employee vendor as well may pay the employee twice.',
		],
	],
	[
		'paid by payroll without its clearing account',
		report(10, [entry(10, journal('TAXI', 10))], { payrollPayIndicator: 'Y' }),
		{ payrollReimbursement: 'payrollClearing' },
		[
			'missing-payroll-clearing . payrollPaymentClearingAccountCode: The report is reimbursed by payroll, but names no payroll clearing account.',
		],
	],
	[
		'a payroll account that is not in the table',
		report(10, [entry(10, journal('TAXI', 10), E1)], { payrollPayIndicator: 'Y', payrollPaymentClearingAccountCode: 'PAY' }),
		{ payrollReimbursement: 'payrollClearing', accountMap: { mode: 'table', table: { TAXI: '6100' } } },
		[
			'unmapped-account @ entry E1 (Taxi) . payrollPaymentClearingAccountCode = PAY: Account code "PAY" of entry E1 (Taxi) is not in the account table.',
		],
	],
	[
		'a card credited to a clearing account that is not known',
		one(journal('TAXI', 10, 'CBCP')),
		{ cardCredit: { CBCP: 'clearing' } },
		[
			'missing-clearing-account @ entry E1 (Taxi) . clearingAccountCode: Card CBCP of entry E1 (Taxi) is to be credited to clearing, but no clearing account is known.',
		],
	],
	[
		'a card credited to a clearing account that is not in the table',
		one(journal('TAXI', 10, 'CBCP'), { clearingAccountCode: 'CLR' }),
		{ cardCredit: { CBCP: 'clearing' }, accountMap: { mode: 'table', table: { TAXI: '6100' } } },
		[
			'unmapped-account @ entry E1 (Taxi) . clearingAccountCode = CLR: Account code "CLR" of entry E1 (Taxi) is not in the account table.',
		],
	],
	[
		'an account that is not in the table',
		one(journal('TAXI', 10)),
		{ accountMap: { mode: 'table', table: {} } },
		[
			'unmapped-account @ entry E1 (Taxi) . journalAccountCode = TAXI: Account code "TAXI" of entry E1 (Taxi) is not in the account table.',
		],
	],
	[
		'an expense type that is not in the table',
		one(journal('TAXI', 10)),
		{ accountMap: { mode: 'expenseType', table: {} } },
		[
			'unmapped-account @ entry E1 (Taxi) . expenseTypeCode = TAXIX: Expense type "TAXIX" of entry E1 (Taxi) is not in the account table.',
		],
	],
	[
		'an entry without expense type',
		one(journal('TAXI', 10), { expenseTypeCode: null, expenseTypeName: null }),
		{ accountMap: { mode: 'expenseType', table: {} } },
		['unmapped-account @ entry E1 . expenseTypeCode = : Expense type "" of entry E1 is not in the account table.'],
	],
	[
		'an application without amount',
		report(
			10,
			[entry(10, journal('TAXI', 10))],
			{},
			{ cashAdvanceApplication: [{ cashAdvanceId: 'CA1', cashAdvanceClearingAccountCode: 'CADV' }] },
		),
		{},
		['missing-amount @ cash advance CA1 . cashAdvanceApplicationAmount: An application of cash advance CA1 has no amount.'],
	],
	[
		'an application without account or id',
		report(10, [entry(10, journal('TAXI', 10))], {}, { cashAdvanceApplication: [{ cashAdvanceApplicationAmount: -5 }] }),
		{},
		[
			'missing-cash-advance-account @ cash advance 1 . cashAdvanceClearingAccountCode: The application of cash advance 1 has no clearing account.',
		],
	],
	[
		'an application whose account is not in the table',
		report(
			10,
			[entry(10, journal('TAXI', 10))],
			{},
			{ cashAdvanceApplication: [{ cashAdvanceApplicationAmount: -5, cashAdvanceClearingAccountCode: 'CADV' }] },
		),
		{ accountMap: { mode: 'table', table: { TAXI: '6100' } } },
		[
			'unmapped-account @ cash advance 1 . cashAdvanceClearingAccountCode = CADV: Account code "CADV" of cash advance 1 is not in the account table.',
		],
	],
	[
		'an advance account that is also an expense account',
		report(
			10,
			[entry(10, journal('CADV', 10))],
			{},
			{ cashAdvanceApplication: [{ cashAdvanceApplicationAmount: -4, cashAdvanceClearingAccountCode: 'CADV' }] },
		),
		{},
		[
			'advance-account-in-journal . journalAccountCode = CADV: Account CADV is the clearing account of a cash advance and at the same time the account of an expense in this report.',
		],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
