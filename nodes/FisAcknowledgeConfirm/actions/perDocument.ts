import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { FisError } from '../../shared/concur/errors';
import type { Reply } from '../../shared/concur/types';
import type { Written } from '../../shared/concur/write';
import type { Target } from './fields';
import type { Result } from './results';

/** An item that is to be sent, and what it says. */
export interface Task<Content> extends Target {
	index: number;
	content: Content;
}

/** An item that is to be sent, or what is known of it without sending. */
export type Prepared<Content> = { target: Target; content: Content } | { reply: Reply } | { error: FisError };

interface Writing<Content> {
	prepare: (index: number) => Prepared<Content>;
	/** Sends documents of one type and system id, each document once. */
	send: (docType: string, systemId: string, tasks: Task<Content>[]) => Promise<Written>;
	/** The block of an item. */
	block: (index: number, reply: Reply, isSent: boolean) => IDataObject;
	/** Whether two items with the same document are sent one after the other instead of sharing one answer. */
	sendsEachItem: boolean;
	readOnly: boolean;
}

const groupKey = ({ docType, systemId }: Target) => JSON.stringify([docType, systemId]);

/** Groups of one type and system id; where each item is sent, an item whose document is in a group already opens another. */
function groupsOf<Content>(tasks: Task<Content>[], sendsEachItem: boolean): Task<Content>[][] {
	const rounds = new Map<string, number>();
	const groups = new Map<string, Task<Content>[]>();
	for (const task of tasks) {
		const seenKey = groupKey(task) + task.docId;
		const round = sendsEachItem ? (rounds.get(seenKey) ?? 0) : 0;
		rounds.set(seenKey, round + 1);
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
			const prepared = writing.prepare(index);
			if ('error' in prepared) results[index] = prepared;
			else if ('reply' in prepared) settle(index, prepared.reply, false);
			else if (writing.readOnly) settle(index, readOnlyReply(prepared.target.docId), false);
			else tasks.push({ ...prepared.target, index, content: prepared.content });
		} catch (error) {
			if (!(error instanceof NodeOperationError)) throw asNodeError(context, error, index);
			if (!context.continueOnFail()) throw asNodeError(context, error, index);
			results[index] = { error };
		}
	}
	for (const group of groupsOf(tasks, writing.sendsEachItem)) {
		const { docType, systemId } = group[0] as Task<Content>;
		const written = await writing.send(docType, systemId, group);
		for (const { index, docId } of group) {
			const reply = written.get(docId);
			if (reply instanceof FisError) results[index] = { error: reply };
			else if (reply) settle(index, reply, true);
		}
	}
	return results;
}

const asNodeError = (context: IExecuteFunctions, error: unknown, itemIndex: number) =>
	error instanceof NodeOperationError ? error : new NodeOperationError(context.getNode(), error as Error, { itemIndex });
