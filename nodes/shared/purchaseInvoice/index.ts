/** Invoices of Concur as A/P invoices, credit notes and drafts of B1: their lines, taxes and texts. Pure. */
export { toPurchaseInvoice, type PurchaseDocument, type PurchaseInvoice } from './invoice';
