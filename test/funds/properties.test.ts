import fc from 'fast-check';
import type { FisDocument } from '../../nodes/shared/document';
import {
	applyFundsStep,
	balancesOf,
	budgetKeyText,
	NO_COMMITMENTS,
	readFundsDocument,
	type Commitments,
	type RowChange,
} from '../../nodes/shared/funds';
import { Decimal } from '../../nodes/shared/money';
import { budget, Books } from './books';
import { expense, report, request } from './documents';
import { budgets, Concur, op, sourceOf, specs } from './generated';
import { replay, type ModelStep } from './model';

/** Generated sequences of reservations, checks, releases and postings over several requests and linked reports. */

const toCents = (amount: string): number => new Decimal(amount).times(100).toNumber();

function openCents({ rows }: Commitments): Record<string, number> {
	const open: Record<string, number> = {};
	for (const { kind, id, budgetKey, open: amount } of rows) {
		const key = `${kind} ${id}|${budgetKeyText(budgetKey)}`;
		open[key] = (open[key] ?? 0) + toCents(amount);
	}
	return Object.fromEntries(Object.entries(open).filter(([, cents]) => cents !== 0));
}

function inBooks(amounts: Record<string, number>): Books {
	return new Books(Object.entries(amounts).map(([key, cents]) => budget(key, (cents / 100).toFixed(2))));
}

function withChanges(rows: Commitments['rows'], changes: readonly RowChange[]): Commitments['rows'] {
	const identity = ({ kind, id, rowKey }: Commitments['rows'][number]) => `${kind} ${id} ${rowKey}`;
	const written = new Map(rows.map((row) => [identity(row), row]));
	for (const { change, before, after } of changes) {
		if (change === 'delete') written.delete(identity(before!));
		else written.set(identity(after!), after!);
	}
	return [...written.values()].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
}

describe('properties', () => {
	test('every step ends where an independent model, replayed from the whole history, ends', () => {
		fc.assert(
			fc.property(budgets, fc.array(op, { minLength: 1, maxLength: 14 }), (amounts, ops) => {
				const books = inBooks(amounts);
				const concur = new Concur();
				const history: ModelStep[] = [];
				for (const next of ops) {
					const known = next.repeat === null ? undefined : concur.sent[next.repeat];
					if (known && known.step.instruction !== 'fundsCheck') {
						const before = structuredClone(books.state);
						expect(books.apply(known.document)).toMatchObject({ outcome: 'repeated', changes: [], record: null, actuals: [] });
						expect(books.state).toEqual(before);
						continue;
					}
					const sent = concur.document(next);
					const { answer } = books.apply(sent.document);
					history.push(sent.step);
					const model = replay(history, amounts);
					concur.answered(sent, next, model.accepted);
					expect(answer?.confirm).toBe(model.accepted ? 'success' : 'error');
					expect(openCents(books.state)).toEqual(model.open);
					const balances = balancesOf(books.state.rows, books.budgets).map(({ budgetKey, available }) => [
						budgetKeyText(budgetKey),
						toCents(available),
					]);
					expect(Object.fromEntries(balances)).toEqual(model.available);
				}
			}),
			{ numRuns: 250 },
		);
	});

	test('available is budget less actual less open; nothing is negative; what is written leads from one state to the next', () => {
		const linked = fc.record({ op, requests: fc.subarray(['R1', 'R2']), entry: fc.option(fc.nat(3)) });
		fc.assert(
			fc.property(budgets, fc.array(linked, { minLength: 1, maxLength: 14 }), (amounts, ops) => {
				const books = inBooks(amounts);
				for (const [index, { op: next, requests, entry }] of ops.entries()) {
					const frozen = deepFreeze(structuredClone(books.state));
					const before = balancesOf(frozen.rows, books.budgets);
					const list = specs(next, next.entries).map((spec) => ({ ...spec, linked: entry === null ? null : `E${entry}` }));
					const total = list.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();
					const options = { requestIds: requests, total };
					const id = sourceOf(next);
					const build = next.kind === 'request' ? request : report;
					const document =
						next.kind === 'actuals'
							? expense(`d${index}`, id, list, options)
							: build(`d${index}`, next.instruction, id, list, options);
					const step = readFundsDocument(document);
					const result = applyFundsStep(frozen, step, books.budgets);
					const shuffled = applyFundsStep(
						{ ...frozen, rows: [...frozen.rows].reverse() },
						readFundsDocument(reversed(document)),
						books.budgets,
					);
					expect(shuffled.answer).toEqual(result.answer);
					expect(withChanges(shuffled.state.rows, [])).toEqual(result.state.rows);
					if (step.instruction === 'fundsCheck') expect(result.state).toBe(frozen);
					expect(withChanges(frozen.rows, result.changes)).toEqual(result.state.rows);
					books.apply(document);
					const after = balancesOf(books.state.rows, books.budgets);
					for (const [position, { budget: amount, actual, committed, available }] of after.entries()) {
						expect(new Decimal(amount).minus(actual).minus(committed).toFixed()).toBe(available);
						// Only a posting, which is never refused, overdraws a budget.
						const was = before[position]!;
						if (step.instruction === 'obligate' && !new Decimal(available).equals(was.available))
							expect(new Decimal(available).greaterThanOrEqualTo(Decimal.min(0, was.available))).toBe(true);
					}
					for (const row of books.state.rows) {
						expect([row.open, row.amount, row.used].every((amount) => new Decimal(amount).greaterThanOrEqualTo(0))).toBe(true);
						const held = row.taken.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
						expect(held.lessThanOrEqualTo(row.open)).toBe(true);
					}
				}
			}),
			{ numRuns: 200 },
		);
	});

	test('a report that is deleted leaves its request as if it had never been', () => {
		fc.assert(
			fc.property(fc.array(op, { minLength: 2, maxLength: 4 }), ([first, ...rest]) => {
				const books = inBooks({ 'HOTEL/CC1': 9_999_999, 'HOTEL/CC2': 9_999_999, MEALS: 9_999_999 });
				books.apply(request('r', 'obligate', 'R', specs({ ...first!, kind: 'request' }, first!.entries)));
				const untouched = books.state.rows;
				for (const [index, { entries }] of rest.entries())
					books.apply(report(`p${index}`, 'obligate', 'P', specs({ ...first!, kind: 'report' }, entries), { requestIds: ['R'] }));
				books.apply(report('gone', 'release', 'P', []));
				expect(books.state.rows).toEqual(untouched);
			}),
		);
	});

	test('an empty ledger is never written to', () => {
		expect(NO_COMMITMENTS).toEqual({ rows: [], steps: [] });
	});
});

/** The same document with its lists of entries in the opposite order. */
function reversed({ document, ...rest }: FisDocument): FisDocument {
	const turned = Object.entries(document).map(([field, value]) => [
		field,
		field.endsWith('Entry') && Array.isArray(value) ? [...value].reverse() : value,
	]);
	return { ...rest, document: Object.fromEntries(turned) };
}

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}
