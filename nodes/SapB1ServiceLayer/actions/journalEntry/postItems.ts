import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fiscalYearOf, notHeld, postJournalEntries, type PostingOptions, type PostingResult } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedOn, type OperationOutputs } from '../failures';
import type { OperationContext } from '../operation';
import { heldDocuments } from './heldRows';
import { readPostingInput, readPostingOptions, type ItemOptions } from './postFields';
import { readToConsume, withReservations, type InputWithDocument } from './reservations';

/** Nobody knows of a failed item whether its entry is in B1: the failure says nothing of an earlier try. */
export const postOutputs = {
	labels: ['Posted', 'Rejected', 'Uncertain'],
	failed: { block: 'posting', outcome: 'uncertain' },
} satisfies OperationOutputs;

export interface PostedItem {
	item: INodeExecutionData;
	outcome: PostingResult['outcome'] | 'doubled' | 'failed';
}

/** An item that is to be posted, with its own options. */
interface Prepared extends InputWithDocument {
	itemIndex: number;
	options: ItemOptions;
}

/**
 * Posts (or previews) the entries of all items and gives each item its `posting` block. Items with the same options go to B1 together;
 * options that an expression gives hold for their own item alone.
 */
export async function postItems(run: OperationContext, more: PostingOptions): Promise<PostedItem[]> {
	const { context } = run;
	const items = context.getInputData();
	const output: PostedItem[] = [];
	const fail = (itemIndex: number, error: unknown) => {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
		output[itemIndex] = { item: failedOn(context, postOutputs.failed, itemIndex, error), outcome: 'failed' };
	};
	const groups = new Map<string, Prepared[]>();
	const held = heldDocuments(context);
	for (const itemIndex of items.keys()) {
		try {
			const prepared = prepare(run, itemIndex);
			if (held?.has(items[itemIndex]!.json.docId) === false) {
				output[itemIndex] = postedItem(run, itemIndex, notHeld(prepared.input), prepared.options);
				continue;
			}
			const key = groupKeyOf(prepared);
			groups.set(key, [...(groups.get(key) ?? []), prepared]);
		} catch (error) {
			fail(itemIndex, error);
		}
	}
	const endsAtMs = earliestEnd([...groups.values()].flat());
	for (const group of groups.values()) {
		const results = await postGroup(run, group, { ...more, endsAtMs }).catch((error: unknown) => error);
		for (const [position, { itemIndex, options }] of group.entries()) {
			if (!Array.isArray(results)) fail(itemIndex, results);
			else output[itemIndex] = postedItem(run, itemIndex, results[position] as PostingResult, options);
		}
	}
	return output;
}

function prepare({ context, company }: OperationContext, itemIndex: number): Prepared {
	return {
		itemIndex,
		options: readPostingOptions(context, company.companyDb, itemIndex),
		input: readPostingInput(context, itemIndex),
		...readToConsume(context, itemIndex),
	};
}

/** Items with the same options. When their hold ends is no option of the request: the earliest end of all items counts. */
const groupKeyOf = ({ options, consumption }: Prepared): string =>
	JSON.stringify([{ ...options, endsAtMs: undefined }, consumption]);

/** When the first of these items may be taken up by another execution; undefined where none is held. */
function earliestEnd(prepared: Prepared[]): number | undefined {
	const ends = prepared.flatMap(({ options: { endsAtMs } }) => (endsAtMs === undefined ? [] : [endsAtMs]));
	return ends.length === 0 ? undefined : ends.reduce((one, other) => Math.min(one, other));
}

async function postGroup(run: OperationContext, group: Prepared[], more: PostingOptions): Promise<PostingResult[]> {
	const { fiscalYearStart, ...options } = group[0]!.options;
	const inputs = await withReservations(run, group, fiscalYearStart);
	return await postJournalEntries(run.serviceLayer, inputs, { ...options, ...more });
}

function postedItem(
	{ context, company }: OperationContext,
	itemIndex: number,
	result: PostingResult,
	{ fiscalYearStart }: ItemOptions,
): PostedItem {
	const item = context.getInputData()[itemIndex] ?? { json: {} };
	const { postingDate } = result;
	const fiscalYear = postingDate === null ? null : fiscalYearOf(postingDate, fiscalYearStart);
	const posting = { ...result, fiscalYear, companyDb: company.companyDb } as unknown as IDataObject;
	return {
		item: { ...item, json: { ...item.json, posting }, pairedItem: { item: itemIndex } },
		outcome: result.doubled ? 'doubled' : result.outcome,
	};
}

const TO_UNCERTAIN: Array<PostedItem['outcome']> = ['uncertain', 'notBegun', 'waiting', 'doubled', 'failed'];

/** Sorts posted items to the outputs Posted, Rejected and Uncertain. n8n moves failed ones to its error output, where there is one. */
export function toOutputs(posted: PostedItem[]): INodeExecutionData[][] {
	const outputs: [INodeExecutionData[], INodeExecutionData[], INodeExecutionData[]] = [[], [], []];
	for (const { item, outcome } of posted) {
		if (outcome === 'rejected') outputs[1].push(item);
		else if (TO_UNCERTAIN.includes(outcome)) outputs[2].push(item);
		else outputs[0].push(item);
	}
	return outputs;
}
