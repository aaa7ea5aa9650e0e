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
}

/** States of an entry in B1 in which no payment will ever come, or in which another row tells of them. */
const withoutPayment = ['nothingToPay', 'entryCancelled', 'askedTwice'];

const isTaken = (confirmation: Blocks) => ['done', 'alreadyDone'].includes(textOf(confirmation.outcome));

function causeOf(confirmation: Blocks): Cause[] {
	if (isTaken(confirmation)) return [];
	return [{ code: `payment-${textOf(confirmation.outcome) || 'error'}`, message: textOf(confirmation.message) }];
}

function rowOfItem(json: Blocks, id: number): PaymentRow | undefined {
	const confirmation = blockAt(json, 'paymentConfirmation');
	const former = { paymentStatus: textOf(json.paymentStatus), paymentsReported: textOf(json.paymentsReported) };
	if (!confirmation) {
		const isDone = withoutPayment.includes(textOf(blockAt(json, 'outgoingPayments')?.state));
		return isDone ? { id, ...former, paymentStatus: 'none', reasons: '[]', reason: '' } : undefined;
	}
	const causes = causeOf(confirmation);
	return {
		id,
		paymentStatus: textOf(confirmation.rememberedStatus) || former.paymentStatus,
		paymentsReported: textOf(confirmation.remembered) || former.paymentsReported,
		reasons: JSON.stringify(causes),
		reason: causes[0]?.message ?? '',
	};
}

/**
 * What the rows remember after their payments were looked up and confirmed: what Concur took, and why it did not take the rest. An item
 * of which nothing is to be written gives no row; of several items of one row a refusal counts more than a success.
 *
 * @param items with the row's id and its payment columns at the root, and the blocks of the steps they took
 */
export function decidePayments(items: Blocks[]): PaymentRow[] {
	const rows = new Map<number, PaymentRow>();
	for (const json of items) {
		const id = numberOf(json.id);
		const row = id === null ? undefined : rowOfItem(json, id);
		if (row && !rows.get(row.id)?.reason) rows.set(row.id, row);
	}
	return [...rows.values()];
}
