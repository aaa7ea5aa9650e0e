/** Tax of an entry as B1 reports it: groups, bases by B1's rates, lines of nought, and countries without groups. */
import { taxGroupFacts, type MasterData, type TaxGroupFacts } from '../../nodes/shared/journalEntry';
import { rateOn } from '../../nodes/shared/journalEntry/masterData';
import { allocation, entry, journal, report, wrapped } from '../posting/sample';
import { row } from '../posting/taxSample';
import { build, codes, company } from './company';

type Fields = Record<string, unknown>;

const group = (code: string, fields: Partial<TaxGroupFacts> = {}): TaxGroupFacts => ({
	code,
	name: code,
	taxAccount: '154000',
	inactive: false,
	...fields,
});
const rated = (code: string, rate: string, fields: Partial<TaxGroupFacts> = {}) =>
	group(code, { rates: [{ from: null, rate }], ...fields });
const b1 = (taxGroups: TaxGroupFacts[], fields: Partial<MasterData> = {}) => company({ accounts: null, taxGroups, ...fields });

const receipt = (gross: number, nets: [number, number], tax: [string, number, number][], header: Fields = {}) =>
	wrapped(
		report(
			gross,
			[
				entry(gross, [
					allocation(
						[
							journal('TAXI', gross, 'EMPL', {
								amountNetOfTax: nets[0],
								amountNetOfReclaim: nets[1],
								taxGuid: tax.map(([code]) => code),
							}),
						],
						{ tax: tax.map(([code, amount, reclaim]) => row(code, amount, reclaim)) },
					),
				]),
			],
			header,
		),
	);
const hotel = receipt(
	264,
	[246.2, 255.1],
	[
		['A', 14, 7],
		['B', 3.8, 1.9],
		['C', 0, 0],
	],
);
const taxLines = (result: ReturnType<typeof build>) =>
	result.journalEntry!.JournalEntryLines.flatMap(({ TaxGroup, VatLine, BaseSum, Debit, FCDebit, AccountCode }) =>
		TaxGroup ? [`${TaxGroup} ${AccountCode} ${FCDebit ?? Debit}${VatLine ? ` on ${BaseSum ?? '?'}` : ''}`] : [],
	);

test('every entry says that B1 must not work out taxes of its own', () =>
	expect(build(receipt(10, [10, 10], [])).journalEntry).toHaveProperty('AutoVAT', 'tNO'));

describe('bases by B1’s own rates', () => {
	const groups = [rated('A', '7'), rated('B', '19'), rated('C', '0', { taxAccount: null })];

	test('with a tax line of nought for the 0 % group, on an account of the entry where the group has none', () =>
		expect(taxLines(build(hotel, {}, b1(groups)))).toEqual(['A 154000 7 on 100', 'C TAXI 0 on 26.2', 'B 154000 1.9 on 10']));

	test('of 0 % that B1 alone knows, given back: a debit of nought that takes the base off', () => {
		const back = wrapped(
			report(-80, [
				entry(-80, [
					allocation(
						[
							journal('TAXI', -80, 'COMP', {
								journalPayer: 'EMPL',
								amountNetOfTax: -80,
								amountNetOfReclaim: -80,
								taxGuid: ['C'],
							}),
						],
						{ tax: [row('C', 0, 0)] },
					),
				]),
			]),
		);
		expect(taxLines(build(back, {}, b1(groups)))).toEqual(['C TAXI 0 on -80']);
	});

	test('the whole base where B1’s group itself reclaims a part', () => {
		const partly = [rated('A', '7', { isPartlyDeductible: true }), rated('B', '19'), rated('C', '0')];
		expect(taxLines(build(hotel, {}, b1(partly)))[0]).toBe('A 154000 7 on 200');
	});

	test('come before those of the mapping', () => {
		const taxCodes = { A: { code: 'A', rate: 50 }, B: { code: 'B', rate: 50 }, C: { code: 'C', rate: 50 } };
		expect(taxLines(build(hotel, { taxCodes }, b1(groups)))).toEqual([
			'A 154000 7 on 100',
			'C TAXI 0 on 26.2',
			'B 154000 1.9 on 10',
		]);
	});

	test('unknown to B1 and the mapping: no base, and a warning', () => {
		const unknown = build(hotel, {}, b1([group('A'), group('B'), group('C')]));
		expect(taxLines(unknown)).toEqual(['A 154000 7 on ?', 'B 154000 1.9 on ?']);
		expect(unknown.warnings.map(({ code }) => code)).toEqual(['tax-base-unknown', 'tax-base-unknown']);
		expect(build(hotel, {}, b1(groups)).warnings).toEqual([]);
	});

	test('are those of the day', () => {
		const rates = [
			{ from: '2021-01-01', rate: '19' },
			{ from: '2020-07-01', rate: '16' },
		];
		expect(rateOn({ ...group('A'), rates }, '2020-12-31')).toBe('16');
		expect(rateOn({ ...group('A'), rates }, '2021-01-01')).toBe('19');
		expect(rateOn({ ...group('A'), rates }, '2019-01-01')).toBeUndefined();
		expect(rateOn({ ...group('A'), rates }, null)).toBeUndefined();
		expect(rateOn(group('A'), '2021-01-01')).toBeUndefined();
	});

	test('a line of nought is no part of what makes the entry the same', () =>
		expect(build(hotel, {}, b1(groups)).contentHash).toBe(
			build(hotel, {}, b1([group('A'), group('B'), group('C')])).contentHash,
		));
});

