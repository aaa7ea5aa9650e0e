import { cleanText } from '../text';
import { ruleOf, type FundsReasonCode, type ReasonCode, type WarningCode } from './reasons';
import type { ReviewReason } from './types';

/** What a reason is about; entry, field and value point to the place. */
export interface ReasonPlace {
	entry?: string;
	field?: string;
	value?: string;
	candidates?: string[];
}

/** What a document says may be of any length and any letters; a person reads the reason. */
const shown = ({ value, ...place }: ReasonPlace): ReasonPlace =>
	value === undefined ? place : { ...place, value: cleanText(value) };

/**
 * A review reason with its cure; the message is the finding followed by what to do.
 *
 * @param document the document it is about, or its id
 * @param finding one sentence, with the figures
 */
export function reason(
	code: ReasonCode | FundsReasonCode,
	document: { docId: string | null },
	finding: string,
	place: ReasonPlace = {},
): ReviewReason {
	const { todo, cure } = ruleOf(code)!;
	return { code, message: `${cleanText(finding)} ${todo}`, cure, docId: document.docId, ...shown(place) };
}

/**
 * The reason for a document on which something threw: it names the document, and what failed without where in the program.
 *
 * @param error whatever was thrown
 */
export function unreadable(docId: string | null, error: unknown): ReviewReason {
	const what = cleanText((error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!, 200);
	return reason('unreadable-document', { docId }, `Document ${docId ?? '(without id)'} cannot be worked out (${what}).`);
}

/** A remark that does not stop the posting; `code` names it, and nobody has to cure anything. */
export function warning(
	code: WarningCode,
	document: { docId: string | null },
	message: string,
	place: ReasonPlace = {},
): ReviewReason {
	return { code, message: cleanText(message), cure: 'none', docId: document.docId, ...shown(place) };
}

/** The reasons without those that say the same twice. */
export function withoutRepeats(reasons: readonly ReviewReason[]): ReviewReason[] {
	if (reasons.length < 2) return [...reasons];
	return [...new Map(reasons.map((found) => [`${found.code} ${found.message}`, found])).values()];
}
