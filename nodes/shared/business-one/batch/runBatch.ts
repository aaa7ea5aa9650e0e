import type { ServiceLayer } from '../client';
import { errorOfReply } from '../errors/classify';
import { readErrorBody } from '../errors/errorBody';
import { ServiceLayerError } from '../errors/serviceLayerError';
import { isChangeSet, type BatchPart, type PartResult } from './batchTypes';
import { readBatch, type BatchReply, type ReplyPart } from './readBatch';
import { contentIdsOf, writeBatch } from './writeBatch';

/** A batch runs as long as its parts together; balancers have been seen to need minutes. */
export const BATCH_TIMEOUT_MS = 300_000;

/**
 * Sends parts as one request. They run in order and the server stops at the first that fails; what ran before it stays.
 * @param timeoutMs how long the whole request may take
 * @returns one result per part
 * @throws ServiceLayerError where the batch as a whole got no usable answer; its `done` says whether changes may have happened
 */
export async function runBatch(
	serviceLayer: ServiceLayer,
	parts: BatchPart[],
	timeoutMs = BATCH_TIMEOUT_MS,
): Promise<PartResult[]> {
	const { contentType, text } = writeBatch(parts, serviceLayer.apiVersion);
	const isRead = !parts.some(isChangeSet);
	const { body, statusCode, headers } = await serviceLayer.call({
		method: 'POST',
		path: '$batch',
		body: text,
		headers: { 'Content-Type': contentType },
		isRead,
		timeoutMs,
	});
	const reply = typeof body === 'string' ? readBatch(body) : undefined;
	if (!reply) throw unusableAnswer(statusCode, headers, body, isRead);
	return resultsOf(parts, reply);
}

function resultsOf(parts: BatchPart[], reply: BatchReply): PartResult[] {
	const ids = contentIdsOf(parts);
	const placed = placedReplies(ids, reply.parts.slice(0, parts.length));
	const last = placed.at(-1);
	const stoppedAtFailure = reply.complete && last !== undefined && stateOf(last).state === 'answered' && !isOk(last);
	const missing: PartResult = stoppedAtFailure ? { state: 'notRun' } : { state: 'unknown' };
	return parts.map((_, index) => {
		const part = placed[index];
		// A gap before the last reply can only be a part that the server left out of its answer.
		if (!part) return index < placed.length ? { state: 'unknown' } : missing;
		const failedChange = isOk(part) ? -1 : ids[index]!.indexOf(part.contentId ?? '');
		return { ...stateOf(part), ...(failedChange < 0 ? {} : { failedChange }) };
	});
}

/**
 * Replies by the part they belong to. They come in order; a failed change set names the change that failed by its Content-ID, which
 * counts more where it points further on.
 */
function placedReplies(ids: string[][], replies: ReplyPart[]): Array<ReplyPart | undefined> {
	const placed: Array<ReplyPart | undefined> = [];
	for (const [index, reply] of replies.entries()) {
		const named = isOk(reply) ? -1 : ids.findIndex((own) => own.includes(reply.contentId ?? ''));
		placed[Math.max(index, placed.length, named)] = reply;
	}
	return placed;
}

const isOk = ({ replies }: ReplyPart) =>
	replies.length > 0 && replies.every(({ statusCode }) => statusCode >= 200 && statusCode < 300);

function stateOf(part: ReplyPart): PartResult {
	if (part.replies.some(({ statusCode }) => statusCode === 0)) return { state: 'unknown' };
	return { state: 'answered', ok: isOk(part), replies: part.replies };
}

/** B1's own error in place of a batch answer (a commit that failed comes like that), or a page of somebody else's. */
function unusableAnswer(status: number, headers: Record<string, unknown>, body: unknown, isRead: boolean): ServiceLayerError {
	const mayHaveHappened = !isRead;
	if (readErrorBody(body).code !== '') {
		const error = errorOfReply(status, headers, body, !isRead);
		return new ServiceLayerError({ ...error, message: error.message, mayHaveHappened, ended: true });
	}
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'The Service Layer answered a batch with something else than a batch',
		status,
		isWrite: !isRead,
		mayHaveHappened,
	});
}
