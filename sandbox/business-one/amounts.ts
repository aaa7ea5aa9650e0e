/**
 * Exact amounts at the six decimal places of B1's numeric(19,6) columns, as whole millionths.
 * No floating point number is ever added, multiplied or compared.
 */
export type Millionths = bigint;

const PLACES = 6;
const ONE = 1_000_000n;

/** Reads decimal text (an exponent is allowed); more than six places are rounded half away from zero. Null when it is no number. */
export function parseAmount(text: string): Millionths | null {
	const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
	if (!match) return null;
	const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
	if (whole === '' && fraction === '') return null;
	const scale = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction);
	const size = scale <= PLACES ? digits * 10n ** BigInt(PLACES - scale) : divideRounded(digits, 10n ** BigInt(scale - PLACES));
	return sign === '-' ? -size : size;
}

/** Shortest decimal text: `12.5`, `-3`, `0`. */
export function amountText(amount: Millionths): string {
	const digits = (amount < 0n ? -amount : amount).toString().padStart(PLACES + 1, '0');
	const whole = digits.slice(0, -PLACES);
	const fraction = digits.slice(-PLACES).replace(/0+$/, '');
	return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Amount times rate, rounded half away from zero to `decimals` places. */
export function multiply(amount: Millionths, rate: Millionths, decimals: number): Millionths {
	return scaled(amount * rate, ONE * ONE, decimals);
}

/** Amount divided by rate, rounded half away from zero to `decimals` places. */
export function divide(amount: Millionths, rate: Millionths, decimals: number): Millionths {
	return scaled(amount, rate, decimals);
}

/** Amount rounded half away from zero to `decimals` places. */
export function rounded(amount: Millionths, decimals: number): Millionths {
	return scaled(amount, ONE, decimals);
}

/** True when the amount fits 13 digits before the decimal point. */
export function fitsColumn(amount: Millionths): boolean {
	const size = amount < 0n ? -amount : amount;
	return size < 10n ** 19n;
}

function scaled(numerator: bigint, denominator: bigint, decimals: number): Millionths {
	const units = divideRounded(numerator * 10n ** BigInt(decimals), denominator);
	return units * 10n ** BigInt(PLACES - decimals);
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
	const negative = numerator < 0n !== denominator < 0n;
	const top = numerator < 0n ? -numerator : numerator;
	const bottom = denominator < 0n ? -denominator : denominator;
	const rounded = (top * 2n + bottom) / (bottom * 2n);
	return negative ? -rounded : rounded;
}
