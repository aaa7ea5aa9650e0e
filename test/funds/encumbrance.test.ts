import fc from 'fast-check';
import { encumbranceLines } from '../../nodes/shared/funds';
import { Decimal } from '../../nodes/shared/money';
import { Books, budget } from './books';
import { expense, report, request } from './documents';

const accounts = { encumbrances: '990100', reserve: '990200' };
const books = () => new Books([budget('TRAVEL/CC1', '100')]);

test('a reservation debits encumbrances by cost center, its release turns it round', () => {
	const ledger = books();
	const entries = [
		{ id: 'RE1', amount: 4 },
		{ id: 'RE2', amount: '2.50', costCenter: null },
	];
	const { changes } = ledger.apply(request('d1', 'obligate', 'R', entries));
	expect(encumbranceLines(changes, accounts)).toEqual([
		{ account: '990100', debit: '4', costCenter: 'CC1', project: null },
		{ account: '990200', credit: '4', costCenter: 'CC1', project: null },
		{ account: '990100', debit: '2.5', costCenter: null, project: null },
		{ account: '990200', credit: '2.5', costCenter: null, project: null },
	]);
	const released = ledger.apply(request('d2', 'release', 'R', [])).changes;
	expect(encumbranceLines(released, accounts).map(({ account, debit }) => [account, debit])).toEqual([
		['990200', '4'],
		['990100', undefined],
		['990200', '2.5'],
		['990100', undefined],
	]);
});

test('a report that takes over its request’s reservation moves nothing; its posting reverses what it consumes', () => {
	const ledger = books();
	ledger.apply(request('d1', 'obligate', 'R', [{ amount: 4 }]));
	const { changes } = ledger.apply(report('d2', 'obligate', 'P', [{ amount: 4 }], { requestIds: ['R'] }));
	expect(changes).toHaveLength(2);
	expect(encumbranceLines(changes, accounts)).toEqual([]);
	const posted = ledger.apply(expense('d3', 'P', [{ amount: 3 }], { requestIds: ['R'] })).changes;
	expect(encumbranceLines(posted, accounts)).toEqual([
		{ account: '990200', debit: '3', costCenter: 'CC1', project: null },
		{ account: '990100', credit: '3', costCenter: 'CC1', project: null },
	]);
});

test('whatever happens, the entries balance and their sum is what is open', () => {
	const amounts = fc.array(fc.tuple(fc.constantFrom('R1', 'R2'), fc.integer({ min: 0, max: 900 })), {
		minLength: 1,
		maxLength: 8,
	});
	fc.assert(
		fc.property(amounts, (steps) => {
			const ledger = books();
			let encumbered = new Decimal(0);
			for (const [index, [id, cents]] of steps.entries()) {
				const { changes } = ledger.apply(
					request(`d${index}`, cents === 0 ? 'release' : 'obligate', id, [{ amount: (cents / 100).toFixed(2) }]),
				);
				const lines = encumbranceLines(changes, accounts);
				const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total.plus(line[side] ?? 0), new Decimal(0));
				expect(sum('debit').equals(sum('credit'))).toBe(true);
				for (const { account, debit, credit } of lines)
					if (account === accounts.encumbrances) encumbered = encumbered.plus(debit ?? 0).minus(credit ?? 0);
			}
			const open = ledger.state.rows.reduce((total, row) => total.plus(row.open), new Decimal(0));
			expect(encumbered.toFixed()).toBe(open.toFixed());
		}),
	);
});
