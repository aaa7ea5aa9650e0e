/** What a person has to see of documents that went through, and of one that nothing could be made of. */
import type { IDataObject } from 'n8n-workflow';
import { BuildJournalEntry } from '../../../nodes/BuildJournalEntry/BuildJournalEntry.node';
import { runNode } from '../../helpers/engine';
import { expenseItem } from './samples';

const [READY, REVIEW] = [0, 1];
const id = (number: number) => `${number}`.padStart(32, 'd');
const lunch = (docId: string) => expenseItem({ docId, costs: [{ amount: 24.3 }] });
const build = async (items: IDataObject[]) => await runNode({ nodeType: new BuildJournalEntry() }, items);

describe('a warning reaches a person', () => {
	const euro = { costs: [{ amount: 10 }], statedTotal: 10.01 };

	test('on the item, and only there where there is one', async () => {
		const outputs = await build([expenseItem({ docId: id(1), ...euro }), lunch(id(2))]);
		const [warned, plain] = outputs[READY]!;
		expect(warned!.json.warnings).toEqual([
			{ code: 'difference-within-tolerance', message: expect.stringContaining('within the tolerance of 0.02') },
		]);
		expect(plain!.json).not.toHaveProperty('warnings');
	});

	test('is not kept from the time before', async () => {
		const outputs = await build([{ ...lunch(id(2)), warnings: [{ code: 'header-tax-in-cost', message: 'Old.' }] }]);
		expect(outputs[READY]![0]!.json).not.toHaveProperty('warnings');
	});
});

test('a document that cannot be worked out leaves the others ready, and is named', async () => {
	const odd = lunch(id(2));
	const document = odd.document as { report: IDataObject };
	const outputs = await build([
		lunch(id(1)),
		{
			...odd,
			document: { ...document, report: { ...document.report, employeeCurrencyAlphaCode: 'constructor' } } as IDataObject,
		},
		lunch(id(3)),
	]);
	expect(outputs[READY]!.map(({ json }) => json.docId)).toEqual([id(1), id(3)]);
	expect(outputs[REVIEW]).toHaveLength(1);
	expect(outputs[REVIEW]![0]!.json).toMatchObject({
		docId: id(2),
		review: { reasons: [{ code: 'unreadable-document' }], answer: 'keepAcknowledged' },
	});
});
