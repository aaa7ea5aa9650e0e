import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { fiscalYearOf, postJournalEntries, type PostingOptions, type PostingResult } from '../../../shared/business-one';
import { toNodeError } from '../../../shared/n8n/nodeError';
import { failedItem } from '../../../shared/n8n/failedItem';
import type { OperationContext } from '../operation';
import { readPostingInput, readPostingOptions } from './postFields';
import { readToConsume, withReservations, type InputWithDocument } from './reservations';

export interface PostedItem {
	item: INodeExecutionData;
	outcome: PostingResult['outcome'] | 'doubled' | 'failed';
}

/** Posts (or previews) the entries of all items together and gives each item its `posting` block. */
export async function postItems(run: OperationContext, more: PostingOptions): Promise<PostedItem[]> {
	const { context, serviceLayer, company } = run;
	const items = context.getInputData();
	const { fiscalYearStart, ...options } = readPostingOptions(context, company.companyDb);
	const inputs = new Map<number, InputWithDocument>();
	const output: PostedItem[] = [];
	for (const [itemIndex, item] of items.entries()) {
		try {
			inputs.set(itemIndex, {
				input: readPostingInput(context, itemIndex),
				toConsume: readToConsume(context, itemIndex),
			});
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			output[itemIndex] = { item: failedItem(context, item, error, itemIndex), outcome: 'failed' };
		}
	}
	const results = await withReservations(run, [...inputs.values()])
		.then(async (prepared) => await postJournalEntries(serviceLayer, prepared, { ...options, ...more }))
		.catch((error: unknown) => error);
	for (const [position, itemIndex] of [...inputs.keys()].entries()) {
		const item = items[itemIndex] ?? { json: {} };
		if (!Array.isArray(results)) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), results);
			output[itemIndex] = { item: failedItem(context, item, results, itemIndex), outcome: 'failed' };
			continue;
		}
		const result = results[position] as PostingResult;
		const { postingDate } = result;
		const fiscalYear = postingDate === null ? null : fiscalYearOf(postingDate, fiscalYearStart);
		const posting = { ...result, fiscalYear, companyDb: company.companyDb };
		output[itemIndex] = {
			item: { ...item, json: { ...item.json, posting: posting as unknown as IDataObject }, pairedItem: { item: itemIndex } },
			outcome: result.doubled ? 'doubled' : result.outcome,
		};
	}
	return output;
}

const TO_UNCERTAIN: Array<PostedItem['outcome']> = ['uncertain', 'notBegun', 'doubled'];

/** Sorts posted items to the outputs Posted, Rejected and Uncertain. Failed ones go first: n8n moves them to the error output. */
export function toOutputs(posted: PostedItem[]): INodeExecutionData[][] {
	const outputs: [INodeExecutionData[], INodeExecutionData[], INodeExecutionData[]] = [[], [], []];
	for (const { item, outcome } of posted) {
		if (outcome === 'rejected') outputs[1].push(item);
		else if (TO_UNCERTAIN.includes(outcome)) outputs[2].push(item);
		else outputs[0].push(item);
	}
	return outputs;
}
