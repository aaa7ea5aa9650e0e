import { roundTo, Decimal, ZERO } from '../money';
import type { Piece } from './pieces';

/** What B1 will make of an invoice. Amounts in the document's currency, signed as Concur's. */
export interface Computed {
	/** Tax as B1 computes it, line by line; null where a rate is not known. */
	tax: Decimal | null;
	/** What the vendor is owed by B1's own computation; null where a rate is not known. */
	total: Decimal | null;
}

/** The rate of a tax code in percent; null where nobody knows it. */
export type RateOf = (code: string) => Decimal | null;

/** Net amounts and taxes as B1 adds them up: the tax of a line is its net amount by the rate, rounded (B1's own rule of a line). */
export function computedBy(pieces: readonly Piece[], rateOf: RateOf, decimals: number): Computed {
	let tax: Decimal | null = ZERO;
	for (const piece of pieces) {
		if (piece.taxCode === undefined || piece.tax === null) continue;
		const rate = rateOf(piece.taxCode);
		tax = tax === null || rate === null ? null : tax.plus(roundTo(piece.net.times(rate).dividedBy(100), decimals));
	}
	const net = pieces.reduce((sum, piece) => sum.plus(piece.net), ZERO);
	return { tax, total: tax === null ? null : net.plus(tax) };
}

/** The taxes of Concur that the vendor charges. */
export function statedTax(pieces: readonly Piece[]): Decimal {
	return pieces.reduce((sum, { tax }) => (tax === null ? sum : sum.plus(tax)), ZERO);
}
