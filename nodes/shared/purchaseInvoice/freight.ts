import { formatAmount, toJsonNumber, ZERO } from '../money';
import { taxCodeField, type LineContext } from './lines';
import type { Piece } from './pieces';

/** A freight charge of the whole document (`DocumentAdditionalExpenses`). */
export interface Freight {
	ExpenseCode: number;
	LineTotal?: number;
	LineTotalFC?: number;
	VatGroup?: string;
	TaxCode?: string;
	DistributionRule?: string;
	Project?: string;
}

/**
 * Joins the shipping of all rows to one piece, because a freight charge stands once in a document of B1 and has one tax code.
 *
 * @returns the pieces that stay lines, and the shipping; or in words why it cannot be one charge
 */
export function withFreight(pieces: readonly Piece[]): { lines: Piece[]; freight: Piece | null } | { problem: string } {
	const lines = pieces.filter(({ isShipping }) => !isShipping);
	const shipping = pieces.filter(({ isShipping }) => isShipping);
	const [first] = shipping;
	if (!first) return { lines, freight: null };
	if (shipping.some(({ taxCode }) => taxCode !== first.taxCode))
		return { problem: 'Its shipping has several taxes, and a freight charge of B1 has one tax code.' };
	const tax = shipping.reduce((sum, piece) => sum.plus(piece.tax ?? ZERO), ZERO);
	const net = shipping.reduce((sum, piece) => sum.plus(piece.net), ZERO);
	if (net.isZero() && tax.isZero()) return { lines, freight: null };
	return {
		lines,
		freight: { ...first, net, tax: first.tax === null ? null : tax, row: { ...first.row, line: costsOfAll(shipping) } },
	};
}

/** The first row's line, without cost objects that not all rows have. */
function costsOfAll(shipping: readonly Piece[]): Piece['row']['line'] {
	const [first] = shipping as [Piece];
	const { costCenters, project, ...line } = first.row.line;
	const same = (of: (piece: Piece) => unknown) =>
		shipping.every((piece) => JSON.stringify(of(piece)) === JSON.stringify(of(first)));
	return {
		...line,
		...(costCenters !== undefined && same(({ row }) => row.line.costCenters) ? { costCenters } : {}),
		...(project !== undefined && same(({ row }) => row.line.project) ? { project } : {}),
	};
}

/** The shipping as B1's freight charge. Its costs are those of the first dimension, which is all that older versions have for it. */
export function freightOf({ row, net, taxCode }: Piece, code: number, context: LineContext): Freight {
	const { costCenters, project } = row.line;
	const amount = toJsonNumber(formatAmount(net.times(context.sign), context.decimals))!;
	return {
		ExpenseCode: code,
		[context.isForeign ? 'LineTotalFC' : 'LineTotal']: amount,
		...taxCodeField(taxCode, context),
		...(costCenters?.[0] === undefined ? {} : { DistributionRule: costCenters[0] }),
		...(project === undefined ? {} : { Project: project }),
	};
}
