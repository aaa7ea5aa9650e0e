import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { documentOf } from './documentKey';
import { differencesOf, nameOf, type Found } from './found';
import { judgeExisting, judgeRevision } from './judge';
import { chunksBesideEachOther } from './chunks';
import { inLanes, lanesOf } from './lanes';
import { lookUp, type LookUp } from './lookUp';
import { problemOf } from './payload';
import {
	cancelledInB1,
	doubled,
	needsRegister,
	notAsSent,
	notWritten,
	refusedBeforeB1,
	result,
	resultWithEntry,
} from './results';
import type { EntryRef, Level, PostingInput, PostingOptions, PostingResult } from './types';
import { writeChunk, type Fate } from './writeChunk';
import type { ToWrite } from './writeEntries';
import { WriteRun } from './writeRun';
import { voucherWaits, waitsInB1 } from './waiting';

/** Documents between a look-up and its read-back: few enough that the look-up is fresh when the last of them is written. */
const MAX_WAVE = 250;

/**
 * Posts journal entries exactly once: looks every posting key up, posts what is not there, looks up again after every doubt, reads
 * back what was posted and compares it line by line.
 *
 * @returns one result per input, in their order; a failing entry does not touch the others, and while B1 is down none is posted
 * @throws ServiceLayerError where nothing was looked up and nothing written, because no later try would help: no session, no right,
 * no register where one is asked for
 */
export async function postJournalEntries(
	serviceLayer: ServiceLayer,
	inputs: PostingInput[],
	options: PostingOptions = {},
): Promise<PostingResult[]> {
	const results = new Map<number, PostingResult>();
	let down: ServiceLayerError | undefined;
	for (const [number, wave] of wavesOf(inputs, results).entries()) {
		const posted = down ?? (await postWave(serviceLayer, wave, options).catch((error: unknown) => error));
		if (posted instanceof Map) {
			for (const [index, outcome] of posted as Map<number, PostingResult>) results.set(index, outcome);
			continue;
		}
		// What earlier waves came to must not be lost with a later one.
		if (!(posted instanceof ServiceLayerError) || (number === 0 && !isTemporary(posted))) throw posted;
		down = posted;
		const level = options.level === 'auto' ? undefined : options.level;
		for (const { index, input } of wave) results.set(index, notWritten(input, level, posted));
	}
	return inputs.map((input, index) => results.get(index) ?? refusedBeforeB1(input, 'The item was not processed'));
}

/** Trouble of B1 or of the way to it, which passes. */
function isTemporary({ kind }: ServiceLayerError): boolean {
	return kind === 'capacity' || kind === 'unknown';
}

interface Indexed {
	index: number;
	input: PostingInput;
}

/**
 * Inputs that share a posting key or a report must not meet in one request: each goes into a later wave, whose look-up then sees
 * the earlier one. Inputs that cannot be posted get their result at once.
 */
function wavesOf(inputs: PostingInput[], results: Map<number, PostingResult>): Indexed[][] {
	const waves: Array<{ items: Indexed[]; taken: Set<string> }> = [];
	for (const [index, input] of inputs.entries()) {
		const problem = problemOf(input);
		if (problem !== undefined) {
			results.set(index, refusedBeforeB1(input, problem));
			continue;
		}
		const names = [`document ${documentOf(input.postingKey)}`, ...(input.reportId ? [`report ${input.reportId}`] : [])];
		const after = waves.findLastIndex(({ taken }) => names.some((name) => taken.has(name))) + 1;
		let wave = waves.slice(after).find(({ items }) => items.length < MAX_WAVE);
		if (!wave) waves.push((wave = { items: [], taken: new Set() }));
		wave.items.push({ index, input });
		for (const name of names) wave.taken.add(name);
	}
	return waves.map(({ items }) => items);
}

async function postWave(
	serviceLayer: ServiceLayer,
	wave: Indexed[],
	options: PostingOptions,
): Promise<Map<number, PostingResult>> {
	const known = await lookUp(
		serviceLayer,
		wave.map(({ input }) => input),
		options.level ?? 'auto',
	);
	const results = new Map<number, PostingResult>();
	const toWrite: Array<Indexed & ToWrite & { revisionOf?: EntryRef }> = [];
	for (const item of wave) {
		const decision = decide(item.input, known, options);
		if ('outcome' in decision) results.set(item.index, decision);
		else toWrite.push({ ...item, ...decision });
	}
	const posted = options.preview ? previews(toWrite, known.level) : await writeAll(serviceLayer, toWrite, known.level, options);
	for (const { index, input, revisionOf } of toWrite) {
		const outcome = posted.get(input.postingKey);
		if (outcome) results.set(index, revisionOf ? { ...outcome, revisionOf } : outcome);
	}
	return results;
}

