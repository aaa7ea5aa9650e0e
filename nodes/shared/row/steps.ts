import { personOf, type Step } from '../audit';
import { blockAt, numberOf, textOf } from './blocks';
import type { Blocks, Row } from './types';

/** Outcomes of a post or a look-up after which something is in the books that was not known to be there, or is there no more. */
const WRITTEN = ['posted', 'recovered', 'alreadyPosted', 'waiting', 'cancelled', 'uncertain'];

/** What a run did to a document: taken up in Concur, put into the books, confirmed. Said again, it is no step. */
function doneBy(json: Blocks, former: Partial<Row>): Array<Omit<Step, 'at' | 'who'> & { at?: string }> {
	const [acknowledgement, posting, confirmation] = ['acknowledgement', 'posting', 'confirmation'].map((name) =>
		blockAt(json, name),
	);
	const outcome = textOf(posting?.outcome);
	const number = numberOf(posting?.number) ?? numberOf(posting?.jdtNum);
	const entry = number === null ? '' : String(number);
	const isNews = outcome !== textOf(former.outcome) || numberOf(posting?.jdtNum) !== numberOf(former.jdtNum);
	return [
		...(acknowledgement?.outcome === 'done' && acknowledgement.sent === true
			? [{ step: 'acknowledged', at: textOf(acknowledgement.acknowledgedAt) }]
			: []),
		...(WRITTEN.includes(outcome) && isNews
			? [{ step: 'booked', detail: outcome, entry, mapping: textOf(blockAt(json, 'audit')?.mapping) }]
			: []),
		...(confirmation?.outcome === 'done' && confirmation.sent === true
			? [{ step: 'confirmed', at: textOf(confirmation.confirmedAt), detail: textOf(confirmation.status), entry }]
			: []),
	];
}

const codeOf = (reasons: unknown): string => /^\[\{"code":"([^"]*)"/.exec(textOf(reasons))?.[1] ?? '';

/** Whether somebody who reads the log learns something from what was decided. */
const isDecided = (now: Row, former: Partial<Row>): boolean =>
	now.status !== former.status || codeOf(now.reasons) !== codeOf(former.reasons) || now.mapping !== textOf(former.mapping);

/**
 * The steps of a document in one run, for its audit: when it was noted, what the run did, and what was decided where that is another
 * status or reason than before. Tries that end as the one before are no steps; their number stands with the next one.
 *
 * @param now the row that follows
 * @param at ISO time of the decision
 */
export function stepsOf(json: Blocks, former: Partial<Row> & { createdAt?: unknown }, now: Row, at: string): Step[] {
	const person = blockAt(json, 'desk') ? personOf(textOf(former.act)) : '';
	const who = person || (textOf(former.heldBy) === '' ? 'pipeline' : `execution ${textOf(former.heldBy)}`);
	const isFirst = textOf(former.trail) === '';
	const created = former.createdAt instanceof Date ? former.createdAt.toISOString() : textOf(former.createdAt);
	const noted: Step[] = isFirst ? [{ at: created || at, who: 'pipeline', step: 'noted' }] : [];
	const done = doneBy(json, former).map((step): Step => ({ ...step, at: step.at || at, who }));
	const tries = `${now.attempts} ${now.attempts === 1 ? 'try' : 'tries'}`;
	const detail = [now.status, codeOf(now.reasons), tries].filter((part) => part !== '').join(', ');
	const decided: Step[] = isDecided(now, former) ? [{ at, who, step: 'decided', detail, mapping: now.mapping }] : [];
	return [...noted, ...done, ...decided];
}