test('a cost that carries a 0 % code itself has a tax line of nought on itself', () => {
	const abroad = wrapped(report(75, [entry(75, journal('TAXI', 75), { entryCountryCode: 'US' })], { homeCountryCode: 'GB' }));
	const result = build(abroad, { foreignTaxCode: 'V0' });
	expect(taxLines(result)).toEqual(['V0 TAXI 75', 'V0 TAXI 0 on 75']);
	const mapped = build(abroad, { foreignTaxCode: 'V0', taxCodes: { X: { code: 'V0', account: '145000' } } });
	expect(taxLines(mapped)).toEqual(['V0 TAXI 75', 'V0 145000 0 on 75']);
	expect(mapped.contentHash).toBe(result.contentHash);
});

describe('a country without tax groups', () => {
	const gst = receipt(105, [100, 100], [['GST', 5, 5]]);
	const code = group('GST', { taxAccount: null, isSalesTaxCode: true });
	const lines = (options: Fields, masterData: MasterData | null) =>
		build(gst, options, masterData).journalEntry!.JournalEntryLines.map(
			({ AccountCode, ShortName, Debit, Credit, TaxGroup, BaseSum }) =>
				JSON.parse(JSON.stringify({ AccountCode, ShortName, Debit, Credit, TaxGroup, BaseSum })),
		);
	const expected = [
		{ AccountCode: 'TAXI', Debit: 100 },
		{ AccountCode: '145100', Debit: 5 },
		{ ShortName: 'EMP1', Credit: 105 },
	];

	test('has its tax on the account, in no group', () => {
		expect(lines({ taxCodes: { GST: { code: 'GST', account: '145100' } } }, b1([code]))).toEqual(expected);
		expect(lines({ taxCodes: { GST: { account: '145100' } } }, null)).toEqual(expected);
	});

	test('needs the account in the mapping', () =>
		expect(codes(build(gst, { taxCodes: { GST: 'GST' } }, b1([code])))).toEqual(['missing-tax-account']));
});

describe('groups that a manual entry may not use are found before B1 refuses them', () => {
	const taxed = receipt(119, [100, 100], [['A', 19, 19]]);
	test.each<[string, Partial<TaxGroupFacts>]>([
		['tax-group-output', { isOutput: true }],
		['reverse-charge', { isAcquisition: true }],
		['tax-group-inactive', { inactive: true }],
	])('%s', (code, fields) => expect(codes(build(taxed, {}, b1([group('A', fields)])))).toEqual([code]));

	test('as B1 marks them', () => {
		expect(taxGroupFacts({ Code: 'A', Category: 'bovcOutputTax' })).toMatchObject({ isOutput: true, isAcquisition: false });
		expect(
			taxGroupFacts({
				Code: 'A',
				Category: 'bovcInputTax',
				AcquisitionReverse: 'tYES',
				NonDeduct: 50,
				VatGroups_Lines: [{ Effectivefrom: '2021-01-01T00:00:00Z', Rate: 19 }, { Effectivefrom: null }],
			}),
		).toMatchObject({
			isOutput: false,
			isAcquisition: true,
			isPartlyDeductible: true,
			rates: [{ from: '2021-01-01', rate: '19' }],
		});
	});
});

describe('a document in a foreign currency', () => {
	const euro = { employeeCurrencyAlphaCode: 'EUR' };
	const at = (rate: string, isIndirect = false) => [{ currency: 'EUR', day: '2024-03-05', rate, isIndirect }];
	const taxed = receipt(119, [100, 100], [['A', 19, 19]], euro);
	const groups = [rated('A', '19')];

	test('has its base in local currency, by the rate of B1', () => {
		expect(taxLines(build(taxed, {}, b1(groups, { rates: at('1.25') })))).toEqual(['A 154000 19 on 125']);
		expect(taxLines(build(taxed, {}, b1(groups, { rates: at('0.8', true) })))).toEqual(['A 154000 19 on 125']);
		expect(taxLines(build(taxed, {}, b1(groups)))).toEqual(['A 154000 19 on ?']);
	});

	/** Three times 1.44 against 4.33 at 10/7. */
	const thirds = wrapped(
		report(
			3.03,
			[1, 2, 3].map(() => entry(1.01, journal('TAXI', 1.01))),
			euro,
		),
	);
	const local = (options: Fields, rate: string) =>
		build(thirds, options, b1([], { rates: at(rate) })).journalEntry!.JournalEntryLines.map(
			({ Debit, Credit }) => Debit ?? Credit,
		);

	test('is left to B1 where its rate balances', () =>
		expect(local({}, '2')).toEqual([undefined, undefined, undefined, undefined]));

	test('brings local amounts where B1’s rate leaves a cent', () => {
		expect(local({}, '1.428571')).toEqual([1.45, 1.44, 1.44, 4.33]);
		expect(local({ roundingAccount: '7700' }, '1.428571')).toEqual([1.44, 1.44, 1.44, 4.33, 0.01]);
		expect(codes(build(thirds, { roundingCap: '0' }, b1([], { rates: at('1.428571') })))).toEqual(['rounding-over-cap']);
	});
});

test('a posting on which anything throws is kept for a person', () => {
	const broken = { ...company(), partners: [null] } as unknown as MasterData;
	const result = build(receipt(10, [10, 10], []), {}, broken);
	expect([result.status, codes(result), result.answer, result.journalEntry]).toEqual([
		'review',
		['unreadable-document'],
		'keepAcknowledged',
		null,
	]);
});
