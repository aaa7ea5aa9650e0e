/** Why a document is in review, who can cure it, and what Concur hears of it. Pure. */
export type { Cure, ReviewAnswer, OnHold, ReviewReason } from './types';
export { answerFor, isRefused, onHoldFor, reviewAnswer, waitsForMapping, type AnswersByReason } from './answer';
export { reason, unreadable, warning, withoutRepeats, type ReasonPlace } from './reason';
export { FUNDS_REASONS, REASONS, ruleOf, sentencesOf, WARNINGS, type ReasonCode, type WarningCode } from './reasons';
export type { Translated } from './rules';
