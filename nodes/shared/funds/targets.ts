import { allot, Decimal, decimalsOf, RunningRounder, ZERO } from '../money';
import { budgetKeyId, byText } from './keys';
import type { FundsPolicies } from './policies';
import type { CommitmentRow, FundsStep, StepRow } from './types';

/** What a row shall commit in all after the step, in the company's currency. */
export interface Target {
	row: Omit<StepRow, 'amount'>;
	/** As the document has it. */
	stated: Decimal;
	/** In the company's currency, with its sign. */
	cost: Decimal;
	/** What it commits: refunds taken off, never negative. */
	amount: Decimal;
}

/**
 * The rows a source has after a step. Without a previous revision the document is the full state. With one, listed entries replace
 * theirs, entries only in the previous list are gone, and entries in neither stay.
 *
 * @param stored the source's rows of commitments
 */
export function mergedRows(step: FundsStep, stored: readonly CommitmentRow[]): StepRow[] {
	if (step.previous === null) return step.rows;
	const named = new Set([...step.entryIds, ...step.previous.entryIds]);
	const kept = stored.filter(({ entryId }) => !named.has(entryId));
	return [...kept.map(({ stated, ...row }): StepRow => ({ ...row, amount: stated })), ...step.rows];
}

/**
 * Brings rows to money of the company: requests to the total of their header, other currencies by the rate, all to the decimals of
 * the currency so that they add up; refunds are taken off the other rows of their budget key, because a commitment is never negative.
 *
 * @param rate company currency for one unit of the step's
 */
export function targetRows(step: FundsStep, merged: readonly StepRow[], rate: Decimal, policies: FundsPolicies): Target[] {
	const targets = [...merged]
		.sort((a, b) => byText(a.rowKey, b.rowKey))
		.map(({ amount, ...row }) => ({ row, stated: new Decimal(amount), cost: new Decimal(amount), amount: ZERO }));
	if (step.kind === 'request') scaleToTotal(step, targets);
	const decimals = decimalsOf(policies.companyCurrency ?? step.currency ?? '');
	const rounder = new RunningRounder(decimals);
	for (const target of targets) target.cost = rounder.next(budgetKeyId(target.row.budgetKey), target.cost.times(rate));
	takeOffRefunds(targets);
	return targets;
}

/**
 * Entries of a request are in the currency of the expense, which the document does not name; only the header's total is in the
 * employee's. So a sum that differs from the total tells of another currency, and every row gets its share of the total. A total that
 * equals the listed entries alone speaks of those, and nothing is scaled.
 */
function scaleToTotal(step: FundsStep, targets: readonly Target[]): void {
	if (step.total === null || targets.length === 0) return;
	const total = new Decimal(step.total);
	const sum = sumOf(targets.map(({ stated }) => stated));
	const listed = sumOf(step.rows.map(({ amount }) => new Decimal(amount)));
	if (total.equals(sum) || sum.isZero() || total.equals(listed)) return;
	const parts = allot(
		total,
		targets.map(({ stated }) => stated),
		Math.max(decimalsOf(step.currency ?? ''), total.decimalPlaces()),
	);
	for (const [index, target] of targets.entries()) target.cost = parts[index]!;
}

function takeOffRefunds(targets: readonly Target[]): void {
	const refunds = new Map<string, Decimal>();
	for (const { row, cost } of targets) {
		const key = budgetKeyId(row.budgetKey);
		if (cost.isNegative()) refunds.set(key, (refunds.get(key) ?? ZERO).minus(cost));
	}
	for (const target of targets) {
		const key = budgetKeyId(target.row.budgetKey);
		const refund = refunds.get(key) ?? ZERO;
		const charge = Decimal.max(0, target.cost);
		const taken = Decimal.min(refund, charge);
		refunds.set(key, refund.minus(taken));
		target.amount = charge.minus(taken);
	}
}

const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
