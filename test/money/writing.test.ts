import fc from 'fast-check';
import { Decimal, formatAmount, fromUnits, plainText, sumOfUnits, toJsonNumber, UnitSum } from '../../nodes/shared/money';

describe('amounts as text', () => {
	test.each([
		['1.5', 2, '1.50'],
		['-1.5', 2, '-1.50'],
		['7', 2, '7.00'],
		['7', 0, '7'],
		['1.005', 2, '1.01'],
		['-1.005', 2, '-1.01'],
		['0.5', 0, '1'],
		['1.234', 3, '1.234'],
		['12.3', 4, '12.3000'],
		['0', 2, '0.00'],
	])('%s with %i decimals is %s', (amount, decimals, text) => expect(formatAmount(new Decimal(amount), decimals)).toBe(text));

	test('any amount is written as decimal arithmetic would', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }),
				fc.integer({ min: 0, max: 8 }),
				fc.integer({ min: 0, max: 4 }),
				(units, own, decimals) => {
					const amount = new Decimal(units.toString()).dividedBy(new Decimal(10).pow(own));
					expect(formatAmount(amount, decimals)).toBe(amount.toFixed(decimals));
				},
			),
		);
	});

	test('without a number of decimals an amount keeps its own', () => {
		expect(['8.33333333', '12', '-0.50'].map((text) => plainText(new Decimal(text)))).toEqual(['8.33333333', '12', '-0.5']);
	});

	test.each([
		[0n, 2, '0.00'],
		[5n, 2, '0.05'],
		[-5n, 2, '-0.05'],
		[123_456n, 2, '1234.56'],
		[-123_456n, 2, '-1234.56'],
		[7n, 0, '7'],
		[-7n, 0, '-7'],
		[1000n, 3, '1.000'],
		[5n, 3, '0.005'],
	])('%p units of %i decimals are %s', (units, decimals, text) => expect(fromUnits(units, decimals)).toBe(text));
});

describe('amounts as JSON numbers', () => {
	test.each([
		['999999999999999', 999_999_999_999_999],
		['-123456789012345', -123_456_789_012_345],
		['1234567890123.45', 1234567890123.45],
		['100000000000000000', 1e17],
		['0.0000000000000001', 1e-16],
		['1234567890123456', null],
		['-1234567890123.456', null],
	])('%s is %p', (text, number) => expect(toJsonNumber(text)).toBe(number));
});

describe('sums of the smallest units', () => {
	const nines = '9'.repeat(15);

	test.each([
		['texts too long for a number', ['99999999999999999.99', '0.01'], 10n ** 19n],
		['a long text that is negative', ['-99999999999999999.99', '-0.01'], -(10n ** 19n)],
		['texts of 15 characters', ['123456789012.34', '123456789012.34'], 24_691_357_802_468n],
		['texts of 16 characters', ['1234567890123.45', '-0.45'], 123_456_789_012_300n],
		['more than a number holds', Array<string>(20).fill(nines), 20n * BigInt(nines)],
		['less than a number holds', Array<string>(200).fill(`-${'9'.repeat(14)}`), -200n * BigInt('9'.repeat(14))],
		['both signs', ['10.05', '-3.07', '-6.98'], 0n],
		['nothing', [], 0n],
	])('%s', (_, texts, sum) => expect(sumOfUnits(texts)).toBe(sum));

	test('any texts add up as big integers do', () => {
		fc.assert(
			fc.property(fc.array(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), { maxLength: 50 }), (units) => {
				expect(sumOfUnits(units.map((value) => fromUnits(value, 2)))).toBe(units.reduce((sum, value) => sum + value, 0n));
			}),
		);
	});

	test('numbers stay exact beyond the range of safe integers, in both directions', () => {
		for (const sign of [1, -1]) {
			const sum = new UnitSum();
			for (let count = 0; count < 1001; count++) sum.add(sign * 999_999_999_999_999);
			expect(sum.total).toBe(BigInt(sign) * 1001n * 999_999_999_999_999n);
		}
		const sum = new UnitSum();
		sum.addLarge(10n ** 20n);
		sum.add(-1);
		expect(sum.total).toBe(10n ** 20n - 1n);
	});
});
