import { actOn, correctionOf, type DeskRow } from '../../nodes/shared/desk';
import { actRequest, NOW, waitingRow } from './rows';

const settings = { now: NOW, holdMinutes: 5, newStamp: () => 'stamp-new0' };
const act = (rows: DeskRow[], ...request: Parameters<typeof actRequest>) => actOn(rows, actRequest(...request), settings);

describe('Try again', () => {
	test('makes the row due at once, under a new stamp, with who did it', () => {
		expect(act([waitingRow()], {})).toEqual({
			changes: [
				{
					id: 7,
					shownStamp: 'stamp-0007',
					stamp: 'stamp-new0',
					act: '2026-03-31T10:00:00.000Z anna: tried again',
					dueAt: '2026-03-31T10:00:00.000Z',
					priority: 1,
					warned: false,
					trail: expect.stringContaining('"who":"anna","step":"act"'),
				},
			],
		});
	});

	test.each([
		['has changed since', { stamp: 'stamp-0008' }],
		['is being worked on', { heldBy: '42' }],
		['is closed', { open: false }],
		['has no stamp yet', { stamp: '' }],
	])('changes nothing of a row that %s', (_what, more) => {
		expect(act([waitingRow(more)], {})).toEqual({ refused: 'changed' });
	});
});

describe('Try all again', () => {
	const all = (...request: Parameters<typeof actRequest>) =>
		act([waitingRow()], { name: 'tryAllAgain', ...request[0] }, request[1]);

	test('makes all due that wait and did not change since the page was made', () => {
		expect(all({})).toEqual({
			all: {
				reasons: '%',
				shownAt: '2026-03-31T09:30:00.000Z',
				stamp: 'stamp-new0',
				act: '2026-03-31T10:00:00.000Z anna: tried again, with all of its list',
				dueAt: '2026-03-31T10:00:00.000Z',
				priority: 1,
			},
		});
		expect(all({ shownAt: '2099-01-01T00:00:00Z' })).toMatchObject({ all: { shownAt: '2026-03-31T10:00:00.000Z' } });
	});

	test('takes those with one reason first, as the column holds it', () => {
		const pattern = '[{"code":"unmapped-account"%';
		expect(all({}, { reason: 'unmapped-account' })).toMatchObject({ all: { reasons: pattern } });
		expect(String(waitingRow().reasons).startsWith(pattern.slice(0, -1))).toBe(true);
		expect(all({}, { reason: '%' })).toEqual({ refused: 'notUnderstood' });
	});

	test.each([
		['knows no stamp', { rows: [{ id: 7, stamp: 'guessed-00' }] }, {}],
		['names none', { rows: [] }, {}],
		['does not say when its page was made', { shownAt: 'soon' }, {}],
		['saw another list', {}, { list: 'left' }],
		['searched', {}, { search: 'kim' }],
	] as const)('does nothing for somebody who %s', (_what, more, view) => {
		expect(all(more as never, view)).toEqual({ refused: 'changed' });
	});
});

describe('Seen', () => {
	const warned = waitingRow({ status: 'confirmed', open: false, warned: true, dueAt: '2026-03-30T08:00:00.000Z' });

	test('takes the warning off the list and leaves the rest of the row as it is', () => {
		expect(act([warned], { name: 'tick' })).toMatchObject({
			changes: [
				{ warned: false, dueAt: '2026-03-30T08:00:00.000Z', priority: 2, act: expect.stringContaining('anna: warnings seen') },
			],
		});
	});

	test('does nothing to what has no warning', () => {
		expect(act([waitingRow()], { name: 'tick' })).toEqual({ refused: 'changed' });
	});
});

