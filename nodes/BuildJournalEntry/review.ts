import type { AnswersByReason, ReviewAnswer } from '../shared/review';
import { rowsOf } from './fields/helpers';

/** The table of the option Answers by Reason. */
export function answersOf(value: unknown): AnswersByReason {
	return Object.fromEntries(rowsOf(value).map(({ reason = '', answer }) => [reason, answer as ReviewAnswer]));
}
