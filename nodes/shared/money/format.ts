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
	let sum = 0n;
	for (const text of texts) sum += BigInt(text.replace('.', ''));
	return sum;
}
