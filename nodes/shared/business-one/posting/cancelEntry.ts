import { runBatch } from '../batch';
import type { ServiceLayer } from '../client';
import { readErrorBody, ServiceLayerError } from '../errors';
import { entityPath } from '../odata';
import { writeOnce } from '../once';
import { paymentsForEntries } from '../payments';
import type { Row } from '../types';
import { dayOf } from './compareEntry';
import { nameOf } from './found';
import { nextOpenDay, reversalOf, reversingEntry, type ReversalDate } from './reversal';

export interface Cancellation {
	jdtNum: number;
	cancelled: true;
	/** True where it was cancelled before this call. */
	alreadyCancelled: boolean;
	/** The reversing entry, where it could be found. */
	reversalJdtNum: number | null;
	reversalNumber: number | null;
	/** ISO day. */
	reversalDate: string | null;
	/** The reversal is an entry that was posted for it: B1 does not reconcile the two by itself. */
	byOwnEntry?: true;
}

export interface CancelOptions {
	companyDb: string;
	reversalDate?: ReversalDate;
	/** ISO day in the time zone of the company. */
	today: string;
}

/** An entry that has to stay as it is: it is paid or reconciled. `isKept` tells it from a cancellation that failed. */
const KEPT_CODE = 'entry-in-use';
export const IN_USE_TEXT = /reconcil|payment|paid\b/i;
const ALREADY_TEXT = /already (been )?(reversed|cancel)/i;

/** @returns whether an entry is not cancelled because of what was done with it since, which no other try changes */
export function isKept(error: ServiceLayerError): boolean {
	return error.code === KEPT_CODE;
}

/**
 * Cancels an entry by a reversing entry (action Cancel of JournalEntries). An entry that has its reversal already is left alone, and
 * a lost answer is settled by looking for the reversal. An entry that is paid or reconciled is not cancelled: that would open what a
 * person has closed.
 * @throws ServiceLayerError where it has to stay (`isKept`), where B1 refuses it, or where nobody knows whether it happened
 */
export async function cancelEntry(serviceLayer: ServiceLayer, jdtNum: number, options: CancelOptions): Promise<Cancellation> {
	const entry = (await serviceLayer.get(entityPath('JournalEntries', jdtNum))).body as Row;
	const before = await reversalOf(serviceLayer, entry);
	if (before) return cancellation(jdtNum, true, before);
	await mustBeUnpaid(serviceLayer, entry, options.companyDb);
	const rule = options.reversalDate ?? 'original';
	if (rule === 'today' && options.today !== dayOf(entry.ReferenceDate)) {
		await mustBeCancellable(serviceLayer, entry);
		return (await cancelledMeanwhile(serviceLayer, entry)) ?? (await reverseOn(serviceLayer, entry, options.today));
	}
	const cancelled = await writeOnce(serviceLayer, {
		find: async (doubt) => (doubt ? await reversalOf(serviceLayer, entry, [options.today]) : undefined),
		send: async () => await failureOf(serviceLayer.post(`${entityPath('JournalEntries', jdtNum)}/Cancel`)),
		// B1 reverses an entry once.
		guarded: true,
	});
	if (cancelled.state === 'found') return cancellation(jdtNum, false, cancelled.found);
	if (cancelled.state === 'written') return cancellation(jdtNum, false, await reversalOf(serviceLayer, entry));
	const { error } = cancelled;
	if (cancelled.state === 'uncertain') throw error;
	const after = await reversalOf(serviceLayer, entry, [options.today]);
	const alreadyCancelled = cancelled.doubt === undefined;
	if (after || ALREADY_TEXT.test(error.text)) return cancellation(jdtNum, alreadyCancelled, after);
	if (rule === 'nextOpenDay' && error.kind === 'period')
		return await reverseOn(serviceLayer, entry, await nextOpenDay(serviceLayer, entry, options.today));
	throw IN_USE_TEXT.test(error.text) ? kept(`B1 does not cancel ${nameOf(entry)}: ${error.message}`) : error;
}

/** B1 dates a cancellation like the entry, so a reversal of another day is an entry of its own. */
async function reverseOn(serviceLayer: ServiceLayer, entry: Row, day: string): Promise<Cancellation> {
	const reversed = await writeOnce(serviceLayer, {
		find: async (doubt) => (doubt ? await reversalOf(serviceLayer, entry, [day]) : undefined),
		send: async () => await failureOf(serviceLayer.post('JournalEntries', reversingEntry(entry, day))),
		guarded: false,
	});
	if (reversed.state === 'refused' || reversed.state === 'uncertain') throw reversed.error;
	const reversal = reversed.state === 'found' ? reversed.found : await reversalOf(serviceLayer, entry, [day]);
	return { ...cancellation(Number(entry.JdtNum), false, reversal), byOwnEntry: true };
}

/**
 * Asks B1 whether it would cancel an entry, by a change set that cannot succeed: the cancellation, and an entry without lines. B1 shows
 * in no other way that a line is reconciled.
 */
async function mustBeCancellable(serviceLayer: ServiceLayer, entry: Row): Promise<void> {
	const changes = [
		{ method: 'POST' as const, path: `${entityPath('JournalEntries', Number(entry.JdtNum))}/Cancel` },
		{ method: 'POST' as const, path: 'JournalEntries', body: { JournalEntryLines: [] } },
	];
	const [part] = await runBatch(serviceLayer, [{ changes }]);
	const texts = part?.state === 'answered' ? part.replies.map(({ body }) => readErrorBody(body).text) : [];
	const inUse = texts.find((text) => IN_USE_TEXT.test(text));
	if (inUse !== undefined) throw kept(`B1 does not cancel ${nameOf(entry)}: ${inUse}`);
}

/** On a server that keeps parts of a failed change set, the question was the cancellation. */
async function cancelledMeanwhile(serviceLayer: ServiceLayer, entry: Row): Promise<Cancellation | undefined> {
	const reversal = await reversalOf(serviceLayer, entry);
	return reversal && cancellation(Number(entry.JdtNum), false, reversal);
}

async function failureOf(call: Promise<unknown>): Promise<ServiceLayerError | undefined> {
	return await call.then(
		() => undefined,
		(error: ServiceLayerError) => error,
	);
}

async function mustBeUnpaid(serviceLayer: ServiceLayer, entry: Row, companyDb: string): Promise<void> {
	const [found] = await paymentsForEntries(serviceLayer, [{ jdtNum: Number(entry.JdtNum), reported: [] }], { companyDb });
	const payments = (found?.payments ?? []).filter(({ cancelled }) => !cancelled);
	if (payments.length === 0) return;
	const names = payments.map(({ docNum }) => docNum).join(', ');
	throw kept(`${nameOf(entry)} is paid by outgoing payment ${names}, so it is not cancelled`);
}

/** An entry or document that a person has used since; nothing is changed. */
export function kept(message: string): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'validation',
		message,
		code: KEPT_CODE,
		advice: 'Cancel the payment or the reconciliation in B1 first, then the entry; or settle it with the payee in another way.',
	});
}

function cancellation(jdtNum: number, alreadyCancelled: boolean, reversal: Row | undefined): Cancellation {
	const numberOf = (value: unknown) => (value === undefined || value === null ? null : Number(value));
	return {
		jdtNum,
		cancelled: true,
		alreadyCancelled,
		reversalJdtNum: numberOf(reversal?.JdtNum),
		reversalNumber: numberOf(reversal?.Number),
		reversalDate: dayOf(reversal?.ReferenceDate) || null,
	};
}
