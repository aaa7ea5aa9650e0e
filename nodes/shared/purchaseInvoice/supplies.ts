import { findByCode, type MasterData } from '../journalEntry';
import { allot, Decimal, formatAmount, roundTo } from '../money';
import type { Profile } from '../mapping';
import type { Posting } from '../posting';
import { reason, withoutRepeats, type ReviewReason } from '../review';
import { basesOf, type Base } from './bases';
import type { Piece } from './pieces';

/** What a piece buys, in an invoice that has items. */
export interface Supply {
	item: string;
	/** Positive; negative where the piece takes off the invoice. */
	quantity: Decimal;
	/** Price of one, where quantity and price make the piece's amount; B1 works it out otherwise. */
	price?: Decimal;
	/** B1 has the account of an item that is kept in stock. */
	isStock: boolean;
}

/** How an invoice is made of its pieces beside accounts and amounts. */
export interface Supplies {
	/** Whether the document has items; a document of B1 has items or services. */
	hasItems: boolean;
	supplies: Map<Piece, Supply>;
	bases: Map<Piece, Base>;
	problems: ReviewReason[];
}

export interface SupplyTerms {
	posting: Posting;
	profile: Profile;
	masterData: MasterData | null;
	partner: string;
	/** B1's code of the invoice's currency. */
	currency: string;
	/** 1, or -1 for a credit memo. */
	sign: 1 | -1;
	decimals: number;
}

const QUANTITY_DECIMALS = 6;

/** Finds items, quantities and base documents of the pieces. A credit memo is based on no order. */
export function suppliesOf(pieces: readonly Piece[], terms: SupplyTerms): Supplies {
	const { posting, profile } = terms;
	const none: Supplies = { hasItems: false, supplies: new Map(), bases: new Map(), problems: [] };
	const rows = [...new Set(pieces.map(({ row }) => row))];
	const isLinked = profile.invoiceOrders === 'link' && terms.sign === 1;
	const { bases, problems } = isLinked ? basesOf(posting, rows, terms) : { bases: new Map<Piece['row'], Base>(), problems: [] };
	if (problems.length > 0) return { ...none, problems };
	const ofGoods = pieces.filter(({ isShipping }) => !isShipping);
	const basesOfPieces = new Map(
		ofGoods.flatMap((piece) => (bases.has(piece.row) ? [[piece, bases.get(piece.row)!] as const] : [])),
	);
	const taxed = taxProblems(basesOfPieces, terms);
	if (taxed.length > 0) return { ...none, problems: taxed };
	const linked = [...basesOfPieces.values()];
	const names = profile.invoiceLines === 'items' && rows.some(({ goods }) => goods?.itemCode && goods.quantity);
	const hasItems = names || linked.some(({ document }) => !document.isService);
	if (!hasItems) return { ...none, bases: basesOfPieces };
	const service = linked.find(({ document }) => document.isService);
	if (service) {
		const finding = `Order ${service.document.number} is one of services, and other lines of the invoice have items; an invoice of B1 has one kind.`;
		return { ...none, problems: [reason('base-document-differs', posting, finding, { value: service.document.number })] };
	}
	const found = itemsOf(pieces, basesOfPieces, terms);
	return { hasItems, supplies: found.supplies, bases: basesOfPieces, problems: found.problems };
}

/** A line without a tax code would take that of the order, and B1 would add a tax that the vendor does not charge. */
function taxProblems(bases: Map<Piece, Base>, { posting, profile }: SupplyTerms): ReviewReason[] {
	if (profile.invoiceTaxGroup !== null) return [];
	return [...bases].flatMap(([{ taxCode, row }, { document, line }]) => {
		if (taxCode !== undefined || line.taxCode === null) return [];
		const entry = row.line.sources[0]?.entryId;
		const finding = `Invoice ${entry ?? 'row'} carries no tax, line ${line.position} of ${document.kind} ${document.number} has tax ${line.taxCode}, and the mapping names no tax group of lines without tax.`;
		return [reason('base-document-differs', posting, finding, { ...(entry ? { entry } : {}), value: line.taxCode })];
	});
}

