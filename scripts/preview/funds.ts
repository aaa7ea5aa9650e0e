import type { FisDocument } from '../../nodes/shared/document';
import {
	applyFundsStep,
	balancesOf,
	budgetFor,
	budgetKeyText,
	NO_COMMITMENTS,
	readFundsDocument,
	type Balance,
	type Commitments,
	type FundsResult,
	type FundsStep,
	type SourceKind,
} from '../../nodes/shared/funds';
import { Decimal, decimalsOf, formatAmount } from '../../nodes/shared/money';
import type { FundsSetup, NamedBudget } from './budgets';

/** Where everything stands after a step, in the shape of the funds vectors; amounts with the decimals of the currency. */
export interface FundsSituation {
	/** `posted` for an expense document, `review` where nobody is answered yet. */
	confirm: 'success' | 'error' | 'posted' | 'review';
	commitments: { kind: SourceKind; id: string; open: string }[];
	available: Record<string, string>;
	actual: Record<string, string>;
}

export interface FundsPreview {
	/** Position in the file, from 1. */
	position: number;
	step: FundsStep;
	result: FundsResult;
	balances: Balance[];
	currency: string;
	situation: FundsSituation;
}

/** The ledger and the budgets while the documents of a file pass one after the other. */
interface Books {
	state: Commitments;
	budgets: NamedBudget[];
	/** Cost by budget key as written in the budgets file; keys without a budget too. */
	actual: Map<string, Decimal>;
}

/** Runs the documents in their order, each on what the ones before it left. */
export function runFunds(documents: readonly FisDocument[], setup: FundsSetup): FundsPreview[] {
	const { budgets, policies, profile } = setup;
	const books: Books = {
		state: NO_COMMITMENTS,
		budgets: budgets.map((budget) => ({ ...budget })),
		actual: new Map(budgets.map((budget) => [budget.name, new Decimal(budget.actual ?? 0)])),
	};
	let currency = policies.companyCurrency ?? null;
	return documents.map((document, index) => {
		const step = readFundsDocument(document, { profile });
		const result = applyFundsStep(books.state, step, books.budgets, policies);
		books.state = result.state;
		for (const actual of result.actuals) addActual(books, actual);
		currency ??= step.currency;
		const balances = balancesOf(books.state.rows, books.budgets);
		const situation = situationOf(step, result, books, balances, currency ?? '');
		return { position: index + 1, step, result, balances, currency: currency ?? '', situation };
	});
}

/** In B1 the journal entry does this: cost appears in the account's balance. */
function addActual({ budgets, actual }: Books, { budgetKey, amount }: FundsResult['actuals'][number]): void {
	const budget = budgetFor(budgetKey, budgets);
	if (budget) budget.actual = new Decimal(budget.actual ?? 0).plus(amount).toFixed();
	const key = budget?.name ?? budgetKeyText(budgetKey);
	actual.set(key, (actual.get(key) ?? new Decimal(0)).plus(amount));
}

function situationOf(
	step: FundsStep,
	result: FundsResult,
	books: Books,
	balances: readonly Balance[],
	currency: string,
): FundsSituation {
	const money = (amount: Decimal | string) => moneyText(amount, currency);
	const available = balances.map(({ available: left }, index) => [books.budgets[index]!.name, money(left)] as const);
	const actual = [...books.actual].filter(([, amount]) => !amount.isZero()).map(([key, amount]) => [key, money(amount)] as const);
	return {
		confirm: confirmOf(step, result),
		commitments: openBySource(books.state).map(({ open, ...source }) => ({ ...source, open: money(open) })),
		available: Object.fromEntries(available),
		actual: Object.fromEntries(actual),
	};
}

function confirmOf({ instruction }: FundsStep, { answer }: FundsResult): FundsSituation['confirm'] {
	if (answer === null) return 'review';
	return instruction === 'post' && answer.confirm === 'success' ? 'posted' : answer.confirm;
}

/** What every report and request holds now: reports first, then by id; nothing of those that hold nothing. */
function openBySource({ rows }: Commitments): { kind: SourceKind; id: string; open: Decimal }[] {
	const sources = new Map<string, { kind: SourceKind; id: string; open: Decimal }>();
	for (const { kind, id, open } of rows) {
		const source = sources.get(`${kind} ${id}`) ?? { kind, id, open: new Decimal(0) };
		sources.set(`${kind} ${id}`, { ...source, open: source.open.plus(open) });
	}
	const keys = [...sources.keys()].sort();
	return keys.map((key) => sources.get(key)!).filter(({ open }) => !open.isZero());
}

/** An amount with the decimals of the currency; more only where it has more. */
export function moneyText(amount: Decimal | string, currency: string): string {
	const exact = new Decimal(amount);
	return formatAmount(exact, Math.max(decimalsOf(currency), exact.decimalPlaces()));
}
