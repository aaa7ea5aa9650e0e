import { amountText, approvedAmount, bookedAmount } from './amounts';
import { fateOf } from './fate';
import type { BookEntry, Books, BooksOfDocument, Difference, NotedDocument, Period } from './types';

type Found = Pick<Difference, 'severity' | 'code' | 'text'>;

const nameOf = ({ number, jdtNum, postingDate }: BookEntry): string => `entry ${number ?? jdtNum ?? '?'} of ${postingDate}`;

const namesOf = (entries: readonly BookEntry[]): string => entries.map(nameOf).join(', ');

const NOTHING: BooksOfDocument = { live: [], cancelled: [], isWaiting: false };

/** A row whose entry this pipeline posted; one settled by hand has no transaction number, and its entry no posting key. */
const hasOwnEntry = ({ jdtNum }: NotedDocument): boolean => jdtNum !== null && jdtNum > 0;

function inTheBooks(document: NotedDocument, { live, cancelled, isWaiting }: BooksOfDocument): Found[] {
	const isPosted = fateOf(document) === 'posted';
	if (live.length > 1)
		return [{ severity: 'wrong', code: 'doubled', text: 'Business One holds more than one entry of this document.' }];
	const [entry] = live;
	if (entry === undefined && isPosted && hasOwnEntry(document)) {
		if (isWaiting) return [{ severity: 'look', code: 'draft', text: 'The invoice is a draft that nobody has added yet.' }];
		return cancelled.length > 0
			? [{ severity: 'wrong', code: 'cancelled', text: 'The entry was cancelled in Business One; Concur shows it as posted.' }]
			: [{ severity: 'wrong', code: 'noEntry', text: 'The table says posted, and Business One has no such entry.' }];
	}
	if (entry === undefined) return [];
	if (!isPosted)
		return [{ severity: 'wrong', code: 'unexpectedEntry', text: 'Business One has an entry, and the table says not posted.' }];
	if (document.jdtNum !== null && entry.jdtNum !== null && document.jdtNum !== entry.jdtNum)
		return [{ severity: 'wrong', code: 'otherEntry', text: 'The table names another entry than Business One holds.' }];
	return [];
}

/** What Concur should say of a document by its fate; anything where the fate is open. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
	confirmed: /^(POSTING_CONFIRMED_SUCCESS|PAYMENT_CONFIRMED_\w+)$/,
	failed: /^(POSTING_CONFIRMED_FAILURE|RECALLED)$/,
	recalled: /^RECALLED$/,
};

function inConcur(document: NotedDocument): Found[] {
	const { concur, status, isReadyInConcur } = document;
	if (concur === '') return [];
	if (concur === 'unknown') return [{ severity: 'wrong', code: 'unknownInConcur', text: 'Concur knows no such document.' }];
	if (status === 'posted')
		return [{ severity: 'look', code: 'notTold', text: 'Posted, and Concur has not been told yet; it is tried again.' }];
	if (isReadyInConcur && concur === 'READY') return [];
	const expected = EXPECTED[status];
	if (expected === undefined || expected.test(concur)) return [];
	return [{ severity: 'wrong', code: 'otherInConcur', text: `Concur does not show what the table says (${status}).` }];
}

function inAmount(document: NotedDocument, [entry]: readonly BookEntry[], local: string): Found[] {
	const [approved, booked] = [
		approvedAmount(document),
		entry && fateOf(document) === 'posted' ? bookedAmount(entry, document.currency, local) : null,
	];
	if (approved === null || booked === null || approved.abs().equals(booked.abs())) return [];
	const difference = amountText(booked.abs().minus(approved.abs()), document.currency);
	return [
		{
			severity: 'look',
			code: 'otherAmount',
			text: `The debits of the entry differ from the approved amount by ${difference} ${document.currency}. Personal amounts, tax owed by the buyer, amounts paid by others and refunds do that.`,
		},
	];
}

function inPeriod([entry]: readonly BookEntry[], { from, to }: Period): Found[] {
	if (entry === undefined || (entry.postingDate >= from && entry.postingDate <= to)) return [];
	return [{ severity: 'look', code: 'otherPeriod', text: `Posted with a date outside the period: ${entry.postingDate}.` }];
}

/** Where Concur, the table and Business One do not agree on a document that was noted in the period. */
export function differencesOf(document: NotedDocument, books: Books, period: Period): Difference[] {
	const held = books.documents.get(document.docId.toLowerCase()) ?? NOTHING;
	const local = books.currency;
	const booked = held.live.flatMap((entry) => {
		const amount = bookedAmount(entry, document.currency, local);
		return amount === null ? [] : [`${amountText(amount, document.currency)} ${document.currency}`];
	});
	const found = [
		...inTheBooks(document, held),
		...inConcur(document),
		...inAmount(document, held.live, local),
		...inPeriod(held.live, period),
	];
	const approved = approvedAmount(document);
	const shownAmount = approved === null ? document.amount : amountText(approved, document.currency);
	return found.map((one) => ({
		...one,
		document: document.reportNumber || document.docId,
		person: document.person,
		concur: [document.concur || 'not asked', `${shownAmount} ${document.currency}`.trim()].filter(Boolean).join(', '),
		table: [document.status, document.number === null ? '' : `entry ${document.number}`].filter(Boolean).join(', '),
		businessOne: [
			namesOf(held.live) || (held.cancelled.length > 0 ? `cancelled ${namesOf(held.cancelled)}` : 'no entry'),
			...booked,
		].join(', '),
		docId: document.docId,
	}));
}

/**
 * Entries of the period that carry a posting key of a document without a row, one difference for each document.
 *
 * @param known ids of all documents that have a row, whenever they were noted
 */
export function entriesWithoutRow({ entries }: Books, known: ReadonlySet<string>): Difference[] {
	const strangers = entries.filter(({ docId }) => !known.has(docId.toLowerCase()));
	const first = new Map(strangers.map((entry) => [entry.docId, entry] as const).reverse());
	return [...first.values()].map((entry) => ({
		severity: 'wrong',
		code: 'noRow',
		document: entry.reference || entry.docId,
		person: '',
		text: 'Business One holds an entry with the posting key of a document that the table does not know.',
		concur: 'not asked',
		table: 'no row',
		businessOne: nameOf(entry),
		docId: entry.docId,
	}));
}
