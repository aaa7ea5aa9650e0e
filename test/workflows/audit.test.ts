/** What the audit's workflow has to hold, so that no line is lost and none deleted before it is kept. */
import { collect, withSteps } from '../../nodes/shared/audit';
import { TABLE_NAME } from '../../nodes/shared/row';
import workflow from '../../workflows/audit.json';
import setUp from '../../workflows/set-up-posting.json';

interface Node {
	name: string;
	disabled?: boolean;
	parameters: {
		dataTableId?: { value: string };
		tableName?: string;
		filters?: { conditions: Array<{ keyName: string; condition: string; keyValue?: string }> };
		columns?: { value?: Record<string, string>; column?: Array<{ name: string }> };
	};
}

const nodes = workflow.nodes as unknown as Node[];
const nodeNamed = (name: string, among = nodes) => among.find((node) => node.name === name)!;
const targets = (name: string) =>
	(workflow.connections as unknown as Record<string, { main: Array<Array<{ node: string; index: number }>> }>)[name]!.main.map((output) =>
		output.map(({ node, index }) => `${node} ${index}`),
	);

test('the set-up makes the log with the columns that are written, and those are what is collected', () => {
	const made = nodeNamed('Make the audit table', setUp.nodes as unknown as Node[]).parameters;
	const written = Object.keys(nodeNamed('Write lines').parameters.columns!.value!);
	expect(made.columns!.column!.map(({ name }) => name)).toEqual(written);
	const step = { at: '2026-03-30T08:00:00.000Z', who: 'x', step: 'noted' };
	const trail = withSteps('', { docId: 'a', row: 1 }, '', [step]);
	const { lines } = collect([{ id: 1, docId: 'a', stamp: '', trail }], undefined, step.at);
	expect(lines.map((line) => Object.keys(line).sort())).toEqual(lines.map(() => [...written].sort()));
	const log = ['Get last daily line', 'Write lines', 'Get log', 'Delete exported lines'];
	expect(new Set(log.map((name) => nodeNamed(name).parameters.dataTableId!.value))).toEqual(new Set([made.tableName]));
});

test('rows are emptied only after their lines were written, and only as they were', () => {
	expect(targets('Collect')).toEqual([['Write lines 0'], ['Once they are written 1']]);
	expect(targets('Write lines')).toEqual([['Once they are written 0']]);
	const { dataTableId, filters } = nodeNamed('Empty trails').parameters;
	expect(dataTableId!.value).toBe(TABLE_NAME);
	expect(filters!.conditions).toEqual([
		{ keyName: 'id', condition: 'eq', keyValue: '={{ $json.id }}' },
		{ keyName: 'stamp', condition: 'eq', keyValue: '={{ $json.stamp }}' },
		{ keyName: 'heldBy', condition: 'isEmpty' },
	]);
});

test('nothing of the log is deleted as it is shipped, and daily lines never', () => {
	const { disabled, parameters } = nodeNamed('Delete exported lines');
	expect(disabled).toBe(true);
	expect(parameters.filters!.conditions).toContainEqual({ keyName: 'docId', condition: 'neq', keyValue: 'seal' });
});
