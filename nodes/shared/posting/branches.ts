import { ZERO, type Decimal } from '../money';
import type { Assembly } from './assembly';
import type { Draft } from './line';

/** What an employee is owed (negative) or owes (positive) in one branch, with the lines it is made of. */
interface Balance {
	branch: string;
	amount: Decimal;
	drafts: Draft[];
}

/**
 * Settles an employee who owes in one branch and is owed in another, as after an advance of another branch: B1 pays and reconciles by
 * branch, and would pay the whole in one and leave the debt in the other. What both sides have in common moves to the inter-branch
 * account, so that every branch stays balanced in itself; without such an account the document is held.
 *
 * @param drafts are changed where they are settled
 * @returns them with the lines of the inter-branch account
 */
export function settleBranches(assembly: Assembly, drafts: readonly Draft[]): Draft[] {
	return [...drafts, ...employees(drafts).flatMap((balances) => settle(assembly, balances))];
}

/** The balances of each employee, by branch. */
function employees(drafts: readonly Draft[]): Balance[][] {
	const byEmployee = new Map<string, Map<string, Balance>>();
	for (const draft of drafts) {
		const { party, partner, account, branch } = draft.line;
		if (draft.role !== 'employeeVendor' || branch === undefined) continue;
		const employee = JSON.stringify([party, partner, account]);
		const balances = byEmployee.get(employee) ?? new Map<string, Balance>();
		const balance = balances.get(branch) ?? { branch, amount: ZERO, drafts: [] };
		balance.amount = balance.amount.plus(draft.amount);
		balance.drafts.push(draft);
		byEmployee.set(employee, balances.set(branch, balance));
	}
	return [...byEmployee.values()].map((balances) => [...balances.values()].sort(byBranch));
}

const byBranch = (one: Balance, other: Balance): number => (one.branch < other.branch ? -1 : 1);

function settle(assembly: Assembly, balances: readonly Balance[]): Draft[] {
	const owing = balances.filter(({ amount }) => amount.greaterThan(0));
	const owed = balances.filter(({ amount }) => amount.lessThan(0));
	if (owing.length === 0 || owed.length === 0) return [];
	const account = assembly.profile.interBranchAccount;
	if (account === null) {
		const [debtor, creditor] = [owing[0]!, owed[0]!];
		const finding = `The employee owes ${debtor.amount.toFixed()} in branch ${debtor.branch} and is owed ${creditor.amount.abs().toFixed()} in branch ${creditor.branch}.`;
		assembly.hold('missing-inter-branch-account', finding, { field: 'interBranchAccount' });
		return [];
	}
	const common = [owing, owed].map((side) => side.reduce((sum, { amount }) => sum.plus(amount.abs()), ZERO));
	const amount = common[0]!.lessThan(common[1]!) ? common[0]! : common[1]!;
	return [owing, owed].flatMap((side) => moved(side, amount, account));
}

/** Takes an amount off the balances of one side, one after the other, and puts it on the account, in the same branches. */
function moved(side: readonly Balance[], amount: Decimal, account: string): Draft[] {
	let left = amount;
	return side.flatMap((balance): Draft[] => {
		const part = smaller(balance.amount.abs(), left);
		if (part.isZero()) return [];
		left = left.minus(part);
		const signed = balance.amount.isNegative() ? part.negated() : part;
		takeOff(balance, part);
		const [first] = balance.drafts as [Draft, ...Draft[]];
		const sources = balance.drafts.flatMap((draft) => draft.sources);
		const line = { account, branch: balance.branch };
		return [{ ...first, role: 'interBranch', amount: signed, line, sources, personal: false, rule: 'inter-branch account' }];
	});
}

/** Lines of the balance's own side, first to last. */
function takeOff({ amount, drafts }: Balance, part: Decimal): void {
	let left = part;
	for (const draft of drafts) {
		if (draft.amount.isNegative() !== amount.isNegative()) continue;
		const taken = smaller(draft.amount.abs(), left);
		draft.amount = draft.amount.isNegative() ? draft.amount.plus(taken) : draft.amount.minus(taken);
		left = left.minus(taken);
	}
}

const smaller = (one: Decimal, other: Decimal): Decimal => (one.lessThan(other) ? one : other);
