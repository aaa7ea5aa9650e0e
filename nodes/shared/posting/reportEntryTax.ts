import type { Json } from '../document';
import { mapTaxKey, taxKeyOf, type MappedTax } from '../mapping';
import { ZERO, type Decimal } from '../money';
import type { Assembly, Flow, TaxLabel, TaxSplit } from './assembly';
import { addOwedTaxes, owedTaxOf } from './owedTax';
import { TaxRows, type TaxedJournal, type TaxRow } from './taxRows';

/** The tax inside the journals of an expense entry. */
export class ReportEntryTax {
	private readonly rows: TaxRows;
	private readonly journals: TaxedJournal[] = [];
	/** Tax found in the journals; null as soon as one of them does not state its nets. */
	private found: { tax: Decimal; reclaim: Decimal } | null = { tax: ZERO, reclaim: ZERO };

	constructor(
		private readonly assembly: Assembly,
		private readonly entry: string,
		private readonly homeCountry: string | null,
		allocations: readonly Json[],
	) {
		this.rows = new TaxRows(assembly, entry, allocations);
	}

	get isEmpty(): boolean {
		return this.rows.all.length === 0;
	}

	add(journal: TaxedJournal): void {
		this.journals.push(journal);
	}

	/** A journal that is held and never split: the rows of the entry can then no longer be checked against its journals. */
	leaveOut(): void {
		this.found = null;
	}

	/**
	 * Splits the gross amount of a journal into net cost, deductible and non-deductible tax. The journal's own nets are the truth; tax
	 * rows only label them and weigh several taxes against each other, so rows that repeat or share a tax do no harm.
	 *
	 * @returns null when there is no tax in it, or when it cannot be split (the assembly then holds a reason)
	 */
	split(journal: TaxedJournal): TaxSplit | null {
		const { gross, netOfTax, netOfReclaim } = journal;
		const named = this.rows.of(journal);
		const charged = named.filter((row) => this.owedKey(row) === null);
		if (gross === netOfTax && gross === netOfReclaim) return this.zeroSplit(charged);
		// A tax inside the amounts that only owed ones could explain is held.
		const rows = charged.length > 0 ? charged : named;
		const isStated = netOfTax !== null && netOfReclaim !== null;
		const { deductible, nonDeductible } = isStated ? statedTax(gross, netOfTax, netOfReclaim) : this.derive(journal, rows);
		this.remember(isStated, deductible, nonDeductible);
		if (deductible.isZero() && nonDeductible.isZero()) return this.zeroSplit(rows);
		if (!this.fits(journal, deductible, nonDeductible)) return null;
		if (rows.length > 0) return { deductible, nonDeductible, labels: this.labels(rows, deductible) };
		const figures = `${deductible.plus(nonDeductible).toFixed()} of tax in ${gross.toFixed()} gross`;
		this.assembly.hold('tax-without-detail', `${this.entry} contains ${figures}.`, { entry: this.entry });
		return null;
	}

	/** Rows of 0 %: nothing is split off, but their codes have a base. */
	private zeroSplit(rows: readonly TaxRow[]): TaxSplit | null {
		const zero = rows.filter(({ isStated, tax, reclaim }) => isStated && tax.isZero() && reclaim.isZero());
		return zero.length === 0 ? null : { deductible: ZERO, nonDeductible: ZERO, labels: this.labels(zero, ZERO) };
	}

	private remember(isStated: boolean, deductible: Decimal, nonDeductible: Decimal): void {
		if (this.found === null || !isStated) {
			this.found = null;
			return;
		}
		const { tax, reclaim } = this.found;
		const all = nonDeductible.isZero() ? deductible : deductible.plus(nonDeductible);
		this.found =
			tax === ZERO && reclaim === ZERO
				? { tax: all, reclaim: deductible }
				: { tax: tax.plus(all), reclaim: reclaim.plus(deductible) };
	}

