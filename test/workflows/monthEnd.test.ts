/** What the month-end workflow has to hold, so that its page is safe to open and its figures are complete. */
import { columns, TABLE_NAME } from '../../nodes/shared/row';
import workflow from '../../workflows/month-end.json';

interface Node {
	name: string;
	type: string;
	parameters: {
		operation?: string;
		authentication?: string;
		dataTableId?: { value: string };
		filters?: { conditions: Array<{ keyName: string; keyValue: string }> };
		returnAll?: boolean;
	};
}

const nodes = workflow.nodes as unknown as Node[];
const nodeNamed = (name: string) => nodes.find((node) => node.name === name)!;
const targets = (name: string) =>
	(workflow.connections as unknown as Record<string, { main: Array<Array<{ node: string; index: number }>> }>)[name]!.main;

test('strangers are refused by n8n, and nothing of a month is kept', () => {
	expect(nodeNamed('Page of one person').parameters.authentication).toBe('basicAuth');
	expect(workflow.settings).toMatchObject({
		saveDataSuccessExecution: 'none',
		saveDataErrorExecution: 'none',
		saveManualExecutions: false,
	});
});

test('all rows of the month are read, and all that was posted in it, out of the table of the pipeline', () => {
	const { dataTableId, filters, returnAll } = nodeNamed('Get rows').parameters;
	expect([dataTableId!.value, returnAll]).toEqual([TABLE_NAME, true]);
	const known = ['createdAt', ...columns.map(({ name }) => name as string)];
	expect(filters!.conditions.map(({ keyName }) => known.includes(keyName))).toEqual([true, true]);
});

test('what Concur knows, has taken back and does not know are compared in one go', () => {
	expect(targets('Get from Concur').map(([target]) => target)).toEqual(
		[0, 1, 2].map((index) => ({ node: 'All of them', type: 'main', index })),
	);
	expect(targets('All of them')).toEqual([[{ node: 'Reconcile', type: 'main', index: 0 }]]);
});

test('writes nothing', () => {
	const writing = ['update', 'insert', 'deleteRows', 'upsert', 'post', 'cancel', 'confirm', 'acknowledge'];
	expect(nodes.filter(({ parameters }) => writing.includes(parameters.operation ?? ''))).toEqual([]);
});
