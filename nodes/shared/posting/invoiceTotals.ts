import type { Json } from '../document';
import { allot, roundTo, ZERO, type Decimal } from '../money';
import type { ReasonPlace } from '../review';
import type { Assembly } from './assembly';

/** A tax row of an invoice line. */
export interface InvoiceTax {
	/** Concur's tax key; null for a tax without a code. */
	key: string | null;
	amount: Decimal;
}

/** An allocation of an invoice line, with the amount to post for it. */
export interface InvoiceRow {
	line: Json;
	lineIndex: number;
	allocation: Json;
	allocationIndex: number;
	journal: Json;
	name: string;
	gross: Decimal;
	/** Shipping inside `gross`. */
	shipping: Decimal;
	/** Amount without tax and shipping; null where the line does not say. */
	net: Decimal | null;
	taxes: InvoiceTax[];
	/** Tax inside `gross` that stands in the header only. */
	headerTax: Decimal;
	/** Whether the buyer owes the taxes (reverse charge): they are not in the gross amount, and the vendor does not get them. */
	isTaxOwed: boolean;
}

/** What is left between the invoice's total and its lines, within the tolerance. */
export interface InvoiceDifference {
	figures: string;
	amount: Decimal;
	place: ReasonPlace;
}

interface Header {
	total: Decimal;
	shipping: Decimal;
	/** Tax the vendor charges; null where the invoice does not say. */
	tax: Decimal | null;
}

/**
 * Brings the lines of an invoice in line with its header: shipping and tax of the header that the lines do not contain become part of
 * them, tax that stands in the header only is marked, and so is tax that the vendor does not charge. What does not add up is held.
 *
 * @returns the difference to the invoice's total that is left within the tolerance
 */
export function reconcile(assembly: Assembly, header: Json, rows: InvoiceRow[]): InvoiceDifference | null {
	const { total } = assembly;
	if (total === null || assembly.hasUnreadableAmounts) return null;
	const sum = sumOf(rows.map(({ gross }) => gross));
	const shipping = assembly.amount(header.amountShippingTotal, 'amountShippingTotal', undefined) ?? ZERO;
	const stated = assembly.amount(header.amountTax, 'amountTax', undefined);
	const net = assembly.amount(header.amountNetInvoice, 'amountNetInvoice', undefined);
	const facts: Header = { total, shipping, tax: stated ?? (net && total.minus(shipping).minus(net)) };
	const figures = `The invoice lines add up to ${sum.toFixed()}, the invoice total is ${total.toFixed()}`;
	const place = { field: 'requestTotal', value: total.toFixed() };
	const left = spread(assembly, facts, rows, total.minus(sum));
	const parts = `shipping is ${shipping.toFixed()}, tax ${(stated ?? ZERO).toFixed()}`;
	if (left === null) {
		assembly.hold('invoice-total-mismatch', `${figures}; ${parts}.`, place);
		return null;
	}
	if (net && stated && !isNear(assembly, net.plus(shipping).plus(stated), total) && !isNear(assembly, net.plus(stated), total)) {
		const finding = `The invoice's net amount is ${net.toFixed()}, ${parts}; its total is ${total.toFixed()}.`;
		assembly.hold('invoice-total-mismatch', finding, place);
	}
	for (const row of rows) checkLine(assembly, row);
	warnAboutHeaderTax(assembly, sumOf(rows.map(({ headerTax }) => headerTax)));
	return left.isZero() ? null : { figures, amount: left, place };
}

/** Tax without a code cannot be reclaimed, and a person hears of it. */
function warnAboutHeaderTax(assembly: Assembly, tax: Decimal): void {
	if (tax.isZero() || assembly.profile.headerTax !== null) return;
	const message =
		`Tax of ${tax.toFixed()} stands in the header of the invoice only, without a tax code; it stays in the cost and is not reclaimed. ` +
		'Give the invoice lines tax codes in Concur, or choose the tax for it in the mapping (Tax That Stands in the Header Only).';
	assembly.warn('header-tax-in-cost', message, { field: 'amountTax', value: tax.toFixed() });
}

/** A line's net amount, tax and shipping are its gross amount; tax that no row names stays in the cost, and a person hears of it. */
function checkLine(assembly: Assembly, row: InvoiceRow): void {
	const { gross, net, shipping, name } = row;
	const tax = taxIn(row).plus(row.headerTax);
	if (net === null || fits(assembly, row, tax) || fits(assembly, row, ZERO)) return;
	const figures = `Invoice ${name}: net ${net.toFixed()}, tax ${tax.toFixed()} and shipping ${shipping.toFixed()} are not the gross amount of ${gross.toFixed()}`;
	const place = { entry: name, field: 'amountNet', value: net.toFixed() };
	if (tax.isZero()) assembly.warn('tax-without-code', `${figures}; what no tax row names stays in the cost.`, place);
	else assembly.hold('tax-arithmetic', `${figures}.`, place);
}

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
/** Tax that the vendor charges with a line. */
const taxIn = ({ taxes, isTaxOwed }: InvoiceRow): Decimal => (isTaxOwed ? ZERO : sumOf(taxes.map(({ amount }) => amount)));

function isNear({ tolerance }: Assembly, one: Decimal, other: Decimal): boolean {
	return one.minus(other).abs().lessThanOrEqualTo(tolerance);
}

