import { Decimal, RunningRounder, ZERO } from '../money';
import type { Flow } from './assembly';

/** Deductible and non-deductible tax of a flow, rounded. */
type Taxes = [deductible: Decimal, nonDeductible: Decimal];

/**
 * Rounds the taxes of flows so that those of the same codes add up to their rounded sum, and every flow's net amount stays within one
 * unit of its exact one as well: equal shares of a cost stay equal to a unit before tax and after it.
 *
 * @param amounts the flows' amounts, rounded already
 */
export function roundTaxes(flows: readonly Flow[], amounts: readonly Decimal[], decimals: number): Taxes[] {
	const results = flows.map(({ tax }): Taxes => [tax?.deductible ?? ZERO, tax?.nonDeductible ?? ZERO]);
	const exactNets = flows.map(({ amount }) => amount);
	const nets = [...amounts];
	for (const kind of [0, 1] as const) {
		const groups = new Map<string, number[]>();
		for (const [index, { tax }] of flows.entries()) {
			const exact = results[index]![kind];
			exactNets[index] = exactNets[index]!.minus(exact);
			if (exact.decimalPlaces() <= decimals) continue;
			const codes = tax!.labels.map(({ code }) => code).join();
			groups.set(codes, [...(groups.get(codes) ?? []), index]);
		}
		for (const group of groups.values()) {
			const parts = group.map((index) => ({ exact: results[index]![kind], room: nets[index]!.minus(exactNets[index]!) }));
			for (const [place, part] of roundGroup(parts, decimals).entries()) results[group[place]!]![kind] = part;
		}
		for (const [index, result] of results.entries()) nets[index] = nets[index]!.minus(result[kind]);
	}
	return results;
}

interface Part {
	exact: Decimal;
	/** What the part may be so that the net amount is exact; within one unit of it the net is as near as it can be. */
	room: Decimal;
}

/** By running sums, where the net amounts bear it; else each part goes down or up to a whole unit, as its net amount needs it. */
function roundGroup(parts: readonly Part[], decimals: number): Decimal[] {
	const rounder = new RunningRounder(decimals);
	const unit = new Decimal(10).pow(-decimals);
	const running = parts.map(({ exact }) => rounder.next('', exact));
	const isNear = (net: Decimal) => net.abs().lessThan(unit);
	return running.every((part, index) => isNear(parts[index]!.room.minus(part))) ? running : raiseByNeed(parts, unit, decimals);
}

/** Up go the parts whose net amounts need it, then those with the largest remainders. */
function raiseByNeed(parts: readonly Part[], unit: Decimal, decimals: number): Decimal[] {
	const target = parts.reduce((sum, { exact }) => sum.plus(exact), ZERO).toDecimalPlaces(decimals);
	const lower = parts.map(({ exact }) => exact.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR));
	const missing = target
		.minus(lower.reduce((sum, part) => sum.plus(part), ZERO))
		.dividedBy(unit)
		.round()
		.toNumber();
	const isNear = (net: Decimal) => net.abs().lessThan(unit);
	const urgency = parts.map(({ room }, index) => {
		const fitsDown = isNear(room.minus(lower[index]!));
		const fitsUp = isNear(room.minus(lower[index]!).minus(unit));
		return fitsDown === fitsUp ? 1 : fitsUp ? 0 : 2;
	});
	const order = parts.map((_, index) => index);
	const rest = (index: number) => parts[index]!.exact.minus(lower[index]!);
	order.sort((a, b) => urgency[a]! - urgency[b]! || rest(b).comparedTo(rest(a)) || a - b);
	const raised = new Set(order.slice(0, Math.max(0, missing)));
	return lower.map((part, index) => (raised.has(index) ? part.plus(unit) : part));
}
