import { isBlank, rowsOf, textOf, type Json } from '../document';
import { allot, roundTo, type Decimal } from '../money';
import type { Assembly } from './assembly';
import type { InvoiceRow } from './invoiceTotals';
import type { Goods } from './types';

/** Decimals that quantities are shared with; B1 keeps six at most. */
const QUANTITY_DECIMALS = 6;

/**
 * Reads what the rows of an invoice bought (FIS v4 invoice document: `lineItemCode`, `lineItemQuantity`, `lineItemUnitPrice`,
 * `lineItemPurchaseOrderNumber`, `poLineNumber`, `receiptNumbers`). An order of the header is every line's that names none.
 *
 * @returns goods by row; rows without any are not in it
 */
export function goodsOf(assembly: Assembly, header: Json, rows: readonly InvoiceRow[]): Map<InvoiceRow, Goods> {
	const { invoiceLines, invoiceOrders } = assembly.profile;
	const found = new Map<InvoiceRow, Goods>();
	if (invoiceLines !== 'items' && invoiceOrders !== 'link') return found;
	const lines = new Map<number, InvoiceRow[]>();
	for (const row of rows) lines.set(row.lineIndex, [...(lines.get(row.lineIndex) ?? []), row]);
	for (const allocations of lines.values()) {
		const [{ line, name }] = allocations as [InvoiceRow];
		const facts = factsOf(assembly, line, header, name);
		const quantity = quantityOf(assembly, line, name);
		const weights = allocations.map(({ gross }) => gross.abs());
		const shares = quantity === null ? [] : allot(roundTo(quantity, QUANTITY_DECIMALS), weights, QUANTITY_DECIMALS);
		allocations.forEach((row, index) => {
			const share = shares[index];
			const goods = { ...facts, ...(share === undefined || share.isZero() ? {} : { quantity: share.toFixed() }) };
			if (Object.keys(goods).length > 0) found.set(row, goods);
		});
	}
	return found;
}

function factsOf(assembly: Assembly, line: Json, header: Json, name: string): Goods {
	const itemCode = textOf(line.lineItemCode);
	const price = isBlank(line.lineItemUnitPrice) ? null : assembly.amount(line.lineItemUnitPrice, 'lineItemUnitPrice', name);
	const number = textOf(line.lineItemPurchaseOrderNumber) ?? textOf(header.poNumber);
	return {
		...(itemCode === null ? {} : { itemCode }),
		...(price === null || price.isZero() ? {} : { unitPrice: price.toFixed() }),
		...(number === null ? {} : { order: { number, ...lineNumberOf(line), receipts: receiptsOf(line) } }),
	};
}

function lineNumberOf({ poLineNumber }: Json): { line?: number } {
	const number = Number(textOf(poLineNumber) ?? NaN);
	return Number.isSafeInteger(number) && number > 0 ? { line: number } : {};
}

/** A list of numbers, or of objects that hold one; older documents have one number in a field of its own. */
function receiptsOf({ receiptNumbers, receiptNumber }: Json): string[] {
	const listed: unknown[] = Array.isArray(receiptNumbers) ? receiptNumbers : [receiptNumbers, receiptNumber];
	const texts = listed.flatMap((one) => [textOf(one), ...rowsOf(one).map((row) => textOf(row.receiptNumber))]);
	return [...new Set(texts.filter((text) => text !== null))];
}

function quantityOf(assembly: Assembly, line: Json, name: string): Decimal | null {
	if (isBlank(line.lineItemQuantity)) return null;
	const quantity = assembly.amount(line.lineItemQuantity, 'lineItemQuantity', name);
	return quantity === null || quantity.isZero() ? null : quantity.abs();
}
