/** Every reason about the tax in an expense entry, word for word, with the place it names. */
import { findings } from './findings';
import { allocation, entry, journal, post, report } from './sample';

type Fields = Record<string, unknown>;

/** A ride of 119 with tax inside. */
const taxed = (nets: [unknown, unknown], rows: Fields[], fields: Fields = {}) => {
	const row = journal('COST', 119, 'EMPL', { taxGuid: ['T1'], amountNetOfTax: nets[0], amountNetOfReclaim: nets[1], ...fields });
	return report(119, [entry(119, [allocation([row], { tax: rows })], { entryId: 'E1' })]);
};
const vat = (fields: Fields = {}) => ({ taxGuid: 'T1', amountTax: 19, amountReclaim: 19, taxCode: 'VA', ...fields });

test.each<[string, unknown, unknown, string[]]>([
	[
		'tax without a row',
		taxed([100, 100], [], { taxGuid: [] }),
		{},
		['tax-without-detail @ entry E1 (Taxi): entry E1 (Taxi) contains 19 of tax in 119 gross.'],
	],
	[
		'non-deductible tax without a row, one net not given',
		taxed([100, null], [], { taxGuid: [] }),
		{},
		['tax-without-detail @ entry E1 (Taxi): entry E1 (Taxi) contains 19 of tax in 119 gross.'],
	],
	[
		'a net above the gross',
		taxed([138, 100], [vat()]),
		{},
		[
			'tax-arithmetic @ entry E1 (Taxi) . amountNetOfTax = 138: entry E1 (Taxi): gross 119 less tax -19 gives 138, the net amount is 138.',
			'tax-arithmetic @ entry E1 (Taxi) . tax: entry E1 (Taxi): its journals hold -19 of tax, 19 of it reclaimable; its tax rows say 19 and 19.',
		],
	],
	[
		'a net that its tax rows do not meet',
		taxed([90, null], [vat()]),
		{},
		[
			'tax-arithmetic @ entry E1 (Taxi) . amountNetOfTax = 90: entry E1 (Taxi): gross 119 less tax 19 gives 100, the net amount is 90.',
		],
	],
	[
		'more tax than gross, nets not given',
		taxed([null, null], [vat({ amountTax: 190, amountReclaim: 190 })]),
		{},
		[
			'tax-arithmetic @ entry E1 (Taxi) . amountNetOfTax: entry E1 (Taxi): gross 119 less tax 190 gives -71, the net amount is not given.',
		],
	],
	[
		'tax rows that do not explain the nets',
		taxed([100, 100], [vat({ amountTax: 12, amountReclaim: 11 })]),
		{},
		[
			'tax-arithmetic @ entry E1 (Taxi) . tax: entry E1 (Taxi): its journals hold 19 of tax, 19 of it reclaimable; its tax rows say 12 and 11.',
		],
	],
	[
		'a reclaim that does not explain the nets',
		taxed([100, 119], [vat({ amountReclaim: 5 })]),
		{},
		[
			'tax-arithmetic @ entry E1 (Taxi) . tax: entry E1 (Taxi): its journals hold 19 of tax, 0 of it reclaimable; its tax rows say 19 and 5.',
		],
	],
	[
		'an unreadable tax',
		taxed([100, 100], [vat({ amountTax: 'x', amountReclaim: 'y' })]),
		{},
		[
			'unreadable-amount @ entry E1 (Taxi) . amountTax = x: The amount "x" in amountTax of entry E1 (Taxi) is not a plain decimal number.',
			'unreadable-amount @ entry E1 (Taxi) . amountReclaim = y: The amount "y" in amountReclaim of entry E1 (Taxi) is not a plain decimal number.',
		],
	],
	[
		'an unmapped tax code',
		taxed([100, 100], [vat()]),
		{ taxCodes: { VB: 'V1' } },
		['unmapped-tax @ entry E1 (Taxi) . taxCode = VA: Tax code "VA" of entry E1 (Taxi) has no B1 tax group.'],
	],
	[
		'a tax without code',
		taxed([100, 100], [vat({ taxCode: null })]),
		{},
		['unmapped-tax @ entry E1 (Taxi) . taxCode = : A deductible tax of entry E1 (Taxi) has no tax code.'],
	],
])('%s', (_, document, options, expected) => expect(findings(post(document, options))).toEqual(expected));