function decide(
	input: PostingInput,
	known: LookUp,
	options: PostingOptions,
): PostingResult | { cancel: ToWrite['cancel']; revisionOf?: EntryRef } {
	const found = known.found.get(input.postingKey);
	const existing = found && judgeExisting(input, known.level, found, options.target);
	if (existing) return existing;
	if (input.purchase && known.level !== 'register') return needsRegister(input, known.level);
	const revision = judgeRevision(
		input,
		known.level,
		known.revisions.get(input.postingKey) ?? [],
		options.revisionPolicy ?? 'hold',
	);
	return revision.post ? { cancel: revision.cancel, revisionOf: revision.revisionOf } : revision.result;
}

function previews(toWrite: ToWrite[], level: Level): Map<string, PostingResult> {
	return new Map(
		toWrite.map(({ input, cancel }) => {
			const first =
				cancel.length > 0 ? `Would cancel ${cancel.map(nameOf).join(', ')} and then post this entry` : 'Would be posted';
			return [input.postingKey, result(input, level, 'wouldPost', first)];
		}),
	);
}

async function writeAll(
	serviceLayer: ServiceLayer,
	toWrite: ToWrite[],
	level: Level,
	options: PostingOptions,
): Promise<Map<string, PostingResult>> {
	const fates = new Map<string, Fate>();
	const lanes = lanesOf(options.inFlight);
	const run = new WriteRun(serviceLayer, level, options);
	for (const together of chunksBesideEachOther(toWrite, options.batchSize, lanes))
		await inLanes(together, lanes, async (chunk) => {
			for (const [key, fate] of await writeChunk(run, chunk)) fates.set(key, fate);
		});
	for (const refusal of run.refusals()) fates.set(refusal.postingKey, { state: 'final', result: refusal });
	return await verifyAll(serviceLayer, toWrite, fates, level, options);
}

/** Reads back, in as few requests as the look-up, what B1 accepted. */
async function verifyAll(
	serviceLayer: ServiceLayer,
	toWrite: ToWrite[],
	fates: Map<string, Fate>,
	level: Level,
	options: PostingOptions,
): Promise<Map<string, PostingResult>> {
	const isVoucher = options.target === 'journalVoucher';
	const accepted = toWrite.filter(({ input }) => fates.get(input.postingKey)?.state === 'accepted').map(({ input }) => input);
	const readBack =
		isVoucher || accepted.length === 0
			? undefined
			: await lookUp(serviceLayer, accepted, level, false).catch((error: unknown) => error as Error);
	const results = new Map<string, PostingResult>();
	for (const { input } of toWrite) {
		const fate = fates.get(input.postingKey);
		if (fate?.state === 'final') results.set(input.postingKey, fate.result);
		else if (isVoucher) results.set(input.postingKey, voucherWaits(input, level));
		else if (fate?.state === 'recovered') results.set(input.postingKey, verify(input, level, fate.found, 'recovered'));
		else results.set(input.postingKey, verifyAccepted(input, level, readBack));
	}
	return results;
}

function verifyAccepted(input: PostingInput, level: Level, readBack: LookUp | Error | undefined): PostingResult {
	const found = readBack && !(readBack instanceof Error) ? readBack.found.get(input.postingKey) : undefined;
	if (found) return verify(input, level, found, 'posted');
	return result(input, level, 'uncertain', 'B1 accepted the entry, but it could not be read back', {
		retrySafe: true,
		advice: 'Run the item again: it is looked up by its posting key before anything is sent.',
	});
}

function verify(input: PostingInput, level: Level, found: Found, outcome: 'posted' | 'recovered'): PostingResult {
	const [entry] = found.live;
	const [draft] = found.waiting;
	if (found.live.length > 1) return doubled(input, level, found.live);
	if (draft && !entry) return waitsInB1(input, level, draft);
	if (!entry) {
		return (
			cancelledInB1(input, level, found) ??
			result(input, level, 'uncertain', 'B1 accepted the entry, but no entry carries its posting key', {
				retrySafe: false,
				advice: 'Look for the entry in B1 by its amount, before the item is run again.',
			})
		);
	}
	const differences = differencesOf(input, entry);
	if (differences.length > 0) return notAsSent(input, level, entry, differences);
	const how = outcome === 'posted' ? 'Posted' : 'The answer of B1 was lost, but the entry was found: posted';
	return resultWithEntry(input, level, outcome, entry, `${how} as ${nameOf(entry)}; read back and equal line by line`);
}
