import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

const PIPELINE = 'concur-to-business-one.json';

export const readPipeline = (): PipelineFile => JSON.parse(readFileSync(join(ROOT, 'workflows', PIPELINE), 'utf8')) as PipelineFile;

export function nodeOfType(pipeline: PipelineFile, type: string, where: (node: PipelineNode) => boolean = () => true): PipelineNode {
	const node = pipeline.nodes.find((one) => one.type === type && where(one));
	if (node === undefined) throw new Error(`workflows/${PIPELINE} has no node of type ${type}`);
	return node;
}

/** Makes the Data Table that the workflow's own set-up branch would make, from the columns written there. */
export async function makeDocumentTable(api: N8nApi, pipeline: PipelineFile): Promise<string> {
	const { parameters } = nodeOfType(pipeline, 'n8n-nodes-base.dataTable', (node) => node.parameters.resource === 'table');
	return await api.dataTable(parameters.tableName as string, (parameters.columns as TableColumns).column);
}

const CREDENTIALS = {
	concurFisApi: 'SAP Concur (sandbox)',
	sapB1ServiceLayerApi: 'SAP Business One (sandbox)',
} as const;

/** Imports the workflow with credentials for the sandbox and publishes it; a workflow that is there already stays as it is. */
export async function publishPipeline(api: N8nApi, pipeline: PipelineFile, sandbox: Sandbox): Promise<string> {
	const existing = (await api.workflows()).find(({ name }) => name === pipeline.name);
	const credentials = {
		concurFisApi: await api.credential(CREDENTIALS.concurFisApi, 'concurFisApi', concurCredential(sandbox)),
		sapB1ServiceLayerApi: await api.credential(CREDENTIALS.sapB1ServiceLayerApi, 'sapB1ServiceLayerApi', businessOneCredential(sandbox)),
	};
	return existing?.id ?? (await api.publish(pipeline, credentials));
}
