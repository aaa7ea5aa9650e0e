import { Decimal } from '../money';
import { reason, type ReviewReason } from '../review';
import type { FundsPolicies } from './policies';
import type { Commitments, FundsStep, SourceKind } from './types';

/** The kind of source a step is about; an expense document is about its report. */
export function sourceKind({ kind }: Pick<FundsStep, 'kind'>): SourceKind {
	return kind === 'request' ? 'request' : 'report';
}

/** What keeps a step from being worked out at all. A release needs neither currency nor entries. */
export function problemsOf(step: FundsStep, state: Commitments, policies: FundsPolicies): ReviewReason[] {
	const problems = [...step.problems];
	const document = { docId: step.fisId };
	if (step.isTest && !policies.testUsers)
		problems.push(reason('test-user', document, 'The document belongs to a Concur test user.', { field: 'isTest', value: 'Y' }));
	if (step.instruction === 'release') return problems;
	if (rateOf(step, policies) === null) {
		const { currency } = step;
		const place = { field: 'currency', value: currency ?? '' };
		const finding =
			currency === null
				? 'The document names no currency.'
				: `The document is in ${currency}, the budgets are in ${policies.companyCurrency}.`;
		problems.push(
			currency === null
				? reason('missing-currency', document, finding, place)
				: reason('other-currency', document, finding, place),
		);
	}
	if (isBaselineLost(step, state)) {
		const name = `${sourceKind(step) === 'request' ? 'Request' : 'Report'} ${step.reference ?? step.sourceId}`;
		const finding = `${name} comes as a change of an earlier reservation that is not known here.`;
		problems.push(reason('lost-baseline', document, finding, { field: 'revisionNumber', value: step.revision ?? '' }));
	}
	return problems;
}

/** Company currency for one unit of the step's currency; null when there is no such rate. */
export function rateOf({ currency }: FundsStep, { companyCurrency, otherCurrency, rates }: FundsPolicies): Decimal | null {
	if (companyCurrency === null || currency === companyCurrency) return new Decimal(1);
	if (currency === null || otherCurrency === 'review' || !Object.hasOwn(rates, currency)) return null;
	return new Decimal(rates[currency]!);
}

/**
 * A change of a reservation that the commitments do not have: what is not listed cannot be known. Where the listed entries make up the
 * approved total, they are all there is, and the document is as good as a full state.
 */
function isBaselineLost(step: FundsStep, state: Commitments): boolean {
	if (step.previous === null || isKnown(step, state)) return false;
	return step.entryIds.length === 0 || step.total === null || !new Decimal(step.total).equals(step.entriesTotal);
}

/** Whether the source holds a reservation, be it one of nothing. */
function isKnown(step: FundsStep, state: Commitments): boolean {
	const kind = sourceKind(step);
	if (state.rows.some((row) => row.kind === kind && row.id === step.sourceId)) return true;
	const last = stepsSinceRelease(step, state).filter(
		({ instruction, answer }) => instruction === 'obligate' && answer.confirm === 'success',
	);
	return last.length > 0;
}

/** Whether the report's expense document was posted since its reservation began. */
export function isPosted(step: FundsStep, state: Commitments): boolean {
	return stepsSinceRelease(step, state).some(({ instruction }) => instruction === 'post');
}

function stepsSinceRelease(step: FundsStep, { steps }: Commitments) {
	const own = steps.filter((applied) => sourceKind(applied) === sourceKind(step) && applied.sourceId === step.sourceId);
	return own.slice(own.findLastIndex(({ instruction }) => instruction === 'release') + 1);
}
