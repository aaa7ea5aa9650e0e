import type { IDataObject } from 'n8n-workflow';
import { COSTING_FIELDS, POSTING_KEY_LENGTH, SHORT_HASH_LENGTH } from '../../b1Names';
import { digest } from '../session/session';
import { linesWithSource } from './source';
import type { PostingInput } from './types';

/**
 * The entry as it is sent: with the posting key and the short hash in the references by which it is found again, and on its first line
 * with the id of the report or advance it is of.
 */
export function payloadOf(input: PostingInput): IDataObject {
	return {
		...input.journalEntry,
		Reference2: input.postingKey,
		Reference3: input.contentHash.slice(0, SHORT_HASH_LENGTH),
		JournalEntryLines: linesWithSource(input),
	};
}

/**
 * @returns why an input cannot be posted at all, in words; undefined where it can
 */
export function problemOf(input: PostingInput): string | undefined {
	const { postingKey, contentHash, journalEntry } = input;
	if (postingKey.trim() === '') return 'The posting key is empty';
	if (postingKey !== postingKey.trim()) return `The posting key "${postingKey}" begins or ends with a space`;
	if (postingKey.length > POSTING_KEY_LENGTH)
		return `The posting key "${postingKey}" is longer than ${POSTING_KEY_LENGTH} characters`;
	if (contentHash.length < SHORT_HASH_LENGTH)
		return `The content hash "${contentHash}" is shorter than ${SHORT_HASH_LENGTH} characters`;
	if (input.purchase) return undefined;
	if (!Array.isArray(journalEntry.JournalEntryLines) || journalEntry.JournalEntryLines.length === 0)
		return 'The journal entry has no lines';
	const reference = journalEntry.Reference2;
	if (typeof reference === 'string' && reference !== '' && reference !== postingKey) {
		return `Reference 2 of the journal entry is "${reference}"; it must be the posting key "${postingKey}"`;
	}
	return undefined;
}

/** What a journal entry line is assigned to, beside its account or partner. */
export const DIMENSIONS_AND_TAX = [...COSTING_FIELDS, 'ProjectCode', 'TaxGroup', 'TaxCode', 'BPLID'];

const HASHED_FIELDS = ['AccountCode', 'ShortName', 'Debit', 'Credit', 'FCDebit', 'FCCredit', 'FCCurrency', ...DIMENSIONS_AND_TAX];

/**
 * A content hash for entries that were not made by the Build node: SHA-256 over the lines' accounts, sides, currency, cost objects
 * and tax. Dates and memos stay out, so that a retry on another day is the same content.
 */
export function contentHashOf(journalEntry: IDataObject): string {
	const lines = Array.isArray(journalEntry.JournalEntryLines) ? (journalEntry.JournalEntryLines as IDataObject[]) : [];
	return digest(lines.map((line) => JSON.stringify(HASHED_FIELDS.map((field) => line[field] ?? null))));
}
