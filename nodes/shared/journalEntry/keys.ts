import { hash } from 'crypto';
import { POSTING_KEY_LENGTH } from '../b1Names';
import type { EntryLine } from './entryLine';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/**
 * The key that makes a posting unique: `<companyId>:<docId>`. A company id that does not fit is replaced by a part of its hash.
 *
 * @param companyId Concur's company id; null where the document came without its envelope
 * @param docId FIS document id, new at every final approval
 * @returns at most 50 characters
 */
export function postingKey(companyId: string | null, docId: string): string {
	const id = docId.length <= 32 ? docId : sha256(docId).slice(0, 32);
	const company = companyId ?? 'concur';
	const key = `${company}:${id}`;
	return key.length <= POSTING_KEY_LENGTH ? key : `${sha256(company).slice(0, 12)}:${id}`;
}

/** The fields that make a line what it is; dates and texts stay out. */
export type HashedLine = Pick<
	EntryLine,
	'account' | 'partner' | 'debit' | 'credit' | 'costCenters' | 'project' | 'branch' | 'taxGroup'
>;

/** The recipe of the hash, which entries in the books were made by: columns are neither added to it nor moved. */
const HASH: readonly ((line: HashedLine) => string | undefined)[] = [
	({ account }) => account,
	({ partner }) => partner,
	({ debit, credit }) => (debit === undefined ? `C${credit}` : `D${debit}`),
	({ costCenters }) => costCenters?.join('/'),
	({ project }) => project,
	({ branch }) => branch,
	({ taxGroup }) => taxGroup,
];

/**
 * The content hash of an entry: SHA-256 over its currency and lines, whatever their order, so that the same content is recognized
 * when a document comes again.
 */
export function contentHash(currency: string, lines: readonly HashedLine[]): string {
	const texts = lines.map((line) => HASH.map((column) => column(line) ?? '').join(SEPARATOR));
	return sha256(`${currency}\n${texts.sort().join('\n')}`);
}

/** A character that codes cannot hold, so that neighbouring fields never run into each other. */
const SEPARATOR = '\u001f';
