import type { Row } from '../types';
import { entryRef, isEmpty, nameOf, sameContent, type Found } from './found';
import type { Earlier } from './lookUp';
import { payloadOf } from './payload';
import { PURCHASE_KINDS } from './purchases';
import { cancelledInB1, doubled, held, otherContent, result, resultWithEntry, type Named } from './results';
import { isOpposite } from './source';
import type { EntryRef, Level, PostingInput, PostingOptions, PostingResult, RevisionPolicy } from './types';
import { draftRemoved, voucherWaits, waitsInB1 } from './waiting';

/**
 * Says what an entry that is already there means for a document.
 * @returns undefined where B1 knows nothing of it: it is to be posted
 */
export function judgeExisting(
	input: PostingInput,
	level: Level,
	found: Found,
	target: PostingOptions['target'],
): PostingResult | undefined {
	const known = judgeKnown(input, level, found, target);
	const [entry] = found.live;
	if (known || !entry) return known;
	const { same, differences } = sameContent(input, entry, found.register);
	if (!same || differences.length > 0) return otherContent(input, level, entry, found, differences);
	return resultWithEntry(input, level, 'alreadyPosted', entry, `Already in B1 as ${nameOf(entry)}, with the same content`);
}

/**
 * The part of it that needs no content.
 * @returns undefined where B1 knows nothing of the document, and where it holds it once, as it should
 */
export function judgeKnown(
	input: Named,
	level: Level,
	found: Found,
	target: PostingOptions['target'],
): PostingResult | undefined {
	if (isEmpty(found) || found.live.length === 1) return undefined;
	if (found.live.length > 1) return doubled(input, level, found.live);
	const [draft] = found.waiting;
	if (draft) return waitsInB1(input, level, draft);
	return cancelledInB1(input, level, found) ?? withoutEntry(input, level, found, target);
}

/** The register holds the key, but no entry does. */
function withoutEntry(input: Named, level: Level, found: Found, target: PostingOptions['target']): PostingResult {
	if (found.register?.U_Kind === 'JV') return voucherWaits(input, level, String(found.register.U_Hash ?? ''));
	if (found.register?.U_Kind === PURCHASE_KINDS.Drafts) return draftRemoved(input, level);
	const what =
		target === 'journalVoucher'
			? 'was posted as a journal entry, but none carries its key'
			: 'but nothing in the books carries it';
	return result(input, level, 'uncertain', `The posting register holds this key, ${what} in Reference 2`, {
		errorClass: 'duplicate',
		advice:
			'Find the entry in B1 by its amount: somebody may have changed its Reference 2. If there is none, remove the row from the register table and run the item again.',
	});
}

/** What is to be done about earlier documents of the same report. */
export type RevisionJudgement = { post: true; cancel: Row[]; revisionOf?: EntryRef } | { post: false; result: PostingResult };

/**
 * A report that was recalled and approved again comes as a new document. Posting both would book it twice, so the earlier entry
 * decides by the policy; one that was cancelled in B1 is no obstacle. Nothing is ever cancelled that no id names as the same report.
 */
export function judgeRevision(input: PostingInput, level: Level, earlier: Earlier[], policy: RevisionPolicy): RevisionJudgement {
	const { same, isReturn } = withoutOtherWayRound(input, earlier.filter(isThere));
	const live = same.flatMap(({ found }) => found.live);
	const waiting = same.find(({ found }) => found.live.length === 0);
	const [first] = live;
	if (same.length === 0) return { post: true, cancel: [] };
	const certain = same.every((one) => one.certain) && !isReturn;
	const revisionOf = first ? entryRef(first) : undefined;
	if (policy === 'postAsIs') return { post: true, cancel: [], revisionOf };
	if (policy === 'reverseAndRepost' && certain && !waiting) return { post: true, cancel: live, revisionOf };
	const name = first ? nameOf(first) : `an earlier posting under the key ${String(waiting?.found.register?.Code)}`;
	return { post: false, result: held(input, level, name, { certain, isReturn, revisionOf }) };
}

/** Whether an earlier document is in the books, or waits there as a voucher. */
function isThere({ found: { live, cancelled, register } }: Earlier): boolean {
	return live.length > 0 || (register !== undefined && cancelled.length === 0);
}

/**
 * A cash advance and its return are two postings of one advance, told by their direction. Of several returns of one advance nobody can
 * say whether one is another part or the same again.
 */
function withoutOtherWayRound(input: PostingInput, earlier: Earlier[]): { same: Earlier[]; isReturn: boolean } {
	if (input.docType !== 'cashadvance') return { same: earlier, isReturn: false };
	const isOther = ({ found: { live } }: Earlier) => live.length > 0 && live.every((entry) => isOpposite(payloadOf(input), entry));
	const oldest = earlier
		.filter(({ certain, found }) => certain && found.live.length > 0)
		.sort((one, other) => Number(one.found.live[0]?.JdtNum) - Number(other.found.live[0]?.JdtNum))[0];
	return { same: earlier.filter((one) => !isOther(one)), isReturn: oldest !== undefined && isOther(oldest) };
}
