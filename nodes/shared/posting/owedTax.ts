import { mapTaxKey, taxKeyOf, type MappedTax } from '../mapping';
import { ZERO, type Decimal } from '../money';
import type { Assembly, Flow } from './assembly';
import type { TaxRow } from './taxRows';
import { branchOnly } from './totals';

/** What the mapping says of a tax that the buyer owes itself; null for every other. */
export function owedTaxOf({ profile: { taxCodes } }: Assembly, row: TaxRow, homeCountry: string | null): string | null {
	const key = taxKeyOf(row.json, homeCountry);
	return key !== null && taxCodes !== null && Object.hasOwn(taxCodes, key) && taxCodes[key]!.owedAccount ? key : null;
}

/** Tax rows of an expense entry that the mapping has as owed by the buyer, by their keys. */
export type OwedRows = ReadonlyMap<string, readonly TaxRow[]>;

/**
 * Taxes of an expense entry that the buyer owes itself: on top of its cost, to the two accounts that the mapping names; what is not
 * reclaimed of them is cost.
 *
 * @param flows of the entry
 */
export function addOwedTaxes(assembly: Assembly, entry: string, owed: OwedRows, flows: readonly Flow[]): void {
	const cost = flows.find(({ kind }) => kind === 'expense');
	if (cost === undefined) return;
	for (const [key, rows] of owed) {
		const mapped = mapTaxKey(assembly, key, true, entry);
		const stated = mapped && statedOnce(rows, netOf(flows), mapped);
		if (!stated) {
			const sum = sumOf(rows, 'tax').toFixed();
			const finding = `Tax ${key} of ${entry} is owed by the buyer (reverse charge), and its rows state ${sum} in a way that fits no rate of the mapping.`;
			assembly.hold('reverse-charge', finding, { entry, field: 'taxCode', value: key });
			continue;
		}
		const { account, owedAccount } = mapped;
		const rule = `tax ${key} that the buyer owes`;
		const flow = {
			...cost,
			shipping: null,
			tax: null,
			taxCode: null,
			counterparty: { role: 'owedVat', account: owedAccount!, rule },
		} as const;
		const order = (part: string) => () => `~owed ${key}\u0001${part}\u0001${cost.order()}`;
		const { tax, reclaim } = stated;
		const costs = branchOnly(cost.costs);
		if (!reclaim.isZero())
			assembly.flows.push({
				...flow,
				order: order('tax'),
				kind: 'taxOwed',
				account: account!,
				accountRule: rule,
				amount: reclaim,
				costs,
			});
		if (!tax.equals(reclaim)) assembly.flows.push({ ...flow, order: order('cost'), amount: tax.minus(reclaim) });
	}
}

interface Stated {
	tax: Decimal;
	reclaim: Decimal;
}

/**
 * What rows of one tax state in all: Concur repeats a shared tax for every allocation, or splits it over them. Where the two readings
 * differ the rate tells them apart; null where nothing does, or an account is missing.
 */
function statedOnce(rows: readonly TaxRow[], net: Decimal, { account, rate }: MappedTax): Stated | null {
	if (account === null) return null;
	const once = [...new Map(rows.map((row) => [row.guid ?? row, row])).values()];
	const readings = [rows, once].map((reading) => ({ tax: sumOf(reading, 'tax'), reclaim: sumOf(reading, 'reclaim') }));
	const [all, single] = readings as [Stated, Stated];
	if (all.tax.equals(single.tax)) return all;
	if (rate === null) return null;
	const isExpected = ({ tax }: Stated) => tax.minus(net.times(rate).dividedBy(100)).abs().lessThanOrEqualTo('0.05');
	return readings.find(isExpected) ?? null;
}

const netOf = (flows: readonly Flow[]): Decimal =>
	flows.reduce<Decimal>((sum, { kind, amount }) => (kind === 'expense' ? sum.plus(amount) : sum), ZERO);

const sumOf = (rows: readonly TaxRow[], field: 'tax' | 'reclaim'): Decimal =>
	rows.reduce<Decimal>((sum, row) => sum.plus(row[field]), ZERO);
