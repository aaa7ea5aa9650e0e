import { Decimal, ZERO } from '../money';
import { byText } from './keys';
import { entryOfRow, type Entry } from './ledgerEntry';
import type { CommitmentRow, SourceKind } from './types';

/**
 * The rows of the ledger and what they hold of each other. A request's row has the capacity `amount - used`; reports take from it, and
 * what nobody took is its own open amount. A report's row is open for `amount - used`, part of which it may have taken from requests.
 */
export class LedgerRows {
	private readonly entries = new Map<string, Entry>();
	/** Request row -> what all reports hold of it. */
	private readonly lent = new Map<string, Decimal>();

	constructor(rows: readonly CommitmentRow[]) {
		for (const entry of rows.map(entryOfRow)) {
			this.set(entry);
			for (const [request, held] of entry.taken) this.lend(request, held);
		}
	}

	/** All rows in a fixed order. */
	all(): Entry[] {
		return [...this.entries.values()].sort((a, b) => byText(a.row, b.row));
	}

	of(kind: SourceKind, ids: readonly string[]): Entry[] {
		return this.all().filter((entry) => entry.kind === kind && ids.includes(entry.id));
	}

	get(row: string): Entry | undefined {
		return this.entries.get(row);
	}

	set(entry: Entry): void {
		this.entries.set(entry.row, entry);
	}

	openOf(entry: Entry): Decimal {
		return Decimal.max(0, this.restOf(entry));
	}

	/** Lets a report's row take from a request's row what the one still needs and the other still has. */
	take(row: Entry, request: Entry): void {
		const held = [...row.taken.values()].reduce((sum, amount) => sum.plus(amount), ZERO);
		const part = Decimal.min(this.openOf(row).minus(held), this.openOf(request));
		if (part.greaterThan(0)) this.hold(row, request.row, part);
	}

	giveBack(entry: Entry): void {
		for (const [request, amount] of [...entry.taken]) this.hold(entry, request, amount.negated());
	}

	/** Uses an open amount up. What was taken from requests goes first, so that a report costs no more than it must beside its request. */
	use(entry: Entry, amount: Decimal): void {
		entry.used = entry.used.plus(amount);
		let rest = amount;
		for (const [identity, held] of [...entry.taken]) {
			const part = Decimal.min(rest, held);
			rest = rest.minus(part);
			this.hold(entry, identity, part.negated());
			const request = this.entries.get(identity);
			if (request) request.used = request.used.plus(part);
		}
	}

	/**
	 * Removes a row. What of it was used or taken passes to another row of the same source and budget, so that changing entries does not
	 * forget it; where there is none, reports keep what they took as their own.
	 */
	remove(entry: Entry): void {
		const heir = this.of(entry.kind, [entry.id]).find(({ row, budget }) => budget === entry.budget && row !== entry.row);
		if (heir) this.pass(entry, heir, entry.used.plus(this.lent.get(entry.row) ?? ZERO));
		this.entries.delete(entry.row);
		this.lent.delete(entry.row);
		if (entry.kind === 'request') for (const other of this.entries.values()) other.taken.delete(entry.row);
	}

	/** Spreads what is used and taken over a source's rows of one budget, so that none has more than its amount while another is open. */
	level(): void {
		const rows = this.all();
		for (const entry of rows) {
			if (!this.restOf(entry).isNegative()) continue;
			for (const other of rows) {
				if (other.kind !== entry.kind || other.id !== entry.id || other.budget !== entry.budget) continue;
				const part = Decimal.min(this.restOf(entry).negated(), this.openOf(other));
				if (part.greaterThan(0)) this.pass(entry, other, part);
			}
		}
	}

	/** What is left of a row; negative when its amount was lowered below what is used and taken. */
	private restOf({ row, amount, used }: Entry): Decimal {
		return amount.minus(used).minus(this.lent.get(row) ?? ZERO);
	}

	/** Passes what is taken, then what is used, from one row to another. */
	private pass(from: Entry, to: Entry, amount: Decimal): void {
		let rest = amount;
		for (const holder of this.all()) {
			const part = Decimal.min(rest, holder.taken.get(from.row) ?? ZERO);
			if (part.isZero()) continue;
			this.hold(holder, from.row, part.negated());
			this.hold(holder, to.row, part);
			rest = rest.minus(part);
		}
		const used = Decimal.min(rest, from.used);
		from.used = from.used.minus(used);
		to.used = to.used.plus(used);
	}

	/** Changes what a row holds of a request's row. */
	private hold(row: Entry, request: string, change: Decimal): void {
		const held = (row.taken.get(request) ?? ZERO).plus(change);
		if (held.isZero()) row.taken.delete(request);
		else row.taken.set(request, held);
		this.lend(request, change);
	}

	private lend(request: string, change: Decimal): void {
		this.lent.set(request, (this.lent.get(request) ?? ZERO).plus(change));
	}
}
