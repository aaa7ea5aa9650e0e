/** What every workflow file has to have, so that it can be imported by n8n's command line and in the editor of the lowest n8n. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAPPING_COLUMNS } from '../../nodes/shared/mapping';
import { columns } from '../../nodes/shared/row';
import { LOWEST_N8N_VERSION } from '../../scripts/n8n/runtime';
import { ROOT } from '../../scripts/package';

interface WorkflowFile {
	id?: string;
	active: boolean;
	nodes: Array<{ id: string; name: string; type: string; typeVersion: number; position: [number, number]; onError?: string; parameters: { resource?: string } }>;
}

/** The highest version of each node that n8n 2.6 has; all of n8n 2.41 run these as well. */
const HIGHEST: Record<string, number> = {
	'n8n-nodes-base.convertToFile': 1.1,
	'n8n-nodes-base.dataTable': 1.1,
	'n8n-nodes-base.executeWorkflow': 1.3,
	'n8n-nodes-base.executeWorkflowTrigger': 1.1,
	'n8n-nodes-base.errorTrigger': 1,
	'n8n-nodes-base.extractFromFile': 1.1,
	'n8n-nodes-base.form': 2.5,
	'n8n-nodes-base.formTrigger': 2.5,
	'n8n-nodes-base.html': 1.2,
	'n8n-nodes-base.if': 2.3,
	'n8n-nodes-base.manualTrigger': 1,
	'n8n-nodes-base.merge': 3.2,
	'n8n-nodes-base.respondToWebhook': 1.5,
	'n8n-nodes-base.scheduleTrigger': 1.3,
	'n8n-nodes-base.splitOut': 1,
	'n8n-nodes-base.stickyNote': 1,
	'n8n-nodes-base.webhook': 2.1,
};

const folder = join(ROOT, 'workflows');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowFile;

test('each workflow has an id of its own that n8n can keep', () => {
	const ids = files.map((file) => read(file).id ?? '');
	expect(ids.filter((id) => !/^[A-Za-z0-9]{1,21}$/.test(id))).toEqual([]);
	expect(new Set(ids).size).toBe(files.length);
});

describe.each(files)('%s', (file) => {
	const { active, nodes } = read(file);

	test('is not active, and its nodes have ids of their own', () => {
		expect(active).toBe(false);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
	});

	test(`uses of each node the highest version that n8n ${LOWEST_N8N_VERSION} has`, () => {
		const others = nodes.filter(({ type, typeVersion }) => !type.startsWith('n8n-nodes-concur-b1') && typeVersion !== HIGHEST[type]);
		expect(others.map(({ name, type, typeVersion }) => `${name}: ${type} ${typeVersion}`)).toEqual([]);
	});

	test('lets Check Table say what an older n8n lacks', () => {
		const tables = nodes.filter(({ type, parameters }) => type.endsWith('.dataTable') && parameters.resource === 'table');
		expect(tables.filter(({ onError }) => onError !== 'continueRegularOutput')).toEqual([]);
	});
});

test.each(files.filter((file) => file.startsWith('set-up')))('%s makes the mapping table with all of its columns', (file) => {
	const made = read(file).nodes.find(({ name }) => name === 'Make the mapping table')?.parameters as Record<string, unknown>;
	expect(made.tableName).toBe('concur_b1_mapping');
	expect(made.columns).toEqual({ column: MAPPING_COLUMNS.map((name) => ({ name, type: 'string' })) });
});

test.each(['set-up-posting.json', 'set-up-funds.json'])('%s makes the table of documents with all of its columns', (file) => {
	const made = read(file).nodes.find(({ name }) => name === 'Make the Data Table')?.parameters as Record<string, unknown>;
	expect(made.columns).toEqual({ column: columns });
});

test.each(files)('%s has at most twenty-four working nodes', (file) => {
	expect(read(file).nodes.filter(({ type }) => !type.endsWith('.stickyNote')).length).toBeLessThanOrEqual(24);
});

test('the hold is renewed above the post, since n8n runs the upper one first', () => {
	const { nodes } = read('concur-to-business-one.json');
	const [renewed, posted] = ['Renew the hold', 'Post once'].map((name) => nodes.find((node) => node.name === name)!.position[1]);
	expect(renewed).toBeLessThan(posted!);
});

test.each(['README.md', 'docs/decisions.md', 'docs/pipeline.md'])('%s names the lowest n8n of the workflows', (file) => {
	expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`n8n ${LOWEST_N8N_VERSION.split('.').slice(0, 2).join('.')}`);
});
