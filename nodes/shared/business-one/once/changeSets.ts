import { runBatch, type Change, type ChangeSet, type PartResult } from '../batch';
import type { ServiceLayer } from '../client';
import { errorOfReply, ServiceLayerError } from '../errors';

/** What one attempt to write a change set came to. */
export type Attempt =
	| { state: 'written' }
	/** `whole`: the batch was refused as a batch, which says nothing about the sets in it. `failedChange`: the change that B1 refused. */
	| { state: 'refused'; error: ServiceLayerError; whole: boolean; failedChange?: number }
	/** It may have happened. Where the request may still be at work on the server, "not found" is no proof. */
	| { state: 'doubt'; error: ServiceLayerError }
	/** The server stopped before it. */
	| { state: 'notRun' };

/** A batch that B1 could not read (-1000), or without the Content-IDs it wants (244): nothing of it ran. */
const UNREAD_BATCH_CODES = ['-1000', '244'];
const NOTHING_RAN_STATUS = [401, 403, 404, 413, 429];

/**
 * Tries to write change sets with one request; one that fails takes no other with it.
 * @returns one attempt per set, in their order
 */
export async function writeChangeSets(serviceLayer: ServiceLayer, sets: ChangeSet[], timeoutMs?: number): Promise<Attempt[]> {
	const parts = await runBatch(serviceLayer, sets, timeoutMs).catch((error: ServiceLayerError) => error);
	if (Array.isArray(parts)) return parts.map(attemptOf);
	const isDoubt = parts.mayHaveHappened || mayHaveRun(parts);
	return sets.map(() => (isDoubt ? { state: 'doubt', error: parts } : { state: 'refused', error: parts, whole: true }));
}

/** The same for one set. @returns why it is not, or not surely, in B1; undefined where it is */
export async function writeChangeSet(serviceLayer: ServiceLayer, changes: Change[]): Promise<ServiceLayerError | undefined> {
	const [attempt] = await writeChangeSets(serviceLayer, [{ changes }]);
	if (attempt?.state === 'written') return undefined;
	return attempt && 'error' in attempt ? attempt.error : cutOff();
}

/** B1's own error in place of a whole batch answer: what stood before the failing set may be in the books. */
function mayHaveRun({ status, code, kind }: ServiceLayerError): boolean {
	const isOwn = status >= 400 && code !== '' && kind !== 'session';
	return isOwn && !UNREAD_BATCH_CODES.includes(code) && !NOTHING_RAN_STATUS.includes(status);
}

function attemptOf(part: PartResult): Attempt {
	if (part.state === 'notRun') return { state: 'notRun' };
	if (part.state === 'unknown') return { state: 'doubt', error: cutOff() };
	if (part.ok) return { state: 'written' };
	const failed = part.replies.find(({ statusCode }) => statusCode < 200 || statusCode >= 300);
	const error = errorOfReply(failed?.statusCode ?? 0, failed?.headers ?? {}, failed?.body, true);
	if (error.mayHaveHappened) return { state: 'doubt', error };
	return { state: 'refused', error, whole: false, failedChange: part.failedChange };
}

function cutOff(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'The answer of the Service Layer ends before this record',
		advice: 'Run the item again: the record is looked up before anything is sent.',
		mayHaveHappened: true,
	});
}
