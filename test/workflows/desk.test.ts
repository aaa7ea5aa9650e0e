/** What the desk's workflow has to hold, so that its page is safe to open to people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAPPING_COLUMNS } from '../../nodes/shared/mapping';
import { columns, TABLE_NAME } from '../../nodes/shared/row';
import { ROOT } from '../../scripts/package';
import pipeline from '../../workflows/concur-to-business-one.json';
import workflow from '../../workflows/desk.json';

interface Node {
	name: string;
	type: string;
	parameters: {
		operation?: string;
		authentication?: string;
		dataTableId?: { value: string };
		filters?: { conditions: Array<{ keyName: string; condition: string; keyValue?: string }> };
		columns?: { value: Record<string, string> | null };
		options?: { responseHeaders?: { entries: Array<{ name: string; value: string }> }; responseCode?: number };
	};
}

const nodes = workflow.nodes as unknown as Node[];
const nodeNamed = (name: string) => nodes.find((node) => node.name === name)!;
const ofType = (type: string) => nodes.filter((node) => node.type === `n8n-nodes-base.${type}`);

test('strangers are refused by n8n, and nothing of a page is kept', () => {
	expect(ofType('webhook').map(({ parameters }) => parameters.authentication)).toEqual(['basicAuth']);
	expect(workflow.settings).toMatchObject({
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
	});
});

test('every answer is neither kept nor framed by others', () => {
	const answers = ofType('respondToWebhook');
	expect(answers).toHaveLength(2);
	for (const { parameters } of answers)
		expect(parameters.options!.responseHeaders!.entries).toEqual(
			expect.arrayContaining([
				{ name: 'Cache-Control', value: 'no-store' },
				{ name: 'X-Frame-Options', value: 'DENY' },
				{ name: 'X-Content-Type-Options', value: 'nosniff' },
			]),
		);
	expect(nodeNamed('Go back').parameters.options!.responseCode).toBe(303);
});

test.each(['Change rows', 'Hold row'])('%s changes a row only while it is as it was shown, and nobody works on it', (name) => {
	expect(nodeNamed(name).parameters.filters!.conditions).toEqual([
		{ keyName: 'id', condition: 'eq', keyValue: '={{ $json.id }}' },
		{ keyName: 'stamp', condition: 'eq', keyValue: '={{ $json.shownStamp }}' },
		{ keyName: 'heldBy', condition: 'isEmpty' },
	]);
	expect(nodeNamed(name).parameters.columns!.value).toMatchObject({ stamp: '={{ $json.stamp }}', act: '={{ $json.act }}' });
});

test('Change all rows changes what waits, nobody works on, and has not changed since it was shown', () => {
	expect(nodeNamed('Change all rows').parameters.filters!.conditions).toEqual([
		{ keyName: 'open', condition: 'isTrue' },
		{ keyName: 'heldBy', condition: 'isEmpty' },
		{ keyName: 'priority', condition: 'gte', keyValue: '2' },
		{ keyName: 'status', condition: 'neq', keyValue: 'leftReady' },
		{ keyName: 'reasons', condition: 'ilike', keyValue: '={{ $json.reasons }}' },
		{ keyName: 'updatedAt', condition: 'lte', keyValue: '={{ $json.shownAt }}' },
	]);
});

test('only the execution that holds a row writes what became of it', () => {
	expect(nodeNamed('Write row').parameters.filters!.conditions).toContainEqual({
		keyName: 'heldBy',
		condition: 'eq',
		keyValue: '={{ $execution.id }}',
	});
});

test('works on the table of the pipeline, and on columns that it has', () => {
	const known = ['id', 'updatedAt', ...columns.map(({ name }) => name as string)];
	const all = ofType('dataTable');
	const tables = all.filter(({ parameters }) => parameters.dataTableId!.value === TABLE_NAME);
	expect(all.filter((node) => !tables.includes(node)).map(({ name }) => name)).toEqual(['Get mapping', 'Add to mapping']);
	expect(Object.keys(nodeNamed('Add to mapping').parameters.columns!.value!)).toEqual(MAPPING_COLUMNS);
	const named = tables.flatMap(({ parameters }) => [
		...parameters.filters!.conditions.map(({ keyName }) => keyName),
		...Object.keys(parameters.columns?.value ?? {}),
	]);
	expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test('a document is looked up in the books before Concur hears anything', () => {
	const targets = (name: string) =>
		(workflow.connections as unknown as Record<string, { main: Array<Array<{ node: string }>> }>)[name]!.main.map((output) =>
			output.map(({ node }) => node),
		);
	const before = Object.keys(workflow.connections).filter((name) => targets(name).flat().includes('Confirm in Concur'));
	expect(before).toEqual(['Check made by hand']);
	expect(targets('Find in the books')).toEqual([['Check made by hand'], ['Decide'], ['Decide'], ['Decide']]);
	expect(targets('Check made by hand')).toEqual([['Confirm in Concur'], ['Decide']]);
});

test.each(['concur-to-business-one', 'funds-check-and-reserve'])('%s is started by another workflow, and by no stranger', (name) => {
	const pipeline = JSON.parse(readFileSync(join(ROOT, 'workflows', `${name}.json`), 'utf8')) as typeof workflow;
	const types = pipeline.nodes.map(({ type }) => type);
	expect(types).toContain('n8n-nodes-base.executeWorkflowTrigger');
	expect(types).not.toContain('n8n-nodes-base.webhook');
	expect(pipeline.settings.callerPolicy).toBe('workflowsFromSameOwner');
	expect((pipeline.connections as unknown as Record<string, unknown>)['When the desk asks']).toEqual({
		main: [[{ node: 'Get mapping', type: 'main', index: 0 }]],
	});
});

test('the pipeline runs after the browser has its answer, and nobody waits for it', () => {
	const { workflowId, options } = nodeNamed('Run the pipeline').parameters as unknown as {
		workflowId: { value: string };
		options: object;
	};
	expect(workflowId.value).toBe((pipeline as { id: string }).id);
	expect(options).toEqual({ waitForSubWorkflow: false });
});
