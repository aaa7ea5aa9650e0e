import { runBatch, type Change, type ChangeSet, type PartResult } from '../batch';
import type { ServiceLayer } from '../client';
import { entityPath } from '../odata';
import { errorOfReply, serviceLayerError, ServiceLayerError } from '../errors';
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
	/** `whole`: the batch was refused as a batch, which says nothing about the entries in it. */
	| { state: 'refused'; error: ServiceLayerError; whole: boolean }
	/** The request may still be at work on the server, so that "not found" is no proof. */
	| { state: 'doubt'; error: ServiceLayerError; ended: boolean }
	/** The server stopped before it. */
	| { state: 'notRun' };

/** Answers after which the server is done with the request: it either happened or it did not. A gateway's 502 or 504 is not one. */
const ENDED_STATUS = [429, 500, 503];

/**
 * Tries to write entries with one request: a change set each, so that one that fails takes no other with it.
 * @returns one result per entry, in their order
 */
export async function writeOnce(
	serviceLayer: ServiceLayer,
	entries: ToWrite[],
	level: Level,
	target: PostingOptions['target'],
): Promise<WriteResult[]> {
	const [only] = entries;
	const isAlone = entries.length === 1 && only && level === 'referenceCheck' && only.cancel.length === 0;
	const plain = isAlone && only.input.alongside === undefined;
	const attempt = plain ? postPlain(serviceLayer, only, target) : postBatch(serviceLayer, entries, level, target);
	const results = await attempt.catch((error: ServiceLayerError) => error);
	if (Array.isArray(results)) return results;
	if (results.done === 'unknown')
		return entries.map(() => ({ state: 'doubt', error: results, ended: ENDED_STATUS.includes(results.status) }));
	return entries.map(() => ({ state: 'refused', error: results, whole: !plain }));
}

async function postPlain(serviceLayer: ServiceLayer, entry: ToWrite, target: PostingOptions['target']): Promise<WriteResult[]> {
	const { path, body } = entryChange(entry.input, target);
	await serviceLayer.post(path, body);
	return [{ state: 'written' }];
}

async function postBatch(
	serviceLayer: ServiceLayer,
	entries: ToWrite[],
	level: Level,
	target: PostingOptions['target'],
): Promise<WriteResult[]> {
	const sets: ChangeSet[] = [];
	for (const entry of entries) sets.push(changeSetOf(entry, level, target, (await entry.input.alongside?.()) ?? []));
	const parts = await runBatch(serviceLayer, sets);
	return parts.map(resultOf);
}

function changeSetOf({ input, cancel }: ToWrite, level: Level, target: PostingOptions['target'], alongside: Change[]): ChangeSet {
	return {
		changes: [
			...(level === 'register' ? [registerChange(input, target === 'journalVoucher' ? 'JV' : 'JE')] : []),
			...cancel.map(({ JdtNum }) => ({
				method: 'POST' as const,
				path: `${entityPath('JournalEntries', Number(JdtNum))}/Cancel`,
			})),
			...alongside,
			entryChange(input, target),
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

function resultOf(part: PartResult): WriteResult {
	if (part.state === 'notRun') return { state: 'notRun' };
	if (part.state === 'unknown') return { state: 'doubt', error: cutOff(), ended: false };
	if (part.ok) return { state: 'written' };
	const failed = part.replies.find(({ statusCode }) => statusCode < 200 || statusCode >= 300);
	const error = errorOfReply(failed?.statusCode ?? 0, failed?.headers ?? {}, failed?.body, true);
	return error.done === 'unknown'
		? { state: 'doubt', error, ended: ENDED_STATUS.includes(error.status) }
		: { state: 'refused', error, whole: false };
}

function cutOff(): ServiceLayerError {
	return serviceLayerError({
		errorClass: 'unknown',
		message: 'The answer of the Service Layer ends before this entry',
		status: 0,
		code: '',
		text: '',
		place: {},
		advice: 'Look the entry up before anything is sent again.',
		done: 'unknown',
	});
}
