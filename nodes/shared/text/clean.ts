/** Longest text of another system that a message, a reason or an item takes over. */
export const MAX_TEXT = 1_000;

/** Controls, separators of lines, halves of surrogate pairs and marks that turn the direction of text: a space takes their place. */
const UNSEEMLY = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What has no width at all and may stand inside a word: nothing takes its place. */
const WIDTHLESS = /\p{Cf}/gu;

/** Cuts at a number of UTF-16 units, with an ellipsis, and never inside a surrogate pair. */
export function cutAt(text: string, maxLength: number): string {
	if (text.length <= maxLength) return text;
	return `${text.slice(0, Math.max(0, maxLength - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * A text of another system as it may stand in a message, an item, an entry or on a terminal: nothing in it steers or hides, and what
 * is too long is cut. Spaces stay as they are, because texts are compared.
 * @param maxLength in UTF-16 units; the work does not grow with what lies behind it
 */
export function cleanText(text: string, maxLength = MAX_TEXT): string {
	const kept = text.slice(0, maxLength * 4 + 1_000);
	return cutAt(kept.replace(UNSEEMLY, ' ').replace(WIDTHLESS, '').trim(), maxLength);
}
