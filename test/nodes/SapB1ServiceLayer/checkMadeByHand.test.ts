/** An entry that a person made: whether it is there, comes to the amount, and is no other document's. */
import type { IDataObject } from 'n8n-workflow';
import { DocumentBooks, JOURNAL } from './documentBooks';
import { run, setupOf } from './setup';

const b1 = new DocumentBooks().use();
const FITS = 0;
const DOES_NOT = 1;

async function made(amount: number, more: IDataObject = {}): Promise<IDataObject> {
	const lines = [
		{ AccountCode: '612000', Debit: amount },
		{ AccountCode: '148000', Credit: amount },
	];
	return await b1.call('POST', 'JournalEntries', { ReferenceDate: '2026-11-20', JournalEntryLines: lines, ...more });
}

async function check(number: unknown, amount: string, more: IDataObject = {}) {
	const { item } = b1.document();
	const desk = { number, postingDate: '', anyAmount: false, ...more };
	const outputs = await run(
		setupOf(b1.credentials, { ...JOURNAL, operation: 'checkMadeByHand', anyAmount: '={{ $json.desk.anyAmount }}' }),
		[{ ...item, desk, row: { amount, currency: 'USD' } }],
	);
	const output = outputs.findIndex((items) => items.length > 0);
	return { output, byHand: outputs[output]![0]!.byHand as IDataObject | undefined };
}

test('an entry that comes to the amount fits, with the number and the date that B1 has', async () => {
	const { JdtNum, Number: number } = await made(118.5);
	expect(await check(number, '118.50')).toEqual({
		output: FITS,
		byHand: { outcome: 'fits', jdtNum: JdtNum, number, postingDate: '2026-11-20' },
	});
});

test('an entry of which one line comes to the amount fits, too: tax and rounding may stand beside it', async () => {
	const lines = [
		{ AccountCode: '612000', Debit: 90 },
		{ AccountCode: '616000', Debit: 10 },
		{ AccountCode: '148000', Credit: 100 },
	];
	const entry = await b1.call('POST', 'JournalEntries', { ReferenceDate: '2026-11-20', JournalEntryLines: lines });
	expect((await check(entry.Number, '90')).output).toBe(FITS);
	expect((await check(entry.Number, '95')).output).toBe(DOES_NOT);
});

test('another amount fits only for a person who has seen it', async () => {
	const { Number: number } = await made(77);
	expect(await check(number, '118.50')).toMatchObject({
		output: DOES_NOT,
		byHand: { outcome: 'refused', message: expect.stringMatching(/comes to 77, the document to 118.5 USD/) },
	});
	expect((await check(number, '118.50', { anyAmount: true })).output).toBe(FITS);
});

test('an entry of another document does not fit, whatever its amount', async () => {
	const { jdtNum } = await b1.posted();
	expect(await check(jdtNum, '', { anyAmount: true })).toMatchObject({
		output: DOES_NOT,
		byHand: { message: expect.stringMatching(/belongs to another document of Concur/) },
	});
});

test('an entry that is not there, or has another date, does not fit', async () => {
	const { Number: number } = await made(5);
	expect((await check(99999, '5')).byHand!.message).toBe('Business One has no entry with the number 99999.');
	expect((await check(number, '5', { postingDate: '2026-11-21' })).byHand!.message).toMatch(
		/is posted on 2026-11-20, not 2026-11-21/,
	);
	expect((await check(number, '5', { postingDate: '2026-11-20' })).output).toBe(FITS);
});

test('an item without a number passes on unchanged', async () => {
	expect(await check('', '5')).toEqual({ output: FITS, byHand: undefined });
});
