import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import type { JournalEntry } from '../../../nodes/shared/journalEntry';
import type { Profile } from '../../../nodes/shared/mapping';
import { runNode, type NodeSetup } from '../../helpers/engine';
import { expenseItem } from './samples';

const [READY, REVIEW, NOTHING] = [0, 1, 2];
const lunch = (docId: string, amount = 24.3) => expenseItem({ docId, costs: [{ amount }] });
const id = (number: number) => `${number}`.padStart(32, 'd');

async function build(
	items: IDataObject[],
	parameters: INodeParameters = {},
	more: Partial<NodeSetup> = {},
): Promise<INodeExecutionData[][]> {
	return await runNode({ nodeType: new BuildJournalEntry(), parameters, ...more }, items);
}

const reasonsOf = (item: INodeExecutionData) =>
	(item.json.review as { reasons: Array<{ code: string }> }).reasons.map(({ code }) => code);

const creditsOf = (json: IDataObject) => {
	const { JournalEntryLines } = json.journalEntry as unknown as JournalEntry;
	return JournalEntryLines.flatMap(({ Credit }) => Credit ?? []);
};

describe('an item of the trigger', () => {
	test('becomes a journal entry that balances, with what it came with', async () => {
		const item = lunch(id(1));
		const outputs = await build([{ ...item, acknowledgement: { outcome: 'done' } }]);
		expect(outputs.map((output) => output.length)).toEqual([1, 0, 0]);
		const { json, pairedItem } = outputs[READY]![0]!;
		expect(pairedItem).toEqual({ item: 0 });
		expect(json).toMatchObject({
			...item,
			acknowledgement: { outcome: 'done' },
			postingKey: `p0012345:${id(1)}`,
			reportId: 'REPORTddd1',
		});
		expect(json.journalEntry).toMatchObject({
			ReferenceDate: '2026-03-16',
			Reference: 'DDDDD1',
			Reference2: `p0012345:${id(1)}`,
			Reference3: (json.contentHash as string).slice(0, 24),
			JournalEntryLines: [
				{ AccountCode: '613000', Debit: 24.3, CostingCode: 'SALES' },
				{ ShortName: 'E1001', Credit: 24.3 },
			],
		});
		expect(json.postingRecordText).toContain('613000');
		expect(json.audit).toMatchObject({ docId: id(1), checkedAgainstB1: false });
		expect(json).not.toHaveProperty('review');
	});

	test('each goes to the output of its status, paired with where it came from, in the order of the input', async () => {
		const outputs = await build([
			expenseItem({ docId: id(1), costs: [{ amount: 10 }], statedTotal: 11 }),
			lunch(id(2)),
			expenseItem({ docId: id(3), costs: [] }),
			expenseItem({ docId: id(4), costs: [{ amount: 5, payee: 'XXXX' }] }),
			lunch(id(5)),
		]);
		const ids = (output: number) => outputs[output]!.map(({ json, pairedItem }) => [json.docId, pairedItem]);
		expect(ids(READY)).toEqual([
			[id(2), { item: 1 }],
			[id(5), { item: 4 }],
		]);
		expect(ids(REVIEW)).toEqual([
			[id(1), { item: 0 }],
			[id(4), { item: 3 }],
		]);
		expect(outputs[REVIEW]!.map(reasonsOf)).toEqual([['report-total-mismatch'], ['unknown-payee']]);
		expect(outputs[NOTHING]!.map(({ json }) => json.docId).concat(outputs[REVIEW]!.map(({ json }) => json.docId))).not.toContain(
			id(2),
		);
	});

	test('a document that needs review carries no journal entry that somebody could post', async () => {
		const outputs = await build([expenseItem({ docId: id(1), costs: [{ amount: 10 }], statedTotal: 11 })]);
		const { json } = outputs[REVIEW]![0]!;
		expect(json).not.toHaveProperty('journalEntry');
		expect(json.postingRecord).toHaveLength(2);
		const [reason] = (json.review as { reasons: Array<{ message: string; docId: string; cure: string }> }).reasons;
		expect(reason).toMatchObject({ docId: id(1), cure: 'concur' });
		expect(reason!.message).toMatch(/10.*11|11.*10/);
	});

	test('built again after a cure keeps nothing of the time before', async () => {
		const wrong = expenseItem({ docId: id(1), costs: [{ amount: 10 }], statedTotal: 11 });
		const inReview = (await build([wrong]))[REVIEW]![0]!.json;
		const cured = { ...inReview, document: lunch(id(1)).document } as IDataObject;
		const ready = (await build([cured]))[READY]![0]!.json;
		expect(ready).not.toHaveProperty('review');
		const wrongAgain = { ...ready, document: wrong.document } as IDataObject;
		expect((await build([wrongAgain]))[REVIEW]![0]!.json).not.toHaveProperty('journalEntry');
	});

	test('a report whose expenses cancel out has nothing to post', async () => {
		const report = expenseItem({ docId: id(1), costs: [{ amount: 0 }] });
		const outputs = await build([report]);
		expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
		expect(outputs[NOTHING]![0]!.json).toMatchObject({ docId: id(1), reportId: 'REPORTddd1' });
		expect(outputs[NOTHING]![0]!.json.journalEntry).toBeNull();
	});
});

