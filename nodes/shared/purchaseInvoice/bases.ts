import type { BaseDocumentFacts, BaseLineFacts, MasterData } from '../journalEntry';
import { Decimal, ZERO } from '../money';
import type { Goods, OrderOfLine, Posting, PurchaseRow } from '../posting';
import { reason, type ReviewReason } from '../review';

/** The line of an order or goods receipt that a row is billed for. */
export interface Base {
	document: BaseDocumentFacts;
	line: BaseLineFacts;
}

/** What the rows of one invoice have to fit. */
export interface BaseTerms {
	masterData: MasterData | null;
	partner: string;
	/** B1's code of the invoice's currency. */
	currency: string;
}

/** What earlier rows of the same invoice take from a base line. */
type Drawn = Map<BaseLineFacts, Decimal>;

/**
 * Finds the base line of every row that names an order: the line of a goods receipt where the order was delivered, else the order's own.
 * An invoice in B1 draws on what is open, so vendor, currency, item and quantity have to fit.
 *
 * @returns bases by row, and for each row that fits nothing the reason that says what does not fit
 */
export function basesOf(
	posting: Posting,
	rows: readonly PurchaseRow[],
	terms: BaseTerms,
): { bases: Map<PurchaseRow, Base>; problems: ReviewReason[] } {
	const bases = new Map<PurchaseRow, Base>();
	const problems: ReviewReason[] = [];
	const drawn: Drawn = new Map();
	for (const row of rows) {
		const { goods } = row;
		if (!goods?.order) continue;
		const found = baseOf(row, goods, goods.order, terms, drawn);
		if (typeof found !== 'string') bases.set(row, found);
		else {
			const entry = row.line.sources[0]?.entryId;
			const place = { field: 'lineItemPurchaseOrderNumber', value: goods.order.number, ...(entry ? { entry } : {}) };
			const finding = `Invoice ${entry ?? 'row'} cannot be based on purchase order ${goods.order.number}: ${found}.`;
			problems.push(reason('base-document-differs', posting, finding, place));
		}
	}
	return { bases, problems };
}

function baseOf(row: PurchaseRow, goods: Goods, order: OrderOfLine, terms: BaseTerms, drawn: Drawn): Base | string {
	const known = terms.masterData?.baseDocuments;
	if (!known) return 'B1 was not asked for it';
	const orders = known.filter(({ kind, number }) => kind === 'order' && number === order.number);
	const own = orders.filter(({ partner }) => partner === terms.partner);
	const [document, ...others] = own;
	if (!document) {
		const [other] = orders;
		return other ? `it is one of vendor ${other.partner}, the invoice is of ${terms.partner}` : 'B1 has no order of this number';
	}
	if (others.length > 0) return 'B1 has several orders of this number';
	if (document.currency !== terms.currency) return `it is in ${document.currency}, the invoice in ${terms.currency}`;
	const line = lineOf(document, order, goods);
	if (typeof line === 'string') return line;
	if (goods.itemCode !== undefined && line.item !== null && line.item !== goods.itemCode)
		return `line ${line.position} is item ${line.item}, the invoice bills ${goods.itemCode}`;
	return drawnFrom(row, goods, candidatesOf(known, { document, line }, order), drawn);
}

function lineOf({ lines }: BaseDocumentFacts, order: OrderOfLine, { itemCode }: Goods): BaseLineFacts | string {
	if (order.line !== undefined) return lines.find(({ position }) => position === order.line) ?? `it has no line ${order.line}`;
	const fitting = itemCode === undefined ? lines : lines.filter(({ item }) => item === itemCode);
	if (fitting.length === 1) return fitting[0]!;
	const what = itemCode === undefined ? 'lines' : `lines of item ${itemCode}`;
	return `it has ${fitting.length} ${what}, and the invoice names none of them`;
}

/** Receipts of the order's line first, of those that Concur matched where it matched some; else the order's line itself. */
function candidatesOf(known: readonly BaseDocumentFacts[], ordered: Base, { receipts }: OrderOfLine): Base[] {
	const { document, line } = ordered;
	const delivered = known
		.filter(({ kind, partner }) => kind === 'receipt' && partner === document.partner)
		.flatMap((receipt) => receipt.lines.map((of): Base => ({ document: receipt, line: of })))
		.filter(({ line: { order } }) => order?.entry === document.entry && order.line === line.line);
	const matched = delivered.filter(({ document: { number } }) => receipts.includes(number));
	const open = (matched.length > 0 ? matched : delivered).filter((one) => one.document.isOpen && one.line.isOpen);
	return open.length > 0 ? open : [ordered];
}

function drawnFrom(row: PurchaseRow, { quantity }: Goods, candidates: readonly Base[], drawn: Drawn): Base | string {
	const name = ({ document, line }: Base) =>
		`${document.kind === 'order' ? 'its' : `goods receipt ${document.number},`} line ${line.position}`;
	const [first] = candidates as [Base];
	if (!first.document.isOpen || !first.line.isOpen) return `${name(first)} is closed`;
	const isService = first.document.isService;
	const billed = isService ? row.taxed.net.abs() : quantity === undefined ? null : new Decimal(quantity);
	if (billed === null) return 'the invoice names no quantity';
	const openOf = ({ line }: Base) => new Decimal(isService ? line.total : line.openQuantity).minus(drawn.get(line) ?? ZERO);
	const fitting = candidates.find((one) => openOf(one).greaterThanOrEqualTo(billed));
	if (!fitting) {
		const unit = isService ? 'of the amount' : 'of the quantity';
		return `the invoice bills ${billed.toFixed()} ${unit}, ${candidates.map((one) => `${name(one)} has ${openOf(one).toFixed()} open`).join('; ')}`;
	}
	drawn.set(fitting.line, (drawn.get(fitting.line) ?? ZERO).plus(billed));
	return fitting;
}
