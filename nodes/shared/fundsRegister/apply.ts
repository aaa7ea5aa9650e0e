import { TAKEN, writeChangeSet, writeOnce, type Change, type ServiceLayer, type ServiceLayerError } from '../business-one';
import { standingOf, type FisDocument } from '../document';
import {
	applyFundsStep,
	balancesOf,
	readFundsDocument,
	type Balance,
	type BudgetRow,
	type FundsAnswer,
	type FundsResult,
	type FundsStep,
} from '../funds';
import type { ReviewReason } from '../review';
import { withActuals } from './actuals';
import { budgetsOf } from './budgets';
import { changesFor, postedAccounts } from './changes';
import type { CostKey } from './costs';
import { labelOf } from './periods';
import { policiesFor, type ReadySettings } from './settings';
import { readSnapshot } from './snapshot';

export interface FundsOutcome {
	/**
	 * As the commitments say; `recovered` where the reply was lost and the step was found; `settledElsewhere` where Concur holds an answer
	 * that is none of this register; `uncertain` where nobody knows yet.
	 */
	outcome: FundsResult['outcome'] | 'recovered' | 'settledElsewhere' | 'uncertain';
	step: FundsStep;
	/** null for `review` and `uncertain`, where Concur is not answered yet, and for `settledElsewhere`, where it is. */
	answer: FundsAnswer | null;
	reasons: ReviewReason[];
	/** Where the budgets concerned stand after the step. */
	balances: Balance[];
	message: string;
}

/**
 * Applies one funds document to the register in B1: reads where the budgets stand, judges, and writes the outcome in one change set
 * with the step's FIS id as a unique code. A step whose answer got lost is looked up; a step that met another is judged again.
 *
 * @throws ServiceLayerError where B1 cannot be read, has no register, or refuses what is to be written
 */
export async function applyFundsDocument(
	serviceLayer: ServiceLayer,
	document: FisDocument,
	settings: ReadySettings,
): Promise<FundsOutcome> {
	const { profile, calendar } = settings;
	const step = readFundsDocument(document, { profile, periodOf: (day) => labelOf(calendar, day) });
	const policies = await policiesFor(serviceLayer, settings, step.currency);
	const { books } = settings;
	const wanted = { budgets: { books, calendar }, furtherAccounts: postedAccounts(settings) };
	const isSettled = standingOf(document.docStatus) === 'settled';
	let next: { changes: Change[]; outcome: FundsOutcome; costs: CostKey[] } | undefined;
	const judge = async (hadDoubt: boolean) => {
		const snapshot = await readSnapshot(serviceLayer, step, wanted);
		const { codes, costs, keys } = snapshot;
		const budgets = withActuals(budgetsOf(snapshot.budgets, keys, settings), calendar, codes, books);
		const result = applyFundsStep(snapshot.state, step, budgets, policies);
		if (isSettled && result.outcome !== 'repeated') return { changes: [], outcome: unanswered('settledElsewhere', step), costs };
		return { changes: changesFor(step, result, snapshot, settings), outcome: outcomeOf(step, result, budgets, hadDoubt), costs };
	};
	const written = await writeOnce(serviceLayer, {
		find: async (doubt) => {
			next = await judge(doubt !== undefined);
			return next.changes.length === 0 ? next.outcome : undefined;
		},
		send: async () => await writeChangeSet(serviceLayer, next!.changes),
		// The database takes version and step once.
		guarded: true,
	});
	if (written.state === 'found') return written.found;
	if (written.state === 'written') {
		books.remembered(next!.costs);
		return next!.outcome;
	}
	if (written.state === 'uncertain') return unanswered('uncertain', step, written.error.message);
	return written.error.code === TAKEN ? unanswered('uncertain', step, NO_MOMENT) : refusedByB1(step, written.error);
}

const NO_MOMENT = 'Other documents kept changing the register; this one found no moment of its own.';

function outcomeOf(step: FundsStep, result: FundsResult, budgets: readonly BudgetRow[], hadDoubt: boolean): FundsOutcome {
	const { answer, reasons, state } = result;
	const outcome = result.outcome === 'repeated' && hadDoubt ? 'recovered' : result.outcome;
	return { outcome, step, answer, reasons, balances: balancesOf(state.rows, budgets), message: MESSAGES[outcome] };
}

const MESSAGES: Record<FundsOutcome['outcome'], string> = {
	applied: 'Written to the register',
	unchanged: 'Nothing to change; the step is remembered',
	checked: 'Enough is available; a check reserves nothing',
	refused: 'Not enough is available; nothing was reserved',
	repeated: 'Answered before; the same answer again, nothing changed',
	recovered: "B1's answer was lost, but the step was found in the register",
	review: 'Waits for a person; nothing was changed',
	settledElsewhere: 'Concur holds an answer to this document, and the register does not know the step; nothing was changed',
	uncertain: '',
};

const unanswered = (outcome: 'settledElsewhere' | 'uncertain', step: FundsStep, message = MESSAGES[outcome]): FundsOutcome => ({
	outcome,
	step,
	answer: null,
	reasons: [],
	balances: [],
	message,
});

/**
 * B1 does not take what was to be written, such as an encumbrance entry in a locked period: a person has to cure that there.
 * @throws the failure itself where B1 cannot be used at all
 */
function refusedByB1(step: FundsStep, failure: ServiceLayerError): FundsOutcome {
	const { kind, status, message, advice } = failure;
	if (kind === 'session' || status === 0 || status === 429 || status >= 500) throw failure;
	const reason: ReviewReason = {
		code: `b1-${kind}`,
		message: `B1 refused to write the step: ${message}. ${advice}`,
		cure: 'businessOne',
		docId: step.fisId,
	};
	return { outcome: 'review', step, answer: null, reasons: [reason], balances: [], message: MESSAGES.review };
}
