import { runBatch, type Change, type ChangeSet, type PartResult } from '../batch';
import type { ServiceLayer } from '../client';
import { entityPath } from '../odata';
import { errorOfReply, readErrorBody, ServiceLayerError } from '../errors';
import type { Row } from '../types';
import { payloadOf } from './payload';
import { registerChange } from './register';
import type { Level, PostingInput, PostingOptions } from './types';

/** An entry that is to be written, with earlier ones to be cancelled in the same change set. */
export interface ToWrite {
	input: PostingInput;
	cancel: Row[];
}

/** What one attempt to write an entry came to. */
export type WriteResult =
	| { state: 'written' }
	/** `whole`: the batch was refused as a batch, which says nothing about the entries in it. `change`: what of the set was refused. */
	| { state: 'refused'; error: ServiceLayerError; whole: boolean; change?: ChangeKind }
	/** It may have happened. Where the request may still be at work on the server, "not found" is no proof. */
	| { state: 'doubt'; error: ServiceLayerError }
	/** The server stopped before it. */
	| { state: 'notRun' };

/** The changes of a set, in their order. */
export type ChangeKind = 'register' | 'cancel' | 'alongside' | 'entry';

/** A batch that B1 could not read (-1000), or without the Content-IDs it wants (244): nothing of it ran. */
const UNREAD_BATCH_CODES = ['-1000', '244'];
const NOTHING_RAN_STATUS = [401, 403, 404, 413, 429];

/** A single entry takes no longer than other writes. */
const PLAIN_TIMEOUT_MS = 180_000;

/** How entries are written. */
export interface Writing {
	level: Level;
	target: PostingOptions['target'];
	requestTimeoutMs: number;
}

/**
 * Tries to write entries with one request: a change set each, so that one that fails takes no other with it.
 * @returns one result per entry, in their order
 */
export async function writeOnce(
	serviceLayer: ServiceLayer,
	entries: ToWrite[],
	{ level, target, requestTimeoutMs }: Writing,
): Promise<WriteResult[]> {
	const [only] = entries;
	const isAlone = entries.length === 1 && only && level === 'referenceCheck' && only.cancel.length === 0;
	const plain = isAlone && only.input.alongside === undefined;
	const attempt = plain
		? postPlain(serviceLayer, only, target, requestTimeoutMs)
		: postBatch(serviceLayer, entries, { level, target, requestTimeoutMs });
	const results = await attempt.catch((error: ServiceLayerError) => error);
	if (Array.isArray(results)) return results;
	if (results.mayHaveHappened || (!plain && mayHaveRun(results))) return entries.map(() => ({ state: 'doubt', error: results }));
	return entries.map(() => ({ state: 'refused', error: results, whole: !plain }));
}

/** B1's own error in place of a whole batch answer: what stood before the failing set may be in the books. */
function mayHaveRun({ status, code, kind }: ServiceLayerError): boolean {
	const isOwn = status >= 400 && code !== '' && kind !== 'session';
	return isOwn && !UNREAD_BATCH_CODES.includes(code) && !NOTHING_RAN_STATUS.includes(status);
}

async function postPlain(
	serviceLayer: ServiceLayer,
	entry: ToWrite,
	target: PostingOptions['target'],
	requestTimeoutMs: number,
): Promise<WriteResult[]> {
	const { path, body } = entryChange(entry.input, target);
	const timeoutMs = Math.min(requestTimeoutMs, PLAIN_TIMEOUT_MS);
	const reply = await serviceLayer.call({ method: 'POST', path, body, timeoutMs });
	if (readErrorBody(reply.body).code === '') return [{ state: 'written' }];
	return [{ state: 'doubt', error: errorOfReply(reply.statusCode, reply.headers, reply.body, true) }];
}

async function postBatch(
	serviceLayer: ServiceLayer,
	entries: ToWrite[],
	{ level, target, requestTimeoutMs }: Writing,
): Promise<WriteResult[]> {
	const sets: SortedSet[] = [];
	for (const entry of entries) sets.push(changeSetOf(entry, level, target, (await entry.input.alongside?.()) ?? []));
	const parts = await runBatch(serviceLayer, sets, requestTimeoutMs);
	return parts.map((part, index) => resultOf(part, sets[index]!.kinds));
}

type SortedSet = ChangeSet & { kinds: ChangeKind[] };

function changeSetOf({ input, cancel }: ToWrite, level: Level, target: PostingOptions['target'], alongside: Change[]): SortedSet {
	const register = level === 'register' ? [registerChange(input, target === 'journalVoucher' ? 'JV' : 'JE')] : [];
	const cancels = cancel.map(({ JdtNum }) => ({
		method: 'POST' as const,
		path: `${entityPath('JournalEntries', Number(JdtNum))}/Cancel`,
	}));
	return {
		changes: [...register, ...cancels, ...alongside, entryChange(input, target)],
		kinds: [
			...register.map((): ChangeKind => 'register'),
			...cancels.map((): ChangeKind => 'cancel'),
			...alongside.map((): ChangeKind => 'alongside'),
			'entry',
		],
	};
}

function entryChange(input: PostingInput, target: PostingOptions['target']) {
	const payload = payloadOf(input);
	if (target === 'journalVoucher') {
		return { method: 'POST' as const, path: 'JournalVouchersService_Add', body: { JournalVoucher: { JournalEntry: payload } } };
	}
	return { method: 'POST' as const, path: 'JournalEntries', body: payload };
}

function resultOf(part: PartResult, kinds: ChangeKind[]): WriteResult {
	if (part.state === 'notRun') return { state: 'notRun' };
	if (part.state === 'unknown') return { state: 'doubt', error: cutOff() };
	if (part.ok) return { state: 'written' };
	const failed = part.replies.find(({ statusCode }) => statusCode < 200 || statusCode >= 300);
	const error = errorOfReply(failed?.statusCode ?? 0, failed?.headers ?? {}, failed?.body, true);
	if (error.mayHaveHappened) return { state: 'doubt', error };
	return {
		state: 'refused',
		error,
		whole: false,
		change: part.failedChange === undefined ? undefined : kinds[part.failedChange],
	};
}

function cutOff(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'The answer of the Service Layer ends before this entry',
		advice: 'Look the entry up before anything is sent again.',
		mayHaveHappened: true,
	});
}
