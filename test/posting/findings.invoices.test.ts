/** Every reason and warning about an invoice, word for word, with the place it names. */
import { findings } from './findings';
import { invoice, line } from './invoiceSample';
import { post } from './sample';

const byTable = { accountMap: { mode: 'table', table: { A: '6100' } } };
const byConcur = { expensePay: 'liabilityAccount' };

test.each<[string, unknown, unknown, string[]]>([
	['no line', invoice(50, []), {}, ['no-rows . lineItem: The invoice has no line items with journal rows.']],
	[
		'no amount',
		invoice(50, [line('A', null)]),
		{},
		['missing-amount @ line 1 . amountGross: A journal row of invoice line 1 has no gross amount.'],
	],
	[
		'an amount that cannot be read',
		invoice(50, [line('A', '50,00')]),
		{},
		[
			'unreadable-amount @ line 1 . amountGross = 50,00: The amount "50,00" in amountGross of line 1 is not a plain decimal number.',
		],
	],
	[
		'shipping that cannot be read',
		invoice(50, [line('A', 50, { amountShipping: 'x' })]),
		{},
		[
			'unreadable-amount @ line 1 . amountShipping = x: The amount "x" in amountShipping of line 1 is not a plain decimal number.',
		],
	],
	[
		'header amounts that cannot be read',
		invoice(60, [line('A', 50)], { amountShippingTotal: 'x', amountTax: 'y' }),
		{},
		[
			'unreadable-amount . amountShippingTotal = x: The amount "x" in the document\'s amountShippingTotal is not a plain decimal number.',
			'unreadable-amount . amountTax = y: The amount "y" in the document\'s amountTax is not a plain decimal number.',
			'invoice-total-mismatch . requestTotal = 60: The invoice lines add up to 50, the invoice total is 60; shipping is 0, tax 0.',
		],
	],
	[
		'a total that cannot be read',
		invoice('x', [line('A', 50)]),
		{},
		['unreadable-amount . requestTotal = x: The amount "x" in the document\'s requestTotal is not a plain decimal number.'],
	],
	[
		'tax that cannot be read',
		invoice(50, [line('A', 50, { tax: [{ amountTax: 'x', taxCode: 'V1' }] })]),
		{},
		['unreadable-amount @ line 1 . amountTax = x: The amount "x" in amountTax of line 1 is not a plain decimal number.'],
	],
	[
		'a line without number',
		invoice(50, [line('A', null, {}, { lineItemSequenceOrder: null })]),
		{},
		['missing-amount @ line 1 . amountGross: A journal row of invoice line 1 has no gross amount.'],
	],
	[
		'the third line',
		invoice(50, [line('A', null, {}, { lineItemSequenceOrder: 3 })]),
		{},
		['missing-amount @ line 3 . amountGross: A journal row of invoice line 3 has no gross amount.'],
	],
	[
		'no currency',
		invoice(50, [line('A', 50)], { currencyAlphaCode: '' }),
		{},
		['missing-currency . currencyAlphaCode: The invoice names no currency.'],
	],
	['no vendor', invoice(50, [line('A', 50)], {}, {}), {}, ['missing-vendor . vendorCode: The invoice names no vendor.']],
	[
		'no account',
		invoice(50, [line(null, 50, {}, { allocation: [{ journal: { amountGross: 50 } }] })]),
		{},
		['missing-account @ line 1 . accountCode: Invoice line 1 has no account.'],
	],
	[
		'an account that is not in the table',
		invoice(50, [line('B', 50)]),
		byTable,
		['unmapped-account @ line 1 . accountCode = B: Account code "B" of line 1 is not in the account table.'],
	],
	[
		'shipping without its account',
		invoice(50, [line('A', 50, { amountShipping: 10 })]),
		{ shipping: 'account' },
		['missing-shipping-account @ line 1 . shippingAccount: Invoice line 1 has shipping of 10.'],
	],
	[
		'a total that nothing explains',
		invoice(210, [line('A', 200)], { amountShippingTotal: 7, amountTax: 2 }),
		{},
		[
			'invoice-total-mismatch . requestTotal = 210: The invoice lines add up to 200, the invoice total is 210; shipping is 7, tax 2.',
		],
	],
	[
		'a total that shipping and tax explain to the cent',
		invoice(209.02, [line('A', 200)], { amountShippingTotal: 7, amountTax: 2 }),
		{},
		[
			'header-tax-in-cost . amountTax = 2: Tax of 2 stands in the header of the invoice only, without a tax code; it stays in the cost and is not reclaimed. Give the invoice lines tax codes in Concur, or choose the tax for it in the mapping (Tax That Stands in the Header Only).',
			'difference-within-tolerance . requestTotal = 209.02: The invoice lines add up to 200, the invoice total is 209.02; the difference is within the tolerance of 0.02 and goes to account A, the largest cost.',
		],
	],
	[
		'a total on the other side of all lines',
		invoice(-10, [line('A', 10)], { amountShippingTotal: -20 }),
		{},
		[
			'invoice-total-mismatch . requestTotal = -10: The invoice lines add up to 10, the invoice total is -10; shipping is -20, tax 0.',
		],
	],
	[
		'a difference within the tolerance',
		invoice(50.02, [line('A', 50)]),
		{},
		[
			'difference-within-tolerance . requestTotal = 50.02: The invoice lines add up to 50, the invoice total is 50.02; the difference is within the tolerance of 0.02 and goes to account A, the largest cost.',
		],
	],
	[
		'tax above the gross',
		invoice(50, [line('A', 50, { tax: [{ amountTax: 60, taxCode: 'V1' }] })]),
		{},
		['tax-arithmetic @ line 1 . amountTax = 60: Invoice line 1: tax of 60 does not fit into the gross amount of 50.'],
	],
	[
		'tax against the sign of the gross',
		invoice(50, [line('A', 50, { tax: [{ amountTax: -6, taxCode: 'V1' }] })]),
		{},
		['tax-arithmetic @ line 1 . amountTax = -6: Invoice line 1: tax of -6 does not fit into the gross amount of 50.'],
	],
	['tax that takes all of the gross', invoice(50, [line('A', 50, { tax: [{ amountTax: 50, taxCode: 'V1' }] })]), {}, []],
	[
		'an unmapped tax code',
		invoice(50, [line('A', 50, { tax: [{ amountTax: 5, taxCode: 'V1' }] })]),
		{ taxCodes: ['V2'] },
		['unmapped-tax @ line 1 . taxCode = V1: Tax code "V1" of line 1 has no B1 tax group.'],
	],
	[
		'Invoice Pay credited to the vendor',
		invoice(50, [line('A', 50)], { invoicePayIndicator: 'Y' }),
		{},
		[
			'paid-by-concur . invoicePayIndicator: Concur pays this invoice (Invoice Pay); paying the vendor from B1 as well would pay twice.',
		],
	],
	[
		'Invoice Pay credited to the liability account',
		invoice(50, [line('A', 50)], { invoicePayIndicator: 'Y', liabilityAccountCode: 'L' }),
		byConcur,
		[],
	],
	[
		'Invoice Pay without liability account',
		invoice(50, [line('A', 50)], { invoicePayIndicator: 'Y' }),
		byConcur,
		['missing-liability-account . liabilityAccountCode: Concur pays this invoice, but it names no liability account.'],
	],
	[
		'a liability account that is not in the table',
		invoice(50, [line('A', 50)], { invoicePayIndicator: 'Y', liabilityAccountCode: 'L' }),
		{ ...byConcur, ...byTable },
		['unmapped-account @ the invoice . liabilityAccountCode = L: Account code "L" of the invoice is not in the account table.'],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
