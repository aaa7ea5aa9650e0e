import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { FisError } from '../../shared/concur/errors';
import { wasTaken } from '../../shared/concur/paymentMemory';
import type { Reply } from '../../shared/concur/types';
import type { Written } from '../../shared/concur/write';
import { toNodeError } from '../../shared/n8n/nodeError';
import { sendingOf, type Target } from './fields';
import { ownReply, type Result } from './results';

/** An item that is to be sent, and what it says. */
export interface Task<Content> extends Target {
	index: number;
	content: Content;
	batchSize: number | undefined;
}

/** An item that is to be sent, or what is known of it without sending. */
export type Prepared<Content> = { target: Target; content: Content } | { reply: Reply } | { error: Error };

interface Writing<Content> {
	prepare: (index: number) => Prepared<Content>;
	/** Sends documents of one type, system id and batch size, each document once. */
	send: (group: Pick<Task<Content>, 'docType' | 'systemId' | 'batchSize'>, tasks: Task<Content>[]) => Promise<Written>;
	/** The block of an item. */
	block: (index: number, reply: Reply, isSent: boolean) => IDataObject;
	/** Whether two items with the same document are sent one after the other instead of sharing one answer. */
	sendsEachItem: boolean;
	/** Whether a document's later items wait where an earlier one was not taken: their order is part of what they say. */
	keepsOrder?: boolean;
}

const groupKey = ({ docType, systemId, batchSize }: Omit<Task<unknown>, 'index' | 'content'>) =>
	JSON.stringify([docType, systemId, batchSize]);

/** Groups of one type and system id; where each item is sent, an item whose document is in a group already opens another. */
function groupsOf<Content>(tasks: Task<Content>[], sendsEachItem: boolean): Task<Content>[][] {
	const rounds = new Map<string, number>();
	const groups = new Map<string, Task<Content>[]>();
	for (const task of tasks) {
		const round = sendsEachItem ? (rounds.get(task.docId) ?? 0) : 0;
		rounds.set(task.docId, round + 1);
		const key = `${round}${groupKey(task)}`;
		groups.set(key, [...(groups.get(key) ?? []), task]);
	}
	return [...groups.values()];
}

const readOnlyReply = (docId: string): Reply => ({
	docId,
	outcome: 'done',
	code: null,
	message: 'Read-only mode: nothing was sent to Concur.',
});

const heldBack = (docId: string): Reply =>
	ownReply(
		docId,
		'tryLater',
		'An earlier one of this document was not taken by Concur, so this one was not sent. Both are due again.',
	);

/**
 * Runs a writing operation over the input items: prepares all of them before anything is sent, sends them grouped by
 * document type and system id, and gives back one result for each item, in order.
 */
export async function writeItems<Content>(context: IExecuteFunctions, writing: Writing<Content>): Promise<Result[]> {
	const results: Result[] = [];
	const tasks: Task<Content>[] = [];
	const settle = (index: number, reply: Reply, isSent: boolean) =>
		(results[index] = { outcome: reply.outcome, block: writing.block(index, reply, isSent) });

	for (let index = 0; index < context.getInputData().length; index++) {
		try {
			const { readOnly, batchSize } = sendingOf(context, index);
			const prepared = writing.prepare(index);
			if ('error' in prepared) results[index] = prepared;
			else if ('reply' in prepared) settle(index, prepared.reply, false);
			else if (readOnly) settle(index, readOnlyReply(prepared.target.docId), false);
			else tasks.push({ ...prepared.target, index, batchSize, content: prepared.content });
		} catch (error) {
			const nodeError = toNodeError(context.getNode(), error, index);
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), nodeError, index);
			results[index] = { error: nodeError };
		}
	}
	const stopped = new Set<string>();
	for (const group of groupsOf(tasks, writing.sendsEachItem)) {
		const open = group.filter(({ docId }) => !stopped.has(docId));
		for (const { index, docId } of group) if (stopped.has(docId)) settle(index, heldBack(docId), false);
		const written: Written = open.length > 0 ? await writing.send(open[0]!, open) : new Map();
		for (const { index, docId } of open) {
			const reply = written.get(docId);
			if (reply instanceof FisError) results[index] = { error: reply };
			else if (reply) settle(index, reply, true);
			const isTaken = reply && !(reply instanceof FisError) && wasTaken(reply.outcome);
			if (writing.keepsOrder === true && !isTaken) stopped.add(docId);
		}
	}
	return results;
}
