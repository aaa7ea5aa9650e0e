import { SHORT_HASH_LENGTH } from '../../b1Names';
import type { Row } from '../types';
import { compareEntry, dayOf, isReversalOf } from './compareEntry';
import { payloadOf } from './payload';
import { comparePurchase, isPurchaseRow, purchaseName, sortPurchases } from './purchases';
import type { Difference, EntryRef, PostingInput } from './types';

/** What B1 holds under one posting key. */
export interface Found {
	/** Entries that stand in the books. More than one is a double posting. */
	live: Row[];
	/** Entries that were cancelled, with the entry that did it. */
	cancelled: Array<{ entry: Row; by: Row }>;
	/** Drafts that a person has not added yet. */
	waiting: Row[];
	/** The row of the posting register. */
	register?: Row;
}

/**
 * Sorts the entries that carry one key. A cancelled entry has no mark of its own in the Service Layer; its reversal is an entry
 * with the same references and the sides swapped. Where the document is there twice, nothing tells which of the two a reversal is of:
 * it counts for the later one, because the earlier one is what Concur is told of, and a person is asked to cancel the others.
 * @param entries of all spellings of the key
 * @param registerRows of all spellings of the key
 */
export function sortFound(entries: Row[], registerRows: Row[]): Found {
	const register = registerRows.find(({ Code }) => entries.some(({ Reference2 }) => Reference2 === Code)) ?? registerRows[0];
	const purchases = sortPurchases(entries.filter(isPurchaseRow));
	const found: Found = { ...purchases, register };
	for (const entry of entries.filter((row) => !isPurchaseRow(row)).sort((a, b) => Number(a.JdtNum) - Number(b.JdtNum))) {
		const index = found.live.findLastIndex((earlier) => isReversalOf(entry, earlier));
		if (index < 0) {
			found.live.push(entry);
		} else {
			const [cancelled] = found.live.splice(index, 1);
			if (cancelled) found.cancelled.push({ entry: cancelled, by: entry });
		}
	}
	return found;
}

export function isEmpty(found: Found): boolean {
	return found.live.length === 0 && found.cancelled.length === 0 && found.waiting.length === 0 && found.register === undefined;
}

/** What the entry says about its content: the hash of the register or the short one in the entry itself. */
export function storedHash(entry: Row, register: Row | undefined): string {
	const long = register?.U_Hash;
	if (typeof long === 'string' && long !== '') return long;
	return typeof entry.Reference3 === 'string' ? entry.Reference3 : '';
}

const LINES = ['JournalEntryLines', 'DocumentLines'];

/** What is not in B1 as it was sent; of one kind that was posted as the other nothing can be told but by its hash. */
export function differencesOf(input: PostingInput, entry: Row): Difference[] {
	if (isPurchaseRow(entry)) return input.purchase ? comparePurchase(input.purchase, entry) : [];
	return input.purchase ? [] : compareEntry(payloadOf(input), entry);
}

/** @returns whether the entry holds this content: by its hash, or by its lines where someone changed the reference fields */
export function sameContent(
	input: PostingInput,
	entry: Row,
	register: Row | undefined,
): { same: boolean; differences: Difference[] } {
	const differences = differencesOf(input, entry).filter(({ field, line }) => line !== undefined || LINES.includes(field));
	const stored = storedHash(entry, register);
	const sameHash = stored !== '' && stored.slice(0, SHORT_HASH_LENGTH) === input.contentHash.slice(0, SHORT_HASH_LENGTH);
	return { same: sameHash || differences.length === 0, differences };
}

export function entryRef(entry: Row): EntryRef {
	return {
		jdtNum: Number(entry.JdtNum),
		number: entry.Number === undefined || entry.Number === null ? null : Number(entry.Number),
		postingKey: String(entry.Reference2 ?? ''),
	};
}

export function postingDateOf(entry: Row): string | null {
	return dayOf(entry.ReferenceDate) || null;
}

/** @returns `entry 17 (number 1017)`, as messages name an entry */
export function nameOf(entry: Row): string {
	const { jdtNum, number } = entryRef(entry);
	if (isPurchaseRow(entry)) return purchaseName(entry);
	return number === null ? `entry ${jdtNum}` : `entry ${jdtNum} (number ${number})`;
}
