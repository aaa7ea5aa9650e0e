import type { Profile } from '../shared/mapping';
import { answerFor, type ReviewAnswer, type ReviewReason } from '../shared/review';
import { rowsOf } from './fields/helpers';

export type AnswersByReason = Record<string, ReviewAnswer>;

/** The table of the option Answers by Reason. */
export function answersOf(value: unknown): AnswersByReason {
	return Object.fromEntries(rowsOf(value).map(({ reason = '', answer }) => [reason, answer as ReviewAnswer]));
}

/**
 * What Concur should be told about a document in review. A document whose entry may be in the books already is kept, and one that
 * nobody has to touch stays ready, whatever the settings say; else the answers set for single reasons come before the general one,
 * and one reason to be cured in Concur is enough to send the document back.
 *
 * @param general the answer by the mapping alone
 */
export function reviewAnswer(
	reasons: readonly ReviewReason[],
	general: ReviewAnswer,
	onHold: Profile['onHold'],
	byReason: AnswersByReason,
): ReviewAnswer {
	if (!reasons.some(({ code }) => Object.hasOwn(byReason, code))) return general;
	const firmest = answerFor(reasons, 'confirmError');
	if (firmest !== 'confirmError') return firmest;
	const answers = reasons.map((reason) => byReason[reason.code] ?? answerFor([reason], onHold));
	return answers.includes('confirmError') ? 'confirmError' : 'keepAcknowledged';
}
