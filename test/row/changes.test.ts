/** What the last try came to that the one before did not, and a row whose settlement was refused. */
import { decideAt, heldRow, step } from './items';

const reviewOf = (...messages: string[]) => ({
	...step.taken,
	review: { reasons: messages.map((message) => ({ code: 'unmapped-account', message })), mapping: 'v2' },
});
const reasons = (...messages: string[]) => JSON.stringify(messages.map((message) => ({ code: 'unmapped-account', message })));

test('reasons that are gone or new, and lines of the entry, are told', () => {
	const row = {
		attempts: 2,
		reasons: reasons('A is unknown', 'B is unknown'),
		postingRecord: 'Account  Debit\n6100  5.00\n2000  5.00',
	};
	const json = { ...reviewOf('B is unknown', 'C is unknown'), postingRecordText: 'Account  Debit\n613000  5.00\n2000  5.00' };
	expect(decideAt(json, row).changed.split('\n')).toEqual([
		'No longer: A is unknown',
		'New: C is unknown',
		'- 6100  5.00',
		'+ 613000  5.00',
	]);
});

test('a first try has nothing to compare with, and one that came to the same says so by nothing', () => {
	expect(decideAt(reviewOf('A is unknown')).changed).toBe('');
	expect(decideAt(reviewOf('A is unknown'), { attempts: 2, reasons: reasons('A is unknown') }).changed).toBe('');
});

test('a settlement that was refused leaves the row as it was, but for what was said', () => {
	const row = {
		status: 'review' as const,
		attempts: 3,
		reasons: reasons('A'),
		reason: 'A',
		mapping: 'v1',
		priority: 3,
		act: 'anna: settled by hand: entry 8',
	};
	const byHand = { outcome: 'refused', message: 'Business One has no entry with the number 8.' };
	const desk = { result: 'success', number: '8', dueAt: '2026-04-01T00:00:00.000Z' };
	expect(decideAt({ desk, byHand }, row)).toEqual({
		...heldRow(row),
		dueAt: '2026-04-01T00:00:00.000Z',
		act: 'anna: settled by hand: entry 8. Not done: Business One has no entry with the number 8.',
		heldBy: '',
		stamp: '',
	});
});

test('a settled document has the number and the date that Business One knows', () => {
	const byHand = { outcome: 'fits', jdtNum: 901, number: 17, postingDate: '2026-03-30' };
	expect(decideAt({ desk: { result: 'success', number: '17', postingDate: '' }, byHand, ...step.confirmed })).toMatchObject({
		status: 'confirmed',
		outcome: 'settledByHand',
		jdtNum: 901,
		number: 17,
		postingDate: '2026-03-30',
	});
});
