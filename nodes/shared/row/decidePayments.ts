import { withSteps } from '../audit';
import { blockAt, causesInColumn, numberOf, textOf } from './blocks';
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

/** Codes of causes that this workflow writes, and takes back. */
const CODE = 'payment-';

const causeOf = (outcome: string, message: string): Cause[] => [{ code: `${CODE}${outcome || 'error'}`, message }];

/** What is said of a row that came through a node which failed as a whole: n8n passes its items on as they came, without an error. */
export const NOT_LOOKED_UP =
	'The node before failed as a whole, so nothing is known of the payments. In its execution it says why.';

const isPassedOn = (json: Blocks) =>
	numberOf(json.id) !== null && !blockAt(json, 'outgoingPayments') && !blockAt(json, 'paymentConfirmation');

/** The look-up failed for this item, or was never made. */
const isFailed = (json: Blocks) => textOf(json.error) !== '' || isPassedOn(json);

/** Why Concur did not take it, or why nobody could look. */
function causesNow(json: Blocks, confirmation: Blocks | undefined): Cause[] {
	if (confirmation) return isTaken(confirmation) ? [] : causeOf(textOf(confirmation.outcome), textOf(confirmation.message));
	if (!isFailed(json)) return [];
	return causeOf('notRead', [textOf(json.error), textOf(json.message)].filter(Boolean).join(' ') || NOT_LOOKED_UP);
}

/** Whether not one row could be looked up: nothing is known then, and a person should see it. */
export const knowsNothing = (items: Blocks[]): boolean => items.length > 0 && items.every(isFailed);

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
	const outgoing = blockAt(json, 'outgoingPayments');
	const causes = causesNow(json, confirmation);
	const known = causesInColumn(json.reasons);
	const others = known.filter(({ code }) => !code.startsWith(CODE));
	const isDone = WITHOUT_PAYMENT.includes(textOf(outgoing?.state));
	const isCleared = others.length < known.length && Array.isArray(outgoing?.due) && outgoing.due.length === 0;
	if (!confirmation && !isDone && !isCleared && causes.length === 0) return undefined;
	const status = isDone ? 'none' : textOf(confirmation?.rememberedStatus) || textOf(json.paymentStatus);
	const remembered = textOf(confirmation?.remembered) || textOf(json.paymentsReported);
	return {
		id,
		paymentStatus: status,
		paymentsReported: remembered,
		reasons: JSON.stringify([...causes, ...others]),
		reason: [...causes, ...others][0]?.message ?? '',
		...trailOf(json, id, { status, remembered }, at),
	};
}

/**
 * What the rows remember after their payments were looked up and confirmed: what Concur took, and why it did not take the rest, beside
 * what was to be said of the posting. An item of which nothing is to be written gives no row; of several items of one row a refusal counts more than a success.
 *
 * @param items with the row's id, its payment columns and its trail at the root, and the blocks of the steps they took
 * @param at ISO time
 */
export function decidePayments(items: Blocks[], at: string): PaymentRow[] {
	const rows = new Map<number, PaymentRow>();
	for (const json of items) {
		const id = numberOf(json.id);
		const row = id === null ? undefined : rowOfItem(json, id, at);
		if (row && !rows.get(row.id)?.reasons.includes(`"${CODE}`)) rows.set(row.id, row);
	}
	return [...rows.values()];
}
