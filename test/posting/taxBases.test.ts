/** The base of every tax line, worked out by hand from the receipts. */
import { allocation, entry, journal, post, report } from './sample';
import { row } from './taxSample';

type Fields = Record<string, unknown>;

const taxCodes = {
	S20: { code: 'I1', account: '145000', rate: 20 },
	R19: { code: 'V19', account: '145000', rate: 19 },
	R7: { code: 'V7', account: '145000', rate: '7' },
	R0: { code: 'V0', account: '145000', rate: 0 },
	H19: { code: 'VH', account: '145000', rate: 19, partlyDeductible: true },
	GST: { code: 'GST', account: '145100' },
	QST: { code: 'QST', account: '145200' },
	PLAIN: { account: '145100' },
};
const rows = (...taxes: [key: string, tax: number, reclaim: number][]) =>
	taxes.map(([key, tax, reclaim]) => row(key, tax, reclaim) as Fields);

/** A receipt in one journal row. */
const receipt = (
	gross: number,
	netOfTax: number,
	netOfReclaim: number,
	tax: Fields[],
	fields: Fields = {},
	header: Fields = {},
) =>
	report(
		gross,
		[
			entry(
				gross,
				[
					allocation(
						[
							journal('612000', gross, 'EMPL', {
								amountNetOfTax: netOfTax,
								amountNetOfReclaim: netOfReclaim,
								taxGuid: tax.map(({ taxGuid }) => taxGuid),
							}),
						],
						{ tax },
					),
				],
				fields,
			),
		],
		header,
	);

/** Tax lines as `code amount on base`. */
const taxesOf = (document: Fields, options: Fields = { taxCodes }) =>
	post(document, options)
		.lines.filter(({ taxBase, role }) => taxBase !== undefined || role === 'deductibleVat')
		.map(({ taxCode, debit, credit, taxBase }) => `${taxCode ?? '-'} ${debit ?? `-${credit}`} on ${taxBase ?? 'nothing known'}`);

describe('the base of a tax line', () => {
	test.each<[string, Fields, string[]]>([
		['one rate: the net amount', receipt(119, 100, 100, rows(['R19', 19, 19])), ['V19 19.00 on 100.00']],
		['to the cent, although the tax is rounded', receipt(50, 42.02, 42.02, rows(['R19', 7.98, 7.98])), ['V19 7.98 on 42.02']],
		['half reclaimed: half of it', receipt(119, 100, 109.5, rows(['R19', 19, 9.5])), ['V19 9.50 on 50.00']],
		['half reclaimed by B1’s own group: all of it', receipt(119, 100, 109.5, rows(['H19', 19, 9.5])), ['VH 9.50 on 100.00']],
		['fuel in a mileage allowance: the fuel', receipt(24.3, 23.85, 23.85, rows(['S20', 0.45, 0.45])), ['I1 0.45 on 2.25']],
		[
			'7 %, 19 % and 0 % in one hotel bill, half reclaimed',
			receipt(264, 246.2, 255.1, rows(['R7', 14, 7], ['R19', 3.8, 1.9], ['R0', 0, 0])),
			['V7 7.00 on 100.00', 'V19 1.90 on 10.00', 'V0 0.00 on 26.20'],
		],
		['0 % alone', receipt(80, 80, 80, rows(['R0', 0, 0])), ['V0 0.00 on 80.00']],
		['a refund', receipt(-119, -100, -100, rows(['R19', -19, -19])), ['V19 -19.00 on 100.00']],
		['0 % given back: on the side of its base', receipt(-80, -80, -80, rows(['R0', 0, 0])), ['V0 -0.00 on 80.00']],
		['a tax without group', receipt(105, 100, 100, rows(['PLAIN', 5, 5])), ['- 5.00 on 100.00']],
		[
			'two taxes of unknown rate: nobody knows',
			receipt(114.98, 100, 100, rows(['GST', 5, 5], ['QST', 9.98, 9.98])),
			['GST 5.00 on nothing known', 'QST 9.98 on nothing known'],
		],
	])('%s', (_, document, expected) => expect(taxesOf(document)).toEqual(expected));

	test('two rates: each its own, and what rounding leaves goes to the lower one', () => {
		// 11.41 is 19 % of 60.05, 5.60 is 7 % of 79.95 as well as of 80.00; together they are the 140.00 on the receipt.
		expect(taxesOf(receipt(157.01, 140, 140, rows(['R19', 11.41, 11.41], ['R7', 5.6, 5.6])))).toEqual([
			'V19 11.41 on 60.05',
			'V7 5.60 on 79.95',
		]);
	});

	test('taxes levied on one and the same amount have all of it each', () => {
		const levied = { GST: { code: 'GST', rate: 5 }, QST: { code: 'QST', rate: '9.975' } };
		expect(taxesOf(receipt(114.98, 100, 100, rows(['GST', 5, 5], ['QST', 9.98, 9.98])), { taxCodes: levied })).toEqual([
			'GST 5.00 on 100.00',
			'QST 9.98 on 100.00',
		]);
	});

	test('an unknown one is a warning, until B1 or the mapping tells', () => {
		const unknown = receipt(114.98, 100, 100, rows(['GST', 5, 5], ['QST', 9.98, 9.98]));
		expect(post(unknown, { taxCodes }).warnings.map(({ code, value }) => [code, value])).toEqual([
			['tax-base-unknown', 'GST'],
			['tax-base-unknown', 'QST'],
		]);
		expect(post(receipt(119, 100, 100, rows(['R19', 19, 19])), { taxCodes }).warnings).toEqual([]);
	});

	test('of a cost that carries a 0 % code itself is the cost', () => {
		const abroad = report(75, [entry(75, journal('612000', 75), { entryCountryCode: 'US' })], { homeCountryCode: 'GB' });
		expect(taxesOf(abroad, { foreignTaxCode: 'V0' })).toEqual(['V0 75.00 on 75.00']);
	});

	test('a tax of nought whose rate nobody states is kept for B1 to tell', () => {
		const posting = post(receipt(80, 80, 80, rows(['X', 0, 0])));
		expect(posting.lines.map(({ role }) => role)).toEqual(['expense', 'employeeVendor']);
		expect(posting.unratedTaxes).toMatchObject([{ role: 'deductibleVat', taxCode: 'X', debit: '0.00' }]);
	});

	test('in the company’s currency too, where the document states the rate', () => {
		const spent = { entryCurrAlphaCode: 'USD', entryExchangeRate: 0.8, entryExchangeRateDirection: 'M' };
		const euro = { employeeCurrencyAlphaCode: 'EUR' };
		const line = (fields: Fields, companyCurrency: string) =>
			post(receipt(119, 100, 100, rows(['R19', 19, 19]), fields, euro), { taxCodes, companyCurrency }).lines[1];
		expect(line(spent, 'USD')).toMatchObject({ taxBase: '100.00', taxBaseLocal: '125.00' });
		expect(line({}, 'EUR')).not.toHaveProperty('taxBaseLocal');
		expect(line({ entryCurrAlphaCode: 'EUR' }, 'USD')).not.toHaveProperty('taxBaseLocal');
	});

	test('in the company’s currency by the rate of its own receipt, where receipts have several', () => {
		const euro = { employeeCurrencyAlphaCode: 'EUR' };
		const spent = (rate: number) => ({ entryCurrAlphaCode: 'USD', entryExchangeRate: rate });
		const [one, other] = [
			receipt(119, 100, 100, rows(['R19', 19, 19]), spent(0.8)),
			receipt(107, 100, 100, rows(['R7', 7, 7]), spent(0.5)),
		];
		const both = report(
			226,
			[one, other].flatMap((document) => document.expenseEntry as Fields[]),
			euro,
		);
		const bases = post(both, { taxCodes, companyCurrency: 'USD' }).lines.flatMap(({ taxBaseLocal }) => taxBaseLocal ?? []);
		// 100.00 / 0.8 and 100.00 / 0.5
		expect(bases).toEqual(['125.00', '200.00']);
	});
});

