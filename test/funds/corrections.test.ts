import { Books, budget } from './books';
import { expense, report, request } from './documents';

/** What is taken and posted must not be forgotten, nor counted twice, when entries change afterwards. */

const two = [
	{ id: 'RE1', amount: 4 },
	{ id: 'RE2', amount: 4 },
];
const linked = { requestIds: ['R'] };
const books = () => new Books([budget('TRAVEL/CC1', '100')]);

test('a report draws on its own linked entry first, then on the rest of its request', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', two));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 5, linked: 'RE2', linkedRequest: 'R' }], linked));
	const requestRows = ledger.state.rows.filter(({ kind }) => kind === 'request');
	expect(requestRows.map(({ entryId, open }) => [entryId, open])).toEqual([
		['RE1', '3'],
		['RE2', '0'],
	]);
});

test('a request whose drawn entry is lowered has no more open than its new total leaves', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', two));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 4, linked: 'RE1' }], linked));
	ledger.apply(request('d3', 'obligate', 'R', [{ id: 'RE1', amount: 2 }, two[1]!]));
	expect(ledger.open).toEqual({ 'report P': '4', 'request R': '2' });
});

test('what another report still holds is not offered again when one report is deleted', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', two));
	ledger.apply(report('d2', 'obligate', 'P1', [{ amount: 4, linked: 'RE1' }], linked));
	ledger.apply(report('d3', 'obligate', 'P2', [{ amount: 4, linked: 'RE2' }], linked));
	ledger.apply(request('d4', 'obligate', 'R', [{ id: 'RE1', amount: 1 }, two[1]!]));
	ledger.apply(report('d5', 'release', 'P2', []));
	expect(ledger.open).toEqual({ 'report P1': '4', 'request R': '1' });
});

test('an entry that replaces a drawn one takes over what was drawn', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', [{ id: 'RE1', amount: 4 }]));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 3, linked: 'RE1' }], linked));
	ledger.apply(request('d3', 'obligate', 'R', [{ id: 'RE9', amount: 4 }]));
	expect(ledger.open).toEqual({ 'report P': '3', 'request R': '1' });
	ledger.apply(report('d4', 'release', 'P', []));
	expect(ledger.open).toEqual({ 'request R': '4' });
});

test('a report reserved again after it was posted and paid gives back when it is deleted', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', [{ amount: 8 }]));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 3 }], linked));
	ledger.apply(expense('d3', 'P', [{ amount: 3 }], linked));
	ledger.apply(report('d4', 'release', 'P', []));
	ledger.apply(report('d5', 'obligate', 'P', [{ amount: 2 }], linked));
	expect(ledger.open).toEqual({ 'report P': '2', 'request R': '3' });
	ledger.apply(report('d6', 'release', 'P', []));
	expect(ledger.open).toEqual({ 'request R': '5' });
});

test('a report reserved again after posting commits only what is not cost yet', () => {
	const ledger = books();
	ledger.apply(report('d1', 'obligate', 'P', [{ amount: 6 }]));
	ledger.apply(expense('d2', 'P', [{ amount: 4 }]));
	ledger.apply(report('d3', 'obligate', 'P', [{ amount: 7 }], { revision: 2, previous: [{ amount: 6 }] }));
	expect([ledger.open, ledger.available]).toEqual([{ 'report P': '3' }, '93']);
});

test('a request that closes leaves its reports what they hold', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', [{ amount: 4 }]));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 3 }], linked));
	const { changes } = ledger.apply(request('d3', 'release', 'R', []));
	expect(changes.map(({ change, after }) => [change, after?.taken])).toEqual([
		['update', []],
		['delete', undefined],
	]);
	ledger.apply(report('d4', 'release', 'P', []));
	expect([ledger.open, ledger.available]).toEqual([{}, '100']);
});

test('a posting beyond its reservation consumes report, request and then plain budget, even an empty one', () => {
	const ledger = new Books([budget('TRAVEL/CC1', '6')]);
	ledger.apply(request('d1', 'obligate', 'R', [{ amount: 4 }]));
	ledger.apply(report('d2', 'obligate', 'P', [{ amount: 3 }], linked));
	const { answer } = ledger.apply(expense('d3', 'P', [{ amount: 9 }], linked));
	expect([answer?.confirm, ledger.open, ledger.available]).toEqual(['success', {}, '-3']);
	expect(ledger.apply(report('d4', 'fundsCheck', 'P2', [{ amount: 1 }])).answer?.messages[0]).toMatchObject({
		available: '-3.00',
	});
});

test('a posting on another budget key leaves the reservation for the release', () => {
	const ledger = new Books([budget('TRAVEL/CC1', '10'), budget('MEALS/CC1', '10')]);
	ledger.apply(report('d1', 'obligate', 'P', [{ amount: 4 }]));
	ledger.apply(expense('d2', 'P', [{ amount: 4, account: 'MEALS' }]));
	expect(ledger.available).toEqual({ 'TRAVEL/CC1': '6', 'MEALS/CC1': '6' });
	ledger.apply(report('d3', 'release', 'P', []));
	expect(ledger.available).toEqual({ 'TRAVEL/CC1': '10', 'MEALS/CC1': '6' });
});

test('a repeated posting costs nothing twice', () => {
	const ledger = books();
	ledger.apply(expense('d1', 'P', [{ amount: 4 }]));
	expect(ledger.apply(expense('d1', 'P', [{ amount: 4 }]))).toMatchObject({ outcome: 'repeated', actuals: [], changes: [] });
	expect(ledger.available).toBe('96');
});
