import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import axios from 'axios';

import { businessOneIdentity, concurIdentity } from '../../sandbox/identity';
import type { Sandbox } from '../../sandbox';
import type { N8nApi } from '../n8n/api';
import { ROOT } from '../package';

export interface PipelineNode {
	name: string;
	type: string;
	parameters: Record<string, unknown>;
}

export interface PipelineFile {
	name: string;
	nodes: PipelineNode[];
	[key: string]: unknown;
}

interface TableColumns {
	column: Array<{ name: string; type: string }>;
}

export const PIPELINE = 'concur-to-business-one.json';
export const DESK = 'desk.json';
export const MONTH_END = 'month-end.json';
export const FUNDS_PIPELINE = 'funds-check-and-reserve.json';
export const PREVIEW = 'preview.json';

/** The workflow that a person runs once before another one. */
const SET_UPS: Record<string, string> = { [PIPELINE]: 'set-up-posting.json', [FUNDS_PIPELINE]: 'set-up-funds.json' };

export const readPipeline = (file = PIPELINE): PipelineFile =>
	JSON.parse(readFileSync(join(ROOT, 'workflows', file), 'utf8')) as PipelineFile;

export function nodeOfType(
	pipeline: PipelineFile,
	type: string,
	where: (node: PipelineNode) => boolean = () => true,
): PipelineNode {
	const node = pipeline.nodes.find((one) => one.type === type && where(one));
	if (node === undefined) throw new Error(`The workflow "${pipeline.name}" has no node of type ${type}`);
	return node;
}

/**
 * Makes the Data Tables that the set-up workflow would make, from the columns written there.
 *
 * @param file name of the pipeline's file
 * @returns id of the one that holds the documents
 */
export async function makeDocumentTable(api: N8nApi, file = PIPELINE): Promise<string> {
	const setUp = readPipeline(SET_UPS[file]);
	const ids: string[] = [];
	for (const { type, parameters } of setUp.nodes)
		if (type === 'n8n-nodes-base.dataTable')
			ids.push(await api.dataTable(parameters.tableName as string, (parameters.columns as TableColumns).column));
	return ids[0]!;
}

const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';
const TRIGGER = 'n8n-nodes-concur-b1.concurFisTrigger';
const BUILD = 'n8n-nodes-concur-b1.buildJournalEntry';
const SERVICE_LAYER = 'n8n-nodes-concur-b1.sapB1ServiceLayer';

/** Document types the pipeline's trigger fetches. */
export const polledTypes = (pipeline: PipelineFile): string[] => nodeOfType(pipeline, TRIGGER).parameters.docTypes as string[];

/** The workflow as it is shipped, with a schedule for somebody who is watching. */
function configured(pipeline: PipelineFile): PipelineFile {
	const copy = structuredClone(pipeline);
	nodeOfType(copy, TRIGGER).parameters.pollTimes = { item: [{ mode: 'everyMinute' }] };
	nodeOfType(copy, SCHEDULE).parameters.rule = { interval: [{ field: 'seconds', secondsInterval: 5 }] };
	return copy;
}

/**
 * The posting workflow with what the person at the screen would set: codes too long for a distribution rule of Business One are mapped,
 * and what is posted takes the place of what was reserved for it.
 *
 * @param codes Concur cost center -> distribution rule
 * @param mapping mapping table of a company as CSV text; empty for the mapping that the workflow is shipped with
 */
export function configurePosting(pipeline: PipelineFile, codes: Record<string, string>, mapping = ''): PipelineFile {
	const posting = configured(pipeline);
	const build = nodeOfType(posting, BUILD);
	const rows = Object.entries(codes).map(([from, to]) => ({ from, to: { __rl: true, mode: 'code', value: to } }));
	if (rows.length > 0) build.parameters.costObjects = { costCenterMap: { rows } };
	if (mapping !== '') build.parameters.mappingRows = mapping;
	build.parameters.options = { addProfile: true };
	const post = nodeOfType(posting, SERVICE_LAYER, (node) => node.parameters.operation === 'post');
	post.parameters.options = { ...(post.parameters.options as object), consumeReservations: true };
	return posting;
}