describe('an expense whose account is the clearing account of its payment as well', () => {
	const own = (fields: Fields) => ({ ...receipt(119, 100, 100, rows(['R19', 19, 19]), fields) });
	const lines = (fields: Fields, options: Fields = {}) =>
		post(own(fields), { taxCodes, ...options }).lines.map(({ role, account, debit, credit }) => [
			role,
			account,
			debit ?? `-${credit}`,
		]);

	test('keeps its tax and its cost, as without the clearing account', () => {
		expect(lines({ clearingAccountCode: '612000' })).toEqual(lines({}));
		expect(lines({})).toEqual([
			['expense', '612000', '100.00'],
			['deductibleVat', '145000', '19.00'],
			['employeeVendor', undefined, '-119.00'],
		]);
	});

	test('also where the card is credited to that account', () => {
		const document = own({ clearingAccountCode: '612000', reportEntryPatKey: 'IBCP' }) as { expenseEntry: Fields[] };
		const [first] = document.expenseEntry as [{ allocation: [{ journal: [Fields] }] }];
		first.allocation[0].journal[0].journalPayee = 'IBCP';
		expect(
			post(document, { taxCodes, cardCredit: { IBCP: 'clearing' } }).lines.map(({ role, debit, credit }) => [
				role,
				debit ?? `-${credit}`,
			]),
		).toEqual([
			['expense', '100.00'],
			['deductibleVat', '19.00'],
			['cardClearing', '-119.00'],
		]);
	});
});

test('a tax that the buyer owes is inside no receipt', () => {
	const options = { taxCodes: { RC: { account: '157700', owedAccount: '177700' } } };
	const posting = post(receipt(119, 100, 100, rows(['RC', 19, 19])), options);
	expect(posting.reasons.map(({ code }) => code)).toEqual(['tax-arithmetic']);
	expect(posting.reasons[0]!.message).toContain(
		'its amounts contain 19 of a tax that the mapping has as owed by the buyer (account 177700)',
	);
});
