import { join } from 'node:path';
import axios from 'axios';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { SapB1ServiceLayer } from '../../nodes/SapB1ServiceLayer/SapB1ServiceLayer.node.js';
import { businessOneIdentity } from '../../sandbox/identity';
import { cacheFolder, N8N_VERSION } from '../../scripts/n8n/runtime';
import { CredentialStore, runNode } from '../../test/helpers/engine';
import { BenchCompany } from '../company';
import type { Entry } from './entries';

/** Posts all entries to the sandbox at `url`, as the client is meant to be used. */
export type Client = (url: string, entries: Entry[]) => Promise<void>;

const { companyDb, userName, password } = businessOneIdentity;

/** This package, its session open before: n8n keeps it in the credential from one execution to the next. */
const ours =
	(batchesInFlight: number): Client =>
	async (url, entries) => {
		const company = BenchCompany.at(url);
		const node = (parameters: object) => company.node(new SapB1ServiceLayer(), parameters as never);
		const parameters = { resource: 'journalEntry', operation: 'post', options: { batchesInFlight } };
		const [posted = []] = await runNode(node(parameters), entries as never);
		expectAll(posted.length, entries.length);
	};

/** One request after the other, or five promises at once. */
async function each(entries: Entry[], atOnce: number, post: (entry: Entry) => Promise<boolean>): Promise<void> {
	let done = 0;
	let next = 0;
	const lane = async () => {
		while (next < entries.length) if (await post(entries[next++]!)) done += 1;
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
	expectAll(done, entries.length);
}

const b1ServiceLayer =
	(atOnce: number): Client =>
	async (url, entries) => {
		interface Library {
			createSession(config: object): Promise<void>;
			post(resource: string, data: object): Promise<{ JdtNum?: number }>;
		}
		const Library = require('b1-service-layer') as new () => Library;
		const library = new Library();
		await library.createSession({ host: url, company: companyDb, username: userName, password });
		await each(
			entries,
			atOnce,
			async ({ journalEntry }) => (await library.post('JournalEntries', journalEntry)).JdtNum !== undefined,
		);
	};

const nodeSapB1 =
	(atOnce: number): Client =>
	async (url, entries) => {
		interface Session {
			resource(name: string): { create(data: object, success: () => void, error: (reason: unknown) => void): void };
		}
		interface Library {
			createSession(config: object, success: (session: Session) => void, error: (reason: unknown) => void): void;
		}
		const library = require('node-sapb1') as Library;
		const { origin, port } = new URL(url);
		const config = {
			host: origin.replace(`:${port}`, ''),
			port: Number(port),
			version: 2,
			username: userName,
			password,
			company: companyDb,
		};
		const session = await new Promise<Session>((resolve, reject) => library.createSession(config, resolve, reject));
		await each(
			entries,
			atOnce,
			async ({ journalEntry }) =>
				await new Promise((resolve) =>
					session.resource('JournalEntries').create(
						journalEntry,
						() => resolve(true),
						() => resolve(false),
					),
				),
		);
	};

/** n8n-nodes-sap-b1, as it comes: it logs in and out around the items of an execution. */
const sapB1Node: Client = async (url, entries) => {
	const folder = 'n8n-nodes-sap-b1/dist';
	const { SapB1HttpRequest } = require(`${folder}/nodes/SapB1/SapB1HttpRequest.node.js`) as {
		SapB1HttpRequest: new () => INodeType;
	};
	const { SapB1ServiceLayerApi } = require(`${folder}/credentials/SapB1ServiceLayerApi.credentials.js`) as {
		SapB1ServiceLayerApi: new () => ICredentialType;
	};
	const data = { serverUrl: url, companyDB: companyDb, userName, password, ignoreSsl: true };
	const credentials = new CredentialStore([{ id: 'b1', name: 'B1', type: new SapB1ServiceLayerApi(), data }]);
	const parameters = {
		method: 'POST',
		endpoint: '/JournalEntries',
		sendBody: true,
		bodyJson: '={{ JSON.stringify($json.journalEntry) }}',
	};
	const setup = { nodeType: new SapB1HttpRequest(), parameters, credentials, credentialIds: { sapB1ServiceLayerApi: 'b1' } };
	const [posted = []] = await runNode(setup, entries as never);
	expectAll(posted.length, entries.length);
};

const httpRequestNode = (): IVersionedNodeType => {
	const folder = join(cacheFolder(), `n8n-${N8N_VERSION}`, 'node_modules/n8n-nodes-base/dist/nodes/HttpRequest');
	const { HttpRequest } = require(join(folder, 'HttpRequest.node.js')) as { HttpRequest: new () => IVersionedNodeType };
	return new HttpRequest();
};

/** n8n's HTTP Request node behind a login of its own: all items at once as it comes, or one by one as in a loop. */
const httpRequest =
	(oneByOne: boolean): Client =>
	async (url, entries) => {
		const place = join(
			cacheFolder(),
			`n8n-${N8N_VERSION}`,
			'node_modules/n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js',
		);
		const { HttpRequest } = require(place) as { HttpRequest: new () => IVersionedNodeType };
		const node = new HttpRequest();
		const nodeType = node.getNodeType(node.currentVersion);
		const login = await axios.post(
			`${url}/b1s/v2/Login`,
			{ CompanyDB: companyDb, UserName: userName, Password: password },
			{ proxy: false },
		);
		const cookie = (login.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
		const parameters = {
			method: 'POST',
			url: `${url}/b1s/v2/JournalEntries`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Cookie', value: cookie }] },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json.journalEntry) }}',
			options: {},
		};
		const setup = { nodeType, parameters };
		let done = 0;
		const rounds = oneByOne ? entries.map((entry) => [entry]) : [entries];
		for (const round of rounds) done += (await runNode(setup, round as never))[0]?.length ?? 0;
		expectAll(done, entries.length);
	};

function expectAll(done: number, wanted: number): void {
	if (done !== wanted) throw new Error(`Only ${done} of ${wanted} entries were posted`);
}

/** Every client by the name it has in the table, and what it does not do. */
export const CLIENTS: Record<string, { client: Client; leavesOut: string }> = {
	'this package, 1 in flight': { client: ours(1), leavesOut: '' },
	'this package, 2 in flight (default)': { client: ours(2), leavesOut: '' },
	'this package, 5 in flight': { client: ours(5), leavesOut: '' },
	'n8n-nodes-sap-b1': { client: sapB1Node, leavesOut: 'look-up, register, read-back; logs in every time' },
	'HTTP Request node': { client: httpRequest(false), leavesOut: 'look-up, register, read-back, any limit of requests at once' },
	'HTTP Request node, loop': { client: httpRequest(true), leavesOut: 'look-up, register, read-back' },
	'b1-service-layer, one by one': { client: b1ServiceLayer(1), leavesOut: 'look-up, register, read-back' },
	'b1-service-layer, 5 at once': { client: b1ServiceLayer(5), leavesOut: 'look-up, register, read-back' },
	'node-sapb1, one by one': { client: nodeSapB1(1), leavesOut: 'look-up, register, read-back' },
	'node-sapb1, 5 at once': { client: nodeSapB1(5), leavesOut: 'look-up, register, read-back' },
};

/** Loads what a client is made of, which n8n has done long before a workflow runs. */
export function load(name: string): void {
	if (name.startsWith('HTTP')) httpRequestNode();
}
