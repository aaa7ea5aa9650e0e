/** The rows of a mapping table in the node: given, taken, and laid over what the fields say. */
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { FisAcknowledgeConfirm } from '../../../nodes/FisAcknowledgeConfirm/FisAcknowledgeConfirm.node';
import { DEFAULT_PROFILE } from '../../../nodes/shared/mapping';
import { runNode } from '../../helpers/engine';
import { fieldsOfEverySection } from './everySection';
import { expenseItem } from './samples';

const NODE_DEFAULTS = { ...DEFAULT_PROFILE, allowedStatuses: ['READY', 'ACKNOWLEDGED'] };

const run = async (parameters: INodeParameters, items: object[] = [{}]) =>
	(await runNode({ nodeType: new BuildJournalEntry(), parameters }, items as never))[0]!.map(({ json }) => json);

const exported = async (parameters: INodeParameters) => (await run({ operation: 'exportProfile', ...parameters }))[0]!.profile;

describe('the version of the mapping', () => {
	const unknownPayee = expenseItem({ docId: 'e'.repeat(32), costs: [{ amount: 5, payee: 'XXXX' }] });
	const badTotal = expenseItem({ docId: 'f'.repeat(32), costs: [{ amount: 5 }], statedTotal: 6 });
	const rows = [{ json: { id: 1, setting: 'Account Table', from: '613000', to: '614000' } }];
	const build = { texts: { memo: '{name}' }, mappingRows: rows as never, checkMasterData: false };

	const takenUp = async (mapping: object, mappingRows: object[], stored: string) => {
		const row = {
			docId: 'e',
			open: true,
			dueAt: '2999-01-01T00:00:00.000Z',
			priority: 3,
			heldBy: '',
			attempts: 1,
			mapping: stored,
		};
		const parameters = { resource: 'row', operation: 'takeUp', mapping: mapping as never, mappingRows: mappingRows as never };
		return (await runNode({ nodeType: new FisAcknowledgeConfirm(), parameters }, [row]))[0]!.length === 1;
	};

	test('stands in a review that another mapping may cure, and Take Up reads the same of the same', async () => {
		const nodeType = new BuildJournalEntry();
		const outputs = await runNode({ nodeType, parameters: build }, [unknownPayee, badTotal] as never);
		const [curable, other] = outputs[1]!.map(({ json }) => (json.review as { mapping?: string }).mapping);
		expect(other).toBeUndefined();
		const params = NodeHelpers.getNodeParameters(
			nodeType.description.properties,
			build,
			true,
			false,
			null,
			nodeType.description,
		)!;
		expect(await takenUp(params, rows, curable!)).toBe(false);
		expect(await takenUp({ ...params, document: '={{ $json.other }}' }, rows, curable!)).toBe(false);
		expect(await takenUp({ ...params, texts: { memo: '{reference}' } }, rows, curable!)).toBe(true);
		expect(await takenUp(params, [], curable!)).toBe(true);
	});

	test('is asked for with the fields of a node, or not at all', async () => {
		expect(await takenUp('' as never, [], 'v1')).toBe(false);
		await expect(takenUp('text' as never, [], 'v1')).rejects.toThrow(/Mapping holds no fields of a node/);
	});
});

describe('Mapping Rows', () => {
	test('the exported rows, loaded from a Data Table or pasted from a spreadsheet, are the same profile', async () => {
		const given = await run({ operation: 'exportRows', ...fieldsOfEverySection });
		const profile = await exported(fieldsOfEverySection);
		const fromTable = given.map((row, index) => ({ json: { id: index + 1, createdAt: '2026-11-01', ...row } }));
		expect(await exported({ mappingRows: fromTable as never })).toEqual(profile);
		const columns = Object.keys(given[0]!);
		const lines = [columns, ...given.map((row) => columns.map((column) => String(row[column])))];
		expect(await exported({ mappingRows: lines.map((cells) => cells.join('\t')).join('\n') })).toEqual(profile);
	});

	test('rows count instead of what the fields or a pasted profile say of the same setting', async () => {
		const mappingRows = 'setting;from;to\r\nAccount Table;MEALS;613000\r\nMemo;;{reportName}\r\n';
		const fields = { accountMode: 'asIs', texts: { memo: '{name}', reference: 'C-{reference}' } };
		const pasted = { mappingMode: 'profile', profile: '{ "memo": "{name}", "reference": "C-{reference}" }' };
		for (const parameters of [fields, pasted])
			expect(await exported({ ...parameters, mappingRows })).toEqual({
				...NODE_DEFAULTS,
				accountMap: { mode: 'table', table: { MEALS: '613000' }, missing: 'review' },
				memo: '{reportName}',
				reference: 'C-{reference}',
			});
	});

	test('are read for each item where their expression reads the item', async () => {
		const items = ['MEALS', 'TAXI'].map((code) => ({ rows: `setting,from,to\nAccount Table,${code},613000` }));
		const profiles = await run({ operation: 'exportProfile', mappingRows: '={{ $json.rows }}' }, items);
		expect(profiles).toMatchObject([
			{ profile: { accountMap: { table: { MEALS: '613000' } } } },
			{ profile: { accountMap: { table: { TAXI: '613000' } } } },
		]);
	});

	test('show everything that can be set where it is asked for, and a pasted profile never', async () => {
		const all = await run({ operation: 'exportRows', withDefaults: true });
		expect(all).toContainEqual(
			expect.objectContaining({ section: 'Memo and Reference', setting: 'Memo', to: '{reference} {name}' }),
		);
		expect(await exported({ mappingRows: all as never })).toEqual({ ...NODE_DEFAULTS, costCenterPaths: [[], [], [], []] });
		expect(await run({ operation: 'exportRows' })).toEqual([]);
		await expect(run({ operation: 'exportRows', mappingMode: 'profile' })).rejects.toThrow(
			/pasted profile cannot be given as rows/,
		);
	});
});
