import { FisAcknowledgeConfirm } from '../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { columns, compacted, SAMPLE_SIZE, TABLE_NAME } from '../../nodes/shared/row';
import workflow from '../../workflows/tidy-document-table.json';
import { heldRow } from '../row/items';
import { executeContext, runNode } from '../helpers/engine';

const parametersOf = (name: string) => workflow.nodes.find((node) => node.name === name)!.parameters;
const conditionsOf = (name: string) =>
	(parametersOf(name) as { filters: { conditions: Array<{ keyName: string; condition: string; keyValue?: string }> } }).filters.conditions;
const tidyNode = { nodeType: new FisAcknowledgeConfirm(), parameters: { resource: 'row', operation: 'tidy' } };

test('reads the newest rows, as many as Tidy looks at', () => {
	expect(parametersOf('Get newest rows')).toMatchObject({
		dataTableId: { value: TABLE_NAME },
		limit: SAMPLE_SIZE,
		orderByColumn: 'id',
		orderByDirection: 'DESC',
	});
});

test('empties what a compact row does not hold, once, in closed rows only', () => {
	const { columns: written } = parametersOf('Make closed rows compact') as { columns: { value: object; schema: Array<{ id: string }> } };
	expect(written.value).toEqual(compacted);
	expect(written.schema.map(({ id }) => id)).toEqual(Object.keys(compacted));
	const conditions = conditionsOf('Make closed rows compact');
	expect(conditions).toContainEqual({ keyName: 'open', condition: 'isFalse' });
	expect(conditions).toContainEqual({ keyName: 'reasons', condition: 'neq', keyValue: '' });
});

test('never deletes an open row, nor one of a document that Concur still gives out', () => {
	const conditions = conditionsOf('Delete old rows');
	expect(conditions).toContainEqual({ keyName: 'open', condition: 'isFalse' });
	expect(conditions).toContainEqual({ keyName: 'readyInConcur', condition: 'isFalse' });
});

test('asks for columns of the Data Table and for values that Tidy gives', async () => {
	const known = columns.map(({ name }) => name as string);
	const conditions = [...conditionsOf('Delete old rows'), ...conditionsOf('Make closed rows compact')];
	expect(conditions.filter(({ keyName }) => !known.includes(keyName))).toEqual([]);
	const [[given]] = (await runNode(tidyNode, [{ ...heldRow() }])) as [[{ json: object }]];
	const wanted = conditions.flatMap(({ keyValue = '' }) => /\$json\.(\w+)/.exec(keyValue)?.[1] ?? []);
	expect(wanted).toEqual(['deleteUntil', 'compactUntil']);
	expect(Object.keys(given.json)).toEqual(expect.arrayContaining(wanted));
});

test('Tidy warns on the item and as a hint, and takes an empty table as it is', async () => {
	const items = Array.from({ length: 200 }, (_, id) => ({ ...heldRow({ id, postingRecord: 'x'.repeat(5000) }) }));
	const full = { ...tidyNode, parameters: { ...tidyNode.parameters, limitMegabytes: 1 } };
	const context = executeContext(full, items.map((json) => ({ json })));
	const [output] = (await full.nodeType.execute.call(context)) as Array<Array<{ json: { warning: string } }>>;
	expect(output).toHaveLength(1);
	expect(output![0]!.json.warning).toContain('of the 1 MB');
	expect((context as unknown as { hints: Array<{ message: string }> }).hints).toMatchObject([{ message: output![0]!.json.warning }]);
	expect((await runNode(tidyNode, [{}]))[0]).toMatchObject([{ json: { rows: 0, warning: '' } }]);
});

test('Tidy says which setting is none', async () => {
	const wrong = { ...tidyNode, parameters: { ...tidyNode.parameters, compactDays: -1 } };
	await expect(runNode(wrong, [{}])).rejects.toThrow('Compact After (Days) is -1');
});
