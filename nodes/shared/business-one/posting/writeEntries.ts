import { KEY_FIELD } from '../../b1Names';
import type { Change, ChangeSet } from '../batch';
import type { ServiceLayer } from '../client';
import { entityPath } from '../odata';
import { errorOfReply, readErrorBody, ServiceLayerError } from '../errors';
import { writeChangeSets, type Attempt } from '../once';
import type { Row } from '../types';
import { payloadOf } from './payload';
import { cancellationOf, isPurchaseRow, PURCHASE_KINDS } from './purchases';
import { registerChange, type RegisterKind } from './register';
import type { Level, PostingInput, PostingOptions } from './types';

/** An entry that is to be written, with earlier ones to be cancelled in the same change set. */
export interface ToWrite {
	input: PostingInput;
	cancel: Row[];
}

/** What one attempt to write an entry came to; `change`: what of the set was refused. */
export type WriteResult = Attempt & { change?: ChangeKind };

/** The changes of a set, in their order. */
export type ChangeKind = 'register' | 'cancel' | 'alongside' | 'entry';

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
	return plain
		? await postPlain(serviceLayer, only, target, requestTimeoutMs)
		: await postBatch(serviceLayer, entries, { level, target, requestTimeoutMs });
}

async function postPlain(
	serviceLayer: ServiceLayer,
	entry: ToWrite,
	target: PostingOptions['target'],
	requestTimeoutMs: number,
): Promise<WriteResult[]> {
	const { path, body } = entryChange(entry.input, target);
	const timeoutMs = Math.min(requestTimeoutMs, PLAIN_TIMEOUT_MS);
	const reply = await serviceLayer.call({ method: 'POST', path, body, timeoutMs }).catch((error: ServiceLayerError) => error);
	const isError = reply instanceof ServiceLayerError;
	if (isError && !reply.mayHaveHappened) return [{ state: 'refused', error: reply, whole: false }];
	if (isError) return [{ state: 'doubt', error: reply }];
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
	const attempts = await writeChangeSets(serviceLayer, sets, requestTimeoutMs);
	return attempts.map((attempt, index) => withChange(attempt, sets[index]!.kinds));
}

type SortedSet = ChangeSet & { kinds: ChangeKind[] };

function changeSetOf({ input, cancel }: ToWrite, level: Level, target: PostingOptions['target'], alongside: Change[]): SortedSet {
	const register = level === 'register' ? [registerChange(input, kindOf(input, target))] : [];
	const cancels = cancel.map(cancelChange);
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

function kindOf({ purchase }: PostingInput, target: PostingOptions['target']): RegisterKind {
	if (purchase) return PURCHASE_KINDS[purchase.set];
	return target === 'journalVoucher' ? 'JV' : 'JE';
}

function cancelChange(row: Row): Change {
	if (isPurchaseRow(row)) return cancellationOf(row);
	return { method: 'POST', path: `${entityPath('JournalEntries', Number(row.JdtNum))}/Cancel` };
}

function entryChange(input: PostingInput, target: PostingOptions['target']) {
	const { purchase, postingKey } = input;
	if (purchase) return { method: 'POST' as const, path: purchase.set, body: { ...purchase.document, [KEY_FIELD]: postingKey } };
	const payload = payloadOf(input);
	if (target === 'journalVoucher') {
		return { method: 'POST' as const, path: 'JournalVouchersService_Add', body: { JournalVoucher: { JournalEntry: payload } } };
	}
	return { method: 'POST' as const, path: 'JournalEntries', body: payload };
}

function withChange(attempt: Attempt, kinds: ChangeKind[]): WriteResult {
	if (attempt.state !== 'refused' || attempt.failedChange === undefined) return attempt;
	return { ...attempt, change: kinds[attempt.failedChange] };
}
