import type { PaymentStatus } from './confirmations';
import type { Outcome } from './types';

/** What Concur said to one payment confirmation. */
export interface PaymentReply {
	/** The payment references it was about. */
	paymentRefs: readonly string[];
	status: PaymentStatus;
	outcome: Outcome;
}

/** What is to be kept of a document until its payments are looked at again. */
export interface RememberedPayments {
	/** References of the payments that Concur took, oldest first. */
	reported: string[];
	/** The last status that Concur took; partly paid where one was not taken; null where none was. */
	status: PaymentStatus | null;
}

export const wasTaken = (outcome: Outcome): boolean => outcome === 'done' || outcome === 'alreadyDone';

/**
 * Decides what is remembered of a document's payments: those that Concur took, now or before. A payment that it did not take is due
 * again, whatever became of the others, and whatever was noted in advance.
 *
 * @param former references that were remembered before
 * @param replies to the confirmations of the document, in the order in which they were sent
 */
export function recordPayments(former: readonly string[], replies: readonly PaymentReply[]): RememberedPayments {
	const reported = new Set(former);
	for (const { paymentRefs, outcome } of replies)
		for (const reference of paymentRefs) {
			if (wasTaken(outcome)) reported.add(reference);
			else reported.delete(reference);
		}
	const taken = replies.filter(({ outcome }) => wasTaken(outcome));
	const last = taken.at(-1)?.status ?? null;
	return { reported: [...reported], status: last === 'CP' && taken.length < replies.length ? 'PP' : last };
}

/**
 * Reads references as they are kept: a list, or a list as JSON text; nothing yet is an empty list.
 * @returns undefined for everything else
 */
export function referencesIn(value: unknown): string[] | undefined {
	if (value === '' || value === null || value === undefined) return [];
	const list = typeof value === 'string' ? parsed(value) : value;
	return Array.isArray(list) && list.every((one) => typeof one === 'string') ? (list as string[]) : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
