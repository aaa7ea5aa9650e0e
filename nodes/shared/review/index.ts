/** Why a document is in review, who can cure it, and what Concur hears of it. Pure. */
export type { Cure, ReviewAnswer, OnHold, ReviewReason } from './types';
export { answerFor, isRefused, onHoldFor, reviewAnswer, type AnswersByReason } from './answer';
export { reason, REASONS, unreadable, warning, withoutRepeats, type ReasonCode, type ReasonPlace } from './reasons';
