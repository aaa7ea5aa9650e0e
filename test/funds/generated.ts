import fc from 'fast-check';
import type { FisDocument } from '../../nodes/shared/document';
import { Decimal } from '../../nodes/shared/money';
import { expense, report, request, type EntrySpec } from './documents';
import type { ModelStep } from './model';

/** Operations of travellers and approvers, and the documents Concur makes of them. */

const KEYS = ['HOTEL/CC1', 'HOTEL/CC2', 'MEALS'] as const;

export interface Op {
	kind: 'request' | 'report' | 'actuals';
	instruction: 'obligate' | 'fundsCheck' | 'release';
	id: string;
	/** Entry number -> key and cents; entries keep their number over revisions. */
	entries: Record<number, { key: (typeof KEYS)[number]; cents: number }>;
	encoding: 'full' | 'withPrevious' | 'changesOnly';
	/** Delivers an earlier document once more in place of this one. */
	repeat: number | null;
}

/** Which request a report belongs to; the third belongs to none. */
const LINKS: Record<string, string | null> = { P1: 'R1', P2: 'R1', P3: null, P4: 'R2' };

export const op: fc.Arbitrary<Op> = fc.record({
	kind: fc.constantFrom('request', 'request', 'report', 'report', 'report', 'actuals'),
	instruction: fc.constantFrom('obligate', 'obligate', 'obligate', 'obligate', 'fundsCheck', 'release'),
	id: fc.constantFrom('1', '2', '3', '4'),
	entries: fc
		.uniqueArray(fc.tuple(fc.nat(3), fc.constantFrom(...KEYS), fc.integer({ min: -300, max: 900 })), {
			minLength: 1,
			maxLength: 4,
			selector: ([number]) => number,
		})
		.map((list) => Object.fromEntries(list.map(([number, key, cents]) => [number, { key, cents: cents === 0 ? 1 : cents }]))),
	encoding: fc.constantFrom('full', 'withPrevious', 'changesOnly'),
	repeat: fc.option(fc.nat(5), { freq: 6 }),
});

export const budgets = fc.record({ 'HOTEL/CC1': fc.nat(3000), 'HOTEL/CC2': fc.nat(3000), MEALS: fc.nat(3000) });

/** Requests have no refunds; a report may have them. */
const amountOf = ({ kind }: Op, cents: number): number => (kind === 'request' ? Math.abs(cents) : cents);

export function sourceOf({ kind, id }: Op): string {
	return kind === 'request' ? `R${id === '3' || id === '4' ? '2' : id}` : `P${id}`;
}

export function specs(op: Op, entries: Op['entries']): EntrySpec[] {
	return Object.entries(entries).map(([number, { key, cents }]) => {
		const [account, costCenter = null] = key.split('/');
		return { id: `E${number}`, account, costCenter, amount: (amountOf(op, cents) / 100).toFixed(2) };
	});
}

/** Turns operations into documents, knowing what Concur would know: the last revision that was accepted. */
export class Concur {
	private readonly accepted = new Map<string, Op['entries']>();
	readonly sent: { document: FisDocument; step: ModelStep }[] = [];

	document(op: Op): { document: FisDocument; step: ModelStep } {
		const id = sourceOf(op);
		const fisId = `doc${this.sent.length}`;
		const instruction = op.kind === 'actuals' ? 'post' : op.instruction;
		const amounts: Record<string, number> = {};
		for (const { key, cents } of Object.values(op.entries)) amounts[key] = (amounts[key] ?? 0) + amountOf(op, cents);
		const linkedTo = op.kind === 'request' ? null : LINKS[id]!;
		const step: ModelStep = { kind: op.kind, instruction, id, amounts, request: linkedTo };
		const options = { requestIds: linkedTo === null ? [] : [linkedTo] };
		const all = specs(op, op.entries);
		if (op.kind === 'actuals') return this.keep({ document: expense(fisId, id, all, options), step });
		const build = op.kind === 'request' ? request : report;
		return this.keep({
			document: build(fisId, op.instruction, id, this.listed(op, id, all), { ...options, ...this.revision(op, id, all) }),
			step,
		});
	}

	answered({ step }: { step: ModelStep }, op: Op, isAccepted: boolean): void {
		const source = `${step.kind} ${step.id}`;
		if (step.instruction === 'release') this.accepted.delete(source);
		if (step.instruction === 'obligate' && isAccepted) this.accepted.set(source, op.entries);
	}

	private keep<T extends { document: FisDocument; step: ModelStep }>(sent: T): T {
		this.sent.push(sent);
		return sent;
	}

	private before(op: Op, id: string): EntrySpec[] | null {
		const entries = op.encoding === 'full' ? undefined : this.accepted.get(`${op.kind} ${id}`);
		return entries ? specs(op, entries) : null;
	}

	private listed(op: Op, id: string, all: EntrySpec[]): EntrySpec[] {
		const before = this.before(op, id);
		if (before === null || op.encoding !== 'changesOnly') return all;
		const old = new Set(before.map((entry) => JSON.stringify(entry)));
		return all.filter((entry) => !old.has(JSON.stringify(entry)));
	}

	private revision(op: Op, id: string, all: EntrySpec[]) {
		const total = all.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();
		const before = this.before(op, id);
		if (before === null) return { total };
		const listed = new Set(this.listed(op, id, all).map((entry) => entry.id));
		const current = new Set(all.map((entry) => entry.id));
		const previous =
			op.encoding === 'withPrevious' ? before : before.filter((entry) => listed.has(entry.id) || !current.has(entry.id));
		return { total, previous, revision: 2 };
	}
}
