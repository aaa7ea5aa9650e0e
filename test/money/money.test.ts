import fc from 'fast-check';
import {
	allot,
	Decimal,
	decimalsOf,
	formatAmount,
	readAmount,
	roundTo,
	RunningRounder,
	sumOfUnits,
	toJsonNumber,
} from '../../nodes/shared/money';

const amountOf = (value: unknown): string | undefined => readAmount(value).amount?.toFixed();
const problemOf = (value: unknown): string | undefined => {
	const reading = readAmount(value);
	return 'problem' in reading ? reading.problem : undefined;
};

describe('reading amounts', () => {
	test.each([
		[24.3, '24.3'],
		[0.1, '0.1'],
		[-349, '-349'],
		[1e-7, '0.0000001'],
		[123456789012345, '123456789012345'],
		['50.00000000', '50'],
		['0E-8', '0'],
		['-1.5e2', '-150'],
		[' 12.10 ', '12.1'],
		['123456789012345.12345678', '123456789012345.12345678'],
	])('%p is %p', (value, expected) => {
		expect(amountOf(value)).toBe(expected);
		expect(problemOf(value)).toBeUndefined();
	});

	test.each([[null], [undefined], [''], ['   ']])('%p is no amount and no problem', (value) => {
		expect(readAmount(value).amount).toBeNull();
		expect(problemOf(value)).toBeUndefined();
	});

	test.each([
		['1,234.50'],
		['12 EUR'],
		['0x1F'],
		['Infinity'],
		['NaN'],
		[Number.NaN],
		[Number.POSITIVE_INFINITY],
		[true],
		[[1]],
		[{ amount: 1 }],
		['1e999'],
		['123456789012345678.123456'],
		[8.333333333333334],
		[1234567890123456],
	])('%p is refused', (value) => {
		expect(readAmount(value).amount).toBeNull();
		expect(problemOf(value)).toEqual(expect.any(String));
	});

	test('every number of up to 15 digits is read as it is written', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
				fc.integer({ min: 0, max: 8 }),
				(units, decimals) => {
					const written = new Decimal(units).dividedBy(new Decimal(10).pow(decimals)).toFixed();
					expect(amountOf(Number(written))).toBe(written === '-0' ? '0' : written);
				},
			),
		);
	});
});

describe('rounding', () => {
	test.each([
		['USD', 2],
		['JPY', 0],
		['KWD', 3],
		['XXX', 2],
	])('%s has %i decimals', (currency, decimals) => expect(decimalsOf(currency)).toBe(decimals));

	test('halves go away from zero, so that a refund mirrors its charge', () => {
		expect(roundTo(new Decimal('8.335'), 2).toFixed()).toBe('8.34');
		expect(roundTo(new Decimal('-8.335'), 2).toFixed()).toBe('-8.34');
	});

	test('thirds of 25.00 become 8.33, 8.34, 8.33', () => {
		const rounder = new RunningRounder(2);
		expect(['8.33333333', '8.33333333', '8.33333334'].map((text) => rounder.next('EMP', new Decimal(text)).toFixed(2))).toEqual([
			'8.33',
			'8.34',
			'8.33',
		]);
	});

	test('each key has a running total of its own, and exact amounts pass untouched', () => {
		const rounder = new RunningRounder(2);
		expect(rounder.next('A', new Decimal('0.005')).toFixed(2)).toBe('0.01');
		expect(rounder.next('B', new Decimal('0.004')).toFixed(2)).toBe('0.00');
		expect(rounder.next('A', new Decimal('7.77')).toFixed(2)).toBe('7.77');
		expect(rounder.next('A', new Decimal('0.005')).toFixed(2)).toBe('0.00');
		expect(rounder.next('C', new Decimal('0.005')).toFixed(2)).toBe('0.01');
		expect(rounder.next('C', new Decimal('-1.25')).toFixed(2)).toBe('-1.25');
	});

	test('rounded amounts add up to the rounded total', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 20 }), (units) => {
				const rounder = new RunningRounder(2);
				const exact = units.map((value) => new Decimal(value).dividedBy(10 ** 6));
				const rounded = exact.map((amount) => rounder.next('key', amount));
				const sum = (list: Decimal[]) => list.reduce((total, amount) => total.plus(amount), new Decimal(0));
				expect(sum(rounded).minus(sum(exact)).abs().toNumber()).toBeLessThanOrEqual(0.005);
				rounded.forEach((amount, index) => expect(amount.minus(exact[index]!).abs().toNumber()).toBeLessThan(0.011));
			}),
		);
	});
});

describe('allotment', () => {
	const parts = (amount: string, weights: number[], decimals = 2) =>
		allot(
			new Decimal(amount),
			weights.map((weight) => new Decimal(weight)),
			decimals,
		).map((part) => part.toFixed(decimals));

	test('left-over units go to the largest remainders', () => {
		expect(parts('10.00', [1, 1, 1])).toEqual(['3.34', '3.33', '3.33']);
		expect(parts('-10.00', [1, 1, 1])).toEqual(['-3.34', '-3.33', '-3.33']);
		expect(parts('0.05', [3, 7])).toEqual(['0.02', '0.03']);
		expect(parts('100', [1, 2], 0)).toEqual(['33', '67']);
		expect(parts('0.02', [1, 1, 1])).toEqual(['0.01', '0.01', '0.00']);
		expect(parts('10.00', [3])).toEqual(['10.00']);
	});

	test('weights of nothing give everything to the first', () => expect(parts('1.00', [0, 0])).toEqual(['1.00', '0.00']));

	test('parts add up to the amount, and none is a unit away from its share', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
				fc.array(fc.integer({ min: 0, max: 10 ** 6 }), { minLength: 1, maxLength: 12 }),
				(units, weights) => {
					const amount = new Decimal(units).dividedBy(100);
					const result = allot(
						amount,
						weights.map((weight) => new Decimal(weight)),
						2,
					);
					expect(result.reduce((sum, part) => sum.plus(part), new Decimal(0)).equals(amount)).toBe(true);
					const total = weights.reduce((sum, weight) => sum + weight, 0);
					if (total === 0) return;
					result.forEach((part, index) =>
						expect(part.minus(amount.times(weights[index]!).dividedBy(total)).abs().lessThan('0.01')).toBe(true),
					);
				},
			),
		);
	});
});

describe('writing amounts', () => {
	test('decimals are fixed and never in exponent notation', () => {
		expect(formatAmount(new Decimal('0.1'), 2)).toBe('0.10');
		expect(formatAmount(new Decimal('1e21'), 0)).toBe('1000000000000000000000');
	});

	test('a JSON number only where it is exact', () => {
		expect(toJsonNumber('1234567890123.45')).toBe(1234567890123.45);
		expect(toJsonNumber('12345678901234.56')).toBeNull();
		expect(toJsonNumber('10.00')).toBe(10);
	});

	test('units add up exactly, whatever their size', () => {
		expect(sumOfUnits(['0.10', '0.20', '-0.30'])).toBe(0n);
		expect(sumOfUnits(['99999999999999999.99', '0.01'])).toBe(10n ** 19n);
	});
});
