import { runBatch } from '../batch';
import type { ServiceLayer } from '../client';
import { readErrorBody, ServiceLayerError } from '../errors';
import { entityPath } from '../odata';
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
const IN_USE_TEXT = /reconcil|payment|paid\b/i;
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
	const failure = await outcomeOf(serviceLayer.post(`${entityPath('JournalEntries', jdtNum)}/Cancel`));
	const after = await reversalOf(serviceLayer, entry, failure ? [options.today] : []);
	if (!failure || after) return cancellation(jdtNum, failure?.mayHaveHappened === false, after);
	if (rule === 'nextOpenDay' && failure.kind === 'period')
		return await reverseOn(serviceLayer, entry, await nextOpenDay(serviceLayer, entry, options.today));
	if (ALREADY_TEXT.test(failure.text)) return cancellation(jdtNum, true, undefined);
	throw IN_USE_TEXT.test(failure.text) ? kept(`B1 does not cancel ${nameOf(entry)}: ${failure.message}`) : failure;
}

/** B1 dates a cancellation like the entry, so a reversal of another day is an entry of its own. */
async function reverseOn(serviceLayer: ServiceLayer, entry: Row, day: string): Promise<Cancellation> {
	const failure = await outcomeOf(serviceLayer.post('JournalEntries', reversingEntry(entry, day)));
	const after = await reversalOf(serviceLayer, entry, [day]);
	if (failure && !after) throw failure;
	return { ...cancellation(Number(entry.JdtNum), false, after), byOwnEntry: true };
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

async function outcomeOf(call: Promise<unknown>): Promise<ServiceLayerError | undefined> {
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

function kept(message: string): ServiceLayerError {
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
