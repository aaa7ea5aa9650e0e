import type { Catalogue } from './catalogue';
import { catalogue as german } from './de';
import { catalogue as spanish } from './es';
import { catalogue as french } from './fr';
import { english, type Words } from './words';

/** The languages that finance people and travellers can be written to, by their ISO 639-1 code. */
export const LANGUAGES = { en: 'English', de: 'German', fr: 'French', es: 'Spanish' } as const;

export type Language = keyof typeof LANGUAGES;

/** English has no catalogue: its sentences stand where things are found, with their figures. */
export const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = { de: german, fr: french, es: spanish };

const catalogueOf = (language: string): Catalogue | undefined =>
	Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language as keyof typeof CATALOGUES] : undefined;

/** The words of a language; English for one that there is no catalogue of. */
export const wordsOf = (language: string): Words => catalogueOf(language)?.words ?? english;

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
 * it; the English text, which has the figures, stays under `original`. A code that the catalogue does not know keeps its English text.
 */
export function inLanguage<Reason extends Told>(
	reasons: readonly Reason[],
	language: string,
): Array<Reason & { original?: string }> {
	const catalogue = catalogueOf(language);
	if (catalogue === undefined) return [...reasons];
	return reasons.map((reason) => {
		const finding = catalogue.findings[reason.code];
		if (finding === undefined) return reason;
		const parts = [finding, placeOf(reason, catalogue.words), catalogue.todos[reason.code] ?? ''];
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
