import { withSteps } from '../audit';
import { blockAt, numberOf, rowOf, textOf } from './blocks';
import { changesSince } from './changes';
import { rowColumns } from './columns';
import { documentFacts, keep } from './documentFacts';
import { endingOf } from './ending';
import { rememberRecall } from './recall';
import { stepsOf } from './steps';
import type { Blocks, Ending, Row, Waits } from './types';

const MINUTE_MS = 60_000;

/** A wait of the list by how often it was waited before; the last one holds for all further tries. */
const minutesOf = (list: number[], times: number): number => list[Math.min(Math.max(times, 1), list.length) - 1] ?? 60;

/** A failure that passes by itself is looked at by nobody; one that came again and again has to be, and waits as from a first try on. */
function patient(ending: Ending, attempts: number, { triesBeforeAttention }: Waits): { ending: Ending; tries: number } {
	if (ending.wait !== 'passing' || attempts <= triesBeforeAttention) return { ending, tries: attempts };
	return { ending: { ...ending, status: 'attention', wait: 'person' }, tries: attempts - triesBeforeAttention };
}

function waitMs({ wait }: Ending, tries: number, waits: Waits): number {
	switch (wait) {
		case 'now':
			// What is due at once and fails at once must not turn in a circle.
			return tries <= 3 ? 0 : minutesOf(waits.passing, tries - 3) * MINUTE_MS;
		case 'closed':
			return 0;
		case 'person':
			return minutesOf(waits.person, tries) * MINUTE_MS;
		default:
			return minutesOf(waits.passing, tries) * MINUTE_MS;
	}
}

/** The entry that a person named at the desk, once Concur has taken it. */
function settledByHand(json: Blocks): Blocks | undefined {
	const desk = blockAt(json, 'desk');
	const isTold = ['done', 'alreadyDone'].includes(textOf(blockAt(json, 'confirmation')?.outcome));
	return desk?.result === 'success' && isTold ? { ...desk, ...blockAt(json, 'byHand'), outcome: 'settledByHand' } : undefined;
}

/** The entry of the item, as far as it is in the books; what the row knew of it otherwise. */
function entryFacts(json: Blocks, former: Partial<Row>) {
	const posting = blockAt(json, 'posting') ?? settledByHand(json);
	return {
		outcome: keep(posting?.outcome ?? blockAt(json, 'funds')?.outcome, former.outcome),
		jdtNum: numberOf(posting?.jdtNum) ?? numberOf(former.jdtNum),
		number: numberOf(posting?.number) ?? numberOf(former.number),
		postingDate: keep(posting?.postingDate, former.postingDate).slice(0, 10),
	};
}

/** An acknowledged document is not given out any more; in read-only mode nothing is acknowledged. */
function isStillReady(json: Blocks, former: Partial<Row>): boolean {
	const acknowledgement = blockAt(json, 'acknowledgement');
	const isTaken = ['done', 'alreadyDone', 'recalled', 'foreign', 'duplicate'].includes(textOf(acknowledgement?.outcome));
	if (isTaken) return acknowledgement?.sent === false && json.docStatus === 'READY';
	return former.readyInConcur ?? true;
}

const SETTLED: Row['status'][] = ['confirmed', 'failed', 'recalled', 'duplicate'];

/**
 * The row that follows from what a run came to: one function decides status, whether the document stays open, when it is due and what
 * is remembered. A later failure counts more than an earlier success, nothing known is overwritten with nothing, and only Concur's
 * word (or its absence in read-only mode) closes a row.
 *
 * @param json the item at the end of its way, with the blocks of all steps it took and its former row under `row`
 * @param now milliseconds since 1970
 * @returns the whole row, flat, held by nobody, with an empty stamp: chance is no business of this room
 */
export function decide(json: Blocks, now: number, waits: Waits): Row {
	const former = rowOf(json);
	const refusal = refusalOf(json);
	return refusal === undefined ? decided(json, former, now, waits) : asBefore(json, former, refusal);
}

/** Why the entry that a person named is not the one of the document. */
function refusalOf(json: Blocks): string | undefined {
	const byHand = blockAt(json, 'byHand');
	return byHand?.outcome === 'refused' ? textOf(byHand.message) : undefined;
}

/** Nothing was done: the row waits as it did, with what was said to the person. */
function asBefore(json: Blocks, former: Partial<Row>, refusal: string): Row {
	const dueAt = textOf(blockAt(json, 'desk')?.dueAt) || textOf(former.dueAt);
	const act = `${textOf(former.act)}. Not done: ${refusal}`;
	const kept = Object.fromEntries(rowColumns.map(({ name }) => [name, former[name]]));
	return { ...(kept as unknown as Row), id: numberOf(former.id), dueAt, act, heldBy: '', stamp: '' };
}

function decided(json: Blocks, former: Partial<Row>, now: number, waits: Waits): Row {
	const raw = endingOf(json);
	const attempts = Math.max(0, (numberOf(former.attempts) ?? 0) - (raw.wait === 'unavailable' ? 1 : 0));
	const { ending: known, tries } = patient(raw, attempts, waits);
	const ending = rememberRecall(known, json, former);
	const isOpen = ending.wait !== 'closed';
	const causes = ending.causes;
	const held = blockAt(json, 'review') ?? blockAt(json, 'funds');
	const mapping = isOpen && ending.status === 'review' ? textOf(held?.mapping) : '';
	const reason = causes[0]?.message ?? '';
	const reasonFormerly = textOf(former.reason);
	const row: Row = {
		id: numberOf(former.id),
		...documentFacts(json, former),
		status: ending.status,
		open: isOpen,
		dueAt: new Date(now + waitMs(ending, tries, waits)).toISOString(),
		priority: ending.wait !== 'person' ? 1 : mapping === '' ? 2 : 3,
		heldBy: '',
		attempts,
		readyInConcur: isStillReady(json, former),
		...entryFacts(json, former),
		reasons: JSON.stringify(causes),
		reason,
		reasonBefore: reasonFormerly === reason ? textOf(former.reasonBefore) : reasonFormerly,
		changed: attempts > 1 ? changesSince(former, causes, textOf(json.postingRecordText)) : '',
		postingRecord: keep(json.postingRecordText, former.postingRecord),
		mapping,
		paymentStatus: textOf(former.paymentStatus),
		paymentsReported: textOf(former.paymentsReported),
		warned: ending.status === 'confirmed' && causes.length > 0,
		act: textOf(former.act),
		stamp: '',
		trail: '',
	};
	const chain = { docId: row.docId, row: row.id ?? 0 };
	const steps = stepsOf(json, former, row, new Date(now).toISOString());
	return { ...row, trail: withSteps(former.trail, chain, row.act, steps) };
}

/** Whether nothing is done about documents of that status any more. */
export const isSettled = (status: Row['status']): boolean => SETTLED.includes(status);
