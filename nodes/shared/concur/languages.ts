const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

let codesByName: Map<string, string> | undefined;

/** English names of every two-letter code and each language's name for itself, in lower case. */
function namesOfLanguages(): Map<string, string> {
	const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
	const names = new Map<string, string>();
	for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
		const name = english.of(code);
		if (name === undefined) continue;
		names.set(code, code);
		names.set(name.toLowerCase(), code);
		const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
		if (own !== undefined && !names.has(own.toLowerCase())) names.set(own.toLowerCase(), code);
	}
	return names;
}

/**
 * The two-letter code that Concur wants of a language that a person wrote: `de`, `DE-AT`, `German` or `Deutsch`.
 * @returns capital letters; undefined where it is no language
 * Source: FIS v4 reference, "System Messages", `messageLanguage`; ISO 639-1.
 */
export function languageCodeOf(text: string): string | undefined {
	codesByName ??= namesOfLanguages();
	const name = text.trim().toLowerCase();
	return (codesByName.get(name) ?? codesByName.get(/^([a-z]{2})[-_][a-z]{2,4}$/.exec(name)?.[1] ?? ''))?.toUpperCase();
}
