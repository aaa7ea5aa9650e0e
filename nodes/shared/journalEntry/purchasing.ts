import { rowsOf, textOf, type Json } from '../document';

/** An item of B1. */
export interface ItemFacts {
	code: string;
	name: string;
	isPurchased: boolean;
	/** Kept in stock: its account is B1's. */
	isStock: boolean;
	isInactive: boolean;
}

/** A purchase order or goods receipt of B1. */
export interface BaseDocumentFacts {
	kind: 'order' | 'receipt';
	/** `DocEntry`. */
	entry: number;
	/** The number people see. */
	number: string;
	partner: string;
	currency: string;
	isOpen: boolean;
	isService: boolean;
	lines: readonly BaseLineFacts[];
}

export interface BaseLineFacts {
	/** `LineNum`, which a link names. */
	line: number;
	/** Place in the document, counted from 1, as people count. */
	position: number;
	item: string | null;
	/** Tax group or tax code; a line that is based on it has it, too, unless it says another. */
	taxCode: string | null;
	isOpen: boolean;
	/** What is not delivered or billed yet, decimal text. */
	openQuantity: string;
	/** Net amount in the currency of the document, decimal text. */
	total: string;
	/** The line of the order that a receipt's line came from. */
	order: { entry: number; line: number } | null;
}

const isOn = (value: unknown): boolean => value === 'tYES' || value === 'Y' || value === true;

/** A row of `Items`. */
export function itemFacts(row: Json): ItemFacts {
	return {
		code: textOf(row.ItemCode) ?? '',
		name: textOf(row.ItemName) ?? '',
		isPurchased: row.PurchaseItem === undefined || row.PurchaseItem === null || isOn(row.PurchaseItem),
		isStock: isOn(row.InventoryItem),
		isInactive: isOn(row.Frozen),
	};
}

/** A row of `PurchaseOrders` or `PurchaseDeliveryNotes`. */
export function baseDocumentFacts(row: Json, kind: BaseDocumentFacts['kind']): BaseDocumentFacts {
	return {
		kind,
		entry: Number(row.DocEntry),
		number: textOf(row.DocNum) ?? '',
		partner: textOf(row.CardCode) ?? '',
		currency: textOf(row.DocCurrency) ?? '',
		isOpen: row.DocumentStatus !== 'bost_Close' && !isOn(row.Cancelled),
		isService: row.DocType === 'dDocument_Service',
		lines: rowsOf(row.DocumentLines).map(baseLineFacts),
	};
}

function baseLineFacts(row: Json, index: number): BaseLineFacts {
	const foreign = Number(row.RowTotalFC ?? 0) !== 0;
	return {
		line: Number(row.LineNum ?? index),
		position: typeof row.VisualOrder === 'number' ? row.VisualOrder + 1 : index + 1,
		item: textOf(row.ItemCode),
		taxCode: textOf(row.VatGroup) ?? textOf(row.TaxCode),
		isOpen: row.LineStatus !== 'bost_Close',
		openQuantity: textOf(row.RemainingOpenQuantity) ?? '0',
		total: textOf(foreign ? row.RowTotalFC : row.LineTotal) ?? '0',
		order: Number(row.BaseType) === ORDER ? { entry: Number(row.BaseEntry), line: Number(row.BaseLine) } : null,
	};
}

/** Object code of a purchase order. */
const ORDER = 22;
