import type { FisDocument } from '../../nodes/shared/document';
import {
	applyFundsStep,
	balancesOf,
	budgetFor,
	budgetKeyText,
	NO_COMMITMENTS,
	readFundsDocument,
	type BudgetRow,
	type Commitments,
	type FundsPolicies,
	type FundsReading,
	type FundsResult,
} from '../../nodes/shared/funds';
import { Decimal } from '../../nodes/shared/money';

export function budget(key: string, amount: string, more: Partial<BudgetRow> = {}): BudgetRow {
	const [account, costCenter = null, project = null] = key.split('/');
	return { account: account!, costCenter, project, period: null, amount, ...more };
}

/** A ledger with its budgets, on which documents are applied one after the other; actuals grow as B1's would. */
export class Books {
	state: Commitments = NO_COMMITMENTS;

	constructor(
		readonly budgets: BudgetRow[] = [budget('TRAVEL/CC1', '10')],
		readonly policies: Partial<FundsPolicies> = {},
		readonly reading: FundsReading = {},
	) {}

	apply(document: FisDocument): FundsResult {
		const result = applyFundsStep(this.state, readFundsDocument(document, this.reading), this.budgets, this.policies);
		this.state = result.state;
		for (const { budgetKey, amount } of result.actuals) {
			const row = budgetFor(budgetKey, this.budgets);
			if (row) row.actual = new Decimal(row.actual ?? 0).plus(amount).toFixed();
		}
		return result;
	}

	/** Open amounts by source, such as `{ 'request R': '4' }`. */
	get open(): Record<string, string> {
		const sums: Record<string, Decimal> = {};
		for (const { kind, id, open } of this.state.rows)
			sums[`${kind} ${id}`] = (sums[`${kind} ${id}`] ?? new Decimal(0)).plus(open);
		return Object.fromEntries(
			Object.entries(sums)
				.filter(([, amount]) => !amount.isZero())
				.map(([source, amount]) => [source, amount.toFixed()]),
		);
	}

	/** Available by budget key; one budget gives the amount alone. */
	get available(): string | Record<string, string> {
		const balances = balancesOf(this.state.rows, this.budgets);
		if (balances.length === 1) return balances[0]!.available;
		return Object.fromEntries(balances.map(({ budgetKey, available }) => [budgetKeyText(budgetKey), available]));
	}
}
