import { digestOf, lineAfter, type Line } from './line';
import { linesOf, readTrail, withoutLines } from './trail';

/** Name under which the log keeps its daily lines. */
export const SEAL = 'seal';

/** A line of the log, with the number of the daily line that covers it. */
export type LoggedLine = Line & { seal: number };

/** A row as far as its trail matters. */
export interface TrailedRow {
	id: number;
	docId: string;
	stamp?: string;
	trail?: unknown;
}

export interface Collected {
	/** For the log: lines of documents, and the daily line last. */
	lines: LoggedLine[];
	/** For the rows: their trails without lines, to be written while the row has this stamp. */
	rows: Array<{ id: number; stamp: string; trail: string }>;
}

/** Hash over lines in one order, whatever order a table gives them in. A line that is there twice counts once. */
export function digestOfLines(lines: ReadonlyArray<Pick<Line, 'docId' | 'row' | 'number' | 'hash'>>): string {
	const texts = lines.map(({ docId, row, number, hash }) => JSON.stringify([docId, row, number, hash]));
	return digestOf([...new Set(texts)].sort());
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * Takes the lines out of the rows for the log. The daily line holds a hash over all of them, and so over the heads of all chains that
 * went on; it is a line of a chain of its own. Lines that are taken twice, because a run ended in between, are no harm.
 *
 * @param last the daily line before; undefined before the first
 * @param at ISO time
 * @returns nothing at all where no row has lines
 */
export function collect(rows: readonly TrailedRow[], last: Pick<Line, 'number' | 'hash'> | undefined, at: string): Collected {
	const seal = (last?.number ?? 0) + 1;
	const found = rows.flatMap((row) => {
		const trail = readTrail(row.trail);
		return trail && trail.lines.length > 0 ? [{ row, trail }] : [];
	});
	const lines = found.flatMap(({ row, trail }) => linesOf(trail, { docId: row.docId, row: row.id }));
	if (lines.length === 0) return { lines: [], rows: [] };
	const daily = lineAfter({ docId: SEAL, row: 0 }, seal - 1, last?.hash ?? '', {
		at,
		who: 'audit',
		step: 'sealed',
		detail: `${plural(lines.length, 'line')} of ${plural(found.length, 'document')}`,
		entry: digestOfLines(lines),
	});
	return {
		lines: [...lines, daily].map((line) => ({ ...line, seal })),
		rows: found.map(({ row, trail }) => ({ id: row.id, stamp: row.stamp ?? '', trail: withoutLines(trail) })),
	};
}
