import type { Cure, ReviewAnswer } from './types';

/** Languages that texts are translated into. */
export type Translated = 'de' | 'fr' | 'es';

/** One text in each of them. */
export type InLanguages<Text> = Readonly<Record<Translated, Text>>;

/**
 * What a reason says: in English what to do, as the finding stands where it is found, with its figures; in the other languages what
 * was found, and what to do.
 */
export type Sentences = InLanguages<readonly [finding: string, todo: string]> & { readonly en: string };

export interface ReasonRule {
	cure: Cure;
	/** What Concur is told by default. */
	answer: ReviewAnswer;
	/** Never refused in Concur, whatever the settings: its entry may be in the books, or nobody knows what the document says. */
	alwaysKept?: true;
	/** What the person who reads it should do. */
	todo: string;
	sentences: Sentences;
}

const rule =
	(cure: Cure, answer: ReviewAnswer) =>
	(sentences: Sentences): ReasonRule => ({
		cure,
		answer,
		todo: sentences.en,
		sentences,
	});

export const inConcur = rule('concur', 'confirmError');
export const inMapping = rule('mapping', 'keepAcknowledged');
export const inBusinessOne = rule('businessOne', 'keepAcknowledged');
export const byPerson = rule('person', 'keepAcknowledged');
export const byNobody = rule('none', 'leaveReady');
export const alwaysByPerson = (sentences: Sentences): ReasonRule => ({ ...byPerson(sentences), alwaysKept: true });
