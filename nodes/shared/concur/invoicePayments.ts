import { cleanText } from '../text';
import type { Call } from './call';
import type { PaymentConfirmation, PaymentStatus } from './confirmations';
import { errorOfThrown, FisError } from './errors';
import type { Reply } from './types';
import { outcomeOfFailure, type Written } from './write';

/** Invoice Payment Confirmation v4: invoices that were paid outside of Concur. */
const PATH = '/invoice/payment-confirmation/v4/payments/bulkUpdate';

/** Payments in one request; Concur publishes no limit. */
const CHUNK = 25;

/** What Concur calls the payment of an invoice; it knows no part of one. */
const STATUS: Partial<Record<PaymentStatus, 'PAID' | 'VOID' | 'CANCEL'>> = { CP: 'PAID', RE: 'VOID', OB: 'CANCEL' };

export interface InvoicePayment {
	/** Id of the invoice's request. */
	requestId: string;
	confirmation: PaymentConfirmation;
}

/** @returns whether there is a word for it in Concur's invoices */
export const isInvoiceStatus = (status: PaymentStatus): boolean => STATUS[status] !== undefined;

interface PaymentUpdate {
	requestId: string;
	paymentStatus: string;
	paymentStatusDate?: string;
	checkNumbers?: string[];
	paymentAdjNotes?: string;
}

function updateOf({ requestId, confirmation }: InvoicePayment): PaymentUpdate {
	const [clearing] = confirmation.clearingDetails.slice(-1);
	const day = clearing?.clearingDate.replace(/^(\d{4})-?(\d{2})-?(\d{2}).*$/, '$1-$2-$3');
	const { paymentMethod, financialDocumentId } = clearing?.clearingReference ?? {};
	return {
		requestId,
		paymentStatus: STATUS[confirmation.processingStatusCode] ?? 'PAID',
		...(day ? { paymentStatusDate: day } : {}),
		...(paymentMethod === 'C' && financialDocumentId ? { checkNumbers: [financialDocumentId.slice(0, 100)] } : {}),
		...(confirmation.additionalMessage ? { paymentAdjNotes: confirmation.additionalMessage.slice(0, 500) } : {}),
	};
}

/** What the same invoice is answered with when it is told a second time. */
const ALREADY = /payment status of extracted/i;

/**
 * Tells Concur which invoices were paid, or not paid after all.
 * @returns the reply to each, by the FIS id of its document
 * Source: Invoice Payment Confirmation v4, "Update Invoices with Payment Information".
 */
export async function confirmInvoicePayments(call: Call, payments: InvoicePayment[]): Promise<Written> {
	const written: Written = new Map();
	for (let start = 0; start < payments.length; start += CHUNK)
		for (const [docId, reply] of await sendChunk(call, payments.slice(start, start + CHUNK))) written.set(docId, reply);
	return written;
}

async function sendChunk(call: Call, payments: InvoicePayment[]): Promise<Written> {
	const headers = { 'Content-Type': 'application/json' };
	const body = payments.map(updateOf) as unknown as object[];
	const called = await call({ method: 'POST', url: PATH, headers, body: body as never }).catch(errorOfThrown);
	if (called instanceof FisError)
		return new Map(payments.map(({ confirmation: { docId } }) => [docId, replyOfFailure(docId, called)]));
	const answer = called.response.body as { successfulPayments?: unknown; failedPayments?: unknown } | null;
	const [taken, failed] = [byRequest(answer?.successfulPayments), byRequest(answer?.failedPayments)];
	return new Map(
		payments.map(({ requestId, confirmation: { docId } }) => {
			if (taken.has(requestId)) return [docId, replyWith(docId, 'done', 'Concur took the payment of the invoice.')];
			const text = failed.get(requestId);
			if (text === undefined) return [docId, replyWith(docId, 'noAnswer', 'Concur said nothing about this invoice.')];
			// After a reply that was lost it is the answer to our own first try.
			const isOurs = called.replyLost && ALREADY.test(text);
			return [docId, replyWith(docId, isOurs ? 'alreadyDone' : 'refused', `Concur did not take the payment: ${text}`)];
		}),
	);
}

const replyWith = (docId: string, outcome: Reply['outcome'], message: string): Reply => ({ docId, outcome, code: null, message });

function replyOfFailure(docId: string, error: FisError): Reply | FisError {
	const outcome = outcomeOfFailure(error);
	if (outcome === undefined) return error;
	const hint = error.status === 403 ? ' The app needs the scope invoice.paymentconfirmation.write for it.' : '';
	return { docId, outcome, code: null, message: `${error.message}${hint}`, replyLost: error.mayHaveHappened };
}

/** Concur's text about each request of a list. */
function byRequest(list: unknown): Map<string, string> {
	const rows = (Array.isArray(list) ? list : []) as Array<{ requestId?: unknown; errorMessage?: unknown } | null>;
	return new Map(
		rows.flatMap(
			(row): Array<[string, string]> =>
				typeof row?.requestId === 'string' ? [[row.requestId, cleanText(String(row.errorMessage ?? 'no reason'), 300)]] : [],
		),
	);
}
