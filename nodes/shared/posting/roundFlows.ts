import { allot, RunningRounder, ZERO, type Decimal } from '../money';
import type { Assembly, Counterparty, Flow, TaxLabel, TaxSplit } from './assembly';
import { roundTaxes } from './roundTaxes';

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
	if (flows.every((flow) => isExact(flow, decimals))) return flows.map((flow, position) => exactFlow(flow, position, decimals));
	const rounder = new RunningRounder(decimals);
	const ordered = flows.map((flow, position) => ({ flow, position, order: flow.order() }));
	ordered.sort((a, b) => compareText(a.order, b.order));
	const amounts = ordered.map(({ flow }) => rounder.next(partnerKey(flow.counterparty), flow.amount));
	const taxes = roundTaxes(
		ordered.map(({ flow }) => flow),
		amounts,
		decimals,
	);
	return ordered.map(({ flow, position }, index) => {
		const shipping = flow.shipping === null ? ZERO : rounder.next('shipping', flow.shipping.amount);
		const parts =
			flow.tax === null ? { deductible: NO_PARTS, nonDeductible: NO_PARTS } : splitTax(flow.tax, ...taxes[index]!, decimals);
		return { flow, position, amount: amounts[index]!, shipping, ...parts };
	});
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

function exactFlow(flow: Flow, position: number, decimals: number): RoundedFlow {
	const { tax, amount } = flow;
	const shipping = flow.shipping?.amount ?? ZERO;
	if (tax === null) return { flow, position, amount, shipping, deductible: NO_PARTS, nonDeductible: NO_PARTS };
	return { flow, position, amount, shipping, ...splitTax(tax, tax.deductible, tax.nonDeductible, decimals) };
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
