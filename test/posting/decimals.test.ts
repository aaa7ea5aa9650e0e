/** Currencies with other decimals than two, and differences that are small one by one. Expected amounts are worked out by hand. */
import { codes, entry, journal, post, report, shortLines } from './sample';

const trip = (currency: string, total: unknown, entries: [approved: unknown, ...journals: unknown[]][]) =>
	report(
		total,
		entries.map(([approved, ...amounts]) =>
			entry(approved, [{ journal: amounts.map((amount) => journal('TAXI', amount)), tax: [] }]),
		),
		{ employeeCurrencyAlphaCode: currency },
	);
const booked = (document: unknown, options: object = {}) => {
	const posting = post(document, options);
	return posting.status === 'ready' ? shortLines(posting) : codes(posting);
};
const lines = (amount: string) => [`Dr expense TAXI ${amount}`, `Cr employeeVendor EMP1 ${amount}`];
const merged = { mergeExpense: 'account' };

describe('the allowed difference counts in smallest units', () => {
	test.each<[string, unknown, unknown, string[]]>([
		['JPY', 1000, 999, lines('1000')],
		['JPY', 1000, 998, lines('1000')],
		['JPY', 1000, 997, ['entry-total-mismatch']],
		['KWD', 10, 9.998, lines('10.000')],
		['KWD', 10, 9.99, ['entry-total-mismatch']],
		['EUR', 10, 9.98, lines('10.00')],
		['EUR', 10, 9.97, ['entry-total-mismatch']],
	])('%s approved %s, rows of %s', (currency, approved, amount, expected) =>
		expect(booked(trip(currency, approved, [[approved, amount]]))).toEqual(expected),
	);

	test('also between net and tax of an invoice or entry, and in the words of the warning', () => {
		const [warning] = post(trip('JPY', 1000, [[1000, 999]])).warnings;
		expect(warning!.message).toContain('within the tolerance of 2 ');
	});
});

describe('amounts finer than the currency', () => {
	test('never reach the creditor, who is owed what was approved', () => {
		const three: [unknown, unknown][] = [
			[8.33, 8.334],
			[8.33, 8.334],
			[8.33, 8.334],
		];
		expect(booked(trip('EUR', 24.99, three), merged)).toEqual(lines('24.99'));
		expect(
			booked(
				trip('JPY', 300, [
					[100, 100.4],
					[100, 100.4],
					[100, 100.4],
				]),
				merged,
			),
		).toEqual(lines('300'));
	});

	test('that are owed are held, because nobody can pay half a yen', () => {
		expect(booked(trip('JPY', 100.5, [[100.5, 100.5]]))).toEqual(['payable-decimals']);
		expect(
			booked(
				trip('JPY', 101, [
					[50.5, 50.5],
					[50.5, 50.5],
				]),
				merged,
			),
		).toEqual(lines('101'));
	});

	test('are noise where they are the dust of a division', () => {
		const third = '8.33333333';
		expect(
			booked(
				trip('EUR', 25, [
					[third, third],
					[third, third],
					[third, third],
				]),
				merged,
			),
		).toEqual(lines('25.00'));
	});
});

describe('small differences', () => {
	const shortBy = (...cents: number[]) =>
		trip(
			'EUR',
			10 * cents.length,
			cents.map((cent): [number, string] => [10, (10 - cent / 100).toFixed(2)]),
		);

	test('together are no more than the largest rounding difference', () => {
		expect(booked(shortBy(2, 2), merged)).toEqual(lines('20.00'));
		expect(booked(shortBy(2, 2, 2), merged)).toEqual(['rounding-over-cap']);
		expect(post(shortBy(2, 2, 2)).reasons[0]!.message).toContain('add up to 0.06 EUR; allowed are 0.05.');
		expect(booked(shortBy(2, 2, 2), { ...merged, roundingCap: '0.06' })).toEqual(lines('30.00'));
	});

	test('that cancel each other are none together', () => {
		expect(booked(shortBy(2, -2, 2, -2, 2, -2), merged)).toEqual(lines('60.00'));
	});

	test('of a company that allows more for one are not held by the smaller cap', () => {
		expect(booked(trip('EUR', 10, [[10, 9.5]]), { tolerance: '0.50' })).toEqual(lines('10.00'));
	});
});

test('a currency in small letters is that currency', () => {
	const posting = post(trip('jpy', 1000, [[1000, 1000]]));
	expect([posting.currency, ...shortLines(posting)]).toEqual(['JPY', ...lines('1000')]);
});
