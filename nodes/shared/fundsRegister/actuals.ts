import { budgetFor, type BudgetRow } from '../funds';
import { Decimal, plainText, ZERO } from '../money';
import type { AccountCodes } from './accountCodes';
import type { Books } from './books';
import { costId, partsOf, type CostKey } from './costs';
import { daysOf, labelOf, yearOf, type Calendar } from './periods';

/** Accounts of B1 and fiscal years whose cost judges these budget keys, each once. */
export function costKeysOf(
	keys: ReadonlyArray<{ account: string | null; period: string | null }>,
	calendar: Calendar,
	toB1: (account: string) => string,
): CostKey[] {
	const found = keys.flatMap(({ account, period }): CostKey[] =>
		account === null || period === null ? [] : [{ account: toB1(account), year: yearOf(calendar, period) }],
	);
	return [...new Map(found.map((key) => [costId(key), key])).values()];
}

/** Adds to each budget what its account, rule and period cost so far, by posting date. @param books which know these accounts */
export function withActuals(budgets: readonly BudgetRow[], calendar: Calendar, codes: AccountCodes, books: Books): BudgetRow[] {
	const costs = new Map<BudgetRow, Decimal>();
	for (const key of costKeysOf(budgets, calendar, (account) => codes.toB1(account))) {
		const cost = books.costOf(key);
		for (const { rule, project, month, amount } of cost ? partsOf(cost) : []) {
			const budgetKey = {
				account: codes.fromB1(key.account),
				costCenter: rule || null,
				project: project || null,
				period: labelOf(calendar, `${month}-01`),
			};
			const budget = budgetFor(budgetKey, budgets);
			// A year to date bears no cost of the months after it.
			if (budget === null || `${month}-01` > daysOf(calendar, budget.period!).to) continue;
			costs.set(budget, (costs.get(budget) ?? ZERO).plus(amount));
		}
	}
	return budgets.map((budget) => ({ ...budget, actual: plainText(costs.get(budget) ?? ZERO) }));
}
