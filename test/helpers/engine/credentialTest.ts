import type {
	ICredentialTestRequest,
	ICredentialType,
	INodeCredentialTestResult,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import { core } from './core';
import type { CredentialStore } from './credentialStore';

/**
 * Type name of the node that n8n tests with. n8n 2.41 takes the short one of the node's description, while its own rule "a test
 * always logs in" asks for the long one, and so does not hold.
 */
export const TESTED_AS = { short: 'noOp', long: 'n8n-nodes-base.noOp' };

/**
 * Does what n8n does when a person presses Test in the credential form: the type's test request runs as a declarative node of type
 * No Operation.
 * @param testedAs name of that node's type
 * @returns what the form shows
 */
export async function testCredential(
	type: ICredentialType,
	store: CredentialStore,
	id: string,
	testedAs = TESTED_AS.short,
): Promise<INodeCredentialTestResult> {
	if (!type.test) throw new Error(`${type.name} has no test request`);
	const node = {
		id: 'temp',
		name: 'Temp-Node',
		type: testedAs,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
		credentials: { [type.name]: { id, name: id } },
	};
	const nodeType = {
		description: {
			displayName: 'No Operation',
			name: node.type,
			group: ['organization'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: type.name, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: type.test.request } }],
		},
	} as unknown as INodeType;
	const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const additionalData = { credentialsHelper: store.helper(), variables: {} } as unknown as IWorkflowExecuteAdditionalData;
	const items = [{ json: {} }];
	const executeData = { node, data: {}, source: null };
	const context = new core.ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [items] },
		executeData,
		[],
	);
	const credentials = { id, name: id, type: type.name, data: store.dataOf(id) };
	try {
		await new core.RoutingNode(context, nodeType, credentials as never).runNode();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: shownMessage(error, type.test.rules) };
	}
}

/**
 * Which text of an error the form shows: n8n prefers the type's own rule for the status, then the HTTP status text, then an error
 * code, then the message.
 */
function shownMessage(error: unknown, rules: ICredentialTestRequest['rules']): string {
	const { cause, message } = error as {
		cause?: { response?: { status?: number; statusText?: string }; code?: string };
		message: string;
	};
	const rule = rules?.find(({ type, properties }) => type === 'responseCode' && properties.value === cause?.response?.status);
	if (rule) return rule.properties.message;
	if (cause?.response) return cause.response.statusText || `Received HTTP status code: ${cause.response.status}`;
	return cause?.code ?? message;
}
