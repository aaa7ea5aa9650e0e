import { Decimal, ZERO } from './decimal';

/** Rounds an amount to a number of decimals; halves go away from zero. */
export function roundTo(amount: Decimal, decimals: number): Decimal {
	return amount.decimalPlaces() <= decimals ? amount : amount.toDecimalPlaces(decimals);
}

/**
 * Rounds a row of amounts so that the rounded ones add up to the rounded total: the running total is rounded and the difference
 * posted, so thirds of 25.00 become 8.33, 8.34, 8.33. Each key (a partner, a tax code) has a running total of its own. Amounts that
 * need no rounding pass untouched and leave the running total alone.
 */
export class RunningRounder {
	private readonly totals = new Map<string, { exact: Decimal; rounded: Decimal }>();

	constructor(private readonly decimals: number) {}

	/** The amount to post for the next exact amount of this key. */
	next(key: string, exact: Decimal): Decimal {
		if (exact.decimalPlaces() <= this.decimals) return exact;
		const before = this.totals.get(key) ?? { exact: ZERO, rounded: ZERO };
		const total = before.exact.plus(exact);
		const rounded = total.toDecimalPlaces(this.decimals);
		this.totals.set(key, { exact: total, rounded });
		return rounded.minus(before.rounded);
	}
}

/**
 * Allots an amount over shares by largest remainder: the parts add up to the amount to the last unit, and each is less than one unit
 * away from its exact share.
 *
 * @param amount what to allot, already rounded to `decimals`
 * @param weights relative shares, of one sign; all zero means that the first one takes everything
 * @param decimals decimals of the parts
 * @returns one part per weight, in their order
 */
export function allot(amount: Decimal, weights: readonly Decimal[], decimals: number): Decimal[] {
	if (weights.length === 1) return [amount];
	const total = weights.reduce((sum, weight) => sum.plus(weight), ZERO);
	if (total.isZero()) return weights.map((_, index) => (index === 0 ? amount : ZERO));
	const exact = weights.map((weight) => amount.times(weight).dividedBy(total));
	const parts = exact.map((share) => share.toDecimalPlaces(decimals, Decimal.ROUND_DOWN));
	const unit = new Decimal(10).pow(-decimals).times(amount.isNegative() ? -1 : 1);
	const missing = amount
		.minus(parts.reduce((sum, part) => sum.plus(part), ZERO))
		.dividedBy(unit)
		.round()
		.toNumber();
	const byRemainder = exact
		.map((share, index) => ({ index, remainder: share.minus(parts[index]!).abs() }))
		.sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
	for (const { index } of byRemainder.slice(0, Math.max(0, missing))) parts[index] = parts[index]!.plus(unit);
	return parts;
}
