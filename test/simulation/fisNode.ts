import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { evaluate, type Scope } from './expressions';
import type { World } from './world';

interface WorkflowNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

const node = new FisAcknowledgeConfirm();

const isShown = ({ displayOptions }: INodeProperties, parameters: Record<string, unknown>): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) => !['resource', 'operation'].includes(name) || (values as unknown[]).includes(parameters[name]),
	);

const defaultsBy = new Map<string, Record<string, unknown>>();

/** The values that the editor would have filled in. */
function defaultsOf(parameters: Record<string, unknown>): Record<string, unknown> {
	const key = `${String(parameters.resource)}:${String(parameters.operation)}`;
	const known = defaultsBy.get(key);
	if (known) return known;
	const shown = node.description.properties.filter((property) => isShown(property, parameters));
	const defaults = Object.fromEntries(shown.map((property) => [property.name, property.default]));
	defaultsBy.set(key, defaults);
	return defaults;
}

/**
 * Runs the real FIS node, with the parameters of the workflow, on as much of n8n's context as it uses. The real contexts of n8n are
 * the business of the node's own tests; here thousands of runs a second count.
 */
export async function runFisNode(
	{ name, type, parameters }: WorkflowNode,
	items: INodeExecutionData[],
	scopeOf: (item: INodeExecutionData) => Scope,
	world: World,
): Promise<INodeExecutionData[][]> {
	const all: Record<string, unknown> = { ...defaultsOf(parameters), ...parameters };
	const context = {
		getInputData: () => items,
		getNode: () => ({ name, type, typeVersion: 1, parameters, id: name, position: [0, 0] }),
		getNodeParameter: (parameter: string, index: number, otherwise?: unknown) => {
			const value = all[parameter];
			return value === undefined ? otherwise : evaluate(value, scopeOf(items[index] ?? { json: {} }));
		},
		getTimezone: () => 'UTC',
		continueOnFail: () => true,
		logger: { warn: () => undefined },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: Parameters<World['send']>[0]) => await world.send(options),
		},
	};
	return await node.execute.call(context as unknown as IExecuteFunctions);
}
