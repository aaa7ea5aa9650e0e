import { type Decimal, plainText, ZERO } from '../../money';
import type { Payable } from './payable';
import type { DueConfirmation, EntryPayment, PaidState } from './types';

/** Reference under which the cancellation of a payment is reported. */
const reversalRef = (paymentRef: string) => `${paymentRef}/R`;

/** Payments of each partner together: what one partner got too much pays nobody else. */
function paidByPartner(payments: EntryPayment[]): Map<string, Decimal> {
	const paid = new Map<string, Decimal>();
	for (const { cardCode, amount } of payments) paid.set(cardCode, (paid.get(cardCode) ?? ZERO).plus(amount));
	return paid;
}

/** Paid only where every partner got all of it: an entry is never called paid that is paid in part. */
export function stateOf(payable: Payable, payments: EntryPayment[]): PaidState {
	if (payable.owed.size === 0) return 'nothingToPay';
	const live = payments.filter(({ cancelled }) => !cancelled);
	const paid = paidByPartner(live);
	if ([...payable.owed].every(([partner, owed]) => (paid.get(partner) ?? ZERO).greaterThanOrEqualTo(owed))) return 'paid';
	return [...paid.values()].some((amount) => amount.greaterThan(0)) ? 'partlyPaid' : 'unpaid';
}

/**
 * The confirmations that Concur has not had yet, in the order to send them: first what was reported and then cancelled in B1, then
 * each new payment, partly paid until the one that completes it. A payment that was cancelled before it was reported never happened.
 * Source: FIS v4 reference, "Post Financial Payment Confirmations".
 */
export function dueConfirmations(
	payable: Payable,
	payments: EntryPayment[],
	reported: readonly string[],
	currency: string,
): DueConfirmation[] {
	const known: ReadonlySet<string> = new Set(reported);
	const isReversed = ({ paymentRef }: EntryPayment) => known.has(reversalRef(paymentRef));
	const reversed = payments.filter((payment) => payment.cancelled && known.has(payment.paymentRef) && !isReversed(payment));
	const told = payments.filter((payment) => !payment.cancelled && known.has(payment.paymentRef));
	const fresh = payments.filter(
		({ cancelled, paymentRef, amount }) => !cancelled && !known.has(paymentRef) && amount.greaterThan(0),
	);

	const due: DueConfirmation[] = [];
	const report = (payment: EntryPayment, status: DueConfirmation['status'], paymentRef: string, reason: string) => {
		due.push(confirmation(payment, { status, paymentRef, reason, currency, reported: [...known, paymentRef] }));
	};
	for (const payment of reversed) {
		report(
			payment,
			'RE',
			reversalRef(payment.paymentRef),
			`Outgoing payment ${payment.docNum} was cancelled in SAP Business One.`,
		);
	}
	fresh.forEach((payment, index) => {
		const state = stateOf(payable, [...told, ...fresh.slice(0, index + 1)]);
		report(payment, state === 'paid' ? 'CP' : 'PP', payment.paymentRef, '');
	});
	return due;
}

function confirmation(
	payment: EntryPayment,
	more: { status: DueConfirmation['status']; paymentRef: string; reason: string; currency: string; reported: string[] },
): DueConfirmation {
	return {
		status: more.status,
		paymentRef: more.paymentRef,
		clearingDate: payment.date,
		clearingAmount: plainText(payment.amount),
		clearingCurrency: more.currency,
		receiverId: payment.cardCode,
		receiverName: payment.cardName,
		financialDocumentId: String(payment.docNum),
		paymentMethod: payment.method,
		reason: more.reason,
		reported: more.reported,
	};
}
