import { blockAt, causesOf, textOf } from './blocks';
import { isRecalledNow } from './recall';
import type { Blocks, Ending } from './types';

const SUCCESSES = ['posted', 'alreadyPosted', 'recovered'];

/** Whether the item says that its entry is in Business One, once. */
export const isInBooks = (posting: Blocks | undefined): boolean =>
	posting !== undefined && SUCCESSES.includes(textOf(posting.outcome)) && posting.doubled !== true;

/** Classes of B1's refusals that lie in the server, not in the entry. */
const PASSING_CLASSES = ['capacity', 'session'];

/** Endings of an entry that could be neither made nor unmade, by what the Service Layer node said. */
const byOutcome: Record<string, Pick<Ending, 'status' | 'wait'>> = {
	rejected: { status: 'rejected', wait: 'person' },
	uncertain: { status: 'uncertain', wait: 'passing' },
	notBegun: { status: 'received', wait: 'now' },
	waiting: { status: 'received', wait: 'passing' },
	cancelled: { status: 'recalled', wait: 'closed' },
	cancelFailed: { status: 'recalled', wait: 'passing' },
	cancelRefused: { status: 'attention', wait: 'person' },
};

/** The document was recalled and no entry of it is in the books. */
const recalledWithoutEntry: Ending = { status: 'recalled', wait: 'closed', causes: [] };

/** What the books say; undefined where they were not asked or an entry simply is not there yet. */
export function endingOfPosting(json: Blocks): Ending | undefined {
	const posting = blockAt(json, 'posting');
	if (!posting) return json.posting === null && isRecalledNow(json) ? recalledWithoutEntry : undefined;
	const outcome = textOf(posting.outcome);
	const causes = [
		{ code: `b1-${textOf(posting.errorClass) || outcome}`, message: textOf(posting.message) || `The posting is ${outcome}.` },
	];
	if (posting.doubled === true) return { status: 'attention', wait: 'person', causes: [{ ...causes[0]!, code: 'b1-doubled' }] };
	if (isInBooks(posting)) return { status: 'posted', wait: 'now', causes: [] };
	if (outcome === 'rejected' && PASSING_CLASSES.includes(textOf(posting.errorClass)))
		return { status: 'received', wait: 'passing', causes };
	const known = byOutcome[outcome] ?? { status: 'uncertain', wait: 'passing' };
	return { ...known, causes: outcome === 'cancelled' ? [] : causes };
}

/** What became of a funds step; undefined for a document without one. */
export function endingOfFunds(json: Blocks): Ending | undefined {
	const funds = blockAt(json, 'funds');
	if (!funds) return undefined;
	const outcome = textOf(funds.outcome);
	if (outcome === 'review') return { status: 'review', wait: 'person', causes: causesOf(funds.reasons) };
	const message = textOf(funds.message) || 'Whether the step was applied is not known yet.';
	if (outcome === 'uncertain') return { status: 'uncertain', wait: 'passing', causes: [{ code: 'b1-uncertain', message }] };
	return { status: 'posted', wait: 'now', causes: [] };
}
