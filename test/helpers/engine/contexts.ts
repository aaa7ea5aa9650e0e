import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	IWorkflowExecuteAdditionalData,
	NodeOutput,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';
import { core } from './core';
import type { CredentialStore } from './credentialStore';

/** One node in a workflow of its own, as the contexts below need it. */
export interface NodeSetup {
	nodeType: INodeType;
	/** Parameters as the editor saves them; those left out take the description's defaults. */
	parameters?: INodeParameters;
	credentials?: CredentialStore;
	/** Credentials of the node by type: the id in the store. */
	credentialIds?: Record<string, string>;
	onError?: INode['onError'];
	mode?: WorkflowExecuteMode;
	staticData?: IDataObject;
}

const NODE_NAME = 'Node';

/** A real ExecuteContext of n8n-core: real requests, real credential renewal, real expression evaluation. */
export function executeContext(setup: NodeSetup, items: INodeExecutionData[]): IExecuteFunctions {
	const { workflow, node, additionalData } = prepare(setup);
	const input = items.map((item, index) => ({ pairedItem: { item: index }, ...item }));
	return new core.ExecuteContext(
		workflow,
		node,
		additionalData,
		setup.mode ?? 'trigger',
		createEmptyRunExecutionData(),
		0,
		input,
		{ main: [input] },
		{ node, data: { main: [input] }, source: null },
		[],
	) as unknown as IExecuteFunctions;
}

/** A real LoadOptionsContext: what listSearch, loadOptions and resourceMapping methods are called with. */
export function loadOptionsContext(setup: NodeSetup): ILoadOptionsFunctions {
	const { workflow, node, additionalData } = prepare(setup);
	additionalData.currentNodeParameters = node.parameters;
	return new core.LoadOptionsContext(workflow, node, additionalData, '') as unknown as ILoadOptionsFunctions;
}

/**
 * A real PollContext. The static data object of the node stays the same over several contexts when the same `setup.staticData`
 * is given, as it does in n8n between two polls.
 */
export function pollContext(setup: NodeSetup): IPollFunctions {
	const { workflow, node, additionalData } = prepare(setup);
	const nodeData = workflow.getStaticData('node', node);
	if (setup.staticData) Object.assign(nodeData, setup.staticData);
	return new core.PollContext(
		workflow,
		node,
		additionalData,
		setup.mode ?? 'trigger',
		'init',
		undefined,
		undefined,
		undefined,
		undefined,
		() => setup.staticData ?? nodeData,
	) as unknown as IPollFunctions;
}

/** Runs a node's execute over items with json as given. */
export async function runNode(setup: NodeSetup, json: IDataObject[]): Promise<INodeExecutionData[][]> {
	return await runNodeOn(
		setup,
		json.map((data) => ({ json: data })),
	);
}

/** Runs a node's execute over whole items (with binary data, paired items). */
export async function runNodeOn(setup: NodeSetup, items: INodeExecutionData[]): Promise<INodeExecutionData[][]> {
	const context = executeContext(setup, items);
	if (!setup.nodeType.execute) throw new Error('The node type has no execute function');
	const output = (await setup.nodeType.execute.call(context)) as NodeOutput;
	return (output ?? []) as INodeExecutionData[][];
}

/** The node as a workflow holds it: named Node, with the defaults of its description. */
export function nodeOf(setup: NodeSetup): INode {
	const { nodeType } = setup;
	const credentialNames = Object.entries(setup.credentialIds ?? {});
	const node: INode = {
		id: 'a-node-id',
		name: NODE_NAME,
		type: nodeType.description.name,
		typeVersion: [nodeType.description.version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters: {},
		credentials: Object.fromEntries(credentialNames.map(([type, id]) => [type, { id, name: id }])),
		onError: setup.onError,
	};
	node.parameters =
		NodeHelpers.getNodeParameters(
			nodeType.description.properties,
			setup.parameters ?? {},
			true,
			false,
			node,
			nodeType.description,
		) ?? {};
	return node;
}

function prepare(setup: NodeSetup) {
	const { nodeType } = setup;
	const node = nodeOf(setup);
	const nodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: 'a-workflow', nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = {
		credentialsHelper: setup.credentials?.helper(),
		executionId: 'an-execution',
		restApiUrl: '',
		instanceBaseUrl: '',
		webhookBaseUrl: '',
		webhookWaitingBaseUrl: '',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, node, additionalData };
}
