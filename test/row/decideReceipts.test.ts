import { decideReceipts, receiptWaits } from '../../nodes/shared/row';

const NOW = Date.parse('2026-11-28T10:00:00Z');
const decide = (json: Record<string, unknown>) => decideReceipts([{ id: 7, ...json }], NOW, receiptWaits)[0];
const fetched = (outcome: string, expected: number | null, message = '') => ({ receipts: { outcome, expected, message } });
const attached = (count: number | null, message = '') => ({ attachment: { attached: count, message } });

it('a document with all of its receipts at the entry is done', () => {
	expect(decide({ ...fetched('fetched', 3), ...attached(3) })).toEqual({
		id: 7,
		receiptStatus: 'attached',
		receiptsExpected: 3,
		receiptsAttached: 3,
		receiptTries: 1,
		receiptsDueAt: '2026-11-28T11:00:00.000Z',
		receiptReason: '',
	});
});

it('one without receipts is done, too', () => {
	expect(decide({ ...fetched('none', 0), ...attached(null) })).toMatchObject({ receiptStatus: 'none', receiptsExpected: 0 });
});

it.each([
	['the first time after an hour', {}, '2026-11-28T11:00:00.000Z', 1],
	['the second time after four', { receiptTries: 1 }, '2026-11-28T14:00:00.000Z', 2],
	['later once a day', { receiptTries: '5' }, '2026-11-29T10:00:00.000Z', 6],
])('what did not come is tried again, %s', (_case, row, receiptsDueAt, receiptTries) => {
	const waits = decide({ ...row, ...fetched('incomplete', 3, 'Concur has no image of it.'), ...attached(2) });
	expect(waits).toMatchObject({
		receiptStatus: 'waiting',
		receiptsExpected: 3,
		receiptsAttached: 2,
		receiptsDueAt,
		receiptTries,
	});
	expect(waits!.receiptReason).toBe('Concur has no image of it.');
});

it('after many tries it is missing, and said to be', () => {
	const row = { receiptTries: 7, receiptsAttached: 2, receiptsExpected: 3 };
	expect(decide({ ...row, ...fetched('incomplete', 3, 'gone'), ...attached(2) })).toMatchObject({
		receiptStatus: 'missing',
		receiptReason: 'gone',
	});
});

it('what B1 says counts before what Concur says, and a node that failed says it itself', () => {
	expect(decide({ ...fetched('incomplete', 2, 'Concur'), ...attached(0, 'B1') })!.receiptReason).toBe('B1');
	expect(decide({ error: 'It failed', message: 'why' })).toMatchObject({ receiptStatus: 'waiting', receiptReason: 'It failed' });
});

it('nothing known is forgotten where a try learns nothing', () => {
	const row = { receiptsExpected: 3, receiptsAttached: 2 };
	expect(decide({ ...row, ...fetched('tryLater', null), ...attached(null) })).toMatchObject({
		receiptsExpected: 3,
		receiptsAttached: 2,
	});
});

it('a document that the run did not come to, and an item that is no row, give nothing', () => {
	expect(decide(fetched('notBegun', null))).toBeUndefined();
	expect(decideReceipts([fetched('fetched', 1)], NOW, receiptWaits)).toEqual([]);
});
