import { Decimal } from './decimal';

/** An amount as decimal text with a fixed number of decimals, e.g. `10.00`, `1235`; never in exponent notation. */
export function formatAmount(amount: Decimal, decimals: number): string {
	return amount.toFixed(decimals);
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

/**
 * The exact sum of decimal texts that all have the same number of decimals, in the smallest unit. Much cheaper than decimals where
 * only the balance is asked for.
 */
export function sumOfUnits(texts: Iterable<string>): bigint {
	let large = 0n;
	let small = 0;
	for (const text of texts) {
		const digits = text.replace('.', '');
		// Integers of up to 15 digits add up exactly as numbers; they are moved over before they could leave that range.
		if (digits.length > 15) large += BigInt(digits);
		else small += Number(digits);
		if (small > SAFE_SUM || small < -SAFE_SUM) {
			large += BigInt(small);
			small = 0;
		}
	}
	return large + BigInt(small);
}

const SAFE_SUM = Number.MAX_SAFE_INTEGER - 10 ** 15;

/** An integer number of smallest units as decimal text. */
export function fromUnits(units: bigint, decimals: number): string {
	const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
}