/**
 * The funds workflow with the same mapping as the posting workflow, so that both speak of the same budgets.
 *
 * @param codes Concur cost center -> distribution rule
 */
export function configureFunds(pipeline: PipelineFile, codes: Record<string, string>): PipelineFile {
	const funds = configured(pipeline);
	const reserve = nodeOfType(funds, SERVICE_LAYER, (node) => node.parameters.operation === 'checkReserveRelease');
	reserve.parameters.profile = JSON.stringify({ costCenterMap: codes });
	return funds;
}

/** Values of the two credentials for the sandbox, by credential type. */
export const sandboxCredentials = (sandbox: Sandbox) => ({
	concurFisApi: {
		grantType: 'companyRequestToken',
		clientId: concurIdentity.clientId,
		clientSecret: concurIdentity.clientSecret,
		companyUuid: concurIdentity.companyUuid,
		requestToken: concurIdentity.requestToken,
		dataCenter: 'custom',
		customUrl: sandbox.url,
	},
	sapB1ServiceLayerApi: {
		serverUrl: sandbox.tlsUrl,
		companyDb: businessOneIdentity.companyDb,
		userName: businessOneIdentity.userName,
		password: businessOneIdentity.password,
		apiVersion: 'v2',
		pathPrefix: '/b1s',
		// The sandbox signs its certificate itself, as a Business One server does.
		allowUnauthorizedCerts: true,
	},
});

/** n8n answers for a page a moment after its workflow was published. */
const PAGE_TRIES = 50;
const PAGE_WAIT_MS = 200;
const PAGE_TIMEOUT_MS = 30_000;

/**
 * Publishes a workflow that serves a page, for one person; gives its address as soon as n8n answers there.
 *
 * @param n8nUrl address of n8n, without a slash at its end
 * @param file of the workflow; the desk unless told
 */
export async function publishPage(
	api: N8nApi,
	n8nUrl: string,
	sandbox: Sandbox,
	person: { user: string; password: string },
	file = DESK,
): Promise<string> {
	const workflow = readPipeline(file);
	const { path } = nodeOfType(workflow, 'n8n-nodes-base.webhook').parameters;
	await publishPipeline(api, workflow, sandbox, {
		httpBasicAuth: await api.credential('Desk (sandbox)', 'httpBasicAuth', person),
	});
	const address = `${n8nUrl}/webhook/${path as string}`;
	for (let tries = 0; tries < PAGE_TRIES; tries++) {
		const { status } = await axios.get(address, { validateStatus: () => true, timeout: PAGE_TIMEOUT_MS });
		if (status !== 404) break;
		await delay(PAGE_WAIT_MS);
	}
	return address;
}

/**
 * Imports the workflow with credentials for the sandbox and publishes it, unless a person starts it by a button; a workflow that is there
 * already stays as it is.
 */
export async function publishPipeline(
	api: N8nApi,
	pipeline: PipelineFile,
	sandbox: Sandbox,
	others: Record<string, { id: string; name: string }> = {},
): Promise<string> {
	const { concurFisApi, sapB1ServiceLayerApi } = sandboxCredentials(sandbox);
	const credentials = {
		concurFisApi: await api.credential('SAP Concur (sandbox)', 'concurFisApi', concurFisApi),
		sapB1ServiceLayerApi: await api.credential('SAP Business One (sandbox)', 'sapB1ServiceLayerApi', sapB1ServiceLayerApi),
		...others,
	};
	const existing = (await api.workflows()).find(({ name }) => name === pipeline.name);
	if (existing) return existing.id;
	const startsByHand = pipeline.nodes.some(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	return startsByHand ? await api.importWorkflow(pipeline, credentials) : await api.publish(pipeline, credentials);
}
