import { withSteps } from '../audit';
import { blockAt, numberOf, textOf } from './blocks';
import type { Blocks, Cause } from './types';

/** What a row says of payments, for the Data Table to write. */
export interface PaymentRow {
	id: number;
	/** `CP`, `PP`, `RE`, `OB` as Concur was told last, `none` where nothing is to be paid; empty where nothing was told. */
	paymentStatus: string;
	/** References of the payments that Concur took, as a JSON list. */
	paymentsReported: string;
	reasons: string;
	reason: string;
	/** With a step where Concur took a payment; absent where it stays as it is. */
	trail?: string;
}

/** States of an entry in B1 in which no payment will ever come, or in which another row tells of them. */
const WITHOUT_PAYMENT = ['nothingToPay', 'entryCancelled', 'askedTwice'];

const isTaken = (confirmation: Blocks) => ['done', 'alreadyDone'].includes(textOf(confirmation.outcome));

function causeOf(confirmation: Blocks): Cause[] {
	if (isTaken(confirmation)) return [];
	return [{ code: `payment-${textOf(confirmation.outcome) || 'error'}`, message: textOf(confirmation.message) }];
}

/** The audit of a row whose payments Concur was told; of an item that does not carry its audit none. */
function trailOf(
	json: Blocks,
	id: number,
	{ status, remembered }: { status: string; remembered: string },
	at: string,
): { trail?: string } {
	if (!('trail' in json) || remembered === textOf(json.paymentsReported)) return {};
	const step = { at, who: 'payments', step: 'paid', detail: `${status} ${remembered}` };
	return { trail: withSteps(json.trail ?? '', { docId: textOf(json.docId), row: id }, textOf(json.act), [step]) };
}

function rowOfItem(json: Blocks, id: number, at: string): PaymentRow | undefined {
	const confirmation = blockAt(json, 'paymentConfirmation');
	const former = { paymentStatus: textOf(json.paymentStatus), paymentsReported: textOf(json.paymentsReported) };
	if (!confirmation) {
		const isDone = WITHOUT_PAYMENT.includes(textOf(blockAt(json, 'outgoingPayments')?.state));
		return isDone ? { id, ...former, paymentStatus: 'none', reasons: '[]', reason: '' } : undefined;
	}
	const causes = causeOf(confirmation);
	const status = textOf(confirmation.rememberedStatus) || former.paymentStatus;
	const remembered = textOf(confirmation.remembered) || former.paymentsReported;
	return {
		id,
		paymentStatus: status,
		paymentsReported: remembered,
		reasons: JSON.stringify(causes),
		reason: causes[0]?.message ?? '',
		...trailOf(json, id, { status, remembered }, at),
	};
}

/**
 * What the rows remember after their payments were looked up and confirmed: what Concur took, and why it did not take the rest. An item
 * of which nothing is to be written gives no row; of several items of one row a refusal counts more than a success.
 *
 * @param items with the row's id, its payment columns and its trail at the root, and the blocks of the steps they took
 * @param at ISO time
 */
export function decidePayments(items: Blocks[], at: string): PaymentRow[] {
	const rows = new Map<number, PaymentRow>();
	for (const json of items) {
		const id = numberOf(json.id);
		const row = id === null ? undefined : rowOfItem(json, id, at);
		if (row && !rows.get(row.id)?.reason) rows.set(row.id, row);
	}
	return [...rows.values()];
}
