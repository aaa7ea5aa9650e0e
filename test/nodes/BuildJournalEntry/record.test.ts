import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { runNode, type NodeSetup } from '../../helpers/engine';
import { expenseItem } from './samples';

const id = (number: number) => `${number}`.padStart(32, 'd');
const lunch = expenseItem({ docId: id(1), costs: [{ amount: 24.3 }, { amount: 10, costCenter: 'IT' }] });
const noPayee = expenseItem({ docId: id(2), costs: [{ amount: 5, payee: 'XXXX' }] });
const empty = expenseItem({ docId: id(3), costs: [] });

const run = async (items: IDataObject[], parameters: NodeSetup['parameters'] = {}, more: Partial<NodeSetup> = {}) =>
	await runNode({ nodeType: new BuildJournalEntry(), parameters, ...more }, items);

const built = async (...items: IDataObject[]) => (await run(items)).flat().map(({ json }) => json);
const first = async (item: IDataObject) => (await built(item))[0]! as IDataObject & { summary: Record<string, unknown> };

describe('what a person sees of an item', () => {
	test('is first what the document is called and what became of it, and the document last', async () => {
		const names = Object.keys(await first(lunch));
		expect(names.slice(0, 2)).toEqual(['facts', 'summary']);
		expect(names.at(-1)).toBe('document');
		expect((await first(lunch)).facts).toMatchObject({ reportName: 'Trip to Hamburg', person: 'Anna Larsen', amount: '34.3' });
	});

	test('is the entry line by line, and that nothing was checked', async () => {
		expect((await first(lunch)).summary).toEqual({
			result: 'Ready to post',
			entry: [
				'Debit 24.30 USD: 613000, Expense, SALES',
				'Debit 10.00 USD: 613000, Expense, IT',
				'Credit 34.30 USD: E1001, Employee',
			],
			checked: 'Nothing was checked against Business One',
			language: 'en',
		});
	});

	test('is the reasons, where it cannot be posted', async () => {
		const { summary, review } = await first(noPayee);
		expect(summary.result).toBe('Needs review');
		expect(summary.reasons).toEqual((review as { reasons: Array<{ message: string }> }).reasons.map(({ message }) => message));
		expect(summary.reasons).not.toHaveLength(0);
	});
});

describe('List Lines', () => {
	const list = async (items: IDataObject[]) => (await run(items, { operation: 'listLines' }))[0]!.map(({ json }) => json);

	test('gives every line as a flat row, named as people know the document', async () => {
		const rows = await list(await built(lunch));
		expect(rows).toHaveLength(3);
		expect(rows[1]).toEqual({
			reportName: 'Trip to Hamburg',
			reportNumber: 'DDDDD1',
			person: 'Anna Larsen',
			date: '2026-03-12',
			amount: '34.3',
			currency: 'USD',
			result: 'Ready to post',
			line: 2,
			accountOrPartner: '613000',
			role: 'Expense',
			tax: '',
			costObjects: 'IT',
			debit: '10.00',
			credit: '',
			memo: 'Lunch 2026-03-10',
			lineCurrency: 'USD',
			reasons: '',
			docId: id(1),
		});
	});

	test('gives a document without lines one row that says why', async () => {
		const [row, ...others] = await list(await built(empty));
		expect(others).toEqual([]);
		expect(row).toMatchObject({ result: 'Nothing to post', docId: id(3) });
	});

	test('says what to connect where the item was not built', async () => {
		const failed = run([{ some: 'thing' }], { operation: 'listLines' });
		await expect(failed).rejects.toMatchObject({ description: expect.stringContaining('Connect Build Journal Entry') as string });
	});
});

describe('Make Sheet', () => {
	const make = async (items: IDataObject[], pages: string, more: Partial<NodeSetup> = {}): Promise<INodeExecutionData[]> =>
		(await run(items, { operation: 'makeSheet', pages }, more))[0]!;
	const htmlOf = ({ binary }: INodeExecutionData) => Buffer.from(binary!.data!.data, 'base64').toString('utf8');

	test('gives each document a file, paired with its item', async () => {
		const items = await make(await built(lunch, noPayee), 'each');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items[0]!.binary!.data).toMatchObject({ mimeType: 'text/html', fileName: `posting-record-${id(1)}.html` });
		expect(htmlOf(items[0]!)).toBe(items[0]!.json.sheet);
		expect(htmlOf(items[0]!)).toMatch(/Ready to post[^]*613000[^]*34\.30/);
		expect(htmlOf(items[1]!)).toMatch(/Needs review[^]*unknown-payee/);
	});

	test('gives one file for all, with every document in it', async () => {
		const [item, ...others] = await make(await built(lunch, noPayee, empty), 'all');
		expect(others).toEqual([]);
		expect(item!.json.documents).toBe(3);
		expect(htmlOf(item!).match(/<section/g)).toHaveLength(3);
	});

	test.each([
		[{ outcome: 'posted', number: 1204, companyDb: 'SBODEMO' }, 'Posted'],
		[{ outcome: 'wouldPost' }, 'Would be posted'],
		[{ outcome: 'rejected', message: 'Locked' }, 'Not posted'],
		[{ outcome: 'alreadyPosted', doubled: true }, 'Not known yet'],
		[{ outcome: 'uncertain' }, 'Not known yet'],
	])('says of a posting %j: %s', async (posting, words) => {
		const [item] = await make([{ ...(await first(lunch)), posting }], 'each');
		expect(item!.json.sheet).toContain(`<p class="result">${words}`);
	});

	test('leaves out what was not built, where the node continues', async () => {
		const items = await make([...(await built(lunch)), { other: 1 }], 'all', { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(2);
		expect(items[0]!.json.documents).toBe(1);
		expect(items[1]!.json.error).toMatch(/no posting record/);
	});
});
