import { digestOfLines, SEAL, type LoggedLine, type TrailedRow } from './collect';
import { hashOf, type Chain, type Line } from './line';
import { linesOf, readTrail } from './trail';

/** The first place where the log is not as it was written. */
export interface Break {
	docId: string;
	number: number;
	at: string;
	problem: string;
}

export interface Verified {
	/** One line for people. */
	verdict: string;
	intact: boolean;
	lines: number;
	documents: number;
	/** Daily lines. */
	seals: number;
	/** Up to which daily line the lines are in no table any more. */
	exportedUntil: number;
	broken: Break[];
}

/** Breaks that are named; the first one is what matters. */
const MOST = 100;

const inOrder = (one: Line, other: Line): number => one.number - other.number;

const breakAt = ({ docId, number, at }: Line, problem: string): Break => ({ docId, number, at, problem });

/** Where a chain is broken: at its first line that does not follow from the one before. */
function chainBreak(lines: readonly Line[], mayBeginLate: boolean): Break | undefined {
	let before: Line | undefined;
	for (const line of lines) {
		if (hashOf(line) !== line.hash) return breakAt(line, 'The line was changed after it was written.');
		if (before === undefined) {
			if (line.number > 1 && !mayBeginLate) return breakAt(line, `Lines before number ${line.number} are missing.`);
			if (line.number === 1 && line.before !== '') return breakAt(line, 'The first line names a line before it.');
		} else if (line.number === before.number) return breakAt(line, 'There are two lines with this number.');
		else if (line.number !== before.number + 1) return breakAt(line, `Lines after number ${before.number} are missing.`);
		else if (line.before !== before.hash) return breakAt(line, 'The line does not follow from the line before.');
		before = line;
	}
	return undefined;
}

const nameOf = ({ docId, row }: Chain): string => `${docId} ${row}`;

const SEALS = nameOf({ docId: SEAL, row: 0 });

/** The chains of all rows; a line that was taken into the log twice counts once. */
function chainsOf(lines: readonly Line[]): Map<string, Line[]> {
	const chains = new Map<string, Map<string, Line>>();
	for (const line of lines) {
		const chain = chains.get(nameOf(line)) ?? new Map<string, Line>();
		chains.set(nameOf(line), chain.set(JSON.stringify(line), line));
	}
	return new Map([...chains].map(([name, chain]) => [name, [...chain.values()].sort(inOrder)]));
}

const bare = ({ docId, row, number, at, who, step, detail, mapping, entry, before, hash }: Line): Line => ({
	docId,
	row,
	number,
	at,
	who,
	step,
	detail,
	mapping,
	entry,
	before,
	hash,
});

/** The last daily line before the first one that still has lines: what was exported went in that order. */
function exportedUntil(seals: readonly Line[], bySeal: ReadonlyMap<number, LoggedLine[]>): number {
	const firstKept = seals.find(({ number }) => bySeal.has(number));
	if (firstKept) return firstKept.number - 1;
	return seals.at(-1)?.number ?? 0;
}

function sealBreaks(seals: readonly Line[], bySeal: ReadonlyMap<number, LoggedLine[]>, gone: number): Break[] {
	const known = new Set(seals.map(({ number }) => number));
	const unsealed = [...bySeal]
		.filter(([seal]) => !known.has(seal))
		.map(([, [line]]) => breakAt(line!, 'No daily line covers the line.'));
	const changed = seals
		.filter(({ number, entry }) => number > gone && digestOfLines(bySeal.get(number) ?? []) !== entry)
		.map((seal) => breakAt(seal, 'The lines of that day are not those that the daily line covers.'));
	return [...unsealed, ...changed];
}

/** Rows carry what the log does not have yet, and where their chain ends. */
function rowBreaks(rows: readonly TrailedRow[], chains: ReadonlyMap<string, Line[]>, gone: number): Break[] {
	return rows.flatMap(({ id, docId, trail: text }): Break[] => {
		const trail = readTrail(text);
		if (trail === undefined) return [{ docId, number: 0, at: '', problem: 'The trail of the row was edited.' }];
		const last = chains.get(nameOf({ docId, row: id }))?.at(-1);
		if (last?.number === trail.number && last.hash === trail.hash) return [];
		if (last === undefined && (trail.number === 0 || gone > 0)) return [];
		return [{ docId, number: trail.number, at: last?.at ?? '', problem: 'The row and the log do not end with the same line.' }];
	});
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * Checks the log: every line against its hash and the line before, every daily line against the lines it covers, and where rows are
 * given that their chains end as the log does.
 *
 * @param logged lines of the log in any order, with those of exported files or without
 * @param rows of the Data Table; none where only the log is checked
 */
export function verify(logged: readonly LoggedLine[], rows: readonly TrailedRow[] = []): Verified {
	const carried = rows.flatMap((row) => {
		const trail = readTrail(row.trail);
		return trail ? linesOf(trail, { docId: row.docId, row: row.id }) : [];
	});
	const chains = chainsOf([...logged, ...carried].map(bare));
	const seals = chains.get(SEALS) ?? [];
	const documents = [...chains].filter(([name]) => name !== SEALS);
	const bySeal = new Map<number, LoggedLine[]>();
	for (const line of logged.filter(({ docId }) => docId !== SEAL))
		bySeal.set(line.seal, [...(bySeal.get(line.seal) ?? []), line]);
	const gone = exportedUntil(seals, bySeal);
	const inChains = [chainBreak(seals, false), ...documents.map(([, lines]) => chainBreak(lines, gone > 0))];
	const broken = [
		...inChains.filter((one) => one !== undefined),
		...sealBreaks(seals, bySeal, gone),
		...rowBreaks(rows, chains, gone),
	].slice(0, MOST);
	const count = documents.reduce((sum, [, lines]) => sum + lines.length, 0);
	const [first] = broken;
	const exported = gone > 0 ? ` Lines up to daily line ${gone} are not in the table: they should be in your exported files.` : '';
	const about = `${plural(count, 'line')} of ${plural(documents.length, 'document')}`;
	return {
		verdict: first
			? `Broken at line ${first.number} of ${first.docId}: ${first.problem}`
			: `${about}, sealed by ${plural(seals.length, 'daily line')}, are as they were written.${exported}`,
		intact: broken.length === 0,
		lines: count,
		documents: documents.length,
		seals: seals.length,
		exportedUntil: gone,
		broken,
	};
}