describe('other places a document can come from', () => {
	const wrapped = (docId: string) => {
		const { docId: _id, ...rest } = lunch(docId);
		return { id: docId, ...rest };
	};

	test('an answer of Concur with many documents gives one item each, all paired with the one they came from', async () => {
		const outputs = await build([
			lunch(id(1)),
			{ content: [wrapped(id(2)), wrapped(id(3))], page: { number: 0 }, runNote: 'kept' },
		]);
		expect(outputs[READY]!.map(({ json, pairedItem }) => [json.docId, pairedItem])).toEqual([
			[id(1), { item: 0 }],
			[id(2), { item: 1 }],
			[id(3), { item: 1 }],
		]);
		const { json } = outputs[READY]![2]!;
		expect(json).toMatchObject({ docType: 'expense', companyId: 'p0012345', runNote: 'kept' });
		expect(json).not.toHaveProperty('content');
	});

	test('a document as text, and one in another field of the item', async () => {
		const outputs = await build([{ download: JSON.stringify(wrapped(id(4))), file: 'a.json' }], {
			document: '={{ $json.download }}',
		});
		expect(outputs[READY]![0]!.json).toMatchObject({ docId: id(4), file: 'a.json', postingKey: `p0012345:${id(4)}` });
	});

	test('one document that cannot be read does not take the others with it', async () => {
		const outputs = await build([{ content: [wrapped(id(5)), { ...wrapped(id(6)), document: '{ "report": ' }] }]);
		expect(outputs[READY]!.map(({ json }) => json.docId)).toEqual([id(5)]);
		expect(reasonsOf(outputs[REVIEW]![0]!)).toEqual(['unreadable-document']);
	});
});

describe('items of which nothing can be built', () => {
	test('stop the node with the item and the reason', async () => {
		await expect(build([lunch(id(1)), { hello: 'world' }])).rejects.toMatchObject({
			message: expect.stringContaining('holds no documents'),
			context: expect.objectContaining({ itemIndex: 1 }),
		});
	});

	test('are marked and kept from the ready ones when the node continues', async () => {
		const outputs = await build([{ hello: 'world' }, lunch(id(1))], {}, { onError: 'continueRegularOutput' });
		expect(outputs[READY]!.map(({ json }) => json.docId)).toEqual([id(1)]);
		expect(outputs[REVIEW]).toHaveLength(1);
		expect(outputs[REVIEW]![0]).toMatchObject({ json: { hello: 'world' }, pairedItem: { item: 0 } });
		expect(outputs[REVIEW]![0]).not.toHaveProperty('error');
		const review = outputs[REVIEW]![0]!.json.review as unknown as {
			reasons: { code: string; message: string }[];
			answer: string;
		};
		expect(review).toMatchObject({ reasons: [{ code: 'unreadable-document' }], answer: 'keepAcknowledged' });
		expect(review.reasons[0]!.message).toContain('holds no documents');
	});
});

describe('the mapping', () => {
	test('in fields builds the same entry as the same mapping as a profile', async () => {
		const fields: INodeParameters = {
			accountMode: 'expenseType',
			expenseTypeTable: { rows: [{ from: 'LUNCH', account: { __rl: true, mode: 'code', value: '615000' } }] },
			partners: { employeeVendor: { rows: [{ by: 'code', template: 'X{employeeId}' }] } },
			texts: { memo: '{reportName} of {employeeName}' },
			options: { addProfile: true },
		};
		const byFields = await build([lunch(id(1))], fields);
		const profile = byFields[READY]![0]!.json.profile as unknown as Profile;
		const byProfile = await build([lunch(id(1))], { mappingMode: 'profile', profile: JSON.stringify(profile) });
		const entry = byProfile[READY]![0]!.json.journalEntry as unknown as JournalEntry;
		expect(byFields[READY]![0]!.json.journalEntry).toEqual(entry);
		expect(entry.Memo).toBe('Trip to Hamburg of Anna Larsen');
		expect(entry.JournalEntryLines.map((line) => line.AccountCode ?? line.ShortName)).toEqual(['615000', 'XE1001']);
		expect(byProfile[READY]![0]!.json).not.toHaveProperty('profile');
	});

	test('may depend on the item', async () => {
		const items = [
			{ ...lunch(id(1)), memo: 'first' },
			{ ...lunch(id(2)), memo: 'second' },
		];
		const outputs = await build(items, { texts: { memo: '={{ $json.memo }}' } });
		expect(outputs[READY]!.map(({ json }) => (json.journalEntry as IDataObject).Memo)).toEqual(['first', 'second']);
	});

	test('with companies told apart never puts two of them into one entry', async () => {
		const item = expenseItem({
			docId: id(1),
			costs: [
				{ amount: 10, costCenter: 'US' },
				{ amount: 5, costCenter: 'DE' },
				{ amount: 2, costCenter: 'US' },
			],
		});
		const guards = { companyPath: { __rl: true, mode: 'path', value: 'allocation.allocationCustom4Code' }, company: 'US' };
		const held = await build([item], { guards, costObjects: { dimensions: { rows: [] } } });
		expect(held[REVIEW]!.map(reasonsOf)).toEqual([['cross-company-allocation']]);
		const split = await build([item], { guards: { ...guards, crossCompany: 'split' } });
		expect(split[READY]!.map(({ json, pairedItem }) => [json.company, pairedItem, creditsOf(json)])).toEqual([
			['US', { item: 0 }, [12]],
			['DE', { item: 0 }, [5]],
		]);
	});

	test('that cannot be used posts nothing', async () => {
		await expect(
			build([lunch(id(1))], { costObjects: { projectPath: { rows: [{ path: 'employee.employeeOrgUnit4Code' }] } } }),
		).rejects.toThrow(/employee/);
	});
});
