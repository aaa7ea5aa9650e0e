import { isRecord, textOf, type Json } from '../../nodes/shared/document';
import { budgetKeyText, type BudgetRow, type FundsPolicies } from '../../nodes/shared/funds';
import { DEFAULT_PROFILE, readProfile, type Profile } from '../../nodes/shared/mapping';
import { Decimal, readAmount } from '../../nodes/shared/money';
import { PreviewError } from './input';

/** A budget with its key as the file has it. */
export interface NamedBudget extends BudgetRow {
	name: string;
}

/** What a budgets file says. */
export interface FundsSetup {
	budgets: NamedBudget[];
	policies: Partial<FundsPolicies>;
	profile: Profile;
}

const NO_BUDGET = { allow: 'allow', refuse: 'refuse', error: 'refuse', review: 'review' } as const;

/**
 * Reads a budgets file: `{ "budgets": [{ "key": "ACCOUNT/COSTCENTER", "amount": "10.00", "actual": "0" }], "noBudget": "allow" }`.
 * `noBudget` may be allow, error or review; `budgetTolerance` (amount), `budgetTolerancePercent`, `otherCurrency`, `rates` and
 * `testUsers` are the other policies; everything else is a knob of the mapping profile.
 *
 * @param base the profile of `--profile`, over which the file's knobs go
 * @throws PreviewError naming the file and the field
 */
export function readBudgets(json: unknown, file: string, base: unknown = null): FundsSetup {
	if (!isRecord(json)) throw new PreviewError(`${file} must hold an object with "budgets".`);
	const {
		budgets,
		noBudget = 'allow',
		budgetTolerance,
		budgetTolerancePercent,
		otherCurrency,
		rates,
		testUsers,
		...knobs
	} = json;
	if (!Array.isArray(budgets)) throw new PreviewError(`${file}, field budgets: must be a list of { "key", "amount" }.`);
	const profile = profileOf({ ...(isRecord(base) ? base : {}), ...knobs }, file);
	const rows = budgets.map((budget, index) => budgetOf(budget, `${file}, budgets[${index}]`));
	return {
		budgets: rows,
		profile: withBudgetedAccounts(profile, rows),
		policies: {
			noBudget: oneOf(NO_BUDGET, noBudget, `${file}, field noBudget`),
			otherCurrency: oneOf(
				{ review: 'review', convert: 'convert' } as const,
				otherCurrency ?? 'review',
				`${file}, field otherCurrency`,
			),
			toleranceAmount: amountOrNull(budgetTolerance, `${file}, field budgetTolerance`),
			tolerancePercent: amountOrNull(budgetTolerancePercent, `${file}, field budgetTolerancePercent`),
			companyCurrency: profile.companyCurrency,
			rates: ratesOf(rates, `${file}, field rates`),
			testUsers: testUsers === true || profile.postTestUsers,
		},
	};
}

function profileOf(knobs: Json, file: string): Profile {
	const { profile, problems } = readProfile(knobs);
	if (problems.length === 0) return profile;
	throw new PreviewError(`${file} is not usable:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
}

/** An account that has a budget is an account, whatever the mapping calls a placeholder. */
function withBudgetedAccounts(profile: Profile, rows: readonly BudgetRow[]): Profile {
	const budgeted = new Set(rows.map(({ account }) => account));
	return {
		...DEFAULT_PROFILE,
		...profile,
		placeholderAccounts: profile.placeholderAccounts.filter((code) => !budgeted.has(code)),
	};
}

function budgetOf(value: unknown, where: string): NamedBudget {
	const row = isRecord(value) ? value : {};
	const [account, costCenter, project] = (textOf(row.key) ?? '').split('/').map((part) => part.trim());
	const code = textOf(row.account) ?? (account || null);
	if (code === null) throw new PreviewError(`${where}: needs a "key" such as "474100/10101".`);
	const amount = amountOrNull(row.amount, `${where}.amount`);
	if (amount === null) throw new PreviewError(`${where}: needs an "amount".`);
	const key = {
		account: code,
		costCenter: textOf(row.costCenter) ?? codeOrNone(costCenter),
		project: textOf(row.project) ?? codeOrNone(project),
		period: null,
	};
	return {
		...key,
		name: textOf(row.key) ?? budgetKeyText(key),
		amount,
		actual: amountOrNull(row.actual, `${where}.actual`) ?? '0',
	};
}

/** Keys written by programs often spell "no cost center" out. */
const codeOrNone = (code: string | undefined): string | null => (!code || /^(-|none|null)$/i.test(code) ? null : code);

function amountOrNull(value: unknown, where: string): string | null {
	const reading = readAmount(value);
	if (reading.amount === null && 'problem' in reading && reading.problem) throw new PreviewError(`${where}: ${reading.problem}.`);
	return reading.amount === null ? null : reading.amount.toFixed();
}

function ratesOf(value: unknown, where: string): Record<string, string> {
	if (value === undefined) return {};
	if (!isRecord(value)) throw new PreviewError(`${where}: must be an object such as { "EUR": "1.1" }.`);
	const rates = Object.entries(value).map(([currency, rate]) => [currency, amountOrNull(rate, `${where}.${currency}`)] as const);
	const unusable = rates.find(([, rate]) => rate === null || !new Decimal(rate).greaterThan(0));
	if (unusable) throw new PreviewError(`${where}.${unusable[0]}: must be greater than 0.`);
	return Object.fromEntries(rates as [string, string][]);
}

function oneOf<T extends string>(values: Record<string, T>, value: unknown, where: string): T {
	if (typeof value === 'string' && Object.hasOwn(values, value)) return values[value]!;
	throw new PreviewError(`${where}: must be one of ${Object.keys(values).join(', ')}.`);
}