function itemsOf(
	pieces: readonly Piece[],
	bases: Map<Piece, Base>,
	terms: SupplyTerms,
): { supplies: Map<Piece, Supply>; problems: ReviewReason[] } {
	const { posting, profile, masterData } = terms;
	const problems: ReviewReason[] = [];
	const supplies = new Map<Piece, Supply>();
	const quantities = quantitiesOf(pieces);
	for (const piece of pieces) {
		const { goods } = piece.row;
		const own =
			piece.isShipping || !goods?.quantity ? undefined : (bases.get(piece)?.line.item ?? ownItem(goods.itemCode, profile));
		const item = own ?? profile.invoiceItem;
		const entry = piece.row.line.sources[0]?.entryId;
		const place = { ...(entry ? { entry } : {}), field: 'lineItemCode' };
		if (item === null) {
			const what = piece.isShipping ? 'The shipping of the invoice' : `Invoice ${entry ?? 'row'}`;
			problems.push(reason('invoice-item-missing', posting, `${what} names no item and quantity, and other lines do.`, place));
			continue;
		}
		const problem = itemProblem(item, masterData);
		if (problem) problems.push(reason('item-not-usable', posting, problem, { ...place, value: item }));
		const isStock = (masterData?.items && findByCode(masterData.items, item)?.isStock) === true;
		supplies.set(piece, {
			item,
			isStock,
			...(own === undefined ? single(piece, terms) : measured(piece, quantities.get(piece)!, terms)),
		});
	}
	return { supplies, problems: withoutRepeats(problems) };
}

const ownItem = (code: string | undefined, { invoiceLines }: Profile) => (invoiceLines === 'items' ? code : undefined);

function itemProblem(item: string, masterData: MasterData | null): string | null {
	if (!masterData?.items) return null;
	const found = findByCode(masterData.items, item);
	if (!found) return `B1 has no item ${item}.`;
	if (found.isInactive) return `Item ${item} ${found.name} is inactive.`;
	return found.isPurchased ? null : `Item ${item} ${found.name} is not one that is purchased.`;
}

/** The quantity of a row is shared by the amounts of its pieces. */
function quantitiesOf(pieces: readonly Piece[]): Map<Piece, Decimal> {
	const rows = new Map<Piece['row'], Piece[]>();
	for (const piece of pieces) if (!piece.isShipping) rows.set(piece.row, [...(rows.get(piece.row) ?? []), piece]);
	const shares = [...rows].flatMap(([{ goods }, some]) => {
		if (!goods?.quantity) return [];
		const quantity = roundTo(new Decimal(goods.quantity), QUANTITY_DECIMALS);
		const parts = allot(
			quantity,
			some.map(({ net }) => net.abs()),
			QUANTITY_DECIMALS,
		);
		return some.map((piece, index) => [piece, parts[index]!] as const);
	});
	return new Map(shares);
}

/** One of it, at the piece's amount. */
function single({ net }: Piece, { sign, decimals }: SupplyTerms): Pick<Supply, 'quantity' | 'price'> {
	const amount = new Decimal(formatAmount(net.times(sign), decimals));
	return { quantity: new Decimal(amount.isNegative() ? -1 : 1), price: amount.abs() };
}

function measured(piece: Piece, quantity: Decimal, { sign, decimals }: SupplyTerms): Pick<Supply, 'quantity' | 'price'> {
	const amount = new Decimal(formatAmount(piece.net.times(sign), decimals));
	const stated = piece.row.goods?.unitPrice;
	const price = stated === undefined ? null : new Decimal(stated).abs();
	const isExact = price !== null && roundTo(quantity.times(price), decimals).equals(amount.abs());
	return { quantity: amount.isNegative() ? quantity.negated() : quantity, ...(isExact ? { price } : {}) };
}
