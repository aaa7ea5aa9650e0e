import { errorOfReply, runBatch, ServiceLayerError, type Change, type ServiceLayer } from '../business-one';
import type { FisDocument } from '../document';
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
import { labelOf } from './periods';
import { policiesFor, type ReadySettings } from './settings';
import { readSnapshot, type Snapshot } from './snapshot';

export interface FundsOutcome {
	/** As the commitments say; `recovered` where the reply was lost and the step was found; `uncertain` where nobody knows yet. */
	outcome: FundsResult['outcome'] | 'recovered' | 'uncertain';
	step: FundsStep;
	/** null for `review` and `uncertain`: Concur is not answered yet. */
	answer: FundsAnswer | null;
	reasons: ReviewReason[];
	/** Where the budgets concerned stand after the step. */
	balances: Balance[];
	message: string;
}

/** Writers of one version but one have to start over, so this many may meet before one of them gives up for now. */
const MAX_CONFLICTS = 20;
/** Lost or refused-for-now answers of one step. */
const MAX_DOUBTS = 4;
const CONFLICT_DELAY_MS = 400;
const DOUBT_DELAY_MS = 2_000;
const MAX_WAIT_MS = 60_000;

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
	let doubt: ServiceLayerError | undefined;
	let doubts = 0;
	for (let conflicts = 0; conflicts < MAX_CONFLICTS; ) {
		const snapshot = await readSnapshot(serviceLayer, step, { budgets: true, furtherAccounts: postedAccounts(settings) });
		const budgets = await readBudgets(serviceLayer, snapshot, settings);
		const result = applyFundsStep(snapshot.state, step, budgets, policies);
		const changes = changesFor(step, result, snapshot, settings);
		const outcome = outcomeOf(step, result, budgets, doubt !== undefined);
		if (changes.length === 0) return outcome;
		const failure = await writeTogether(serviceLayer, changes);
		if (failure === undefined) return outcome;
		if (failure.code === TAKEN) {
			conflicts += 1;
			await serviceLayer.timing.sleep(CONFLICT_DELAY_MS * serviceLayer.timing.random());
			continue;
		}
		if (!mayPass(failure)) return refusedByB1(step, failure);
		doubt = failure;
		doubts += 1;
		if (doubts > MAX_DOUBTS) return uncertain(step, failure.message);
		await serviceLayer.timing.sleep(Math.max(failure.retryAfterMs ?? 0, DOUBT_DELAY_MS));
	}
	return uncertain(step, 'Other documents kept changing the register; this one found no moment of its own.');
}

/** B1's code for "this entry already exists": another writer was first, or an earlier send of this very step. */
const TAKEN = '-2035';

/** Sent again only because the database takes guard and step once: whatever a lost request still does, it cannot be done twice. */
const mayPass = ({ mayHaveHappened, status, retryAfterMs }: ServiceLayerError): boolean =>
	(mayHaveHappened || status === 429) && (retryAfterMs ?? 0) <= MAX_WAIT_MS;

async function readBudgets(
	serviceLayer: ServiceLayer,
	{ budgets, keys, codes }: Snapshot,
	settings: ReadySettings,
): Promise<BudgetRow[]> {
	return await withActuals(serviceLayer, budgetsOf(budgets, keys, settings), settings.calendar, codes);
}

/** @returns why the changes are not, or not surely, in B1; undefined where they are */
async function writeTogether(serviceLayer: ServiceLayer, changes: Change[]): Promise<ServiceLayerError | undefined> {
	const parts = await runBatch(serviceLayer, [{ changes }]).catch((error: ServiceLayerError) => error);
	if (!Array.isArray(parts)) return parts;
	const [part] = parts;
	if (part?.state !== 'answered') return cutOff();
	if (part.ok) return undefined;
	const failed = part.replies.find(({ statusCode }) => statusCode < 200 || statusCode >= 300);
	return errorOfReply(failed?.statusCode ?? 0, failed?.headers ?? {}, failed?.body, true);
}

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
	uncertain: '',
};

function uncertain(step: FundsStep, message: string): FundsOutcome {
	return { outcome: 'uncertain', step, answer: null, reasons: [], balances: [], message };
}

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

function cutOff(): ServiceLayerError {
	return new ServiceLayerError({
		kind: 'unknown',
		message: 'The answer of the Service Layer ends before the register was written',
		advice: 'Run the item again: the step is looked up before anything is written.',
		mayHaveHappened: true,
	});
}
