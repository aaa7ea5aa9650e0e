/** Why a document is held, who can cure it, and what Concur hears of it. Pure. */
export * from './types';
export { answerFor, reason, REASONS, warning, withoutRepeats, type ReasonCode, type ReasonPlace } from './reasons';
