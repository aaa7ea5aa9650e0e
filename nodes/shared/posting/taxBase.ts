import { roundTo, ZERO, type Decimal } from '../money';

/** One tax of a cost row, in posted amounts. */
export interface TaxPart {
	/** B1 tax group; empty for a tax that is only posted to an account. */
	code: string;
	/** All of the tax, and what of it is reclaimed. */
	tax: Decimal;
	reclaimed: Decimal;
	/** Whether the document states no tax at all under this code (and not one that rounding takes away). */
	isZeroTax: boolean;
	/** Percent, as the mapping says; null where it does not. */
	rate: Decimal | null;
	/** Whether B1's group itself reclaims a part only, so that its base is the whole one. */
	partlyDeductible: boolean;
}

/** A cost row with its taxes: what their bases are worked out from. */
export interface TaxedRow {
	/** The row's amount without any tax. */
	net: Decimal;
	decimals: number;
	taxes: readonly TaxPart[];
}

/** The part a tax line has in a row: one of its taxes. */
export interface TaxShare {
	row: TaxedRow;
	index: number;
}

/** What decides the base of a tax: B1's own facts of the group where B1 was asked, else the mapping's. */
export type TaxTerms = (part: TaxPart) => Pick<TaxPart, 'rate' | 'partlyDeductible'>;

const byMapping: TaxTerms = (part) => part;

/** The base of a line that holds these shares, signed like its tax; null where it cannot be told. */
export function baseOf(shares: readonly TaxShare[], terms: TaxTerms = byMapping): Decimal | null {
	let sum: Decimal = ZERO;
	for (const { row, index } of shares) {
		const base = rowBases(row, terms)[index]!;
		if (base === null) return null;
		sum = sum.plus(base);
	}
	return sum;
}

/**
 * The bases of a row's taxes. A base is the tax by its rate. What the rates leave of the net amount belongs to the 0 % tax where the
 * row has one, to the one tax of unknown rate, or, where it is no more than rounding, to the tax of the lowest rate; what is left
 * besides (fuel tax in a mileage allowance) carries no tax. Of a tax that is reclaimed in part the base is that of the reclaimed
 * part, unless B1's group itself reclaims a part only.
 */
function rowBases({ net, decimals, taxes }: TaxedRow, terms: TaxTerms): (Decimal | null)[] {
	const rated = taxes.map((part) => ({ part, ...terms(part) }));
	const wholes = rated.map(({ part, rate }) => wholeBase(part, rate, decimals));
	// Taxes that are levied on one and the same amount, each on all of it.
	if (rated.every(({ rate }, index) => isRounding(net, wholes[index]!, rate, decimals))) wholes.fill(net);
	const rest = wholes.reduce<Decimal>((left, whole) => left.minus(whole ?? ZERO), net);
	const open = wholes.flatMap((whole, index) => (whole === null ? [index] : []));
	const isOnSide = !rest.isZero() && rest.isNegative() === net.isNegative();
	const [only] = open.length === 1 && isOnSide ? open : [];
	if (only !== undefined && (!rated[only]!.part.isZeroTax || rated[only]!.rate?.isZero())) wholes[only] = rest;
	if (open.length === 0 && rated.length > 1) addRounding(rated, wholes, rest, decimals);
	return rated.map(({ part, rate, partlyDeductible }, index) => {
		const whole = wholes[index]!;
		if (partlyDeductible || part.tax.equals(part.reclaimed)) return whole;
		if (rate !== null && !rate.isZero()) return roundTo(part.reclaimed.times(100).dividedBy(rate), decimals);
		return whole && roundTo(whole.times(part.reclaimed).dividedBy(part.tax), decimals);
	});
}

/** null for a tax whose amount says nothing of its base: one of nought, or of unknown rate. */
function wholeBase({ tax }: TaxPart, rate: Decimal | null, decimals: number): Decimal | null {
	if (rate === null || rate.isZero()) return null;
	return roundTo(tax.times(100).dividedBy(rate), decimals);
}

/** Whether a tax is more than its rate gives on the net amount of its row, by more than rounding does. */
export function exceedsRate({ row, index }: TaxShare, terms: TaxTerms): boolean {
	const part = row.taxes[index]!;
	const { rate } = terms(part);
	const whole = wholeBase(part, rate, row.decimals);
	if (whole === null) return false;
	// The tax and its net amount are both rounded.
	return whole.abs().minus(row.net.abs()).greaterThan(slackOf(rate!, row.decimals).times(2));
}

/** A tax is rounded to the smallest unit, which is many units of its base: this much of it is only rounding. */
const slackOf = (rate: Decimal, decimals: number): Decimal =>
	rate
		.pow(-1)
		.times(100)
		.dividedBy(10 ** decimals);

function isRounding(net: Decimal, whole: Decimal | null, rate: Decimal | null, decimals: number): boolean {
	return whole !== null && rate !== null && net.minus(whole).abs().lessThanOrEqualTo(slackOf(rate, decimals));
}

/** What is only rounding goes to the tax of the lowest rate, where it changes the least. */
function addRounding(
	rated: readonly { rate: Decimal | null }[],
	wholes: (Decimal | null)[],
	rest: Decimal,
	decimals: number,
): void {
	const slack = rated.map(({ rate }) => slackOf(rate!, decimals));
	const most = slack.reduce((sum, own) => sum.plus(own), ZERO);
	if (rest.abs().greaterThan(most)) return;
	const lowest = slack.reduce((best, own, index) => (own.greaterThan(slack[best]!) ? index : best), 0);
	wholes[lowest] = wholes[lowest]!.plus(rest);
}
