import { sentencesOf, type Translated } from '../review';
import { german } from './de';
import { spanish } from './es';
import { french } from './fr';
import { english, type Words } from './words';

/** The languages that finance people and travellers can be written to, by their ISO 639-1 code. */
export const LANGUAGES = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' } as const;

export type Language = keyof typeof LANGUAGES;

const WORDS: Readonly<Record<Exclude<Language, 'en'>, Words>> = { de: german, fr: french, es: spanish };

const isTranslated = (language: string): language is Translated => Object.hasOwn(WORDS, language);

/** The words of a language; English for one that there are none of. */
export const wordsOf = (language: string): Words => (isTranslated(language) ? WORDS[language] : english);

/** A reason or a warning, as far as its text goes. */
interface Told {
	code: string;
	message: string;
	entry?: string;
	field?: string;
	value?: string;
	candidates?: string[];
}

/**
 * Reasons or warnings in a language. A sentence for the code takes the place of the English one, with the place and the value behind
 * it; the English text, which has the figures, stays under `original`. A code of another version keeps its English text.
 */
export function inLanguage<Reason extends Told>(
	reasons: readonly Reason[],
	language: string,
): Array<Reason & { original?: string }> {
	if (!isTranslated(language)) return [...reasons];
	return reasons.map((reason) => {
		const [finding, todo] = sentencesOf(reason.code, language) ?? [];
		if (finding === undefined) return reason;
		const parts = [finding, placeOf(reason, WORDS[language]), todo ?? ''];
		return { ...reason, message: parts.filter((part) => part !== '').join(' '), original: reason.message };
	});
}

function placeOf({ entry, field, value, candidates }: Told, { document }: Words): string {
	const parts = [
		entry === undefined ? '' : `${document.entry} ${entry}`,
		field === undefined ? '' : `${document.field} ${field}`,
		value === undefined ? '' : `${document.value} ${value}`,
		(candidates ?? []).join(', '),
	].filter((part) => part !== '');
	return parts.length === 0 ? '' : `(${parts.join(', ')})`;
}

/** A sentence with its gaps filled. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string>>): string =>
	sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