/**
 * Gives the lines what the header has and they lack. The header's figures may be beside those of the lines, or contain them.
 *
 * @returns what is still missing, within the tolerance; null where nothing explains the gap
 */
function spread(assembly: Assembly, header: Header, rows: InvoiceRow[], gap: Decimal): Decimal | null {
	const tax = header.tax ?? ZERO;
	const ownTax = sumOf(rows.map(taxIn));
	if (isNear(assembly, gap, ZERO)) {
		markTaxInside(assembly, header, rows);
		return gap;
	}
	const ownShipping = sumOf(rows.map(({ shipping }) => shipping));
	const weighed = rows.filter(({ gross }) => !gross.isZero() && gross.isNegative() === header.total.isNegative());
	if (weighed.length === 0) return null;
	for (const [shipping, missing] of [
		[header.shipping, tax],
		[header.shipping.minus(ownShipping), tax],
		[header.shipping, tax.minus(ownTax)],
		[header.shipping.minus(ownShipping), tax.minus(ownTax)],
	] as const) {
		if (!isNear(assembly, gap, shipping.plus(missing))) continue;
		const weights = weighed.map(({ gross }) => gross);
		add(assembly, weighed, weights, shipping, 'shipping');
		const isBeside = missing === tax && !ownTax.isZero() && !tax.isZero();
		if (isBeside) for (const row of rows) row.gross = row.gross.plus(taxIn(row));
		const headerOnly = isBeside ? tax.minus(ownTax) : missing;
		const left = gap.minus(shipping).minus(isBeside ? ownTax : ZERO);
		if (isNear(assembly, headerOnly, ZERO)) {
			if (!isBeside) markTaxInside(assembly, header, rows);
			return left;
		}
		const taxable = untaxed(weighed);
		add(
			assembly,
			taxable,
			taxable.map(({ gross }) => gross),
			headerOnly,
			'headerTax',
		);
		return left.minus(headerOnly);
	}
	return null;
}

/** Lines that tax of the header can belong to: those that name no tax of their own, where there are some. */
function untaxed(rows: InvoiceRow[]): InvoiceRow[] {
	const found = rows.filter(({ taxes }) => taxes.length === 0);
	return found.length > 0 ? found : rows;
}

/** Spreads an amount over the lines by their weights, to the last unit. */
function add(
	{ decimals }: Assembly,
	rows: readonly InvoiceRow[],
	weights: readonly Decimal[],
	amount: Decimal,
	field: 'shipping' | 'headerTax',
): void {
	const parts = allot(roundTo(amount, decimals), weights, decimals);
	for (const [index, row] of rows.entries()) {
		row.gross = row.gross.plus(parts[index]!);
		row[field] = row[field].plus(parts[index]!);
	}
}

/** Lines that reach the total: tax of the header that no line names is inside them, and tax that the header lacks is not the vendor's. */
function markTaxInside(assembly: Assembly, header: Header, rows: InvoiceRow[]): void {
	if (header.tax === null) return;
	const isInside = (row: InvoiceRow) => row.net !== null && !taxIn(row).isZero() && fits(assembly, row, taxIn(row));
	const inside = rows.filter(isInside);
	const doubtful = rows.filter((row) => !taxIn(row).isZero() && !isInside(row));
	const insideTax = sumOf(inside.map(taxIn));
	const all = insideTax.plus(sumOf(doubtful.map(taxIn)));
	if (doubtful.length > 0 && isNear(assembly, header.tax, insideTax) && doubtful.every((row) => fits(assembly, row, ZERO))) {
		for (const row of doubtful) row.isTaxOwed = true;
		return;
	}
	const missing = header.tax.minus(all);
	if (isNear(assembly, missing, ZERO) || (doubtful.length === 0 && inside.length > 0)) return;
	if (all.isZero() || (missing.isNegative() === header.tax.isNegative() && all.isNegative() === header.tax.isNegative()))
		return markHeaderTax(assembly, rows, missing);
	const finding = `The tax rows of the invoice add up to ${all.toFixed()}, the tax of its header is ${header.tax.toFixed()}.`;
	assembly.hold('tax-arithmetic', finding, { field: 'amountTax', value: header.tax.toFixed() });
}

/** Whether a line's gross amount is its net amount, its shipping and this tax; a line that states no net says nothing against it. */
function fits(assembly: Assembly, { gross, net, shipping }: InvoiceRow, tax: Decimal): boolean {
	if (net === null) return true;
	const rest = gross.minus(net).minus(tax);
	return isNear(assembly, rest, shipping) || isNear(assembly, rest, ZERO);
}

/** Tax of the header that stands in no row but in the lines: where they say so by their net amounts, else by their gross amounts. */
function markHeaderTax(assembly: Assembly, rows: InvoiceRow[], tax: Decimal): void {
	const inside = rows.map((row) => (row.net === null ? ZERO : row.gross.minus(row.net).minus(row.shipping).minus(taxIn(row))));
	const taxable = untaxed(rows);
	const byGross = rows.map((row) => (taxable.includes(row) ? row.gross : ZERO));
	const weights = isNear(assembly, sumOf(inside), tax) ? inside : byGross;
	const parts = allot(roundTo(tax, assembly.decimals), weights, assembly.decimals);
	for (const [index, row] of rows.entries()) row.headerTax = parts[index]!;
}
