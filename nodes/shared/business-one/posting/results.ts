import type { ServiceLayerError } from '../errors';
import type { Row } from '../types';
import { entryRef, nameOf, postingDateOf, storedHash, type Found } from './found';
import type { Difference, Level, Outcome, PostingInput, PostingResult } from './types';

/** A result without an entry. */
export function result(
	input: PostingInput,
	level: Level | undefined,
	outcome: PostingResult['outcome'],
	message: string,
	more: Partial<PostingResult> = {},
): PostingResult {
	return {
		postingKey: input.postingKey,
		outcome,
		...(level === undefined ? {} : { level }),
		jdtNum: null,
		number: null,
		postingDate: null,
		message,
		contentHash: input.contentHash,
		retrySafe: outcome === 'posted' || outcome === 'alreadyPosted' || outcome === 'recovered' || outcome === 'wouldPost',
		...more,
	};
}

/** A result about an entry that is in B1. */
export function resultWithEntry(
	input: PostingInput,
	level: Level,
	outcome: Outcome,
	entry: Row,
	message: string,
	more: Partial<PostingResult> = {},
): PostingResult {
	const { jdtNum, number } = entryRef(entry);
	return result(input, level, outcome, message, { jdtNum, number, postingDate: postingDateOf(entry), ...more });
}

export function refusedBeforeB1(input: PostingInput, message: string): PostingResult {
	return result(input, undefined, 'rejected', message, {
		errorClass: 'validation',
		advice: 'Give the posting key and the journal entry as the Build node makes them.',
	});
}

/** B1 said no: the entry is not there and would be refused again. */
export function rejectedByB1(input: PostingInput, level: Level, error: ServiceLayerError): PostingResult {
	return result(input, level, 'rejected', error.message, factsOf(error));
}

/** Proven not to be in B1, for a reason outside the entry: nothing is to be corrected in the document. */
export function notWritten(input: PostingInput, level: Level, error: ServiceLayerError): PostingResult {
	return result(input, level, 'uncertain', `Not posted: ${error.message}`, { ...factsOf(error), retrySafe: true });
}

/**
 * Nobody knows. A later look-up will tell, and comes before anything is sent again.
 * @param provable false for a voucher without a register: no look-up can find it
 */
export function unknownFate(input: PostingInput, level: Level, error: ServiceLayerError, provable: boolean): PostingResult {
	return result(input, level, 'uncertain', `${error.message}; whether B1 took the entry is not known yet`, {
		...factsOf(error),
		retrySafe: provable,
		advice: provable
			? 'Run the item again after a few minutes: it is looked up by its posting key before anything is sent.'
			: 'Look at the journal vouchers in B1 before the item is run again.',
	});
}

export function otherContent(
	input: PostingInput,
	level: Level,
	entry: Row,
	found: Found,
	differences: Difference[],
): PostingResult {
	const existing = storedHash(entry, found.register);
	return resultWithEntry(
		input,
		level,
		'rejected',
		entry,
		`${upper(nameOf(entry))} holds this posting key with other content (hash there ${existing || 'none'}, here ${input.contentHash})`,
		{
			errorClass: 'duplicate',
			existingContentHash: existing,
			differences,
			advice:
				'A document is posted once. Compare the entry in B1 with the document; cancel it in B1 by hand if it is the wrong one.',
		},
	);
}

export function cancelledInB1(input: PostingInput, level: Level, found: Found): PostingResult | undefined {
	const last = found.cancelled.at(-1);
	if (!last) return undefined;
	const message = `${upper(nameOf(last.entry))} of this document was cancelled in B1 by ${nameOf(last.by)}; it is not posted again`;
	return resultWithEntry(input, level, 'rejected', last.entry, message, {
		errorClass: 'duplicate',
		cancelledInB1: true,
		existingContentHash: storedHash(last.entry, found.register),
		advice:
			'If the document has to be posted after all, enter it in B1 by hand, or send it back in Concur so that it comes again under a new document ID.',
	});
}

export function doubled(input: PostingInput, level: Level, found: Found): PostingResult {
	const [first] = found.live;
	return resultWithEntry(
		input,
		level,
		'uncertain',
		first ?? {},
		`B1 holds this document ${found.live.length} times: ${found.live.map(nameOf).join(', ')}`,
		{
			errorClass: 'duplicate',
			advice: 'Cancel all but one of these entries in B1, then run the item again.',
		},
	);
}

export function notAsSent(input: PostingInput, level: Level, entry: Row, differences: Difference[]): PostingResult {
	const first = differences[0];
	const where = first
		? ` (first difference: ${first.line === undefined ? '' : `line ${first.line}, `}${first.field} sent "${first.sent}", found "${first.found}")`
		: '';
	return resultWithEntry(input, level, 'uncertain', entry, `${upper(nameOf(entry))} is in B1, but not as it was sent${where}`, {
		differences,
		advice: 'Compare the entry in B1 with the document. It is not confirmed in Concur until a person has looked.',
	});
}

export function factsOf(error: ServiceLayerError): Partial<PostingResult> {
	return {
		errorClass: error.errorClass,
		...(error.code === '' ? {} : { code: error.code }),
		...(error.text === '' ? {} : { text: error.text }),
		...(Object.keys(error.place).length === 0 ? {} : { place: error.place }),
		advice: error.advice,
	};
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
