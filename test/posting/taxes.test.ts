/** How the tax inside an entry is split where nets are not stated, over several taxes, and beside clearing. */
import { entry, personal, post, report, shortLines, toCompany } from './sample';
import { cost, notStated, part, posted, row, split, type Fields } from './taxSample';

describe('nets that are not stated are worked out from the rows', () => {
	test('one row over two journals, by their gross', () => {
		const journals = [cost(89.25, ['T'], notStated, 'A'), cost(29.75, ['T'], notStated, 'B')];
		expect(split(119, [part(journals, [row('T', 19, 19)])])).toEqual(
			['Dr expense A 75.00', 'Dr deductibleVat - 19.00 [tax T]', 'Dr expense B 25.00'].sort(
				(a, b) => Number(a.includes('Vat')) - Number(b.includes('Vat')),
			),
		);
	});

	test('one row repeated in full in every allocation is the same tax once', () => {
		const allocations = ['A', 'B'].map((account) => part([cost(59.5, ['T'], notStated, account)], [row('T', 19, 19)]));
		expect(split(119, allocations)).toEqual([
			'Dr expense A 50.00',
			'Dr expense B 50.00',
			'Dr deductibleVat - 9.50 [tax T]',
			'Dr deductibleVat - 9.50 [tax T]',
		]);
	});

	test('rows of one tax that differ by allocation are shares already', () => {
		const allocations = [
			part([cost(89.25, ['T'], notStated, 'A')], [row('T', 14.25, 14.25)]),
			part([cost(29.75, ['T'], notStated, 'B')], [row('T', 4.75, 4.75)]),
		];
		expect(split(119, allocations)).toEqual([
			'Dr expense A 75.00',
			'Dr expense B 25.00',
			'Dr deductibleVat - 14.25 [tax T]',
			'Dr deductibleVat - 4.75 [tax T]',
		]);
	});

	test('a share is divided over the journals of its own allocation only', () => {
		const allocations = [
			part([cost(44.625, ['T'], notStated, 'A'), cost(44.625, ['T'], notStated, 'A')], [row('T', 14.25, 14.25)]),
			part([cost(29.75, ['T'], notStated, 'B')], [row('T', 4.75, 4.75)]),
		];
		const posting = posted(119, allocations, { mergeExpense: 'account' });
		expect(shortLines(posting).slice(0, -1)).toEqual([
			'Dr expense A 75.00',
			'Dr expense B 25.00',
			'Dr deductibleVat - 19.00 [tax T]',
		]);
	});

	test('the oldest format: no names, every allocation owns its rows', () => {
		const allocations = [
			part([cost(89.25, undefined, notStated, 'A')], [row(null, 10, 10, 'X'), row(null, 4.25, 4.25, 'X')]),
			part([cost(29.75, undefined, notStated, 'B')], [row(null, 4.75, 4.75, 'X')]),
		];
		expect(split(119, allocations)).toEqual([
			'Dr expense A 75.00',
			'Dr expense B 25.00',
			'Dr deductibleVat - 14.25 [tax X]',
			'Dr deductibleVat - 4.75 [tax X]',
		]);
	});

	test('one of the two nets is enough', () => {
		const reclaimOnly = cost(119, ['T'], { amountNetOfTax: null, amountNetOfReclaim: 110 });
		expect(split(119, [part([reclaimOnly], [row('T', 19, 9)])])).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 9.00 [tax T]',
			'Dr nonDeductibleVat COST 10.00 [tax T]',
		]);
		const taxOnly = cost(119, ['T'], { amountNetOfTax: 100, amountNetOfReclaim: null });
		expect(split(119, [part([taxOnly], [row('T', 19, 9)])])).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 9.00 [tax T]',
			'Dr nonDeductibleVat COST 10.00 [tax T]',
		]);
	});

	test('a row whose tax is not stated holds nothing', () => {
		expect(split(119, [part([cost(119, ['T'], notStated)], [row('T', null, null)])])).toEqual(['Dr expense COST 119.00']);
	});

	test('no nets and no rows is no tax', () =>
		expect(split(119, [part([cost(119, ['T'], notStated)])])).toEqual(['Dr expense COST 119.00']));

	test('journals that cancel each other share nothing, and hold nothing back', () => {
		const back = toCompany('COST', -10, 'EMPL', { taxGuid: ['T'], ...notStated });
		expect(split(0, [part([cost(10, ['T'], notStated), back], [row('T', 2, 2)])])).toEqual([]);
	});
});

