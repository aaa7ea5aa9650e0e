import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { FisError } from '../../shared/concur/errors';
import type { Outcome, Reply } from '../../shared/concur/types';
import { fisNodeError } from '../../shared/n8n/fisClient';

/** What one input item came to: a block to add and the outcome that chooses the output, or an error. */
export type Result = { outcome: Outcome; block: IDataObject } | { error: FisError | NodeOperationError };

/** Index of each outcome's output: Done, Recalled, Attention. */
const outputOf = (outcome: Outcome) => (outcome === 'done' || outcome === 'alreadyDone' ? 0 : outcome === 'recalled' ? 1 : 2);

/** An outcome that this node decided itself, without a word of Concur. */
export const ownReply = (docId: string, outcome: Outcome, message: string): Reply => ({ docId, outcome, code: null, message });

function errorItem(context: IExecuteFunctions, input: INodeExecutionData, index: number, thrown: FisError | NodeOperationError) {
	const error = thrown instanceof FisError ? fisNodeError(context.getNode(), thrown, index) : thrown;
	return { json: { ...input.json, error: error.message }, error, pairedItem: { item: index } } as INodeExecutionData;
}

/**
 * A refused call stops the workflow, as in every n8n node, unless documents of the same run were already written: their
 * items would be lost with it. Then the refused ones leave by Attention.
 */
function mayThrow(context: IExecuteFunctions, results: Result[]): boolean {
	return !context.continueOnFail() && !results.some((result) => 'outcome' in result && outputOf(result.outcome) < 2);
}

/**
 * Distributes the input items over the outputs Done, Recalled and Attention, each with its block under `blockName`.
 * @param results one for each input item, in order
 * @throws NodeApiError or NodeOperationError of the first failed item, when nothing was written and the node stops on errors
 */
export function outputsOf(context: IExecuteFunctions, blockName: string, results: Result[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const isThrowing = mayThrow(context, results);
	for (const [index, input] of context.getInputData().entries()) {
		const result = results[index] as Result;
		if ('error' in result) {
			const item = errorItem(context, input, index, result.error);
			if (isThrowing) throw item.error as NodeOperationError;
			if (!context.continueOnFail()) delete item.error;
			outputs[2]?.push(item);
			continue;
		}
		const item = { ...input, json: { ...input.json, [blockName]: result.block }, pairedItem: { item: index } };
		outputs[outputOf(result.outcome)]?.push(item);
	}
	return outputs;
}
