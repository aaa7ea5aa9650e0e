import { Decimal, plainText, ZERO } from '../money';
import { budgetKeyId } from './keys';
import type { FundsPolicies } from './policies';
import type { BudgetKey, BudgetRow, CommitmentRow } from './types';

/** Where a budget stands, decimal text in the company's currency: `available` = `budget` - `actual` - `committed`. */
export interface Balance {
	budgetKey: BudgetKey;
	budget: string;
	actual: string;
	committed: string;
	available: string;
}

/** A budget key whose open amount grows by more than there is. */
export interface Shortage {
	budgetKey: BudgetKey;
	/** null where there is no budget at all. */
	available: Decimal | null;
	needed: Decimal;
}

/**
 * Where every budget stands.
 *
 * @param rows rows of commitments; each counts for the most specific budget that fits it
 * @returns one balance per budget, in their order
 */
export function balancesOf(rows: readonly CommitmentRow[], budgets: readonly BudgetRow[]): Balance[] {
	const open = openByBudget(rows, budgets);
	return budgets.map((budget) => {
		const { account, costCenter, project, period, amount, actual = '0' } = budget;
		const committed = (open.get(budget) ?? ZERO).plus(budget.otherOpen ?? 0);
		const available = new Decimal(amount).minus(actual).minus(committed);
		return {
			budgetKey: { account, costCenter, project, period },
			budget: plainText(new Decimal(amount)),
			actual: plainText(new Decimal(actual)),
			committed: plainText(committed),
			available: plainText(available),
		};
	});
}

/**
 * The budget a key counts for: the most specific one that fits. A budget without cost center, project or period is kept for all of
 * them that have no budget of their own.
 */
export function budgetFor<T extends BudgetRow>(key: BudgetKey, budgets: readonly T[]): T | null {
	let best: T | null = null;
	for (const budget of budgets) if (fits(budget, key) && (best === null || weight(budget) > weight(best))) best = budget;
	return best;
}

const fits = (budget: BudgetKey, key: BudgetKey): boolean =>
	budget.account === key.account &&
	(['costCenter', 'project', 'period'] as const).every((part) => budget[part] === null || budget[part] === key[part]);

/** A cost center says more than a project, and that more than a period. */
const weight = ({ costCenter, project, period }: BudgetKey): number =>
	(costCenter === null ? 0 : 4) + (project === null ? 0 : 2) + (period === null ? 0 : 1);

/**
 * What a step would overdraw. Only what a budget's open amount grows by is judged, so that a step that adds nothing passes even where
 * nothing is available.
 *
 * @param before and `after`: rows of commitments without and with the step
 * @returns shortages in the order of the budgets, then those without a budget
 */
export function shortages(
	before: readonly CommitmentRow[],
	after: readonly CommitmentRow[],
	budgets: readonly BudgetRow[],
	policies: FundsPolicies,
): Shortage[] {
	const [openBefore, openAfter] = [openByBudget(before, budgets), openByBudget(after, budgets)];
	const found: Shortage[] = [];
	for (const [index, { budgetKey, available }] of balancesOf(before, budgets).entries()) {
		const budget = budgets[index]!;
		const needed = (openAfter.get(budget) ?? ZERO).minus(openBefore.get(budget) ?? ZERO);
		const limit = new Decimal(available).plus(allowanceOf(budget, policies));
		if (needed.greaterThan(0) && needed.greaterThan(limit)) found.push({ budgetKey, available: new Decimal(available), needed });
	}
	return policies.noBudget === 'allow' ? found : [...found, ...withoutBudget(before, after, budgets)];
}

function withoutBudget(
	before: readonly CommitmentRow[],
	after: readonly CommitmentRow[],
	budgets: readonly BudgetRow[],
): Shortage[] {
	const growth = new Map<string, { budgetKey: BudgetKey; needed: Decimal }>();
	const count = (rows: readonly CommitmentRow[], sign: number) => {
		for (const { budgetKey, open } of rows) {
			if (budgetFor(budgetKey, budgets) !== null) continue;
			const id = budgetKeyId(budgetKey);
			const known = growth.get(id)?.needed ?? ZERO;
			growth.set(id, { budgetKey, needed: known.plus(new Decimal(open).times(sign)) });
		}
	};
	count(before, -1);
	count(after, 1);
	return [...growth.values()].filter(({ needed }) => needed.greaterThan(0)).map((grown) => ({ ...grown, available: null }));
}

function openByBudget(rows: readonly CommitmentRow[], budgets: readonly BudgetRow[]): Map<BudgetRow, Decimal> {
	const open = new Map<BudgetRow, Decimal>();
	for (const row of rows) {
		const budget = budgetFor(row.budgetKey, budgets);
		if (budget) open.set(budget, (open.get(budget) ?? ZERO).plus(row.open));
	}
	return open;
}

/** How far a budget may be overdrawn; of two limits the smaller one counts. */
function allowanceOf({ amount }: BudgetRow, { toleranceAmount, tolerancePercent }: FundsPolicies): Decimal {
	const limits = [
		...(toleranceAmount === null ? [] : [new Decimal(toleranceAmount)]),
		...(tolerancePercent === null ? [] : [new Decimal(amount).times(tolerancePercent).dividedBy(100)]),
	];
	return limits.length === 0 ? ZERO : Decimal.min(...limits);
}
