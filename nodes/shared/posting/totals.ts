import type { CostObjects } from '../mapping';
import { Decimal, inSmallestUnits, roundTo, sumOfUnits, ZERO } from '../money';
import type { ReasonCode, ReasonPlace } from '../review';
import type { Assembly, Flow } from './assembly';
import type { PostingLine } from './types';

/**
 * The journals of an entry must add up to what was approved. An entry that states no amount is worth what its journals say.
 *
 * @param flows of the entry: a difference within the tolerance goes to its costs, so that what is owed is what was approved
 */
export function checkReportEntryTotal(
	assembly: Assembly,
	name: string,
	amounts: readonly Decimal[],
	approved: Decimal | null,
	flows: readonly Flow[],
): Decimal {
	const sum = sumOf(amounts);
	if (approved === null || approved === sum) return approved ?? sum;
	const figures = () => `${name}: its journals add up to ${sum.toFixed()}, approved are ${approved.toFixed()}`;
	const place = { entry: name, field: 'entryApprovedAmount' };
	compare(assembly, approved, sum, { code: 'entry-total-mismatch', figures, place, flows });
	return approved;
}

/** The entries of a report must add up to its total, where it states one. */
export function checkReportTotal(assembly: Assembly, approved: readonly Decimal[]): void {
	const { total } = assembly;
	if (total === null) return;
	const sum = sumOf(approved);
	const figures = () => `The report's entries add up to ${sum.toFixed()}, its total is ${total.toFixed()}`;
	const place = { field: 'totalApprovedAmount' };
	compare(assembly, total, sum, { code: 'report-total-mismatch', figures, place, flows: assembly.flows });
}

interface Comparison {
	code: ReasonCode;
	figures: () => string;
	place: ReasonPlace;
	flows: readonly Flow[];
}

function compare(assembly: Assembly, stated: Decimal, sum: Decimal, { code, figures, place, flows }: Comparison): void {
	// Amounts that could not be read count as zero; the sums would only repeat what was found already.
	if (stated === sum || stated.equals(sum) || assembly.hasUnreadableAmounts) return;
	const difference = stated.minus(sum);
	const at = { ...place, value: stated.toFixed() };
	if (difference.abs().greaterThan(assembly.tolerance)) assembly.hold(code, `${figures()}.`, at);
	else settleDifference(assembly, figures(), difference, at, flows);
}

/**
 * A difference within the tolerance goes to the rounding account, or to the first of the largest costs where the mapping names none;
 * never to the creditor, who is owed what was approved. One below the smallest unit of the currency is not worth a word.
 */
export function settleDifference(
	assembly: Assembly,
	figures: string,
	difference: Decimal,
	place: ReasonPlace,
	flows: readonly Flow[],
): void {
	const costs = flows.filter(({ kind }) => kind === 'expense');
	const largest = costs.reduce<Flow | null>((best, flow) => (best?.amount.abs().gte(flow.amount.abs()) ? best : flow), null);
	if (roundTo(difference, assembly.decimals).isZero()) {
		if (largest) largest.amount = largest.amount.plus(difference);
		return;
	}
	assembly.settled = assembly.settled.plus(difference);
	const { roundingAccount } = assembly.profile;
	const within = `${figures}; the difference is within the tolerance of ${assembly.tolerance.toFixed()}`;
	if (largest === null) return assembly.warn('difference-within-tolerance', `${within}.`, place);
	const target =
		roundingAccount === null ? `account ${largest.account}, the largest cost` : `the rounding account ${roundingAccount}`;
	assembly.warn('difference-within-tolerance', `${within} and goes to ${target}.`, place);
	if (roundingAccount === null) largest.amount = largest.amount.plus(difference);
	else assembly.flows.push(roundingFlow(largest, roundingAccount, difference));
}

/** Differences that are small one by one must not add up to more than goes to rounding without a person. */
export function checkSettled(assembly: Assembly): void {
	const { profile, decimals, tolerance, settled } = assembly;
	const cap = Decimal.max(inSmallestUnits(new Decimal(profile.roundingCap), decimals), tolerance);
	if (settled.abs().lessThanOrEqualTo(cap)) return;
	const finding = `The small differences of the document add up to ${settled.abs().toFixed()} ${assembly.currency ?? ''}; allowed are ${cap.toFixed()}.`;
	assembly.hold('rounding-over-cap', finding, { field: 'roundingCap', value: settled.toFixed() });
}

/** The cost objects of a line that is no cost: the branch, in which every entry has to balance. */
export function branchOnly({ branch }: CostObjects): CostObjects {
	return branch === undefined ? { costCenters: [], key: '' } : { costCenters: [], branch, key: branch };
}

function roundingFlow(beside: Flow, account: string, amount: Decimal): Flow {
	const costs = branchOnly(beside.costs);
	const rule = { kind: 'rounding', account, accountRule: 'rounding account' } as const;
	return {
		...beside,
		...rule,
		amount,
		costs,
		shipping: null,
		tax: null,
		taxCode: null,
		order: () => `~rounding\u0001${beside.order()}`,
	};
}

function sumOf(amounts: readonly Decimal[]): Decimal {
	return amounts.length === 1 ? amounts[0]! : amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
}

/**
 * Every flow has two equal sides, so lines always balance; if they ever do not, nothing may be posted.
 *
 * @throws Error on a breach, which is a bug
 */
export function assertLinesBalance(lines: readonly Pick<PostingLine, 'debit' | 'credit'>[], docId: string | null): void {
	const side = (name: 'debit' | 'credit') => sumOfUnits(lines.flatMap((line) => line[name] ?? []));
	const balance = side('debit') - side('credit');
	if (balance !== 0n) throw new Error(`The posting of document ${docId ?? '(no id)'} does not balance by ${balance} units`);
}
