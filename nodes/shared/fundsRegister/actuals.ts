import { buildFilter, getAll, type Row, type ServiceLayer } from '../business-one';
import { dayOf } from '../business-one/posting/compareEntry';
import { budgetFor, type BudgetRow } from '../funds';
import { Decimal, plainText, ZERO } from '../money';
import type { AccountCodes } from './accountCodes';
import { amountOf, linesOf } from './budgets';
import { daysOf, labelOf, type Calendar } from './periods';

const SELECT = ['JdtNum', 'ReferenceDate', 'JournalEntryLines'];

/**
 * Adds to each budget what its account, rule and period cost so far: debit less credit of the journal lines in local currency, by
 * posting date. The lines are read because they are what the books say: the balance fields of Budgets are kept by B1 only while its
 * own budget control is on, and they know no distribution rules.
 */
export async function withActuals(
	serviceLayer: ServiceLayer,
	budgets: readonly BudgetRow[],
	calendar: Calendar,
	codes: AccountCodes,
): Promise<BudgetRow[]> {
	if (budgets.length === 0) return [];
	const ranges = budgets.map(({ period }) => daysOf(calendar, period!));
	const from = ranges.map((range) => range.from).sort()[0]!;
	const to = ranges
		.map((range) => range.to)
		.sort()
		.at(-1)!;
	const filter = buildFilter([
		{ field: 'ReferenceDate', operator: 'ge', value: from, type: 'date' },
		{ field: 'ReferenceDate', operator: 'le', value: to, type: 'date' },
	]);
	const { rows } = await getAll(serviceLayer, 'JournalEntries', { filter, select: SELECT, orderBy: 'JdtNum' });
	const costs = new Map<BudgetRow, Decimal>();
	for (const entry of rows) addCosts(costs, entry, budgets, calendar, codes);
	return budgets.map((budget) => ({ ...budget, actual: plainText(costs.get(budget) ?? ZERO) }));
}

function addCosts(
	costs: Map<BudgetRow, Decimal>,
	entry: Row,
	budgets: readonly BudgetRow[],
	calendar: Calendar,
	codes: AccountCodes,
): void {
	const day = dayOf(entry.ReferenceDate);
	for (const line of linesOf(entry.JournalEntryLines)) {
		const key = {
			account: codes.fromB1(String(line.AccountCode ?? '')),
			costCenter: line.CostingCode ? String(line.CostingCode) : null,
			project: line.ProjectCode ? String(line.ProjectCode) : null,
			period: labelOf(calendar, day),
		};
		const budget = budgetFor(key, budgets);
		if (budget === null || day > daysOf(calendar, budget.period!).to) continue;
		const cost = amountOf(line.Debit).minus(amountOf(line.Credit));
		costs.set(budget, (costs.get(budget) ?? ZERO).plus(cost));
	}
}