describe('Send back and Settled by hand', () => {
	test('take the row into a hold, with what Concur is to be told', () => {
		expect(act([waitingRow()], { name: 'sendBack', text: 'Wrong cost center' })).toMatchObject({
			taking: {
				id: 7,
				shownStamp: 'stamp-0007',
				heldUntil: '2026-03-31T10:05:00.000Z',
				desk: { result: 'error', text: 'Wrong cost center' },
				row: { id: 7, stamp: 'stamp-new0', act: '2026-03-31T10:00:00.000Z anna: sent back to Concur: Wrong cost center' },
			},
		});
		expect(act([waitingRow()], { name: 'settle', number: '815', postingDate: '2026-03-30' })).toMatchObject({
			taking: {
				desk: {
					result: 'success',
					text: '',
					number: '815',
					postingDate: '2026-03-30',
					anyAmount: false,
					dueAt: '2026-03-31T11:00:00.000Z',
				},
			},
		});
	});

	test.each([
		['textMissing', {}, { name: 'sendBack' }],
		['numberMissing', {}, { name: 'settle', postingDate: '2026-03-30' }],
		['numberMissing', {}, { name: 'settle', number: '8 or 9' }],
		['dateMissing', {}, { name: 'settle', number: '8', postingDate: '2026-02-30' }],
		['stillReady', { readyInConcur: true }, { name: 'sendBack', text: 'x' }],
		['busy', { heldBy: '42' }, { name: 'sendBack', text: 'x' }],
		['changed', { open: false }, { name: 'sendBack', text: 'x' }],
		['changed', { stamp: 'stamp-0008' }, { name: 'settle', number: '8', postingDate: '2026-03-30' }],
	] as const)('are refused: %s', (refused, more, wanted) => {
		expect(act([waitingRow(more)], wanted)).toEqual({ refused });
	});

	test('take one document only', () => {
		const rows = [waitingRow(), waitingRow({ id: 8, stamp: 'stamp-0008' })];
		const shown = rows.map(({ id, stamp }) => ({ id, stamp: stamp! }));
		expect(act(rows, { name: 'sendBack', text: 'x', rows: shown })).toEqual({ refused: 'changed' });
	});
});

test('an entry settles one document only', () => {
	const settled = waitingRow({ id: 8, open: false, status: 'confirmed', outcome: 'settledByHand', number: 815 });
	const posted = { ...settled, outcome: 'posted' };
	const settle = { name: 'settle', number: '0815' } as const;
	expect(act([waitingRow(), settled], settle)).toEqual({ refused: 'numberTaken' });
	expect(act([waitingRow(), posted], settle)).toHaveProperty('taking');
});

describe('Correct the mapping', () => {
	const cause = { code: 'unmapped-account', message: 'Account 6100 is unknown', value: '6100', setting: 'Account Table' };
	const row = waitingRow({ reasons: JSON.stringify([cause]) });
	const correct = { name: 'correct', setting: 'Account Table', cells: { from: '6100', to: '613000' } } as const;
	const withMapping = (mapping: object[], more: object = {}) =>
		actOn([row], actRequest({ ...correct, ...more }), { ...settings, mapping });

	test('has the document tried at once, and gives the row of the mapping once the document was as shown', () => {
		expect(withMapping([])).toMatchObject({
			changes: [{ id: 7, priority: 1, act: expect.stringContaining('mapping corrected: Account Table, 6100 = 613000') }],
		});
		expect(correctionOf(actRequest(correct), [row as never], NOW)).toEqual({
			section: 'Accounts',
			setting: 'Account Table',
			from: '6100',
			to: '613000',
			note: 'anna at the desk on 2026-03-31, for 4101',
		});
		expect(correctionOf(actRequest(correct), [], NOW)).toBeUndefined();
		expect(correctionOf(actRequest({ ...correct, name: 'tryAgain' }), [row as never], NOW)).toBeUndefined();
	});

	test.each([
		['a code that no reason names', { cells: { from: '6200', to: '613000' } }],
		['a setting that no reason names', { setting: 'Partner Table' }],
		['a setting that is none', { setting: 'constructor' }],
	])('does not take %s', (_what, more) => {
		expect(withMapping([], more)).toEqual({ refused: 'notUnderstood' });
	});

	test('does not take what the mapping cannot hold', () => {
		const same = { section: 'Accounts', setting: 'Account Table', from: '6100', to: '614000' };
		expect(withMapping([same])).toEqual({ refused: 'notInMapping' });
		expect(withMapping([], { cells: { from: '6100', to: ' ' } })).toEqual({ refused: 'notInMapping' });
	});
});