describe('several taxes in one journal', () => {
	const nets = { amountNetOfTax: 100, amountNetOfReclaim: 105 };

	test('are divided by their own amounts, each to its own code', () => {
		const rows = [row('GST', 5, 5), row('QST', 10, 5)];
		expect(split(115, [part([cost(115, ['GST', 'QST'], nets)], rows)])).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 5.00 [tax GST]',
			'Dr deductibleVat - 5.00 [tax QST]',
			'Dr nonDeductibleVat COST 5.00 [tax QST]',
		]);
	});

	test('tax that no row reclaims is divided by the taxes', () => {
		const rows = [row('GST', 5, 0), row('QST', 10, 0)];
		const journals = [cost(115, ['GST', 'QST'], { amountNetOfTax: 100, amountNetOfReclaim: 115 })];
		expect(split(115, [part(journals, rows)])).toEqual([
			'Dr expense COST 100.00',
			'Dr nonDeductibleVat COST 5.00 [tax GST]',
			'Dr nonDeductibleVat COST 10.00 [tax QST]',
		]);
	});

	test('a code is needed only for a tax that is reclaimed', () => {
		const rows = [row('GST', 5, 5), row('QST', 10, 0)];
		const journals = [cost(115, ['GST', 'QST'], { amountNetOfTax: 100, amountNetOfReclaim: 110 })];
		const known = { taxCodes: { GST: 'G1' } };
		expect(split(115, [part(journals, rows)], known)).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 5.00 [tax G1]',
			'Dr nonDeductibleVat COST 10.00 [tax QST]',
		]);
		expect(split(115, [part(journals, rows)], { taxCodes: { QST: 'Q1' } })).toEqual(['unmapped-tax']);
	});

	test('a tax without any code may stay in the cost, unnamed', () => {
		const journals = [cost(119, ['T'], { amountNetOfTax: 100, amountNetOfReclaim: 119 })];
		const rows = [{ ...row('T', 19, 0), taxCode: null }];
		expect(split(119, [part(journals, rows)], { taxCodes: {} })).toEqual([
			'Dr expense COST 100.00',
			'Dr nonDeductibleVat COST 19.00',
		]);
		expect(split(119, [part(journals, rows)])).toEqual(['Dr expense COST 100.00', 'Dr nonDeductibleVat COST 19.00']);
	});
});

describe('tax and clearing', () => {
	test('personal entries hold no tax, whatever their rows say', () => {
		const entries = [personal(119, 'CBCP', 'CLR')];
		entries[0]!.allocation = (entries[0]!.allocation as Fields[]).map((own) => ({ ...own, tax: [row('T', 19, 19)] }));
		const { status, lines } = post(report(0, entries), { clearingPassThrough: 'always' });
		expect([status, lines.filter(({ role }) => role === 'deductibleVat')]).toEqual(['ready', []]);
	});

	test('offset rows on the clearing account hold none either, and take no share of it', () => {
		const rows = [row('T', 19, 19)];
		const offset = [cost(119, ['T'], notStated, 'CLR'), toCompany('CLR', -119, 'CBCP', { taxGuid: ['T'], ...notStated })];
		const document = posted(119, [part([cost(119, ['T'], notStated), ...offset], rows)], {}, { clearingAccountCode: 'CLR' });
		expect(shortLines(document).filter((text) => /expense|Vat/.test(text))).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 19.00 [tax T]',
		]);
	});

	test('the 0 % code is not set beside a tax of the entry’s own', () => {
		const journals = [cost(119, ['T'], { amountNetOfTax: 100, amountNetOfReclaim: 100 }), cost(10, [])];
		const entries = [entry(129, [part(journals, [row('T', 19, 19)])], { entryCountryCode: 'AT' })];
		const { lines } = post(report(129, entries, { homeCountryCode: 'DE' }), { foreignTaxCode: 'X0' });
		expect(lines.map(({ taxCode }) => taxCode)).toEqual([undefined, 'T', undefined]);
	});
});
