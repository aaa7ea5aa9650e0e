import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { FisError } from '../../shared/concur/errors';
import type { Outcome, Reply } from '../../shared/concur/types';
import { toNodeError } from '../../shared/n8n/nodeError';
import type { Outputs } from '../../shared/n8n/outputs';

/** What one input item came to: a block to add and the outcome that chooses the output, or an error. */
export type Result = { outcome: Outcome; block: IDataObject } | { error: Error };

/** The outputs of operations on documents of Concur. */
export const OUTPUTS: Outputs = ['Done', 'Recalled', 'Attention'];

/** Index of each outcome's output. */
const outputOf = (outcome: Outcome) => (outcome === 'done' || outcome === 'alreadyDone' ? 0 : outcome === 'recalled' ? 1 : 2);

/** An outcome that this node decided itself, without a word of Concur. */
export const ownReply = (docId: string, outcome: Outcome, message: string): Reply => ({ docId, outcome, code: null, message });

/** What a call that failed means for each of its documents: Concur may be asked again, or somebody has to look. */
export const replyOfError = (docId: string, error: FisError): Reply => ({
	docId,
	outcome: error.kind === 'temporary' ? 'tryLater' : 'refused',
	code: null,
	message: error.message,
	replyLost: error.mayHaveHappened,
});

/** The block of an item that could not be sent: its document is not done, and no other is harmed by it. */
function failureBlock(thrown: Error): IDataObject {
	const errorClass = thrown instanceof FisError ? thrown.kind : 'input';
	const { outcome, message } = thrown instanceof FisError ? replyOfError('', thrown) : ownReply('', 'refused', thrown.message);
	return { outcome, sent: false, code: null, message, errorClass };
}

/**
 * A refused call stops the workflow, as in every n8n node, unless documents of the same run were already written: their
 * items would be lost with it. Then the refused ones leave by Attention.
 */
function mayThrow(context: IExecuteFunctions, results: Result[]): boolean {
	return !context.continueOnFail() && !results.some((result) => 'outcome' in result && outputOf(result.outcome) < 2);
}

/**
 * Distributes the items over the outputs Done, Recalled and Attention, each with its block under `blockName`. One that failed leaves
 * by Attention with the reason in that block: an error on the item would make n8n throw its document away.
 * @param results one for each item, in order
 * @param items what is passed on; the input items unless the operation changed them
 * @throws NodeApiError or NodeOperationError of the first failed item, when nothing was written and the node stops on errors
 */
export function outputsOf(
	context: IExecuteFunctions,
	blockName: string,
	results: Result[],
	items: INodeExecutionData[] = context.getInputData(),
): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], [], []];
	const isThrowing = mayThrow(context, results);
	for (const [index, input] of items.entries()) {
		const result = results[index] as Result;
		if ('error' in result && isThrowing) throw toNodeError(context.getNode(), result.error, index);
		const block = 'error' in result ? failureBlock(result.error) : result.block;
		const item = { ...input, json: { ...input.json, [blockName]: block }, pairedItem: { item: index } };
		outputs['error' in result ? 2 : outputOf(result.outcome)]?.push(item);
	}
	return outputs;
}
