import type { Row } from '../store/store';

/** A kind of marketing document: its entity set, object code and database tables, and what it does to the books. */
export interface DocumentKind {
	set: string;
	/** Object code, as BaseType and DocObjectCode name it. */
	object: string;
	table: string;
	lines: string;
	/** Member of BoObjectTypes. */
	objectName: string;
	/** How its journal entry names its origin; none where the document posts nothing. */
	journal?: string;
	/** A credit note turns the sides of its journal entry. */
	credit: boolean;
}

const kinds: DocumentKind[] = [
	{
		set: 'PurchaseInvoices',
		object: '18',
		table: 'OPCH',
		lines: 'PCH1',
		objectName: 'oPurchaseInvoices',
		journal: 'ttAPInvoice',
		credit: false,
	},
	{
		set: 'PurchaseCreditNotes',
		object: '19',
		table: 'ORPC',
		lines: 'RPC1',
		objectName: 'oPurchaseCreditNotes',
		journal: 'ttAPCreditNote',
		credit: true,
	},
	{ set: 'PurchaseOrders', object: '22', table: 'OPOR', lines: 'POR1', objectName: 'oPurchaseOrders', credit: false },
	// Goods receipts of stock items post too; the items of the sandbox are none that are kept in stock.
	{
		set: 'PurchaseDeliveryNotes',
		object: '20',
		table: 'OPDN',
		lines: 'PDN1',
		objectName: 'oPurchaseDeliveryNotes',
		credit: false,
	},
];

/** The kind of a set, of an object code or of a member of BoObjectTypes. */
export function documentKind(name: unknown): DocumentKind | undefined {
	return kinds.find((kind) => [kind.set, kind.object, kind.objectName].includes(String(name)));
}

/** The kind a draft becomes. */
export const kindOfDraft = (draft: Row): DocumentKind | undefined => documentKind(draft.DocObjectCode ?? 'oPurchaseInvoices');
