import type { Cure, ReviewAnswer } from './types';

export interface ReasonRule {
	cure: Cure;
	answer: ReviewAnswer;
	/** What the person who reads it should do. */
	todo: string;
}

export const inConcur = (todo: string): ReasonRule => ({ cure: 'concur', answer: 'confirmError', todo });
export const inMapping = (todo: string): ReasonRule => ({ cure: 'mapping', answer: 'keepAcknowledged', todo });
export const inBusinessOne = (todo: string): ReasonRule => ({ cure: 'businessOne', answer: 'keepAcknowledged', todo });
export const byPerson = (todo: string): ReasonRule => ({ cure: 'person', answer: 'keepAcknowledged', todo });
