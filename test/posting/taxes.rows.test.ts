/** How tax rows label the tax of an entry whose nets are stated, and prove it. */
import { cost, notStated, part, posted, row, split, type Row } from './taxSample';

describe('rows that label stated nets', () => {
	const stated = { amountNetOfTax: 100, amountNetOfReclaim: 100 };

	test.each<[string, unknown]>([
		['a list', ['T']],
		['a list of objects', [{ taxGuid: 'T' }]],
		['one text', 'T'],
		['one object', { taxGuid: 'T' }],
		['blanks between', ['', 'T', null]],
	])('named by %s', (_, guids) =>
		expect(split(119, [part([cost(119, guids, stated)], [row('T', 19, 19)])])).toContain('Dr deductibleVat - 19.00 [tax T]'),
	);

	test('rows that no journal names are not part of the proof', () => {
		expect(split(119, [part([cost(119, ['T'], stated)], [row('T', 19, 19), row('U', 7, 7), row(null, 3, 3)])])).toEqual([
			'Dr expense COST 100.00',
			'Dr deductibleVat - 19.00 [tax T]',
		]);
	});

	test('two taxes of one journal with the same code are one line, whose base is the net once', () => {
		const nets = { amountNetOfTax: 7, amountNetOfReclaim: 7 };
		const rows = [row('A', 2, 2, 'V1'), row('B', 1, 1, 'V1')];
		const { lines } = posted(10, [part([cost(10, ['A', 'B'], nets)], rows)]);
		expect(lines[1]).toMatchObject({ role: 'deductibleVat', debit: '3.00', taxBase: '7.00', sources: [{ expenseType: 'Taxi' }] });
		const two = posted(20, [
			part(
				[cost(10, ['A', 'B'], nets), cost(10, ['A', 'B'], nets, 'MEALS')],
				rows.map((one) => ({ ...one, amountTax: 2 * Number(one.amountTax), amountReclaim: 2 * Number(one.amountReclaim) })),
			),
		]);
		expect(two.lines.filter(({ role }) => role === 'deductibleVat').map(({ debit, taxBase }) => [debit, taxBase])).toEqual([
			['6.00', '14.00'],
		]);
	});

	test('the journal’s own allocation comes before another one of the same name', () => {
		const journals = [cost(59.5, ['T'], { amountNetOfTax: 50, amountNetOfReclaim: 50 })];
		const allocations = [part(journals, [row('T', 9.5, 9.5, 'ONE')]), part(journals, [row('T', 9.5, 9.5, 'TWO')])];
		expect(split(119, allocations).filter((text) => text.includes('Vat'))).toEqual([
			'Dr deductibleVat - 9.50 [tax ONE]',
			'Dr deductibleVat - 9.50 [tax TWO]',
		]);
	});

	test.each<[string, Row[][]]>([
		['once', [[row('T', 19, 19)], []]],
		['in full in both allocations', [[row('T', 19, 19)], [row('T', 19, 19)]]],
		['by its share in each', [[row('T', 9.5, 9.5)], [row('T', 9.5, 9.5)]]],
	])('a shared tax may be stated %s', (_, rows) => {
		const half = { amountNetOfTax: 50, amountNetOfReclaim: 50 };
		const allocations = rows.map((own) => part([cost(59.5, ['T'], half)], own));
		expect(posted(119, allocations).status).toBe('ready');
	});

	test('one allocation that states another tax than the journals hold is held', () => {
		const half = { amountNetOfTax: 50, amountNetOfReclaim: 50 };
		const allocations = [9, 9].map((tax) => part([cost(59.5, ['T'], half)], [row('T', tax, tax)]));
		expect(split(119, allocations)).toEqual(['tax-arithmetic']);
		const reclaims = [9, 9].map((reclaim) => part([cost(59.5, ['T'], half)], [row('T', 9.5, reclaim)]));
		expect(split(119, reclaims)).toEqual(['tax-arithmetic']);
	});

	test('up to the tolerance a row may differ, by each row once', () => {
		const rows = (tax: number) => [part([cost(119, ['T'], stated)], [row('T', tax, tax)])];
		expect(posted(119, rows(19.02)).status).toBe('ready');
		expect(split(119, rows(19.03))).toEqual(['tax-arithmetic']);
		const two = (tax: number) => [part([cost(119, ['T', 'U'], stated)], [row('T', 10, 10), row('U', tax, tax)])];
		expect(posted(119, two(9.04)).status).toBe('ready');
		expect(split(119, two(9.05))).toEqual(['tax-arithmetic']);
	});

	test('a row whose tax is not stated cannot prove anything', () => {
		expect(split(119, [part([cost(119, ['T'], stated)], [row('T', null, null)])])).toContain('Dr deductibleVat - 19.00 [tax T]');
		const rows = [row('T', 12, 12), row('U', null, null)];
		expect(posted(119, [part([cost(119, ['T', 'U'], stated)], rows)]).status).toBe('ready');
	});

	test('a journal that is held leaves the rest unproved, and is not reported twice', () => {
		const held = cost(119, ['T'], { ...stated, journalPayer: null });
		const rows = [row('T', 38, 38)];
		expect(split(238, [part([held, cost(119, ['T'], stated)], rows)])).toEqual(['no-company-side']);
	});

	test('a journal of nought is no gap in the proof', () => {
		const none = cost(0, ['T'], { amountNetOfTax: 0, amountNetOfReclaim: 0, journalPayer: null });
		expect(split(119, [part([none, cost(119, ['T'], stated)], [row('T', 12, 12)])])).toEqual(['tax-arithmetic']);
	});

	test('nets that are stated for one journal only prove nothing', () => {
		const journals = [cost(59.5, ['T'], { amountNetOfTax: 50, amountNetOfReclaim: 50 }), cost(59.5, ['T'], notStated)];
		expect(posted(119, [part(journals, [row('T', 19, 19)])]).status).toBe('ready');
		expect(posted(119, [part([...journals].reverse(), [row('T', 19, 19)])]).status).toBe('ready');
	});
});

