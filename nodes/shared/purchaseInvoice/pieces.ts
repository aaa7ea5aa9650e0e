import { roundTo, Decimal, ZERO } from '../money';
import { baseOf, type PurchaseRow, type TaxTerms } from '../posting';

/** A part of a cost row that has one tax code at most: a line of B1's invoice. Amounts are signed, debits positive. */
export interface Piece {
	row: PurchaseRow;
	account: string | undefined;
	net: Decimal;
	/** Tax as Concur states it; null where B1 works it out and nobody pays it to the vendor. */
	tax: Decimal | null;
	taxCode?: string;
	/** Whether it is the row's shipping, which has an account of its own. */
	isShipping?: true;
}

/** Why a row cannot be told apart by its tax codes, in words. */
export interface Unsplit {
	problem: string;
}

/**
 * Splits a cost row by its tax codes, because a line of B1's invoice has one: each tax takes its base, what is left has none.
 *
 * @param terms rates by which the bases are worked out
 */
export function piecesOf(row: PurchaseRow, terms: TaxTerms): Piece[] | Unsplit {
	const { line, taxed, owedTaxCode } = row;
	const of = (net: Decimal, more: Partial<Piece> = {}): Piece => ({ row, account: line.account, net, tax: ZERO, ...more });
	if (owedTaxCode !== undefined) return withShipping(row, [of(taxed.net, { taxCode: owedTaxCode, tax: null })]);
	const taxes = taxed.taxes.filter(({ code, tax, isZeroTax }) => code !== '' || !tax.isZero() || !isZeroTax);
	if (taxes.some(({ code }) => code === '')) return { problem: 'a tax of it has no tax group in the mapping' };
	if (taxes.length === 0) return withShipping(row, [of(taxed.net)]);
	const bases = taxes.map((_, index) => baseOf([{ row: taxed, index: taxed.taxes.indexOf(taxes[index]!) }], terms));
	if (taxes.length === 1) {
		const [only] = taxes;
		const base = bases[0] ?? taxed.net;
		const rest = taxed.net.minus(base);
		// More tax than the rate gives: B1's own computation differs, and says so.
		if (!rest.isZero() && rest.isNegative() !== taxed.net.isNegative())
			return withShipping(row, [of(taxed.net, { taxCode: only!.code, tax: only!.tax })]);
		const first = of(base, { taxCode: only!.code, tax: only!.tax });
		return withShipping(row, rest.isZero() ? [first] : [first, of(rest)]);
	}
	return severalOf(row, bases, of);
}

function severalOf(
	row: PurchaseRow,
	bases: (Decimal | null)[],
	of: (net: Decimal, more?: Partial<Piece>) => Piece,
): Piece[] | Unsplit {
	const { taxed } = row;
	if (bases.some((base) => base === null)) return { problem: 'it has several taxes, and the rates of some are not known' };
	const rest = bases.reduce<Decimal>((left, base) => left.minus(base!), taxed.net);
	if (!rest.isZero() && rest.isNegative() !== taxed.net.isNegative())
		return { problem: 'several taxes are levied on one amount; B1 wants one tax code that stands for them together' };
	const pieces = bases.map((base, index) => of(base!, { taxCode: taxed.taxes[index]!.code, tax: taxed.taxes[index]!.tax }));
	return withShipping(row, rest.isZero() ? pieces : [...pieces, of(rest)]);
}

/**
 * Shipping has an account of its own: it is what is left without tax where that is as much, else it is taken from the largest piece, whose
 * tax it shares.
 */
function withShipping({ shipping }: PurchaseRow, pieces: Piece[]): Piece[] {
	if (shipping === undefined) return pieces;
	const amount = new Decimal(shipping.amount);
	if (amount.isZero()) return pieces;
	const untaxed = pieces.length > 1 ? pieces.find(({ taxCode, net }) => taxCode === undefined && net.equals(amount)) : undefined;
	if (untaxed)
		return pieces.map((piece) =>
			piece === untaxed ? { ...piece, account: shipping.account, isShipping: true as const } : piece,
		);
	const largest = pieces.reduce((best, piece) => (piece.net.abs().greaterThan(best.net.abs()) ? piece : best));
	const { tax, net } = largest;
	const ofShipping = tax === null || net.isZero() ? tax : roundTo(tax.times(amount).dividedBy(net), tax.decimalPlaces());
	return [
		...pieces.map((piece) =>
			piece === largest ? { ...piece, net: net.minus(amount), tax: tax === null ? null : tax.minus(ofShipping ?? ZERO) } : piece,
		),
		{ ...largest, account: shipping.account, net: amount, tax: ofShipping, isShipping: true as const },
	].filter((piece) => !piece.net.isZero());
}
