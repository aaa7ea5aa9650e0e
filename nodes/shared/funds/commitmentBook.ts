import { Decimal, ZERO } from '../money';
import { budgetKeyId, byText, rowId } from './keys';
import { commitmentOfTarget, isSameRow, PREFERENCES, rowOfCommitment, type Commitment } from './commitment';
import { CommitmentRows } from './commitmentRows';
import type { Target } from './targets';
import type { CommitmentRow, FundsStep, RowChange, SourceKind } from './types';

/** A working copy of the commitments on which one step is worked out. */
export class CommitmentBook {
	private readonly book: CommitmentRows;

	constructor(private readonly before: readonly CommitmentRow[]) {
		this.book = new CommitmentRows(before);
	}

	/** Sets a source's rows to their targets; rows that are no target are gone. What a report had taken goes back first. */
	replace(kind: SourceKind, step: FundsStep, targets: readonly Target[]): void {
		const id = step.sourceId!;
		const old = this.book.of(kind, [id]);
		for (const commitment of old) this.book.giveBack(commitment);
		const wanted = new Set<string>();
		for (const target of targets) {
			const identity = rowId(kind, id, target.row.rowKey);
			wanted.add(identity);
			this.book.set(commitmentOfTarget(kind, step, target, this.book.get(identity)?.used ?? ZERO));
		}
		for (const commitment of old.filter(({ row }) => !wanted.has(row))) this.book.remove(commitment);
		this.book.level();
	}

	/** Lets every row of a report take what it can from the requests' rows of the same budget key. */
	draw(reportId: string, requestIds: readonly string[]): void {
		const rows = this.book.of('report', [reportId]);
		const requests = this.book.of('request', requestIds);
		for (const prefers of PREFERENCES)
			for (const row of rows)
				for (const request of requests) if (row.budget === request.budget && prefers(row, request)) this.book.take(row, request);
	}

	/**
	 * Turns open amounts into cost: every row's own reservation first, then the report's other rows of the same budget key, then those of
	 * the linked requests. What they do not cover comes out of the budget without ever having been committed.
	 */
	consume(reportId: string, requestIds: readonly string[], targets: readonly Target[]): void {
		const report = this.book.of('report', [reportId]);
		const requests = this.book.of('request', requestIds);
		const uncovered = targets.map(({ row, amount }) => {
			const own = report.filter(({ rowKey }) => rowKey === row.rowKey);
			return { row, amount: this.useUp(own, row, amount) };
		});
		for (const { row, amount } of uncovered) {
			const linked = PREFERENCES.flatMap((prefers) => requests.filter((request) => prefers(row, request)));
			this.useUp([...new Set([...report, ...linked])], row, amount);
		}
	}

	/** Closes a source. A report that was never posted gives back what it took; of a posted one the rest lapses, also for its request. */
	release(kind: SourceKind, id: string, lapses: boolean): void {
		for (const commitment of this.book.of(kind, [id])) {
			if (lapses) this.book.use(commitment, this.book.openOf(commitment));
			this.book.giveBack(commitment);
			this.book.remove(commitment);
		}
		this.book.level();
	}

	/** The requests that a report holds something of. */
	requestsTakenFrom(reportId: string): string[] {
		const identities = this.book.of('report', [reportId]).flatMap(({ taken }) => [...taken.keys()]);
		return identities.flatMap((identity) => this.book.get(identity)?.id ?? []);
	}

	/** The rows as plain data, in a fixed order. */
	rows(): CommitmentRow[] {
		return this.book.all().map((commitment) => rowOfCommitment(commitment, this.book.openOf(commitment)));
	}

	/** What changed since the beginning, in a fixed order. */
	changes(): RowChange[] {
		const before = byIdentity(this.before);
		const after = byIdentity(this.rows());
		return [...new Set([...before.keys(), ...after.keys()])].sort(byText).flatMap((identity): RowChange[] => {
			const [old, fresh] = [before.get(identity) ?? null, after.get(identity) ?? null];
			if (old === null) return [{ change: 'insert', before: null, after: fresh }];
			if (fresh === null) return [{ change: 'delete', before: old, after: null }];
			return isSameRow(old, fresh) ? [] : [{ change: 'update', before: old, after: fresh }];
		});
	}

	/** Uses open amounts of the row's budget key up, one commitment after the other. @returns what they did not cover */
	private useUp(commitments: readonly Commitment[], { budgetKey }: Target['row'], amount: Decimal): Decimal {
		const budget = budgetKeyId(budgetKey);
		let rest = amount;
		for (const commitment of commitments) {
			if (commitment.budget !== budget) continue;
			const part = Decimal.min(rest, this.book.openOf(commitment));
			this.book.use(commitment, part);
			rest = rest.minus(part);
		}
		return rest;
	}
}

const byIdentity = (rows: readonly CommitmentRow[]): Map<string, CommitmentRow> =>
	new Map(rows.map((row) => [rowId(row.kind, row.id, row.rowKey), row]));