	/** Nets that are not given, from the tax rows by this journal's share of them. */
	private derive(journal: TaxedJournal, rows: readonly TaxRow[]): { deductible: Decimal; nonDeductible: Decimal } {
		const { gross, netOfTax, netOfReclaim } = journal;
		if (rows.length === 0) {
			return {
				deductible: netOfReclaim ? gross.minus(netOfReclaim) : ZERO,
				nonDeductible: netOfTax ? gross.minus(netOfTax) : ZERO,
			};
		}
		let tax = ZERO;
		let reclaim = ZERO;
		for (const row of rows) {
			const share = this.rows.shareOf(journal, row, this.journals);
			tax = tax.plus(row.tax.times(share));
			reclaim = reclaim.plus(row.reclaim.times(share));
		}
		const deductible = netOfReclaim === null ? reclaim : gross.minus(netOfReclaim);
		return { deductible, nonDeductible: tax.minus(deductible) };
	}

	/** Net and taxes must lie on the side of the gross amount, and a net that is given must be met. */
	private fits({ gross, netOfTax, netOfReclaim }: TaxedJournal, deductible: Decimal, nonDeductible: Decimal): boolean {
		const { tolerance } = this.assembly;
		const net = netOfTax !== null && netOfReclaim !== null ? netOfTax : gross.minus(deductible).minus(nonDeductible);
		const isOnSide = (part: Decimal) =>
			part.isZero() || part.isNegative() === gross.isNegative() || part.abs().lessThanOrEqualTo(tolerance);
		const isMet = netOfTax === null || net === netOfTax || net.minus(netOfTax).abs().lessThanOrEqualTo(tolerance);
		if (isMet && isOnSide(deductible) && isOnSide(nonDeductible) && isOnSide(net)) return true;
		const tax = deductible.plus(nonDeductible).toFixed();
		const finding = `${this.entry}: gross ${gross.toFixed()} less tax ${tax} gives ${net.toFixed()}, the net amount is ${netOfTax?.toFixed() ?? 'not given'}.`;
		this.assembly.hold('tax-arithmetic', finding, { entry: this.entry, field: 'amountNetOfTax', value: netOfTax?.toFixed() });
		return false;
	}

	/** What the buyer owes is in no amount that anybody is paid. */
	private holdOwed({ owedAccount }: MappedTax, tax: Decimal): void {
		const finding = `${this.entry}: its amounts contain ${tax.toFixed()} of a tax that the mapping has as owed by the buyer (account ${owedAccount}).`;
		this.assembly.hold('tax-arithmetic', finding, { entry: this.entry, field: 'tax' });
	}

	/** Names and weights of the taxes in a journal. */
	private labels(rows: readonly TaxRow[], deductible: Decimal): TaxLabel[] {
		const noReclaim = rows.every(({ reclaim }) => reclaim.isZero());
		const allReclaimed = rows.every(({ tax, reclaim }) => tax.equals(reclaim));
		return rows.map(({ tax, reclaim, json }) => {
			const deductibleWeight = noReclaim ? tax : reclaim;
			const isPosted = !deductible.isZero() && (rows.length === 1 || !deductibleWeight.isZero());
			const mapped = mapTaxKey(this.assembly, taxKeyOf(json, this.homeCountry), isPosted, this.entry);
			if (isPosted && mapped?.owedAccount) this.holdOwed(mapped, deductible);
			return {
				...labelOf(mapped),
				deductibleWeight,
				nonDeductibleWeight: allReclaimed ? tax : tax.minus(reclaim),
			};
		});
	}

	/** The key of a tax that the mapping has as owed by the buyer; null for every other. */
	private owedKey(row: TaxRow): string | null {
		return owedTaxOf(this.assembly, row, this.homeCountry);
	}

	/**
	 * Checks the tax rows when every journal was split, and adds the taxes that the buyer owes itself.
	 *
	 * @param flows of the entry
	 */
	finish(flows: readonly Flow[]): void {
		this.checkRows();
		const owed = new Map<string, TaxRow[]>();
		for (const row of this.isEmpty ? [] : this.namedRows()) {
			const key = this.owedKey(row);
			if (key !== null && !row.tax.isZero()) owed.set(key, [...(owed.get(key) ?? []), row]);
		}
		addOwedTaxes(this.assembly, this.entry, owed, flows);
	}

