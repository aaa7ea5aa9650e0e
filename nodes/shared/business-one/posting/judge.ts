import type { Row } from '../types';
import { entryRef, isEmpty, nameOf, sameContent, type Found } from './found';
import { cancelledInB1, doubled, notAsSent, otherContent, result, resultWithEntry } from './results';
import { payloadOf } from './payload';
import type { EntryRef, Level, PostingInput, PostingOptions, PostingResult, RevisionPolicy } from './types';

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
	if (isEmpty(found)) return undefined;
	if (found.live.length > 1) return doubled(input, level, found);
	const [entry] = found.live;
	if (!entry) return cancelledInB1(input, level, found) ?? withoutEntry(input, level, found, target);
	const { same, differences } = sameContent(payloadOf(input), input.contentHash, entry, found.register);
	if (!same) return otherContent(input, level, entry, found, differences);
	if (differences.length > 0) return notAsSent(input, level, entry, differences);
	return resultWithEntry(input, level, 'alreadyPosted', entry, `Already in B1 as ${nameOf(entry)}, with the same content`);
}

/** The register holds the key, but no entry does. */
function withoutEntry(input: PostingInput, level: Level, found: Found, target: PostingOptions['target']): PostingResult {
	const isVoucher = found.register?.U_Kind === 'JV';
	const sameHash = found.register?.U_Hash === input.contentHash;
	if (isVoucher && sameHash) {
		return result(input, level, 'alreadyPosted', 'Already in B1 as a journal voucher that waits for a person');
	}
	if (isVoucher || target === 'journalVoucher') {
		return result(input, level, 'rejected', 'The posting register holds this key with other content', {
			errorClass: 'duplicate',
			existingContentHash: String(found.register?.U_Hash ?? ''),
			advice: 'Look at the journal vouchers in B1.',
		});
	}
	return result(
		input,
		level,
		'uncertain',
		'The posting register holds this key, but no journal entry carries it in Reference 2',
		{
			errorClass: 'duplicate',
			advice:
				'Find the entry in B1 by its amount: somebody may have changed its Reference 2. If there is none, remove the row from the register table and run the item again.',
		},
	);
}

/** What is to be done about earlier documents of the same report. */
export type RevisionJudgement = { post: true; cancel: Row[]; revisionOf?: EntryRef } | { post: false; result: PostingResult };

/**
 * A report that was recalled and approved again comes as a new document. Posting both would book it twice, so the earlier entry
 * decides by the policy; one that was cancelled in B1 is no obstacle.
 */
export function judgeRevision(input: PostingInput, level: Level, revisions: Found[], policy: RevisionPolicy): RevisionJudgement {
	const live = revisions.flatMap((found) => found.live);
	const waiting = revisions.find(
		({ register, live: entries, cancelled }) => register && entries.length === 0 && cancelled.length === 0,
	);
	const [first] = live;
	if (!first && !waiting) return { post: true, cancel: [] };
	const revisionOf = first ? entryRef(first) : undefined;
	if (policy === 'postAsIs') return { post: true, cancel: [], revisionOf };
	if (policy === 'reverseAndRepost' && !waiting) return { post: true, cancel: live, revisionOf };
	const earlier = first ? nameOf(first) : `an earlier posting under the key ${String(waiting?.register?.Code)}`;
	return {
		post: false,
		result: result(input, level, 'rejected', `The same report was posted before as ${earlier}; this document is held back`, {
			errorClass: 'duplicate',
			revisionOf,
			advice:
				'Decide whether the earlier entry is cancelled in B1; after that the document can be posted. A policy for all such cases can be chosen in the node.',
		}),
	};
}
