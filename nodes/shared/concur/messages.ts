import { cleanText } from '../text';
import { languageCodeOf } from './languages';

/** Longest short or long text of a system message. FIS v4 reference, "System Messages". */
export const MAX_MESSAGE_LENGTH = 1_300;

/** Messages of one document. Concur names no limit; a document with more causes than this is not read to the end by anybody. */
export const MAX_MESSAGES = 50;

/** One cause, as an employee or processor reads it in the audit trail. */
export interface MessageText {
	text: string;
	/** Stable code of the cause, e.g. `missing-account` or B1's error number. */
	id?: string;
	/** Concur's id of the entry the cause is about. */
	lineItemId?: string;
}

export interface SystemMessage {
	concurTransactionLineItemId: string;
	messageId: string;
	messageLanguage: string;
	messageLongText: string;
	messageShortText: string;
}

const ELLIPSIS = '…';

/** Cuts between two words where one is near, else between two characters; never inside a surrogate pair. */
export function cutText(text: string, maxLength: number): string {
	const clean = cleanText(text, maxLength * 2)
		.replace(/\s+/g, ' ')
		.trim();
	if (clean.length <= maxLength) return clean;
	const room = clean.slice(0, maxLength - ELLIPSIS.length);
	const nextIsSpace = clean[room.length] === ' ';
	const space = nextIsSpace ? room.length : room.lastIndexOf(' ');
	const atWord = space > maxLength / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '');
	return atWord.trimEnd() + ELLIPSIS;
}

/**
 * Messages for Concur's audit trail, cut to its limits.
 * @param language of the texts, by its ISO 639 code or its name; English where it is none
 * Source: FIS v4 reference, "System Messages".
 */
export function systemMessages(texts: MessageText[], language: string): SystemMessage[] {
	const messageLanguage = languageCodeOf(language) ?? 'EN';
	return texts
		.filter(({ text }) => text.trim() !== '')
		.slice(0, MAX_MESSAGES)
		.map(({ text, id, lineItemId }) => ({
			concurTransactionLineItemId: lineItemId ?? '',
			messageId: id ?? '',
			messageLanguage,
			messageLongText: '',
			messageShortText: cutText(text, MAX_MESSAGE_LENGTH),
		}));
}
