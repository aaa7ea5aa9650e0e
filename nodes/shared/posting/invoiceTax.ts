import { textOf, type Json } from '../document';
import { mapTaxKey, taxKeyOf } from '../mapping';
import { Decimal, ZERO } from '../money';
import type { Assembly, Flow, TaxLabel, TaxSplit } from './assembly';
import { labelOf } from './reportEntryTax';
import type { InvoiceRow, InvoiceTax } from './invoiceTotals';
import { branchOnly } from './totals';

/** The tax rows of an invoice line. A row of 0 % counts where it has a code. */
export function readTaxes(assembly: Assembly, journal: Json, name: string): InvoiceTax[] {
	return assembly.rows(journal.tax, 'tax', name).flatMap((row) => {
		const amount = assembly.amount(row.amountTax, 'amountTax', name);
		const key = taxKeyOf(row, null);
		return amount === null || (amount.isZero() && key === null) ? [] : [{ key, amount }];
	});
}

/** Whether the mapping says of all taxes of a line that the buyer owes them. */
export function isOwedByMapping({ profile: { taxCodes } }: Assembly, taxes: readonly InvoiceTax[]): boolean {
	const isOwed = (key: string | null) =>
		key !== null && taxCodes !== null && Object.hasOwn(taxCodes, key) && taxCodes[key]!.owedAccount;
	return taxes.length > 0 && taxes.every(({ key }) => isOwed(key));
}

/** Tax of an invoice line: one with a mapped code is deductible in full, one without a code stays in the cost, with a warning. */
export function taxOf(assembly: Assembly, row: InvoiceRow): TaxSplit | null {
	const { gross, name } = row;
	const labels = row.taxes.flatMap(({ key, amount }) => {
		if (key === null) {
			const message = `Invoice ${name} has tax of ${amount.toFixed()} without a tax code; it stays in the cost and is not reclaimed.`;
			assembly.warn('tax-without-code', message, { entry: name, field: 'taxCode' });
			return [];
		}
		const mapped = mapTaxKey(assembly, key, !amount.isZero(), name);
		return mapped ? [{ ...labelOf(mapped), deductibleWeight: amount, nonDeductibleWeight: ZERO }] : [];
	});
	const headerLabels = headerTaxOf(assembly, row);
	labels.push(...headerLabels);
	if (labels.length === 0) return null;
	const deductible = labels.reduce((sum, { deductibleWeight }) => sum.plus(deductibleWeight), ZERO);
	if (headerLabels.some((label) => exceedsRate(assembly, row, label, deductible))) return null;
	if (deductible.isZero() || (deductible.abs().lessThanOrEqualTo(gross.abs()) && deductible.isNegative() === gross.isNegative()))
		return { deductible, nonDeductible: ZERO, labels };
	const finding = `Invoice ${name}: tax of ${deductible.toFixed()} does not fit into the gross amount of ${gross.toFixed()}.`;
	assembly.hold('tax-arithmetic', finding, { entry: name, field: 'amountTax', value: deductible.toFixed() });
	return null;
}

/** A rate leaves this much on a line: Concur rounds the tax of each of its own lines, and the header adds them up. */
const ROUNDING_OF_A_LINE = new Decimal('0.05');

/**
 * Tax of the header that is more than its rate gives on what it would leave as net amount is not inside the line: it was never charged
 * (reverse charge), or it has another rate. Held, because the cost would be too low and the base of the tax report too high.
 */
function exceedsRate(assembly: Assembly, row: InvoiceRow, { rate }: TaxLabel, deductible: Decimal): boolean {
	if (rate === null) return false;
	const net = row.gross.minus(deductible);
	const most = net.times(rate).dividedBy(100).abs().plus(ROUNDING_OF_A_LINE);
	if (row.headerTax.abs().lessThanOrEqualTo(most)) return false;
	const figures = `tax of ${row.headerTax.toFixed()} stands in the header only, and ${rate.toFixed()} % of the ${net.toFixed()} that would be left as net amount is less`;
	assembly.hold('tax-arithmetic', `Invoice ${row.name}: ${figures}.`, {
		entry: row.name,
		field: 'amountTax',
		value: row.headerTax.toFixed(),
	});
	return true;
}

/** Tax that stands in the header only has no code of its own: the mapping's, or it stays in the cost. */
function headerTaxOf(assembly: Assembly, { headerTax, name }: InvoiceRow): TaxLabel[] {
	const { headerTax: wanted, taxCodes } = assembly.profile;
	if (headerTax.isZero() || wanted === null) return [];
	// A person may name it as Concur does, or by the tax group it stands for.
	const isKey = taxCodes === null || Object.hasOwn(taxCodes, wanted);
	const key = isKey ? wanted : (Object.keys(taxCodes).find((own) => taxCodes[own]!.code === wanted) ?? wanted);
	const mapped = mapTaxKey(assembly, key, true, name);
	return mapped ? [{ ...labelOf(mapped), deductibleWeight: headerTax, nonDeductibleWeight: ZERO }] : [];
}

/** The one tax code of a line whose tax the buyer owes: B1's invoice line takes one, and works out both sides of its tax. */
export function owedTaxCode(assembly: Assembly, { taxes, name }: InvoiceRow): string | undefined {
	const codes = taxes.flatMap(({ key, amount }) => {
		const mapped = amount.isZero() ? null : mapTaxKey(assembly, key, true, name);
		return mapped === null ? [] : [mapped.code];
	});
	const [code, ...others] = [...new Set(codes)];
	if (others.length === 0 && code !== '') return code;
	const finding = `Invoice ${name} has several taxes that the buyer owes, or one without a tax group; a line of an A/P invoice has one.`;
	assembly.hold('reverse-charge', finding, { entry: name, field: 'taxCode', value: codes.join(', ') });
	return undefined;
}

/**
 * Tax that the buyer owes itself: the cost is what the vendor charges. B1 takes the tax groups of such taxes in no manual journal
 * entry, so it is posted to the two accounts that the mapping names, in no tax group, or the invoice goes to a person.
 */
export function addTaxOwed(assembly: Assembly, { taxes, name }: InvoiceRow, cost: Flow): void {
	for (const { key, amount } of taxes) {
		if (amount.isZero()) continue;
		const mapped = mapTaxKey(assembly, key, true, name);
		if (mapped === null) continue;
		const { account, owedAccount } = mapped;
		if (account === null || owedAccount === null) {
			const finding = `Invoice ${name} has tax ${key} of ${amount.toFixed()} that the vendor does not charge: it is owed by the buyer (reverse charge).`;
			assembly.hold('reverse-charge', finding, { entry: name, field: 'taxCode', value: textOf(key) ?? '' });
			continue;
		}
		assembly.flows.push({
			...cost,
			order: () => `~owed ${key}\u0001${cost.order()}`,
			kind: 'taxOwed',
			account,
			accountRule: `tax ${key} that the buyer owes`,
			amount,
			shipping: null,
			tax: null,
			taxCode: null,
			counterparty: { role: 'owedVat', account: owedAccount, rule: `tax ${key} that the buyer owes` },
			costs: branchOnly(cost.costs),
		});
	}
}
