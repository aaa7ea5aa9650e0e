import { roundTo, ZERO, type Decimal } from '../money';
import type { Assembly, Flow } from './assembly';
import { partnerKey } from './roundFlows';

/**
 * What a creditor is owed must be an amount that can be paid: half a yen cannot. Half a cent is within what the mapping allows figures
 * to differ by, and is rounded; more is held.
 */
export function checkPayables(assembly: Assembly): void {
	const { decimals, flows, profile, currency } = assembly;
	if (assembly.hasUnreadableAmounts) return;
	for (const [{ counterparty }, owed] of creditors(flows)) {
		if (roundTo(owed, decimals).minus(owed).abs().lessThanOrEqualTo(profile.tolerance)) continue;
		const who = counterparty.party ?? counterparty.account ?? counterparty.role;
		const finding = `${owed.toFixed()} ${currency ?? ''} are owed to ${who}, and amounts of that currency have ${decimals} decimals.`;
		assembly.hold('payable-decimals', finding, { value: owed.toFixed() });
	}
}

function creditors(flows: readonly Flow[]): [Flow, Decimal][] {
	const sums = new Map<string, [Flow, Decimal]>();
	for (const flow of flows) {
		const key = partnerKey(flow.counterparty);
		sums.set(key, [flow, flow.amount.plus(sums.get(key)?.[1] ?? ZERO)]);
	}
	return [...sums.values()];
}
