import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { core } from './core';
import { nodeOf, type NodeSetup } from './contexts';

/** A node that starts a workflow with these items, as a trigger would. */
const startNode = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((json) => ({ json }))],
});

/**
 * Runs a node behind another one in n8n's own workflow engine, which does more than call it: it rewrites items that failed and sorts
 * them to the error output.
 * @returns the items of each output, the error output last; of a node that failed as a whole and goes on, what n8n passes on
 */
export async function runInWorkflow(setup: NodeSetup, items: IDataObject[]): Promise<INodeExecutionData[][]> {
	const types: Record<string, INodeType> = { start: startNode(items), [setup.nodeType.description.name]: setup.nodeType };
	const tested = nodeOf(setup);
	const start: INode = { id: 'start', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} };
	const nodeTypes = {
		getByName: (name: string) => types[name]!,
		getByNameAndVersion: (name: string) => types[name]!,
		getKnownTypes: () => ({}),
	};
	const connections = { Start: { main: [[{ node: tested.name, type: NodeConnectionTypes.Main, index: 0 }]] } };
	const nodes = [start, tested];
	const workflow = new Workflow({
		id: 'a-workflow',
		nodes,
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	const data = { id: 'a-workflow', name: 'A workflow', nodes, connections, active: false } as unknown as IWorkflowBase;
	const additionalData = {
		credentialsHelper: setup.credentials?.helper(),
		executionId: 'an-execution',
		hooks: new core.ExecutionLifecycleHooks('trigger', 'an-execution', data),
		restApiUrl: '',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const run = await new core.WorkflowExecute(additionalData, 'trigger').run({ workflow, startNode: start });
	const [result] = run.data.resultData.runData[tested.name] ?? [];
	if (result?.error && !result.data) throw result.error;
	return (result?.data?.main ?? []).map((output) => output ?? []);
}
