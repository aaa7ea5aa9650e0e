import { dayIn } from '../../dates';
import { type Decimal, ZERO } from '../../money';
import type { Row } from '../types';
import { exact, rowsIn, sumOf, type Payable } from './payable';
import type { EntryPayment } from './types';

/**
 * What these payments pay of one entry, oldest first. A payment row pays a journal entry where its InvoiceType is `it_JournalEntry`
 * and its DocEntry the entry's JdtNum, and an A/P invoice where they are its type and number; SumApplied is the amount in local, AppliedFC in foreign currency.
 * (SDK help, Payments_Invoices; that DocEntry is the transaction number of a journal entry is known from public code only.)
 */
export function entryPayments(jdtNum: number, payable: Payable, payments: Row[], companyDb: string): EntryPayment[] {
	return payments
		.filter(({ CardCode }) => payable.owed.has(String(CardCode)))
		.map((payment) => ({ payment, rows: rowsIn(payment, 'PaymentInvoices').filter((row) => paysEntry(row, jdtNum, payable)) }))
		.filter(({ rows }) => rows.length > 0)
		.map(({ payment, rows }) => ({
			paymentRef: `${companyDb}/${Number(payment.DocEntry)}/${jdtNum}`,
			docEntry: Number(payment.DocEntry),
			docNum: Number(payment.DocNum),
			date: dayIn(payment.TransferDate) ?? dayIn(payment.DocDate) ?? '',
			cardCode: String(payment.CardCode),
			cardName: String(payment.CardName ?? ''),
			amount: sumOf(rows.map((row) => paidBy(row, payable, String(payment.CardCode)))),
			method: methodOf(payment),
			bankCharges: exact(payment, 'BankChargeAmount'),
			cancelled: payment.Cancelled === 'tYES',
		}))
		.sort((one, other) => one.docEntry - other.docEntry);
}

/**
 * What a row pays, debit lines negative. How B1 signs a debit line is not published, so the sign is taken from the line. A row whose
 * line cannot be told pays nothing, because too little is put right by the next look, and too much would lock the report in Concur.
 */
function paidBy(row: Row, payable: Payable, partner: string): Decimal {
	const lines = payable.lines.get(partner) ?? [];
	const line = lines.find(({ id }) => id === Number(row.DocLine ?? Number.NaN)) ?? (lines.length === 1 ? lines[0] : undefined);
	if (!line) return ZERO;
	const amount = exact(row, payable.foreignCurrency === null ? 'SumApplied' : 'AppliedFC').abs();
	return line.isDebit ? amount.negated() : amount;
}

function paysEntry({ InvoiceType, DocEntry }: Row, jdtNum: number, { invoice }: Payable): boolean {
	if (invoice) return InvoiceType === invoice.type && Number(DocEntry) === invoice.docEntry;
	return InvoiceType === 'it_JournalEntry' && Number(DocEntry) === jdtNum;
}

/** FIS knows check and electronic transfer; cash counts as the latter. */
function methodOf(payment: Row): EntryPayment['method'] {
	const hasTransfer = !exact(payment, 'TransferSum').isZero();
	return rowsIn(payment, 'PaymentChecks').length > 0 && !hasTransfer ? 'C' : 'E';
}
