import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outputs } from '../../shared/n8n/outputs';
import { failedItem, failureOf } from '../../shared/n8n/failedItem';

/** What a failed item carries where outputs say what became of an item: what failed must never look like a success. */
export interface FailedBlock {
	/** Name of the block that the operation adds. */
	block: string;
	/** Outcome in that block. */
	outcome: string;
}

/** The outputs of an operation that has several. */
export interface OperationOutputs {
	labels: Outputs;
	/** Failed items leave by the last output with this block; where it is not stated, a failure is one of the whole node. */
	failed?: FailedBlock;
}

/** An item that failed while the node goes on. For n8n's error output it is what n8n knows there; else it carries its block. */
export function failedOn(
	context: IExecuteFunctions,
	{ block, outcome }: FailedBlock,
	itemIndex: number,
	thrown: unknown,
): INodeExecutionData {
	const item = context.getInputData()[itemIndex] ?? { json: {} };
	const failed = failedItem(context, item, thrown, itemIndex);
	if (context.getNode().onError === 'continueErrorOutput') return failed;
	const { error, message, details } = failureOf(context, item.json, thrown, itemIndex);
	const said: IDataObject = { outcome, errorClass: details.errorClass, message: `${error} ${message}`.trim(), retrySafe: true };
	return { ...failed, json: { ...failed.json, [block]: said } };
}

/** All items of a run that failed as a whole. */
export function allFailed(
	context: IExecuteFunctions,
	{ labels, failed }: Required<OperationOutputs>,
	thrown: unknown,
): INodeExecutionData[][] {
	const items = [...context.getInputData().keys()].map((itemIndex) => failedOn(context, failed, itemIndex, thrown));
	return labels.map((_label, index) => (index === labels.length - 1 ? items : []));
}
