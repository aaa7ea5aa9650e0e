import { quote } from '../odata';

/**
 * A posting key is `<company>:<document id>`, written once and for good. How FIS spells the company changes with the envelope: with
 * capitals or without, or not at all (`concur:`). The id is of one document in the world, so it alone tells which document it is.
 */
const WORLDWIDE_ID = /^[A-Za-z0-9-]{16,}$/;

/** @returns the part of a posting key behind the company */
function idOf(postingKey: string): string {
	return postingKey.slice(postingKey.lastIndexOf(':') + 1);
}

/** @returns the part of a posting key that names the Concur company, capitals folded */
function companyOf(postingKey: string): string {
	return postingKey.slice(0, Math.max(0, postingKey.lastIndexOf(':'))).toLowerCase();
}

/** @returns a name of the document that is the same for every spelling of its posting key */
export function documentOf(postingKey: string): string {
	const id = idOf(postingKey);
	return WORLDWIDE_ID.test(id) ? id : `${companyOf(postingKey)}:${id}`;
}

/** Entries about commitments carry the id of their document too, under a name of their own. */
const OTHER_KEYS = /^FUNDS:/;

/** @returns whether Reference 2 of an entry can be a posting key */
export function isPostingKey(reference: unknown): boolean {
	return typeof reference === 'string' && reference.includes(':') && !OTHER_KEYS.test(reference);
}

/** What the company is called in the key of a document that came without its envelope. */
const NO_COMPANY = 'concur';

/** @returns whether two keys may be of one Concur company */
export function mayShareCompany(one: string, other: string): boolean {
	const [first, second] = [companyOf(one), companyOf(other)];
	return first === second || first === NO_COMPANY || second === NO_COMPANY;
}

/**
 * Terms of a filter that find a document under every spelling its posting key may have been written with. Keys that were made by hand
 * may have short ids, which are no document's alone: they are asked for with their company.
 */
export function keyTerms(field: string, postingKey: string): string[] {
	const id = idOf(postingKey);
	if (WORLDWIDE_ID.test(id)) return [`endswith(${field},${quote(`:${id}`)})`];
	const company = postingKey.slice(0, postingKey.length - id.length);
	return [...new Set([company, company.toLowerCase(), company.toUpperCase()])].map(
		(spelling) => `${field} eq ${quote(`${spelling}${id}`)}`,
	);
}
