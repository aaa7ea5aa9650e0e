import { Decimal, ZERO } from '../money';
import { byText } from './keys';
import { commitmentOfRow, type Commitment } from './commitment';
import type { CommitmentRow, SourceKind } from './types';

/**
 * The rows of commitments and what they hold of each other. A request's row has the capacity `amount - used`; reports take from it, and
 * what nobody took is its own open amount. A report's row is open for `amount - used`, part of which it may have taken from requests.
 */
export class CommitmentRows {
	private readonly commitments = new Map<string, Commitment>();
	/** Request row -> what all reports hold of it. */
	private readonly lent = new Map<string, Decimal>();

	constructor(rows: readonly CommitmentRow[]) {
		for (const commitment of rows.map(commitmentOfRow)) {
			this.set(commitment);
			for (const [request, held] of commitment.taken) this.lend(request, held);
		}
	}

	/** All rows in a fixed order. */
	all(): Commitment[] {
		return [...this.commitments.values()].sort((a, b) => byText(a.row, b.row));
	}

	of(kind: SourceKind, ids: readonly string[]): Commitment[] {
		return this.all().filter((commitment) => commitment.kind === kind && ids.includes(commitment.id));
	}

	get(row: string): Commitment | undefined {
		return this.commitments.get(row);
	}

	set(commitment: Commitment): void {
		this.commitments.set(commitment.row, commitment);
	}

	openOf(commitment: Commitment): Decimal {
		return Decimal.max(0, this.restOf(commitment));
	}

	/** Lets a report's row take from a request's row what the one still needs and the other still has. */
	take(row: Commitment, request: Commitment): void {
		const held = [...row.taken.values()].reduce((sum, amount) => sum.plus(amount), ZERO);
		const part = Decimal.min(this.openOf(row).minus(held), this.openOf(request));
		if (part.greaterThan(0)) this.hold(row, request.row, part);
	}

	giveBack(commitment: Commitment): void {
		for (const [request, amount] of [...commitment.taken]) this.hold(commitment, request, amount.negated());
	}

	/** Uses an open amount up. What was taken from requests goes first, so that a report costs no more than it must beside its request. */
	use(commitment: Commitment, amount: Decimal): void {
		commitment.used = commitment.used.plus(amount);
		let rest = amount;
		for (const [identity, held] of [...commitment.taken]) {
			const part = Decimal.min(rest, held);
			rest = rest.minus(part);
			this.hold(commitment, identity, part.negated());
			const request = this.commitments.get(identity);
			if (request) request.used = request.used.plus(part);
		}
	}

	/**
	 * Removes a row. What of it was used or taken passes to another row of the same source and budget, so that changing entries does not
	 * forget it; where there is none, reports keep what they took as their own.
	 */
	remove(commitment: Commitment): void {
		const heir = this.of(commitment.kind, [commitment.id]).find(
			({ row, budget }) => budget === commitment.budget && row !== commitment.row,
		);
		if (heir) this.pass(commitment, heir, commitment.used.plus(this.lent.get(commitment.row) ?? ZERO));
		this.commitments.delete(commitment.row);
		this.lent.delete(commitment.row);
		if (commitment.kind === 'request') for (const other of this.commitments.values()) other.taken.delete(commitment.row);
	}

	/** Spreads what is used and taken over a source's rows of one budget, so that none has more than its amount while another is open. */
	level(): void {
		const rows = this.all();
		for (const commitment of rows) {
			if (!this.restOf(commitment).isNegative()) continue;
			for (const other of rows) {
				if (other.kind !== commitment.kind || other.id !== commitment.id || other.budget !== commitment.budget) continue;
				const part = Decimal.min(this.restOf(commitment).negated(), this.openOf(other));
				if (part.greaterThan(0)) this.pass(commitment, other, part);
			}
		}
	}

	/** What is left of a row; negative when its amount was lowered below what is used and taken. */
	private restOf({ row, amount, used }: Commitment): Decimal {
		return amount.minus(used).minus(this.lent.get(row) ?? ZERO);
	}

	/** Passes what is taken, then what is used, from one row to another. */
	private pass(from: Commitment, to: Commitment, amount: Decimal): void {
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
	private hold(row: Commitment, request: string, change: Decimal): void {
		const held = (row.taken.get(request) ?? ZERO).plus(change);
		if (held.isZero()) row.taken.delete(request);
		else row.taken.set(request, held);
		this.lend(request, change);
	}

	private lend(request: string, change: Decimal): void {
		this.lent.set(request, (this.lent.get(request) ?? ZERO).plus(change));
	}
}
