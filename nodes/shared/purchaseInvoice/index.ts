/** Invoices of Concur as A/P invoices, credit notes and drafts of B1: their lines, taxes and texts. Pure. */
export {
	KEY_FIELD,
	toPurchaseInvoice,
	type PurchaseDocument,
	type PurchaseInvoice,
	type PurchaseResult,
	type PurchaseSet,
} from './invoice';
