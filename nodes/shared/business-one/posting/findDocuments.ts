import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { entryRef, isEmpty, nameOf, postingDateOf, storedHash, type Found } from './found';
import { judgeKnown } from './judge';
import { inLanes, lanesOf } from './lanes';
import { lookUp } from './lookUp';
import { notWritten, resultWithEntry } from './results';
import type { Level, PostingResult } from './types';

/** Documents in one look-up: about ten requests' worth of filters in one batch. */
const AT_ONCE = 250;

/** What B1 holds of a document; `result` as a post would give it, undefined where B1 knows nothing of it. */
export interface Finding {
	level?: Level;
	found?: Found;
	result?: PostingResult;
}

/**
 * Looks documents up by their posting keys in every spelling, without building or posting anything.
 * @param inFlight look-ups under way together, 1 to 8
 * @returns one finding per key, in their order; where B1 did not answer, a result that says so
 * @throws ServiceLayerError where no later try would help: no session, no right
 */
export async function findDocuments(
	serviceLayer: ServiceLayer,
	keys: string[],
	level: Level | 'auto',
	inFlight = 1,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const starts = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, index) => index * AT_ONCE);
	await inLanes(starts, lanesOf(inFlight), async (start) => {
		const some = await findSome(serviceLayer, keys.slice(start, start + AT_ONCE), level);
		for (const [index, finding] of some.entries()) findings[start + index] = finding;
	});
	return findings;
}

async function findSome(serviceLayer: ServiceLayer, keys: string[], wanted: Level | 'auto'): Promise<Finding[]> {
	const known = await lookUp(
		serviceLayer,
		keys.map((postingKey) => ({ postingKey })),
		wanted,
		false,
	).catch((error: unknown) => error);
	if (!(known instanceof Error)) {
		const { level, found } = known as Awaited<ReturnType<typeof lookUp>>;
		return keys.map((key) => ({ level, found: found.get(key), result: resultOf(key, level, found.get(key)) }));
	}
	if (!(known instanceof ServiceLayerError) || !['capacity', 'unknown'].includes(known.kind)) throw known;
	return keys.map((postingKey) => {
		const silent = notWritten({ postingKey, contentHash: '' }, undefined, known);
		return { result: { ...silent, message: `B1 could not be asked for the document: ${known.message}` } };
	});
}

function resultOf(key: string, level: Level, found: Found | undefined): PostingResult | undefined {
	if (!found || isEmpty(found)) return undefined;
	const [entry] = found.live;
	const held = entry ?? found.cancelled.at(-1)?.entry;
	const input = { postingKey: held ? entryRef(held).postingKey : key, contentHash: held ? storedHash(held, found.register) : '' };
	const known = judgeKnown(input, level, found, undefined);
	if (known || !entry) return known;
	return resultWithEntry(
		input,
		level,
		'alreadyPosted',
		entry,
		`In B1 as ${nameOf(entry)} of ${postingDateOf(entry) ?? 'no date'}`,
	);
}