describe('which row a journal names', () => {
	const stated = { amountNetOfTax: 100, amountNetOfReclaim: 100 };
	const half = { amountNetOfTax: 50, amountNetOfReclaim: 50 };
	const taxOf = (texts: string[]) => texts.filter((text) => text.includes('Vat'));

	test('none that is there: the tax has no detail', () => {
		expect(split(119, [part([cost(119, ['T'], stated)])])).toEqual(['tax-without-detail']);
		expect(split(119, [part([cost(119, ['T'], stated)], [row('U', 19, 19)])])).toEqual(['tax-without-detail']);
		expect(split(119, [part([cost(119, undefined, stated)]), part([], [row('U', 19, 19)])])).toContain('tax-without-detail');
	});

	test('the first of its allocation, else the first of the entry', () => {
		const twice = [row('T', 9.5, 9.5, 'ONE'), row('T', 9.5, 9.5, 'TWO')];
		expect(taxOf(split(119, [part([cost(119, ['T'], stated)], twice)]))).toEqual(['Dr deductibleVat - 19.00 [tax ONE]']);
		const elsewhere = [part([cost(119, ['T'], stated)]), part([], [twice[0]!]), part([], [twice[1]!])];
		expect(taxOf(split(119, elsewhere))).toEqual(['Dr deductibleVat - 19.00 [tax ONE]']);
	});

	test('rows of the entry are proved once by name, where neither all of them nor one allocation gives the tax', () => {
		const [t, u, v] = [row('T', 19, 19), row('U', 7, 7), row('V', 3, 3)];
		const nets = (gross: number, tax: number) => ({ amountNetOfTax: gross - tax, amountNetOfReclaim: gross - tax });
		const shared = [
			part([cost(100, ['T', 'V'], nets(100, 12.5))], [t, v]),
			part([cost(100, ['T', 'U'], nets(100, 16.5))], [t, u]),
		];
		expect(posted(200, shared).status).toBe('ready');
	});

	test('or by one allocation that states the tax of the entry in full', () => {
		const allocations = [part([cost(59.5, ['T'], half)], [row('T', 19, 19)]), part([cost(59.5, ['T'], half)], [row('T', 9, 9)])];
		expect(posted(119, allocations).status).toBe('ready');
		expect(posted(119, [allocations[1]!, allocations[1]!]).status).toBe('review');
	});

	test('in the oldest format all rows are part of the proof', () => {
		expect(split(119, [part([cost(119, undefined, stated)], [row(null, 19, 19, 'T')])])).toContain(
			'Dr deductibleVat - 19.00 [tax T]',
		);
		expect(split(119, [part([cost(119, undefined, stated)], [row(null, 5, 5, 'T')])])).toEqual(['tax-arithmetic']);
	});
});
