import { Decimal, ZERO } from '../money';
import { budgetKeyId, byText, rowId } from './keys';
import { entryOfRow, entryOfTarget, isSameRow, PREFERENCES, rowOfEntry, type Entry } from './ledgerEntry';
import type { Target } from './targets';
import type { CommitmentRow, FundsStep, RowChange, SourceKind } from './types';

/**
 * A working copy of the ledger's rows. A request's row has the capacity `amount - used`; reports take from it, and what nobody took is
 * its own open amount. A report's row is open for `amount - used`, part of which it may have taken from requests.
 */
export class Ledger {
	private readonly entries = new Map<string, Entry>();
	/** Request row -> what all reports hold of it. */
	private readonly lent = new Map<string, Decimal>();

	constructor(private readonly before: readonly CommitmentRow[]) {
		for (const entry of before.map(entryOfRow)) {
			this.entries.set(entry.row, entry);
			for (const [request, held] of entry.taken) this.lend(request, held);
		}
	}

	/** Sets a source's rows to their targets; rows that are no target are gone. What a report had taken goes back first. */
	replace(kind: SourceKind, step: FundsStep, targets: readonly Target[]): void {
		const id = step.sourceId!;
		const wanted = new Set(targets.map(({ row }) => rowId(kind, id, row.rowKey)));
		for (const entry of this.of(kind, id)) {
			this.giveBack(entry);
			if (!wanted.has(entry.row)) this.remove(entry);
		}
		for (const target of targets) {
			const used = this.entries.get(rowId(kind, id, target.row.rowKey))?.used ?? ZERO;
			const entry = entryOfTarget(kind, step, target, used);
			this.entries.set(entry.row, entry);
		}
	}

	/** Lets every row of a report take what it can from the requests' rows of the same budget key. */
	draw(reportId: string, requestIds: readonly string[]): void {
		const rows = this.of('report', reportId);
		const requests = this.requests(requestIds);
		for (const prefers of PREFERENCES)
			for (const row of rows)
				for (const request of requests) if (row.budget === request.budget && prefers(row, request)) this.take(row, request);
	}

	/**
	 * Turns open amounts into cost: every row's own reservation first, then the report's other rows of the same budget key, then those of
	 * the linked requests. What they do not cover comes out of the budget without ever having been committed.
	 */
	consume(reportId: string, requestIds: readonly string[], targets: readonly Target[]): void {
		const report = this.of('report', reportId);
		const requests = this.requests(requestIds);
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
		for (const entry of this.of(kind, id)) {
			if (lapses) this.use(entry, this.openOf(entry));
			this.giveBack(entry);
			this.remove(entry);
		}
	}

	/** The requests that a report holds something of. */
	requestsTakenFrom(reportId: string): string[] {
		const identities = this.of('report', reportId).flatMap(({ taken }) => [...taken.keys()]);
		return identities.flatMap((identity) => this.entries.get(identity)?.id ?? []);
	}

	/** The rows as plain data, in a fixed order. */
	rows(): CommitmentRow[] {
		return this.sorted().map((entry) => rowOfEntry(entry, this.openOf(entry)));
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

	private of(kind: SourceKind, id: string): Entry[] {
		return this.sorted().filter((entry) => entry.kind === kind && entry.id === id);
	}

	private requests(ids: readonly string[]): Entry[] {
		return this.sorted().filter((entry) => entry.kind === 'request' && ids.includes(entry.id));
	}

	private sorted(): Entry[] {
		return [...this.entries.values()].sort((a, b) => byText(a.row, b.row));
	}

	private openOf({ row, amount, used }: Entry): Decimal {
		return Decimal.max(0, amount.minus(used).minus(this.lent.get(row) ?? ZERO));
	}

	private lend(request: string, amount: Decimal): void {
		this.lent.set(request, (this.lent.get(request) ?? ZERO).plus(amount));
	}

	private take(row: Entry, request: Entry): void {
		const held = [...row.taken.values()].reduce((sum, amount) => sum.plus(amount), ZERO);
		const part = Decimal.min(this.openOf(row).minus(held), this.openOf(request));
		if (part.lessThanOrEqualTo(0)) return;
		row.taken.set(request.row, (row.taken.get(request.row) ?? ZERO).plus(part));
		this.lend(request.row, part);
	}

	/** Uses open amounts of the row's budget key up, one entry after the other. @returns what they did not cover */
	private useUp(entries: readonly Entry[], { budgetKey }: Target['row'], amount: Decimal): Decimal {
		const budget = budgetKeyId(budgetKey);
		let rest = amount;
		for (const entry of entries) {
			if (entry.budget !== budget) continue;
			const part = Decimal.min(rest, this.openOf(entry));
			this.use(entry, part);
			rest = rest.minus(part);
		}
		return rest;
	}

	private giveBack(entry: Entry): void {
		for (const [request, amount] of entry.taken) this.lend(request, amount.negated());
		entry.taken.clear();
	}

	/** Uses an open amount up. What was taken from requests goes first, so that a report costs no more than it must beside its request. */
	private use(entry: Entry, amount: Decimal): void {
		entry.used = entry.used.plus(amount);
		let rest = amount;
		for (const [identity, held] of [...entry.taken]) {
			const part = Decimal.min(rest, held);
			rest = rest.minus(part);
			this.lend(identity, part.negated());
			const request = this.entries.get(identity);
			if (request) request.used = request.used.plus(part);
			if (part.equals(held)) entry.taken.delete(identity);
			else entry.taken.set(identity, held.minus(part));
		}
	}

	/** A request's row that is gone leaves to reports what they took from it, as their own. */
	private remove(entry: Entry): void {
		this.entries.delete(entry.row);
		this.lent.delete(entry.row);
		if (entry.kind === 'request') for (const other of this.entries.values()) other.taken.delete(entry.row);
	}
}

const byIdentity = (rows: readonly CommitmentRow[]): Map<string, CommitmentRow> =>
	new Map(rows.map((row) => [rowId(row.kind, row.id, row.rowKey), row]));
