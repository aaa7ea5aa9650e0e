import { Decimal, plainText, ZERO } from '../money';
import { isRefused, reason, type ReviewReason } from '../review';
import { checkPassed, refusal, released, reserved } from './answer';
import { shortages, type Shortage } from './budgets';
import { isPosted, problemsOf, rateOf, sourceKind } from './guards';
import { budgetKeyId, byText } from './keys';
import { CommitmentBook } from './commitmentBook';
import { reasonMessage, shortageMessage } from './messages';
import { DEFAULT_FUNDS_POLICIES, type FundsPolicies } from './policies';
import { mergedRows, targetRows, type Target } from './targets';
import type { Actual, AppliedStep, BudgetRow, Commitments, FundsAnswer, FundsResult, FundsStep } from './types';

/** No commitments. */
export const NO_COMMITMENTS: Readonly<Commitments> = Object.freeze({ rows: [], steps: [] });

/**
 * Applies one step to the commitments: checks, reserves, releases, or turns reservations into cost.
 *
 * - A step is known by its FIS id: a repeat gets the first answer and changes nothing.
 * - A reservation replaces the source's earlier one. A report draws on its requests first; only what its open amount exceeds them by
 *   is new, and only what is new has to be available. Without enough, nothing is changed.
 * - A check is worked out like a reservation and then forgotten.
 * - A release closes what is open: a report that was not posted gives back to its requests, of a posted one the rest lapses.
 * - Actuals consume the report's reservation, then its requests', and are never refused.
 *
 * @param state the commitments; never changed
 * @param budgets in the company's currency, as they stand before the step (actuals included)
 * @returns the answer for Concur, the new commitments, and what to write to get there
 * Source: FIS v4 reference, request and report obligation (instruction, previous revision).
 */
export function applyFundsStep(
	state: Commitments,
	step: FundsStep,
	budgets: readonly BudgetRow[],
	options: Partial<FundsPolicies> = {},
): FundsResult {
	const policies = { ...DEFAULT_FUNDS_POLICIES, ...options };
	const first = state.steps.find(({ fisId }) => fisId === step.fisId);
	if (first && isSameStep(first, step)) return { ...nothing(state), outcome: 'repeated', answer: first.answer };
	if (first) return { ...nothing(state), outcome: 'review', answer: null, reasons: [reusedId(first, step)] };
	const problems = problemsOf(step, state, policies);
	if (problems.length > 0) return held(state, step, problems, policies);
	if (step.instruction === 'release') return release(state, step);
	if (step.instruction === 'post') return post(state, step, policies);
	return reserve(state, step, budgets, policies);
}

const nothing = (state: Commitments) => ({ reasons: [], state, changes: [], record: null, actuals: [] });

/** What only Concur can cure is answered with an error, so that the document comes again; the rest waits for a person. */
function held(state: Commitments, step: FundsStep, reasons: ReviewReason[], { language }: FundsPolicies): FundsResult {
	if (!isRefused(reasons) || step.instruction === 'post') return { ...nothing(state), outcome: 'review', answer: null, reasons };
	return { ...refuse(state, step, refusal(reasons.map((reason) => reasonMessage(reason, language)))), reasons };
}

/** A refused reservation is remembered, so that money which becomes free later does not turn a repeat into a success. */
function refuse(state: Commitments, step: FundsStep, answer: FundsAnswer): FundsResult {
	const remembered = step.instruction === 'fundsCheck' ? nothing(state) : remember(state, step, answer);
	return { ...nothing(state), ...remembered, outcome: 'refused', answer };
}

function remember(
	state: Commitments,
	step: FundsStep,
	answer: FundsAnswer,
	rows = state.rows,
): { state: Commitments; record: AppliedStep } {
	const { fisId, kind, sourceId, instruction } = step;
	const record: AppliedStep = { fisId: fisId!, kind, sourceId: sourceId!, instruction, answer };
	return { state: { rows, steps: [...state.steps, record] }, record };
}

function reserve(state: Commitments, step: FundsStep, budgets: readonly BudgetRow[], policies: FundsPolicies): FundsResult {
	const isUnchanged = step.previous !== null && step.entryIds.length === 0 && step.previous.entryIds.length === 0;
	const book = new CommitmentBook(state.rows);
	if (!isUnchanged) setTargets(book, state, step, policies);
	const after = book.rows();
	const short = shortages(state.rows, after, budgets, policies);
	if (short.length > 0) return notEnough(state, step, after, short, policies);
	if (step.instruction === 'fundsCheck') return { ...nothing(state), outcome: 'checked', answer: checkPassed() };
	const changes = book.changes();
	const answer = reserved(step, rowsOfSource(after, step));
	const outcome = changes.length === 0 ? 'unchanged' : 'applied';
	return { ...nothing(state), ...remember(state, step, answer, after), outcome, answer, changes };
}

