import { ruleOf } from './reasons';
import type { ReasonRule } from './rules';
import type { OnHold, ReviewAnswer, ReviewReason } from './types';

/** Answers that were set for single reasons, by code. */
export type AnswersByReason = Record<string, ReviewAnswer>;

/** A reason that is none of ours waits for a person. */
const UNKNOWN: Pick<ReasonRule, 'answer' | 'alwaysKept'> = { answer: 'keepAcknowledged' };

/**
 * What Concur is told about a document in review. A document that nobody has to touch stays READY; one whose entry may already exist
 * is never confirmed as an error; data that must change in Concur is confirmed as an error, so that it can be recalled; else it waits.
 */
export function answerFor(reasons: readonly ReviewReason[], onHold: OnHold): ReviewAnswer {
	const rules = reasons.map((found): typeof UNKNOWN => ruleOf(found.code) ?? UNKNOWN);
	if (rules.some((rule) => rule.answer === 'leaveReady')) return 'leaveReady';
	if (rules.some((rule) => rule.alwaysKept)) return 'keepAcknowledged';
	if (onHold !== 'byReason') return onHold;
	return rules.some((rule) => rule.answer === 'confirmError') ? 'confirmError' : 'keepAcknowledged';
}

/** A date that B1 refuses (a locked period) is reported to Concur at once where the mapping says "fail". */
export function onHoldFor(onHold: OnHold, periodPolicy: string, dateReasons: readonly ReviewReason[]): OnHold {
	return onHold === 'byReason' && periodPolicy === 'fail' && dateReasons.length > 0 ? 'confirmError' : onHold;
}

/**
 * The answer where single reasons have answers of their own. A document whose entry may be in the books already is kept, and one that
 * nobody has to touch stays ready, whatever the settings say; else the answers set for single reasons come before the general one,
 * and one reason to be cured in Concur is enough to send the document back.
 *
 * @param general the answer by the mapping alone
 */
export function reviewAnswer(
	reasons: readonly ReviewReason[],
	general: ReviewAnswer,
	onHold: OnHold,
	byReason: AnswersByReason,
): ReviewAnswer {
	if (!reasons.some(({ code }) => Object.hasOwn(byReason, code))) return general;
	const firmest = answerFor(reasons, 'confirmError');
	if (firmest !== 'confirmError') return firmest;
	const answers = reasons.map((reason) => byReason[reason.code] ?? answerFor([reason], onHold));
	return answers.includes('confirmError') ? 'confirmError' : 'keepAcknowledged';
}

/** Whether a change of the mapping, or of what it names in B1, may cure one of the reasons: another try is worth it after a change. */
export const waitsForMapping = (reasons: readonly ReviewReason[]): boolean =>
	reasons.some(({ cure }) => cure === 'mapping' || cure === 'businessOne');

/** Whether a funds document is refused, so that it comes again: only what Concur alone can cure is; the rest waits for a person. */
export function isRefused(reasons: readonly ReviewReason[]): boolean {
	return answerFor(reasons, 'byReason') !== 'leaveReady' && reasons.every(({ cure }) => cure === 'concur');
}
