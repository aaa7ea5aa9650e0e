/** Every reason and warning about a cash advance, word for word, with the place it names. */
import { findings } from './findings';
import { advance } from './invoiceSample';
import { post } from './sample';

const byTable = { accountMap: { mode: 'table', table: { A: '6100' } } };
const byConcur = { expensePay: 'liabilityAccount' };

test.each<[string, unknown, unknown, string[]]>([
	[
		'an advance without rows',
		{ ...advance({}), journalData: [] },
		{},
		['no-rows . journalData: The cash advance has no journal rows.'],
	],
	[
		'an advance without currency',
		advance({}, { employeeCurrencyAlphaCode: null }),
		{},
		['missing-currency . employeeCurrencyAlphaCode: The cash advance names no employee currency.'],
	],
	[
		'an advance without amount',
		advance({ amount: null }),
		{},
		['missing-amount @ cash advance row 1 . amount: The cash advance row 1 has no amount.'],
	],
	[
		'an advance whose amounts cannot be read',
		advance({ amount: 'x' }, { exchangeRate: 'y', requestAmount: 'z' }),
		{},
		[
			'unreadable-amount . exchangeRate = y: The amount "y" in the document\'s exchangeRate is not a plain decimal number.',
			'unreadable-amount . requestAmount = z: The amount "z" in the document\'s requestAmount is not a plain decimal number.',
			'unreadable-amount @ cash advance row 1 . amount = x: The amount "x" in amount of cash advance row 1 is not a plain decimal number.',
		],
	],
	[
		'an advance without account',
		advance({ accountCode: null }),
		{},
		['missing-cash-advance-account @ cash advance row 1 . accountCode: The cash advance row 1 has no account.'],
	],
	[
		'an advance whose account is not in the table',
		advance({}),
		byTable,
		[
			'unmapped-account @ cash advance row 1 . accountCode = CADV: Account code "CADV" of cash advance row 1 is not in the account table.',
		],
	],
	[
		'a mark against the sign',
		advance({ debitOrCredit: 'cr' }),
		{},
		[
			'direction-sign-mismatch @ cash advance row 1 . debitOrCredit = CR: The cash advance row 1 goes from COMP to EMPL as CR with the amount 300.',
		],
	],
	[
		'money to the company with a positive amount',
		advance({ payer: 'EMPL', payee: 'COMP', debitOrCredit: null }),
		{},
		[
			'direction-sign-mismatch @ cash advance row 1 . debitOrCredit: The cash advance row 1 goes from EMPL to COMP as unmarked with the amount 300.',
		],
	],
	[
		'neither side the company',
		advance({ payer: 'EMPL', payee: 'CBCP' }),
		{},
		['no-company-side @ cash advance row 1 . payer = EMPL > CBCP: The cash advance row 1 goes from EMPL to CBCP.'],
	],
	[
		'no payer',
		advance({ payer: null, payee: 'COMP' }),
		{},
		['no-company-side @ cash advance row 1 . payer = > COMP: The cash advance row 1 goes from nobody to COMP.'],
	],
	[
		'no payee',
		advance({ payee: null }),
		{},
		['no-company-side @ cash advance row 1 . payer = COMP >: The cash advance row 1 goes from COMP to nobody.'],
	],
	[
		'an advance paid by Concur',
		advance({}, { expensePayIndicator: 'Y' }),
		{},
		[
			'paid-by-concur . expensePayIndicator: Concur pays this cash advance (Expense Pay); paying it from B1 as well would pay twice.',
		],
	],
	[
		'an advance credited to the liability account',
		advance({}, { expensePayIndicator: 'Y', liabilityAccountCode: 'L' }),
		byConcur,
		[],
	],
	[
		'an advance without liability account',
		advance({}, { expensePayIndicator: 'Y' }),
		byConcur,
		[
			'missing-liability-account @ cash advance row 1 . liabilityAccountCode: Concur pays cash advance row 1, but it names no liability account.',
		],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
