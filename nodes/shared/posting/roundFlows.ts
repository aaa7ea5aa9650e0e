import { allot, RunningRounder, ZERO, type Decimal } from '../money';
import type { Assembly, Counterparty, Flow, TaxLabel, TaxSplit } from './assembly';

/** A flow in the currency's decimals. */
export interface RoundedFlow {
	flow: Flow;
	position: number;
	amount: Decimal;
	shipping: Decimal;
	deductible: Decimal[];
	nonDeductible: Decimal[];
}

/** What makes a counterparty one and the same. */
export const partnerKey = ({ role, party, partner, account, isBlocked }: Counterparty): string =>
	`${role}|${party ?? ''}|${partner ?? ''}|${account ?? ''}${isBlocked ? '|blocked' : ''}`;

const NO_PARTS: Decimal[] = [];

/** Rounds by running sums, in an order that does not depend on the order of rows. Exact amounts, which most are, need neither. */
export function roundFlows(assembly: Assembly): RoundedFlow[] {
	const { decimals, flows } = assembly;
	if (flows.every((flow) => isExact(flow, decimals)))
		return flows.map((flow, position) => roundFlow(flow, position, decimals, null));
	const rounder = new RunningRounder(decimals);
	const ordered = flows.map((flow, position) => ({ flow, position, order: flow.order() }));
	ordered.sort((a, b) => compareText(a.order, b.order));
	return ordered.map(({ flow, position }) => roundFlow(flow, position, decimals, rounder));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isExact({ amount, shipping, tax }: Flow, decimals: number): boolean {
	const fits = (value: Decimal) => value.decimalPlaces() <= decimals;
	return (
		fits(amount) &&
		(shipping === null || fits(shipping.amount)) &&
		(tax === null || (fits(tax.deductible) && fits(tax.nonDeductible)))
	);
}

/** A flow rounded by the running sums; without a rounder it is exact already. */
function roundFlow(flow: Flow, position: number, decimals: number, rounder: RunningRounder | null): RoundedFlow {
	const round = (key: string, value: Decimal) => rounder?.next(key, value) ?? value;
	const { tax, shipping } = flow;
	const amount = rounder === null ? flow.amount : rounder.next(partnerKey(flow.counterparty), flow.amount);
	const shippingPart = shipping === null ? ZERO : round('shipping', shipping.amount);
	if (tax === null) return { flow, position, amount, shipping: shippingPart, deductible: NO_PARTS, nonDeductible: NO_PARTS };
	const codes = rounder === null ? '' : tax.labels.map(({ code }) => code).join();
	const deductible = round(`deductible ${codes}`, tax.deductible);
	const nonDeductible = round(`non-deductible ${codes}`, tax.nonDeductible);
	return { flow, position, amount, shipping: shippingPart, ...splitTax(tax, deductible, nonDeductible, decimals) };
}

/** Splits tax over its rows by their weights. Left-over units go by code and weight, so that the order of rows does not matter. */
function splitTax(
	{ labels }: TaxSplit,
	deductible: Decimal,
	nonDeductible: Decimal,
	decimals: number,
): Pick<RoundedFlow, 'deductible' | 'nonDeductible'> {
	if (labels.length === 1) return { deductible: [deductible], nonDeductible: [nonDeductible] };
	const sorted = [...labels].sort(byCodeAndWeight);
	const parts = (amount: Decimal, weight: (label: TaxLabel) => Decimal) => {
		const allotted = allot(amount, sorted.map(weight), decimals);
		return labels.map((label) => allotted[sorted.indexOf(label)]!);
	};
	return {
		deductible: parts(deductible, ({ deductibleWeight }) => deductibleWeight),
		nonDeductible: parts(nonDeductible, ({ nonDeductibleWeight }) => nonDeductibleWeight),
	};
}

function byCodeAndWeight(a: TaxLabel, b: TaxLabel): number {
	if (a.code !== b.code) return compareText(a.code, b.code);
	return b.deductibleWeight.comparedTo(a.deductibleWeight) || b.nonDeductibleWeight.comparedTo(a.nonDeductibleWeight);
}
