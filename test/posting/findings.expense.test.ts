/** Every reason and warning about an expense report, word for word, with the place it names. */
import { findings } from './findings';
import { entry, journal, personal, post, report, toCompany } from './sample';

type Fields = Record<string, unknown>;

const E1 = { entryId: 'E1' };
const one = (row: ReturnType<typeof journal>, fields: Fields = {}) => report(10, [entry(10, row, { ...E1, ...fields })]);

test.each<[string, unknown, unknown, string[]]>([
	[
		'no account',
		one(journal(null, 10)),
		{},
		['missing-account @ entry E1 (Taxi) . journalAccountCode: A journal row of entry E1 (Taxi) has no account.'],
	],
	[
		'no account, and an entry that has neither id nor type',
		report(10, [entry(10, journal(null, 10), { entryId: null, expenseTypeName: null, expenseTypeCode: null })]),
		{},
		['missing-account @ entry 1 . journalAccountCode: A journal row of entry 1 has no account.'],
	],
	[
		'an entry known by its type code',
		report(10, [entry(10, journal(null, 10), { ...E1, expenseTypeName: null })]),
		{},
		['missing-account @ entry E1 (TAXIX) . journalAccountCode: A journal row of entry E1 (TAXIX) has no account.'],
	],
	[
		'a personal item without clearing account',
		report(0, [personal(14, 'CBCP', null, E1)]),
		{},
		['missing-clearing-account @ entry E1 (Taxi) . clearingAccountCode: The personal entry E1 (Taxi) has no clearing account.'],
	],
	[
		'no amount',
		one(journal('TAXI', null)),
		{},
		['missing-amount @ entry E1 (Taxi) . amountGross: A journal row of entry E1 (Taxi) has no amount.'],
	],
	[
		'an amount that is no amount',
		one(journal('TAXI', '10,00')),
		{},
		[
			'unreadable-amount @ entry E1 (Taxi) . amountGross = 10,00: The amount "10,00" in amountGross of entry E1 (Taxi) is not a plain decimal number.',
		],
	],
	[
		'an amount that is an object',
		one(journal('TAXI', { amount: 10 })),
		{},
		[
			'unreadable-document @ entry E1 (Taxi) . amountGross: Document (without id): What stands in amountGross of entry E1 (Taxi) is an object, not an amount.',
		],
	],
	[
		'an unreadable total',
		report('ten', [entry(10, journal('TAXI', 10), E1)]),
		{},
		[
			'unreadable-amount . totalApprovedAmount = ten: The amount "ten" in the document\'s totalApprovedAmount is not a plain decimal number.',
		],
	],
	[
		'both sides the company',
		one(journal('TAXI', 10, 'COMP')),
		{},
		[
			'no-company-side @ entry E1 (Taxi) . journalPayer = COMP > COMP: A journal row of entry E1 (Taxi) goes from COMP to COMP; one of the two must be the company.',
		],
	],
	[
		'neither side the company',
		one(journal('TAXI', 10, 'EMPL', { journalPayer: 'CBCP' })),
		{},
		[
			'no-company-side @ entry E1 (Taxi) . journalPayer = CBCP > EMPL: A journal row of entry E1 (Taxi) goes from CBCP to EMPL; one of the two must be the company.',
		],
	],
	[
		'no payer',
		one(journal('TAXI', 10, 'COMP', { journalPayer: null })),
		{},
		[
			'no-company-side @ entry E1 (Taxi) . journalPayer = > COMP: A journal row of entry E1 (Taxi) goes from nobody to COMP; one of the two must be the company.',
		],
	],
	[
		'no payee',
		one(journal('TAXI', 10, 'EMPL', { journalPayee: null })),
		{},
		[
			'no-company-side @ entry E1 (Taxi) . journalPayer = COMP >: A journal row of entry E1 (Taxi) goes from COMP to nobody; one of the two must be the company.',
		],
	],
	[
		'money to the company with a positive amount',
		one(toCompany('TAXI', 10)),
		{},
		[
			'direction-sign-mismatch @ entry E1 (Taxi) . amountGross = 10: A journal row of entry E1 (Taxi) goes from EMPL to the company with the positive amount 10.',
		],
	],
	[
		'journals that do not add up to the approved amount',
		report(12, [entry(12, journal('TAXI', 10), E1)]),
		{},
		[
			'entry-total-mismatch @ entry E1 (Taxi) . entryApprovedAmount = 12: entry E1 (Taxi): its journals add up to 10, approved are 12.',
		],
	],
	[
		'entries that do not add up to the total',
		report(12, [entry(10, journal('TAXI', 10), E1)]),
		{},
		["report-total-mismatch . totalApprovedAmount = 12: The report's entries add up to 10, its total is 12."],
	],
	[
		'a difference within the tolerance',
		report(10.01, [entry(10.01, journal('TAXI', 10), E1)]),
		{},
		[
			'difference-within-tolerance @ entry E1 (Taxi) . entryApprovedAmount = 10.01: entry E1 (Taxi): its journals add up to 10, approved are 10.01; the difference is within the tolerance of 0.02 and goes to account TAXI, the largest cost.',
		],
	],
	['a difference that the currency cannot show', report(10.001, [entry(10.001, journal('TAXI', 10), E1)]), {}, []],
	['no rows, with a total', report(10, []), {}, ['no-rows . expenseEntry: The report has no expense entries; its total is 10.']],
	[
		'no rows, no total',
		report(null, []),
		{},
		['no-rows . expenseEntry: The report has no expense entries; its total is not given.'],
	],
	['no rows and a total of nothing: all was personal', report(0, []), {}, []],
	[
		'no currency',
		report(10, [entry(10, journal('TAXI', 10))], { employeeCurrencyAlphaCode: '' }),
		{},
		['missing-currency . employeeCurrencyAlphaCode: The report names no currency.'],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
