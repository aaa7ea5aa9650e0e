/** Tax of invoices against their headers: inside the lines, beside them, in the header only, or owed by the buyer. */
import { findings } from './findings';
import { invoice, line, type Fields } from './invoiceSample';
import { codes, post, shortLines } from './sample';

const taxCodes = {
	V1: { code: 'V19', account: '145000', rate: 19 },
	V7: { code: 'V7', account: '145000', rate: 7 },
	V0: { code: 'V0', account: '145000', rate: 0 },
	RC: { code: 'RC19', account: '157700', rate: 19 },
};
const tax = (taxCode: string | null, amountTax: number) => ({ tax: [{ taxCode, amountTax }] });
const net = (amountNet: number, taxes: Fields = {}) => ({ amountNet, ...taxes });
const lines = (document: Fields, options: Fields = {}) => shortLines(post(document, { taxCodes, ...options }));
const bases = (document: Fields, options: Fields = {}) =>
	post(document, { taxCodes, ...options }).lines.flatMap(({ taxBase }) => taxBase ?? []);
const warnings = (document: Fields, options: Fields = {}) =>
	post(document, { taxCodes, ...options }).warnings.map(({ code }) => code);

describe('tax in the header only', () => {
	const delivered = invoice(1214.85, [line('A', 600), line('B', 400)], { amountShippingTotal: 20.88, amountTax: 193.97 });
	const inside = invoice(119, [line('A', 119, net(100))], { amountTax: 19, amountNetInvoice: 100 });

	test('stays in the cost, and a person hears of it', () => {
		expect(lines(delivered)).toEqual(['Dr expense A 728.91', 'Dr expense B 485.94', 'Cr vendor V100 1214.85']);
		expect(findings(post(delivered))).toEqual([
			'header-tax-in-cost . amountTax = 193.97: Tax of 193.97 stands in the header of the invoice only, without a tax code; it stays in the cost and is not reclaimed. Give the invoice lines tax codes in Concur, or choose the tax for it in the mapping (Tax That Stands in the Header Only).',
		]);
		expect([lines(inside), warnings(inside)]).toEqual([['Dr expense A 119.00', 'Cr vendor V100 119.00'], ['header-tax-in-cost']]);
	});

	test('becomes the tax that the mapping names, on what the lines and their shipping cost', () => {
		expect(lines(delivered, { headerTax: 'V1' })).toEqual([
			'Dr expense A 612.53',
			'Dr expense B 408.35',
			'Dr deductibleVat 145000 116.38 [tax V19]',
			'Dr deductibleVat 145000 77.59 [tax V19]',
			'Cr vendor V100 1214.85',
		]);
		expect(bases(delivered, { headerTax: 'V1' })).toEqual(['612.53', '408.35']);
		expect([lines(inside, { headerTax: 'V1' }), warnings(inside, { headerTax: 'V1' })]).toEqual([
			['Dr expense A 100.00', 'Dr deductibleVat 145000 19.00 [tax V19]', 'Cr vendor V100 119.00'],
			[],
		]);
	});

	test('follows the net amounts of the lines, where they tell which of them has it', () => {
		const document = invoice(169, [line('A', 119, net(100)), line('B', 50, net(50))], { amountTax: 19 });
		expect(lines(document, { headerTax: 'V1' })).toEqual([
			'Dr expense A 100.00',
			'Dr expense B 50.00',
			'Dr deductibleVat 145000 19.00 [tax V19]',
			'Cr vendor V100 169.00',
		]);
	});

	test('belongs to the lines that name no tax of their own', () => {
		const beside = invoice(219, [line('A', 100, tax('V0', 0)), line('B', 100)], { amountTax: 19 });
		expect(lines(beside, { headerTax: 'V1' })).toContain('Dr expense B 100.00');
		expect(bases(beside, { headerTax: 'V1' }).sort()).toEqual(['100.00', '100.00']);
		const coded = invoice(226, [line('A', 107, net(100, tax('V7', 7))), line('B', 100)], { amountTax: 26 });
		expect(lines(coded, { headerTax: 'V1' })).toEqual([
			'Dr expense A 100.00',
			'Dr expense B 100.00',
			'Dr deductibleVat 145000 7.00 [tax V7]',
			'Dr deductibleVat 145000 19.00 [tax V19]',
			'Cr vendor V100 226.00',
		]);
	});

	test('is held where it is more than its rate on what would be left as cost', () => {
		const owed = invoice(1000, [line('A', 1000)], { amountTax: 190, amountNetInvoice: 810 });
		expect(codes(post(owed, { taxCodes, headerTax: 'V1' }))).toEqual(['tax-arithmetic']);
		const gross = invoice(100, [line('A', 100)], { amountTax: 19 });
		expect(codes(post(gross, { taxCodes, headerTax: 'V1' }))).toEqual(['tax-arithmetic']);
		const right = invoice(119, [line('A', 119)], { amountTax: 19 });
		expect(codes(post(right, { taxCodes, headerTax: 'V1' }))).toEqual([]);
	});

	test('of a credit note is taken back', () => {
		const document = invoice(-119, [line('A', -100)], { amountTax: -19 });
		expect(lines(document, { headerTax: 'V1' })).toEqual([
			'Cr expense A 100.00',
			'Cr deductibleVat 145000 19.00 [tax V19]',
			'Dr vendor V100 119.00',
		]);
	});

	test('may be named by its tax group', () =>
		expect(lines(inside, { headerTax: 'V19' })).toEqual(lines(inside, { headerTax: 'V1' })));

	test('that the table of taxes does not know is held', () =>
		expect(codes(post(inside, { taxCodes, headerTax: 'XX' }))).toEqual(['unmapped-tax']));
});

