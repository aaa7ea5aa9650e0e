import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failedItem, failureOf } from '../../shared/n8n/failedItem';

/** By which output of an operation failed items leave, and what they then carry: what failed must never look like a success. */
export interface FailureRoute {
	outputs: number;
	output: number;
	/** Name of the block that the operation adds. */
	block: string;
	/** Outcome in that block. */
	outcome: string;
}

/** An item that failed while the node goes on. For n8n's error output it is what n8n knows there; else it carries its block. */
export function failedOn(
	context: IExecuteFunctions,
	{ block, outcome }: FailureRoute,
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
export function allFailed(context: IExecuteFunctions, route: FailureRoute, thrown: unknown): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: route.outputs }, () => []);
	for (const itemIndex of context.getInputData().keys()) outputs[route.output]!.push(failedOn(context, route, itemIndex, thrown));
	return outputs;
}
