import { batchReads, rowsOrThrow, type Row, type ServiceLayer } from '../business-one';
import { balancesOf, type Balance, type BudgetKey } from '../funds';
import { costKeysOf, withActuals } from './actuals';
import { AccountCodes, formatCodeQueries } from './accountCodes';
import { NEWEST_ENTRY, numberOfNewest } from './books';
import { BUDGETS_SET, budgetsOf } from './budgets';
import { labelOf } from './periods';
import { fromFundsRow } from './rows';
import type { ReadySettings } from './settings';
import { FUNDS_SET } from './tables';

/**
 * Where every budget of B1 stands: the current period, and every other period that something is reserved in.
 * @returns balances in local currency, by account, rule and period
 * @throws ServiceLayerError where B1 cannot be read or has no register
 */
export async function readBalances(serviceLayer: ServiceLayer, settings: ReadySettings): Promise<Balance[]> {
	const { calendar } = settings;
	const [newest, open = [], budgetsInB1 = []] = rowsOrThrow(
		await batchReads(serviceLayer, [
			NEWEST_ENTRY,
			{ set: FUNDS_SET, query: { filter: "U_Status eq 'O'" } },
			{ set: BUDGETS_SET, query: { orderBy: 'AccountCode' } },
		]),
	);
	const codes = await codesOf(serviceLayer, budgetsInB1);
	const budgetRows = codes.namedAsInRegister(budgetsInB1);
	const rows = open.map(fromFundsRow);
	const current = budgetRows.map(
		({ AccountCode }): BudgetKey => ({
			account: String(AccountCode),
			costCenter: null,
			project: null,
			period: labelOf(calendar, null),
		}),
	);
	const budgets = budgetsOf(budgetRows, [...current, ...rows.map(({ budgetKey }) => budgetKey)], settings);
	const costs = costKeysOf(budgets, calendar, (account) => codes.toB1(account));
	const stored = await batchReads(serviceLayer, settings.books.storedQueries(costs));
	settings.books.learn(costs, rowsOrThrow(stored).flat());
	await settings.books.bring(serviceLayer, costs, numberOfNewest(newest));
	return balancesOf(rows, withActuals(budgets, calendar, codes, settings.books));
}

async function codesOf(serviceLayer: ServiceLayer, budgets: readonly Row[]): Promise<AccountCodes> {
	const queries = formatCodeQueries(budgets.map(({ AccountCode }) => String(AccountCode)));
	return new AccountCodes(rowsOrThrow(await batchReads(serviceLayer, queries)).flat());
}
