import { orChains, type BatchQuery, type Row } from '../business-one';
import { dayOf } from '../business-one/posting/compareEntry';
import type { BudgetKey, BudgetRow } from '../funds';
import { allot, Decimal, plainText, ZERO } from '../money';
import { monthsOf, yearOf, type Calendar } from './periods';

export const BUDGETS_SET = 'Budgets';

/** The distribution rules that cost centers of Concur become. */
const DIMENSION = 1;
const MONTHS = 12;
const TWELFTHS = Array.from({ length: MONTHS }, () => new Decimal(1));

/** What B1 has as budgets of these accounts. */
export function budgetQueries(accounts: readonly string[]): BatchQuery[] {
	return orChains('AccountCode', accounts).map((filter) => ({ set: BUDGETS_SET, query: { filter } }));
}

export interface BudgetChoice {
	calendar: Calendar;
	/** Number of the scenario (BudgetScenarios, Numerator). */
	scenario: number;
	/** Decimals of the company's currency. */
	decimals: number;
}

/**
 * The budgets of B1 as the commitments take them: one for each distribution rule with an amount of its own
 * (BudgetCostAccountingLines), and one per account for everything else, which is the account's amount less those of the rules.
 *
 * @param rows of the set Budgets
 * @param keys budget keys that rows of commitments have; their accounts and periods are those wanted
 */
export function budgetsOf(rows: readonly Row[], keys: readonly BudgetKey[], choice: BudgetChoice): BudgetRow[] {
	const wanted = new Map(keys.map(({ account, period }) => [JSON.stringify([account, period]), { account, period }]));
	return [...wanted.values()].flatMap(({ account, period }) => {
		if (account === null || period === null) return [];
		const row = rows.find((candidate) => fits(candidate, account, period, choice));
		return row ? budgetsOfRow(row, account, period, choice) : [];
	});
}

function fits(row: Row, account: string, period: string, { calendar, scenario }: BudgetChoice): boolean {
	if (row.AccountCode !== account || Number(row.BudgetScenario ?? scenario) !== scenario) return false;
	const start = dayOf(row.StartofFiscalYear);
	const { from, to } = yearOf(calendar, period);
	return start === '' || (from <= start && start <= to);
}

function budgetsOfRow(row: Row, account: string, period: string, { calendar, decimals }: BudgetChoice): BudgetRow[] {
	const total = amountOf(row.TotalAnnualBudgetDebitLoc);
	const months = monthsOf(calendar, period);
	const byMonth = monthlyAmounts(row, total, decimals);
	const shares = total.isZero() ? TWELFTHS : byMonth;
	const rules = linesOf(row.BudgetCostAccountingLines).filter(
		({ DistrRuleCode, Dimension }) => text(DistrRuleCode) !== '' && Number(Dimension ?? DIMENSION) === DIMENSION,
	);
	const ofRules = rules.map((rule) => ({
		costCenter: text(rule.DistrRuleCode),
		amount: sumOf(pick(allot(amountOf(rule.DistrRuleDebitLC), shares, decimals), months)),
	}));
	const rest = ofRules.reduce((left, { amount }) => left.minus(amount), sumOf(pick(byMonth, months)));
	const key = { account, project: null, period };
	return [
		...ofRules.map(({ costCenter, amount }) => ({ ...key, costCenter, amount: plainText(amount) })),
		{ ...key, costCenter: null, amount: plainText(Decimal.max(0, rest)) },
	];
}

/** The year's amount by month: as B1's lines have it, or even twelfths where B1 has none. */
function monthlyAmounts(row: Row, total: Decimal, decimals: number): Decimal[] {
	const lines = [...linesOf(row.BudgetLines)].sort((a, b) => Number(a.RowNumber ?? 0) - Number(b.RowNumber ?? 0));
	const stated = lines.map(({ BudgetTotDebit }) => amountOf(BudgetTotDebit));
	if (stated.length === MONTHS && sumOf(stated).equals(total)) return stated;
	return allot(total, TWELFTHS, decimals);
}

/** @returns an amount as B1 writes it, exact up to the 15 digits of a JSON number */
export const amountOf = (value: unknown): Decimal => new Decimal(text(value) || 0);

export const linesOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const pick = (amounts: readonly Decimal[], indexes: readonly number[]): Decimal[] =>
	indexes.map((index) => amounts[index] ?? ZERO);
const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
