import type { Blocks, Cause, Row } from './types';

export const isBlock = (value: unknown): value is Blocks => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The block of that name; undefined where the step that adds it was not reached. */
export const blockAt = (json: Blocks, name: string): Blocks | undefined => (isBlock(json[name]) ? json[name] : undefined);

export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

export const numberOf = (value: unknown): number | null => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** Codes that a person chooses from; a longer list helps nobody. */
const MAX_CANDIDATES = 20;

const looksLikeRow = (json: Blocks) => 'heldBy' in json && 'dueAt' in json && 'docId' in json;

/**
 * The row an item belongs to: under `row` where a document travels with it, the item itself where a Data Table gave it out.
 * @returns an empty object where the item has no row
 */
export const rowOf = (json: Blocks): Partial<Row> => blockAt(json, 'row') ?? (looksLikeRow(json) ? (json as Partial<Row>) : {});

const detailsOf = ({ value, setting, candidates }: Blocks): Partial<Cause> => ({
	...(textOf(value) === '' ? {} : { value: textOf(value) }),
	...(textOf(setting) === '' ? {} : { setting: textOf(setting) }),
	...(Array.isArray(candidates) ? { candidates: candidates.map(textOf).slice(0, MAX_CANDIDATES) } : {}),
});

/** Causes out of a block's list; one without a text says nothing and is left out. */
export const causesOf = (list: unknown, textName = 'message'): Cause[] =>
	(Array.isArray(list) ? list : [])
		.filter(isBlock)
		.map((cause) => ({ code: textOf(cause.code), message: textOf(cause[textName]), ...detailsOf(cause) }))
		.filter(({ message }) => message !== '');

/** Causes out of a row's column; none where somebody has edited it into something else. */
export function causesInColumn(reasons: unknown): Cause[] {
	try {
		return causesOf(JSON.parse(textOf(reasons) || '[]'));
	} catch {
		return [];
	}
}
