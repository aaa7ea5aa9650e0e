import { batchReads, rowsOrThrow, type QueryResult, type SetQuery } from '../batch';
import type { ServiceLayer } from '../client';
import { orChains, quote } from '../odata';
import type { Row } from '../types';

/** Rows of `PurchaseOrders` and `PurchaseDeliveryNotes`, with their lines. */
export interface BaseDocumentRows {
	orders: Row[];
	receipts: Row[];
}

const SELECT = ['DocEntry', 'DocNum', 'CardCode', 'DocCurrency', 'DocType', 'DocumentStatus', 'Cancelled', 'DocumentLines'];

/** B1 numbers documents with 32 bits. */
const NUMBER = /^\d{1,10}$/;
const MAX_NUMBER = 2 ** 31 - 1;

/**
 * Reads the purchase orders of these numbers, the goods receipts of these numbers, and the open goods receipts of the orders' vendors:
 * an order that was delivered is billed through its receipts.
 *
 * @param query numbers as people know them; what is no number of B1 finds nothing
 * @returns null where the user may not read one of the sets
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function readBaseDocuments(
	serviceLayer: ServiceLayer,
	query: { orders: readonly string[]; receipts: readonly string[] },
): Promise<BaseDocumentRows | null> {
	const named = [
		...byNumber(query.orders).map((filter) => ask('PurchaseOrders', filter)),
		...byNumber(query.receipts).map((filter) => ask('PurchaseDeliveryNotes', filter)),
	];
	if (named.length === 0) return { orders: [], receipts: [] };
	const found = await rowsBySet(serviceLayer, named);
	if (found === null) return null;
	const vendors = found.orders.map(({ CardCode }) => String(CardCode ?? ''));
	const open = orChains('CardCode', vendors).map((filter) =>
		ask('PurchaseDeliveryNotes', `(${filter}) and DocumentStatus eq ${quote('bost_Open')}`),
	);
	if (open.length === 0) return found;
	const delivered = await rowsBySet(serviceLayer, open);
	return delivered && { orders: found.orders, receipts: distinct([...found.receipts, ...delivered.receipts]) };
}

const ask = (set: string, filter: string): SetQuery => ({ set, query: { filter, select: SELECT } });

function byNumber(numbers: readonly string[]): string[] {
	const known = numbers.filter((number) => NUMBER.test(number) && Number(number) <= MAX_NUMBER);
	return orChains('DocNum', known, (number) => `eq ${Number(number)}`);
}

async function rowsBySet(serviceLayer: ServiceLayer, queries: SetQuery[]): Promise<BaseDocumentRows | null> {
	const results = await batchReads(serviceLayer, queries);
	if (results.some(isRefused)) return null;
	const rows = rowsOrThrow(results);
	const of = (set: string) => distinct(rows.flatMap((some, index) => (queries[index]!.set === set ? some : [])));
	return { orders: of('PurchaseOrders'), receipts: of('PurchaseDeliveryNotes') };
}

const isRefused = (result: QueryResult): boolean => 'error' in result && result.error.isRefusal;

const distinct = (rows: Row[]): Row[] => [...new Map(rows.map((row) => [row.DocEntry, row])).values()];
