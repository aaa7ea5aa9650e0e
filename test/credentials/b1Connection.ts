/** A B1 credential as n8n keeps it, and a server with the session rules of a Service Layer. */
import type { IDataObject, INodeType } from 'n8n-workflow';
import { SapB1ServiceLayerApi } from '../../credentials/SapB1ServiceLayerApi.credentials';
import { connectServiceLayer } from '../../nodes/shared/n8n/serviceLayer';
import { CredentialStore, executeContext } from '../helpers/engine';
import { SessionServer } from './sessionServer';

const TYPE = 'sapB1ServiceLayerApi';
export const type = new SapB1ServiceLayerApi();
const nodeType = {
	description: {
		displayName: 'B1',
		name: 'b1',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: {},
		inputs: [],
		outputs: [],
		credentials: [{ name: TYPE, required: true }],
		properties: [],
	},
} as unknown as INodeType;

export const server = new SessionServer();
export let serverUrl: string;

beforeAll(async () => {
	serverUrl = await server.start();
});

afterAll(async () => await server.stop());

let databases = 0;

/** A credential for a company nobody used before: logins are remembered in the process, so tests must not share one. */
export function storeFor(changes: IDataObject = {}): CredentialStore {
	databases += 1;
	const data = { serverUrl, companyDb: `DB${databases}`, userName: 'manager', password: 'right', ...changes };
	return new CredentialStore([{ id: 'b1', name: 'B1', type, data: data as never }]);
}

/** A client as a node makes it: every call through n8n's own helper. */
export function clientFor(store: CredentialStore) {
	const context = executeContext({ nodeType, credentials: store, credentialIds: { [TYPE]: 'b1' } }, [{ json: {} }]);
	return connectServiceLayer(context, { apiVersion: 'v2', companyDb: '' });
}

beforeEach(() => {
	Object.assign(server, { logins: 0, logouts: 0, requests: 0, refusal: '401/301', loginDelayMs: 0, password: 'right' });
	for (const list of [server.cookies, server.answers, server.loginAnswers]) list.length = 0;
	server.expireSessions();
});

/** Everything a log or an execution record could keep of an error: own properties of it and of its causes. */
export function everythingIn(error: unknown, depth = 0): string {
	if (!(error instanceof Object) || depth > 6) return JSON.stringify(error) ?? '';
	return Object.getOwnPropertyNames(error)
		.map((name) => {
			const value = (error as Record<string, unknown>)[name];
			return value instanceof Object ? everythingIn(value, depth + 1) : `${name}=${JSON.stringify(value)}`;
		})
		.join('\n');
}
