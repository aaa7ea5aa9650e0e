import { KEY_FIELD } from '../../b1Names';
import type { ServiceLayerError } from '../errors';
import type { Row } from '../types';
import { entryRef, nameOf, postingDateOf, storedHash, type Found } from './found';
import { isFieldMissing, isPurchaseRow } from './purchases';
import type { ToWrite } from './writeEntries';
import type { Difference, EntryRef, Level, Outcome, PostingInput, PostingResult } from './types';

/** What a result says of its document. */
export type Named = Pick<PostingInput, 'postingKey' | 'contentHash'>;

/** A result without an entry. */
export function result(
	input: Named,
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
	input: Named,
	level: Level,
	outcome: Outcome,
	entry: Row,
	message: string,
	more: Partial<PostingResult> = {},
): PostingResult {
	const { jdtNum, number } = entryRef(entry);
	const purchase = isPurchaseRow(entry)
		? { purchase: { set: String(entry.purchaseSet), docEntry: Number(entry.DocEntry), docNum: Number(entry.DocNum) } }
		: {};
	return result(input, level, outcome, message, { jdtNum, number, postingDate: postingDateOf(entry), ...purchase, ...more });
}

/** Only the register keeps B1 from taking a purchasing document twice, and it is not there. */
export function needsRegister(input: Named, level: Level): PostingResult {
	return result(input, level, 'rejected', 'A/P invoices are posted with the posting register only, and this company has none', {
		errorClass: 'masterData',
		advice: 'Run Set Up Posting Register of the resource Company once, with Invoices of B1 switched on.',
	});
}

export function refusedBeforeB1(input: PostingInput, message: string): PostingResult {
	return result(input, undefined, 'rejected', message, {
		errorClass: 'validation',
		advice: 'Give the posting key and the journal entry as the Build node makes them.',
	});
}

/** A report that is, or may be, in the books under another document: a person decides. Never confirmed as an error. */
export function held(
	input: PostingInput,
	level: Level,
	earlier: string,
	{ certain, isReturn, revisionOf }: { certain: boolean; isReturn: boolean; revisionOf?: EntryRef },
): PostingResult {
	const message = certain
		? `The same report was posted before as ${earlier}; this document waits for a person`
		: isReturn
			? `A return of the same cash advance was posted before as ${earlier}; nothing tells whether this is another part of it. It waits for a person`
			: `${upper(earlier)} has the same reference "${String(input.journalEntry.Reference ?? '')}"; no id tells whether it is the same report. The document waits for a person`;
	const advice = certain
		? 'Decide whether the earlier entry is cancelled in B1; after that the document can be posted. A policy for all such cases can be chosen in the node.'
		: 'Compare the two. If this is another document, post it with Report Posted Before set to Post as It Is; if it is the same, cancel the one that is wrong in B1.';
	return result(input, level, 'rejected', message, {
		errorClass: 'duplicate',
		held: certain ? 'sameReport' : 'cannotTell',
		revisionOf,
		advice,
	});
}

/** The earlier entry of the report stays, and so nothing was posted. */
export function notCancelled({ input, cancel }: ToWrite, level: Level, error: ServiceLayerError): PostingResult {
	const message = `The earlier entry could not be cancelled (${cancel.map(nameOf).join(', ')}), so nothing was posted: ${error.message}`;
	const [first] = cancel;
	return result(input, level, 'rejected', message, {
		...factsOf(error),
		...(first ? { revisionOf: entryRef(first) } : {}),
		advice: 'Cancel the earlier entry in B1 by hand, then run the item again.',
	});
}

const NO_FIELD = `The marketing documents of this company have no user field ${KEY_FIELD}, by which a posted invoice is found again`;

/** B1 said no: the entry is not there and would be refused again. */
export function rejectedByB1(input: PostingInput, level: Level, error: ServiceLayerError): PostingResult {
	if (input.purchase && isFieldMissing(error)) return { ...needsRegister(input, level), message: NO_FIELD, text: error.text };
	return result(input, level, 'rejected', error.message, factsOf(error));
}

/** Proven not to be in B1, for a reason outside the entry: nothing is to be corrected in the document. */
export function notWritten(input: Named, level: Level | undefined, error: ServiceLayerError): PostingResult {
	return result(input, level, 'uncertain', `Not posted: ${error.message}`, { ...factsOf(error), retrySafe: true });
}

/** Not sent, because the time that is left might not be enough to see it through. */
export function notBegun(input: PostingInput, level: Level): PostingResult {
	return result(
		input,
		level,
		'notBegun',
		'Not posted: the time in which no other run may take this document up was nearly over',
		{
			retrySafe: true,
			advice: 'Run the item again. A smaller batch size, or a longer hold, gives more room.',
		},
	);
}

/** Not sent, because another execution has taken the document up meanwhile. */
export const notHeld = (input: PostingInput): PostingResult =>
	result(input, undefined, 'notBegun', 'Not posted: another run has taken this document up', { retrySafe: true });

const RULE_ADVICE =
	'A rule of the company in B1 (SBO_SP_TransactionNotification) or an add-on may refuse this entry without giving a reason. Enter it in B1 by hand to see the reason, or ask who looks after the rules.';

/**
 * The request ended without a reason each time this entry was in it, once by itself, and the entry is not there.
 * @param othersWent whether B1 took other entries of the same run, so that it is this entry and not B1
 */
export function endedEachTime(input: PostingInput, level: Level, error: ServiceLayerError, othersWent: boolean): PostingResult {
	const message = othersWent
		? `B1 refuses this entry without a reason, while it takes others: ${error.message}`
		: `Not posted: ${error.message}, each time this entry was sent, also by itself`;
	return result(input, level, othersWent ? 'rejected' : 'uncertain', message, {
		...factsOf(error),
		errorClass: othersWent ? 'validation' : error.kind,
		retrySafe: true,
		advice: RULE_ADVICE,
	});
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

/** An entry in the books ends every other question; that it differs is a remark. */
export function otherContent(
	input: PostingInput,
	level: Level,
	entry: Row,
	found: Found,
	differences: Difference[],
): PostingResult {
	const existing = storedHash(entry, found.register);
	const message = `Already in B1 as ${nameOf(entry)}, with other content (hash there ${existing || 'none'}, here ${input.contentHash})`;
	return resultWithEntry(input, level, 'alreadyPosted', entry, message, {
		contentDiffers: true,
		existingContentHash: existing,
		differences,
		advice: 'A document is posted once, whatever changed since. Compare the entry in B1 with the document, and correct it in B1.',
	});
}

export function cancelledInB1(input: Named, level: Level, found: Found): PostingResult | undefined {
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

/** In the books, and more than once: true as `alreadyPosted`, but never a plain success. */
export function doubled(input: Named, level: Level, live: Row[]): PostingResult {
	const message = `B1 holds this document ${live.length} times: ${live.map(nameOf).join(', ')}`;
	return resultWithEntry(input, level, 'alreadyPosted', live[0] ?? {}, message, {
		errorClass: 'duplicate',
		doubled: true,
		entries: live.map(entryRef),
		retrySafe: false,
		advice: 'Cancel all but the first of these entries in B1, then run the item again.',
	});
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
		errorClass: error.kind,
		...(error.code === '' ? {} : { code: error.code }),
		...(error.text === '' ? {} : { text: error.text }),
		...(Object.keys(error.place).length === 0 ? {} : { place: error.place }),
		advice: error.advice,
	};
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