describe('tax of the lines', () => {
	test('beside their amounts is added to its own line', () => {
		const document = invoice(226, [line('A', 100, tax('V1', 19)), line('B', 100, tax('V7', 7))], { amountTax: 26 });
		expect(lines(document)).toEqual([
			'Dr expense A 100.00',
			'Dr expense B 100.00',
			'Dr deductibleVat 145000 19.00 [tax V19]',
			'Dr deductibleVat 145000 7.00 [tax V7]',
			'Cr vendor V100 226.00',
		]);
	});

	test('inside their amounts needs no header', () => {
		const document = invoice(129, [line('A', 119, net(100, tax('V1', 19)))], { amountShippingTotal: 10 });
		expect(lines(document)).toEqual(['Dr expense A 110.00', 'Dr deductibleVat 145000 19.00 [tax V19]', 'Cr vendor V100 129.00']);
	});

	test('of 0 % has a base', () => {
		const document = invoice(50, [line('A', 50, tax('V0', 0))]);
		expect(lines(document)).toEqual(['Dr expense A 50.00', 'Dr deductibleVat 145000 0.00 [tax V0]', 'Cr vendor V100 50.00']);
		expect(bases(document)).toEqual(['50.00']);
	});

	test('without a code stays in the cost, with a warning', () =>
		expect(warnings(invoice(119, [line('A', 119, tax(null, 19))]))).toEqual(['tax-without-code']));

	test('that no row names stays in the cost, with a warning', () =>
		expect(warnings(invoice(119, [line('A', 119, net(100))]))).toEqual(['tax-without-code']));

	test.each<[string, Fields, string]>([
		['a line that does not add up', invoice(119, [line('A', 119, net(90, tax('V1', 19)))]), 'tax-arithmetic'],
		[
			'rows that say more than the header',
			invoice(119, [line('A', 119, net(105, tax('V1', 19)))], { amountTax: 14 }),
			'tax-arithmetic',
		],
		[
			'a header that does not add up',
			invoice(119, [line('A', 119)], { amountNetInvoice: 90, amountTax: 19 }),
			'invoice-total-mismatch',
		],
	])('%s is held', (_, document, code) => expect(codes(post(document, { taxCodes }))).toContain(code));
});

describe('tax that the buyer owes', () => {
	const cloud = invoice(1000, [line('A', 1000, net(1000, tax('RC', 190)))], { amountTax: 0, amountNetInvoice: 1000 });
	const owed = { taxCodes: { ...taxCodes, RC: { account: '157700', owedAccount: '177700' } } };

	test('is not in the cost, and B1 takes its group in no manual entry', () => {
		expect(findings(post(cloud, { taxCodes }))).toEqual([
			'reverse-charge @ line 1 . taxCode = RC: Invoice line 1 has tax RC of 190 that the vendor does not charge: it is owed by the buyer (reverse charge).',
		]);
	});

	test('goes to two plain accounts where the mapping names both', () =>
		expect(lines(cloud, owed)).toEqual([
			'Dr expense A 1000.00',
			'Dr deductibleVat 157700 190.00',
			'Cr owedVat 177700 190.00',
			'Cr vendor V100 1000.00',
		]));

	test('is what the mapping says where the invoice does not', () => {
		const silent = invoice(1000, [line('A', 1000, tax('RC', 190))]);
		expect(lines(silent, owed)).toEqual(lines(cloud, owed));
	});

	test('of a credit note is taken back on both', () => {
		const back = invoice(-1000, [line('A', -1000, net(-1000, tax('RC', -190)))], { amountTax: 0, amountNetInvoice: -1000 });
		expect(lines(back, owed)).toEqual([
			'Cr expense A 1000.00',
			'Cr deductibleVat 157700 190.00',
			'Dr owedVat 177700 190.00',
			'Dr vendor V100 1000.00',
		]);
	});

	test('stands beside a line whose tax the vendor charges', () => {
		const document = invoice(1119, [line('A', 1000, net(1000, tax('RC', 190))), line('B', 119, net(100, tax('V1', 19)))], {
			amountTax: 19,
		});
		expect(lines(document, owed)).toEqual([
			'Dr expense A 1000.00',
			'Dr expense B 100.00',
			'Dr deductibleVat 157700 190.00',
			'Cr owedVat 177700 190.00',
			'Dr deductibleVat 145000 19.00 [tax V19]',
			'Cr vendor V100 1119.00',
		]);
	});
});
