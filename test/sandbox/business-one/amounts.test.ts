import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { amountText, divide, fitsColumn, multiply, parseAmount } from '../../../sandbox/business-one/amounts';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const micros = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const rates = fc.bigInt({ min: 1n, max: 10n ** 10n });

describe('amounts of the sandbox', () => {
	test('text and millionths are two ways to write the same amount', () => {
		fc.assert(fc.property(micros, (amount) => parseAmount(amountText(amount)) === amount));
	});

	test('every JSON number reads as its shortest decimal text', () => {
		fc.assert(
			fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (number) => {
				const expected = new Exact(String(number)).toDecimalPlaces(6).times(1e6).toFixed(0);
				return parseAmount(String(number)) === BigInt(expected);
			}),
		);
	});

	test('conversion rounds half away from zero to the places asked for', () => {
		fc.assert(
			fc.property(micros, rates, fc.integer({ min: 0, max: 6 }), (amount, rate, places) => {
				const product = new Exact(amountText(amount)).times(amountText(rate)).toDecimalPlaces(places);
				const quotient = new Exact(amountText(amount)).div(amountText(rate)).toDecimalPlaces(places);
				expect(amountText(multiply(amount, rate, places))).toBe(product.isZero() ? '0' : product.toFixed());
				expect(amountText(divide(amount, rate, places))).toBe(quotient.isZero() ? '0' : quotient.toFixed());
			}),
		);
	});

	test.each([
		['0E-8', '0'],
		['1e3', '1000'],
		['.5', '0.5'],
		['-0.0000005', '-0.000001'],
		['10.', '10'],
	])('%s reads as %s', (text, expected) => {
		expect(amountText(parseAmount(text) ?? -1n)).toBe(expected);
	});

	test.each(['', 'abc', '1,5', '--1', '1e', 'NaN', 'Infinity', '0x10'])('%j is no amount', (text) => {
		expect(parseAmount(text)).toBeNull();
	});

	test('numeric(19,6) holds 13 digits before the point and no more', () => {
		expect(fitsColumn(parseAmount('9999999999999.999999')!)).toBe(true);
		expect(fitsColumn(parseAmount('10000000000000')!)).toBe(false);
	});
});
