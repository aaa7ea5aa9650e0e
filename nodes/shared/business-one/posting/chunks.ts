import { linesOf } from './compareEntry';
import { shareOf } from './lanes';
import type { PostingInput } from './types';
import type { ToWrite } from './writeEntries';

const BATCH_SIZE = 25;
const MAX_BATCH_SIZE = 100;
/** Lines in one request; long entries make small batches. */
const MAX_BATCH_LINES = 2_000;

/**
 * Entries in the batches that they go to B1 in, and these in groups of which all may be under way together.
 * @param batchSize entries in one request at most
 */
export function chunksBesideEachOther(entries: ToWrite[], batchSize: number | undefined, lanes: number): ToWrite[][][] {
	const most = Math.min(Math.max(1, Math.floor(batchSize ?? BATCH_SIZE)), MAX_BATCH_SIZE);
	return besideEachOther(chunksOf(entries, shareOf(entries.length, most, lanes)));
}

const isAlone = ([entry]: ToWrite[]): boolean => entry?.input.alongside !== undefined;

/** Chunks that may be under way together. What goes alongside an entry may build on what went alongside another: it waits for all before it. */
function besideEachOther(chunks: ToWrite[][]): ToWrite[][][] {
	const groups: ToWrite[][][] = [];
	for (const chunk of chunks) {
		const group = groups.at(-1);
		if (group && !isAlone(chunk) && !isAlone(group[0]!)) group.push(chunk);
		else groups.push([chunk]);
	}
	return groups;
}

function chunksOf(entries: ToWrite[], size: number): ToWrite[][] {
	const chunks: ToWrite[][] = [];
	let lines = 0;
	for (const entry of entries) {
		const count = linesIn(entry.input);
		const last = chunks.at(-1);
		if (last && !isAlone([entry]) && !isAlone(last) && last.length < size && lines + count <= MAX_BATCH_LINES) {
			last.push(entry);
			lines += count;
		} else {
			chunks.push([entry]);
			lines = count;
		}
	}
	return chunks;
}

function linesIn({ journalEntry, purchase }: PostingInput): number {
	const lines = purchase?.document.DocumentLines;
	return Array.isArray(lines) ? lines.length : linesOf(journalEntry).length;
}