	/**
	 * Checks that the tax rows explain the difference of gross and nets. Concur repeats a shared tax in full, splits it over the
	 * allocations, or states it once: any of these readings may explain the entry.
	 */
	private checkRows(): void {
		// A row that could not be read counts as zero; the sums would only repeat what was found already.
		if (this.isEmpty || this.found === null || this.assembly.hasUnreadableAmounts) return;
		const rows = this.namedRows().filter((row) => this.owedKey(row) === null);
		if (rows.length === 0 || rows.some(({ isStated }) => !isStated)) return;
		const { tax, reclaim } = this.found;
		const { tolerance } = this.assembly;
		const isNear = (sum: Decimal, expected: Decimal) =>
			sum.equals(expected) || sum.minus(expected).abs().lessThanOrEqualTo(tolerance.times(rows.length));
		const explains = (reading: readonly TaxRow[]) =>
			isNear(sumOf(reading, 'tax'), tax) && isNear(sumOf(reading, 'reclaim'), reclaim);
		if (explains(rows)) return;
		const once = [...new Map(rows.map((row) => [row.guid, row])).values()];
		const groups = this.rows.groups().map((group) => group.filter((row) => rows.includes(row)));
		if (explains(once) || groups.some(explains)) return;
		if (this.holdUncharged(rows, once, explains)) return;
		const stated = `${sumOf(once, 'tax').toFixed()} and ${sumOf(once, 'reclaim').toFixed()}`;
		const finding = `${this.entry}: its journals hold ${tax.toFixed()} of tax, ${reclaim.toFixed()} of it reclaimable; its tax rows say ${stated}.`;
		this.assembly.hold('tax-arithmetic', finding, { entry: this.entry, field: 'tax' });
	}

	/** A tax that the mapping knows and no amount contains was charged by nobody: the buyer owes it. */
	private holdUncharged(
		rows: readonly TaxRow[],
		once: readonly TaxRow[],
		explains: (reading: readonly TaxRow[]) => boolean,
	): boolean {
		const { taxCodes } = this.assembly.profile;
		const keys = new Set(rows.map(({ json }) => taxKeyOf(json, this.homeCountry)));
		for (const key of keys) {
			if (key === null || taxCodes === null || !Object.hasOwn(taxCodes, key)) continue;
			const isOther = ({ json }: TaxRow) => taxKeyOf(json, this.homeCountry) !== key;
			if (!explains(rows.filter(isOther)) && !explains(once.filter(isOther))) continue;
			const tax = sumOf(
				once.filter((row) => !isOther(row)),
				'tax',
			).toFixed();
			const finding = `${this.entry} has tax ${key} of ${tax}, which no amount contains: it is owed by the buyer (reverse charge).`;
			this.assembly.hold('reverse-charge', finding, { entry: this.entry, field: 'taxCode', value: key });
			return true;
		}
		return false;
	}

	/** Rows that some journal names; in the oldest format all of them. */
	private namedRows(): TaxRow[] {
		if (this.journals.some(({ guids }) => guids === null)) return this.rows.all;
		const named = new Set(this.journals.flatMap(({ guids }) => guids ?? []));
		return this.rows.all.filter(({ guid }) => guid !== null && named.has(guid));
	}
}

/** Code, account and terms of a tax; a key that the mapping does not know names a tax that is never reclaimed. */
export function labelOf(mapped: MappedTax | null): Omit<TaxLabel, 'deductibleWeight' | 'nonDeductibleWeight'> {
	if (mapped === null) return { code: '', account: null, rate: null, partlyDeductible: false, isKnown: false };
	const { code, account, rate, partlyDeductible, isKnown } = mapped;
	return { code, account, rate, partlyDeductible, isKnown };
}

function statedTax(gross: Decimal, netOfTax: Decimal, netOfReclaim: Decimal): { deductible: Decimal; nonDeductible: Decimal } {
	return {
		deductible: gross === netOfReclaim ? ZERO : gross.minus(netOfReclaim),
		nonDeductible: netOfReclaim === netOfTax ? ZERO : netOfReclaim.minus(netOfTax),
	};
}

function sumOf(rows: readonly TaxRow[], field: 'tax' | 'reclaim'): Decimal {
	if (rows.length === 1) return rows[0]![field];
	return rows.reduce((sum, row) => sum.plus(row[field]), ZERO);
}
