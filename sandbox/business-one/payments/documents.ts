import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { keyText, members, type Row } from '../store/store';

const sets: Record<string, string> = { it_PurchaseInvoice: 'PurchaseInvoices', it_PurchaseCreditNote: 'PurchaseCreditNotes' };
const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;

/** Writes on the documents that a payment names what live payments have paid of them; a document that is paid in full is closed. */
export function notePaid(core: Core, payment: Row): void {
	for (const row of members(payment, 'PaymentInvoices')) {
		const set = sets[String(row.InvoiceType)];
		const document = set === undefined ? undefined : core.store.get(set, keyText([row.DocEntry as number]));
		if (set === undefined || !document) continue;
		const rows = liveRows(core).filter((one) => one.InvoiceType === row.InvoiceType && one.DocEntry === row.DocEntry);
		const paid = (name: string) => rows.reduce((sum, one) => sum + size(amount(one, name)), 0n);
		const closed = paid('SumApplied') >= amount(document, 'DocTotal');
		core.store.put(set, {
			...document,
			PaidToDate: amountText(paid('SumApplied')),
			PaidToDateFC: amountText(paid('AppliedFC')),
			DocumentStatus: closed ? 'bost_Close' : 'bost_Open',
		});
	}
}

const size = (value: Millionths): Millionths => (value < 0n ? -value : value);

function liveRows(core: Core): Row[] {
	return core.store
		.rows('VendorPayments')
		.filter((payment) => payment.Cancelled !== 'tYES')
		.flatMap((payment) => members(payment, 'PaymentInvoices'));
}
