import { Decimal } from './decimal';

/** An amount as decimal text with a fixed number of decimals, e.g. `10.00`, `1235`; never in exponent notation. */
export function formatAmount(amount: Decimal, decimals: number): string {
	const text = amount.toFixed();
	const point = text.indexOf('.');
	const own = point === -1 ? 0 : text.length - point - 1;
	if (own > decimals) return amount.toFixed(decimals);
	if (own === decimals) return text;
	return `${text}${own === 0 ? '.' : ''}${'0'.repeat(decimals - own)}`;
}

/** An amount as decimal text with the decimals it has, e.g. `8.33333333`, `12`. */
export function plainText(amount: Decimal): string {
	return amount.toFixed();
}

/**
 * A decimal text as JSON number.
 *
 * @returns the number, or null when a double cannot hold it exactly (more than 15 significant digits)
 */
export function toJsonNumber(text: string): number | null {
	return text.length <= 15 || new Decimal(text).precision() <= 15 ? Number(text) : null;
}

/** Adds up whole numbers exactly: as numbers while they fit, as big integers beyond. Much cheaper than decimals where only a balance is asked for. */
export class UnitSum {
	private large = 0n;
	private small = 0;

	/** @param units a safe integer of up to 15 digits */
	add(units: number): void {
		this.small += units;
		if (this.small > SAFE_SUM || this.small < -SAFE_SUM) {
			this.large += BigInt(this.small);
			this.small = 0;
		}
	}

	addLarge(units: bigint): void {
		this.large += units;
	}

	get total(): bigint {
		return this.large + BigInt(this.small);
	}
}

/** A sum within it stays exact when 15 more digits are added. */
const SAFE_SUM = Number.MAX_SAFE_INTEGER - 10 ** 15;

/** The exact sum of decimal texts that all have the same number of decimals, in the smallest unit. */
export function sumOfUnits(texts: Iterable<string>): bigint {
	const sum = new UnitSum();
	for (const text of texts) {
		if (text.length > 15) sum.addLarge(BigInt(text.replace('.', '')));
		else sum.add(unitsIn(text));
	}
	return sum.total;
}

/** The digits of a decimal text as a number, whatever stands before and after the point. */
function unitsIn(text: string): number {
	const isNegative = text.charCodeAt(0) === MINUS;
	let units = 0;
	for (let index = isNegative ? 1 : 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code !== POINT) units = units * 10 + (code - ZERO_DIGIT);
	}
	return isNegative ? -units : units;
}

const MINUS = '-'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const ZERO_DIGIT = '0'.charCodeAt(0);

/** An integer number of smallest units as decimal text. */
export function fromUnits(units: bigint, decimals: number): string {
	const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}
