import type { ServiceLayer } from '../client';
import { adviceFor } from '../errors/advice';
import { serviceLayerError } from '../errors/serviceLayerError';
import { isChangeSet, type BatchPart, type PartResult } from './batchTypes';
import { readBatch, type BatchReply } from './readBatch';
import { writeBatch } from './writeBatch';

/** A batch runs as long as its parts together; balancers have been seen to need minutes. */
const BATCH_TIMEOUT_MS = 300_000;

/**
 * Sends parts as one request. They run in order and the server stops at the first that fails; what ran before it stays.
 * @returns one result per part
 * @throws ServiceLayerError where the batch as a whole got no usable answer; its `done` says whether changes may have happened
 */
export async function runBatch(serviceLayer: ServiceLayer, parts: BatchPart[]): Promise<PartResult[]> {
	const { contentType, text } = writeBatch(parts);
	const isRead = !parts.some(isChangeSet);
	const { body, statusCode } = await serviceLayer.call({
		method: 'POST',
		path: '$batch',
		body: text,
		headers: { 'Content-Type': contentType },
		isRead,
		timeoutMs: BATCH_TIMEOUT_MS,
	});
	const reply = typeof body === 'string' ? readBatch(body) : undefined;
	if (!reply) throw unusableAnswer(statusCode, isRead);
	return resultsOf(parts, reply);
}

function resultsOf(parts: BatchPart[], reply: BatchReply): PartResult[] {
	const answered = reply.parts.slice(0, parts.length).map((part): PartResult => {
		const ok = part.replies.length > 0 && part.replies.every(({ statusCode }) => statusCode >= 200 && statusCode < 300);
		if (part.replies.some(({ statusCode }) => statusCode === 0)) return { state: 'unknown' };
		return { state: 'answered', ok, replies: part.replies };
	});
	const last = answered.at(-1);
	const stoppedAtFailure = reply.complete && last?.state === 'answered' && !last.ok;
	const missing: PartResult = stoppedAtFailure ? { state: 'notRun' } : { state: 'unknown' };
	return parts.map((_, index) => answered[index] ?? missing);
}

function unusableAnswer(status: number, isRead: boolean): Error {
	return serviceLayerError({
		errorClass: 'unknown',
		message: 'The Service Layer answered a batch with something else than a batch',
		status,
		code: '',
		text: '',
		place: {},
		advice: adviceFor('unknown', status),
		done: isRead ? 'no' : 'unknown',
	});
}
