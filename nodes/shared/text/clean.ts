/** Longest text of another system that a message, a reason or an item takes over. */
export const MAX_TEXT = 1_000;

/** Controls, format characters (bidi marks, zero-width ones), halves of surrogate pairs, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** White space but the byte order mark, which JavaScript counts among it. */
const SPACE = /[^\S\uFEFF]/;

/** Cuts at a number of UTF-16 units, with an ellipsis, and never inside a surrogate pair. */
export function cutAt(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	return `${text.slice(0, Math.max(0, maxLength - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * A text of another system as it may stand in a message, an item, an entry or on a terminal: white space of every kind is a
 * space, what cannot be seen is left out, and what is too long is cut. Spaces stay as they are, because texts are compared.
 * @param maxLength in UTF-16 units; the work does not grow with what lies behind it
 */
export function cleanText(text: string, maxLength = MAX_TEXT): string {
	const kept = text.slice(0, maxLength * 4 + 1_000);
	const clean = kept.replace(UNSEEN, (character) => (SPACE.test(character) ? ' ' : '')).trim();
	return cutAt(clean, maxLength);
}