function notEnough(
	state: Commitments,
	step: FundsStep,
	after: Commitments['rows'],
	short: readonly Shortage[],
	policies: FundsPolicies,
): FundsResult {
	const onlyWithoutBudget = short.every(({ available }) => available === null);
	if (onlyWithoutBudget && policies.noBudget === 'review')
		return { ...nothing(state), outcome: 'review', answer: null, reasons: short.map((shortage) => noBudget(step, shortage)) };
	const holdsSomething =
		rowsOfSource(state.rows, step).length > 0 || rowsOfSource(after, step).some(({ taken }) => taken.length > 0);
	const currency = policies.companyCurrency ?? step.currency;
	const messageOf = (shortage: Shortage) => shortageMessage(shortage, currency, holdsSomething, policies.language);
	return refuse(state, step, refusal(short.map(messageOf)));
}

function setTargets(book: CommitmentBook, state: Commitments, step: FundsStep, policies: FundsPolicies): void {
	const kind = sourceKind(step);
	const stored = rowsOfSource(state.rows, step);
	const requests = linkedRequests(book, stored, step);
	book.replace(kind, step, targetRows(step, mergedRows(step, stored), rateOf(step, policies)!, policies));
	if (kind === 'report') book.draw(step.sourceId!, requests);
}

function release(state: Commitments, step: FundsStep): FundsResult {
	const kind = sourceKind(step);
	const book = new CommitmentBook(state.rows);
	book.release(kind, step.sourceId!, kind === 'report' && isPosted(step, state));
	const hadOpen = rowsOfSource(state.rows, step).some(({ open }) => !new Decimal(open).isZero());
	const answer = released(step, hadOpen);
	const changes = book.changes();
	const outcome = changes.length === 0 ? 'unchanged' : 'applied';
	return { ...nothing(state), ...remember(state, step, answer, book.rows()), outcome, answer, changes };
}

function post(state: Commitments, step: FundsStep, policies: FundsPolicies): FundsResult {
	const targets = targetRows(step, step.rows, rateOf(step, policies)!, policies);
	const book = new CommitmentBook(state.rows);
	book.consume(step.sourceId!, linkedRequests(book, rowsOfSource(state.rows, step), step), targets);
	const rows = book.rows();
	const answer = reserved(step, rowsOfSource(rows, step));
	const changes = book.changes();
	return {
		...nothing(state),
		...remember(state, step, answer, rows),
		outcome: 'applied',
		answer,
		changes,
		actuals: actualsOf(targets),
	};
}

const rowsOfSource = (rows: Commitments['rows'], step: FundsStep) =>
	rows.filter(({ kind, id }) => kind === sourceKind(step) && id === step.sourceId);

/** The requests a report may draw on: those the document names, and those that its reservation was linked to before. */
function linkedRequests(book: CommitmentBook, stored: Commitments['rows'], step: FundsStep): string[] {
	const before = stored.flatMap(({ linkedRequestId }) => linkedRequestId ?? []);
	return [...step.linkedRequestIds, ...before, ...book.requestsTakenFrom(step.sourceId!)];
}

function actualsOf(targets: readonly Target[]): Actual[] {
	const sums = new Map<string, { budgetKey: Actual['budgetKey']; cost: Decimal }>();
	for (const { row, cost } of targets) {
		const id = budgetKeyId(row.budgetKey);
		sums.set(id, { budgetKey: row.budgetKey, cost: (sums.get(id)?.cost ?? ZERO).plus(cost) });
	}
	return [...sums]
		.filter(([, { cost }]) => !cost.isZero())
		.sort(([a], [b]) => byText(a, b))
		.map(([, { budgetKey, cost }]) => ({ budgetKey, amount: plainText(cost) }));
}

function noBudget({ fisId }: FundsStep, { budgetKey: { account } }: Shortage): ReviewReason {
	if (account === null) return reason('missing-account', { docId: fisId }, 'An expense has no account.', { field: 'account' });
	return reason('no-budget', { docId: fisId }, `Account ${account} has no budget.`, { field: 'account', value: account });
}

const isSameStep = (first: AppliedStep, { kind, sourceId, instruction }: FundsStep): boolean =>
	first.kind === kind && first.sourceId === sourceId && first.instruction === instruction;

function reusedId({ kind, sourceId, instruction }: AppliedStep, { fisId }: FundsStep): ReviewReason {
	const finding = `The id ${fisId} was already answered for another step (${instruction} of ${kind} ${sourceId}).`;
	return reason('reused-id', { docId: fisId }, finding, { field: 'id', value: fisId ?? '' });
}
