import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DeskRequest, DeskRow } from '../../../shared/desk';
import { refusedParameter } from '../../../shared/n8n/checkedParameters';

export const requestField: INodeProperties = {
	displayName: 'Request',
	name: 'request',
	type: 'json',
	default: '',
	required: true,
	placeholder: "e.g. {{ $('Read request').first().json }}",
	description: 'Who is asking, and for what: the item of the node with operation Read Request, by an expression',
};

/**
 * The request that Read Request gave, one for the whole run.
 * @throws NodeOperationError for anything else
 */
export function requestOf(context: IExecuteFunctions): DeskRequest {
	const values = itemsToAsk(context).map((index) => parsed(context.getNodeParameter('request', index)));
	const cure = 'Give the item of one node with operation Read Request, as in the workflow of this package.';
	const wrong = values.findIndex((value) => !isRequest(value));
	if (wrong >= 0) throw refusedParameter(context.getNode(), 'Request is no request of the desk', cure, wrong);
	const [first] = values as DeskRequest[];
	const other = values.findIndex((value) => JSON.stringify(value) !== JSON.stringify(first));
	if (other >= 0) throw refusedParameter(context.getNode(), 'Request differs between the items', cure, other);
	return first!;
}

/** An expression that looks at no item gives all the same: of thousands of rows, n8n would take seconds to work it out for each. */
function itemsToAsk(context: IExecuteFunctions): number[] {
	const written = String(context.getNode().parameters.request ?? '');
	const asksItems = /\$json|\$input|\$item|\.item\b|itemMatching|pairedItem/.test(written);
	return asksItems ? [...context.getInputData().keys()] : [0];
}

function isRequest(value: unknown): value is DeskRequest {
	const { person, view } = (typeof value === 'object' && value !== null ? value : {}) as Partial<DeskRequest>;
	return typeof person === 'string' && typeof view === 'object';
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return null;
	}
}

/** Rows among the items; the Data Table node gives one empty item for an empty table where it always gives one. */
export const rowsOf = (context: IExecuteFunctions): DeskRow[] =>
	context
		.getInputData()
		.map(({ json }) => json as IDataObject)
		.filter(({ id }) => typeof id === 'number') as unknown as DeskRow[];
