import { ZERO, type Decimal } from '../money';
import type { Assembly, TaxLabel, TaxSplit } from './assembly';
import { isRecord, rowsOf, textOf, type Json } from './fields';

/** A tax row of an allocation, with the allocation it stands in. */
interface TaxRow {
	allocation: number;
	guid: string | null;
	row: Json;
}

/** A journal row as the tax split needs it. */
export interface TaxedJournal {
	allocation: number;
	gross: Decimal;
	guids: string[] | null;
	/** null when the journal does not say. */
	netOfTax: Decimal | null;
	netOfReclaim: Decimal | null;
}

/** The tax rows of an entry, looked up by the `taxGuid` of its journals. */
export class EntryTax {
	private readonly rows: TaxRow[] = [];
	private readonly journals: TaxedJournal[] = [];

	constructor(
		private readonly assembly: Assembly,
		private readonly entry: string,
		private readonly homeCountry: string | null,
		allocations: readonly Json[],
	) {
		for (const [index, allocation] of allocations.entries()) {
			for (const row of rowsOf(allocation.tax)) this.rows.push({ allocation: index, guid: textOf(row.taxGuid), row });
		}
	}

	get isEmpty(): boolean {
		return this.rows.length === 0;
	}

	add(journal: TaxedJournal): void {
		this.journals.push(journal);
	}

	/**
	 * Splits the gross amount of a journal into net cost, deductible and non-deductible tax. The journal's own nets are the truth; tax
	 * rows only label them and weigh several taxes against each other, so rows that repeat or share a tax do no harm.
	 *
	 * @returns null when there is no tax in it, or when it cannot be split (the assembly then holds a reason)
	 */
	split(journal: TaxedJournal): TaxSplit | null {
		const rows = this.rowsFor(journal);
		const derived = journal.netOfTax === null || journal.netOfReclaim === null ? this.derive(journal, rows) : null;
		const deductible = derived?.deductible ?? journal.gross.minus(journal.netOfReclaim!);
		const nonDeductible = derived?.nonDeductible ?? journal.netOfReclaim!.minus(journal.netOfTax!);
		if (deductible.isZero() && nonDeductible.isZero()) return null;
		if (!this.fits(journal, deductible, nonDeductible)) return null;
		if (rows.length === 0) {
			const tax = deductible.plus(nonDeductible);
			this.assembly.hold(
				'tax-without-detail',
				`${this.entry} contains ${tax.toFixed()} of tax in ${journal.gross.toFixed()} gross.`,
				{ entry: this.entry },
			);
			return null;
		}
		return { deductible, nonDeductible, labels: this.labels(rows, deductible) };
	}

	/** Rows named by the journal, in its own allocation first; journals of the oldest format name none and own all of theirs. */
	private rowsFor(journal: TaxedJournal): TaxRow[] {
		const own = this.rows.filter((tax) => tax.allocation === journal.allocation);
		if (journal.guids === null) return own;
		return journal.guids.flatMap(
			(guid) => own.find((tax) => tax.guid === guid) ?? this.rows.find((tax) => tax.guid === guid) ?? [],
		);
	}

	/** Nets that are not given, from the tax rows by this journal's share of the gross that refers to the same row. */
	private derive(journal: TaxedJournal, rows: readonly TaxRow[]): { deductible: Decimal; nonDeductible: Decimal } {
		if (rows.length === 0)
			return {
				deductible: differenceOf(journal.gross, journal.netOfReclaim),
				nonDeductible: differenceOf(journal.gross, journal.netOfTax),
			};
		let tax = ZERO;
		let reclaim = ZERO;
		for (const row of rows) {
			const share = this.shareOf(journal, row);
			tax = tax.plus(this.amountOf(row, 'amountTax').times(share));
			reclaim = reclaim.plus(this.amountOf(row, 'amountReclaim').times(share));
		}
		const deductible = journal.netOfReclaim === null ? reclaim : journal.gross.minus(journal.netOfReclaim);
		return { deductible, nonDeductible: tax.minus(deductible) };
	}

	private shareOf(journal: TaxedJournal, { guid, allocation }: TaxRow): Decimal {
		const sameTax = this.rows.filter((row) => row.guid === guid);
		const [first] = sameTax;
		const repeated = sameTax.every((row) => this.amountOf(row, 'amountTax').equals(this.amountOf(first!, 'amountTax')));
		const sharers = this.journals.filter(
			(other) =>
				(other.guids === null ? other.allocation === allocation : other.guids.includes(guid ?? '')) &&
				(repeated || other.allocation === journal.allocation),
		);
		const total = sharers.reduce((sum, other) => sum.plus(other.gross), ZERO);
		return total.isZero() ? ZERO : journal.gross.dividedBy(total);
	}

	private amountOf({ row }: TaxRow, field: 'amountTax' | 'amountReclaim'): Decimal {
		return this.assembly.amount(row[field], field, this.entry) ?? ZERO;
	}

	/** Net and taxes must lie on the side of the gross amount and add up to it. */
	private fits({ gross, netOfTax }: TaxedJournal, deductible: Decimal, nonDeductible: Decimal): boolean {
		const { tolerance } = this.assembly.mapping;
		const net = gross.minus(deductible).minus(nonDeductible);
		const sign = gross.isNegative() ? -1 : 1;
		const sidesFit = [deductible, nonDeductible, net].every((part) => part.times(sign).greaterThanOrEqualTo(tolerance.negated()));
		if (sidesFit && (netOfTax === null || net.minus(netOfTax).abs().lessThanOrEqualTo(tolerance))) return true;
		this.assembly.hold(
			'tax-arithmetic',
			`${this.entry}: gross ${gross.toFixed()} less tax ${deductible.plus(nonDeductible).toFixed()} gives ${net.toFixed()}, the net amount is ${netOfTax?.toFixed() ?? 'not given'}.`,
			{ entry: this.entry, field: 'amountNetOfTax', value: netOfTax?.toFixed() },
		);
		return false;
	}

	private labels(rows: readonly TaxRow[], deductible: Decimal): TaxLabel[] {
		const labels = rows.map((row) => {
			const reclaim = this.amountOf(row, 'amountReclaim');
			const tax = this.amountOf(row, 'amountTax');
			return { row, tax, reclaim };
		});
		const noReclaim = labels.every(({ reclaim }) => reclaim.isZero());
		const allReclaimed = labels.every(({ tax, reclaim }) => tax.equals(reclaim));
		return labels.map(({ row, tax, reclaim }) => {
			const deductibleWeight = noReclaim ? tax : reclaim;
			const mapped = this.mapKey(row, !deductible.isZero() && (rows.length === 1 || !deductibleWeight.isZero()));
			return { ...mapped, deductibleWeight, nonDeductibleWeight: allReclaimed ? tax : tax.minus(reclaim) };
		});
	}

	private mapKey({ row }: TaxRow, needed: boolean): { code: string; account: string | null } {
		return mapTaxKey(this.assembly, taxKeyOf(row, this.homeCountry), needed, this.entry) ?? { code: '', account: null };
	}

	/**
	 * Checks that the tax rows explain the difference of gross and nets. Concur repeats a shared tax in full, splits it over the
	 * allocations, or states it once: any of these readings may explain the entry.
	 */
	checkRows(): void {
		const journals = this.journals.filter(({ netOfTax, netOfReclaim }) => netOfTax !== null && netOfReclaim !== null);
		if (this.isEmpty || journals.length === 0 || journals.length < this.journals.length) return;
		const named = new Set(journals.flatMap(({ guids }) => guids ?? []));
		const byOldFormat = journals.some(({ guids }) => guids === null);
		const rows = this.rows.filter(({ guid }) => byOldFormat || (guid !== null && named.has(guid)));
		if (rows.length === 0 || rows.some(({ row }) => row.amountTax === null || row.amountTax === undefined)) return;
		const tax = journals.reduce((sum, { gross, netOfTax }) => sum.plus(gross).minus(netOfTax!), ZERO);
		const reclaim = journals.reduce((sum, { gross, netOfReclaim }) => sum.plus(gross).minus(netOfReclaim!), ZERO);
		const once = rows.filter(({ guid }, index) => rows.findIndex((other) => other.guid === guid) === index);
		const perAllocation = [...new Set(rows.map(({ allocation }) => allocation))].map((index) =>
			rows.filter(({ allocation }) => allocation === index),
		);
		const slack = this.assembly.mapping.tolerance.times(rows.length);
		const explains = (reading: readonly TaxRow[]) =>
			this.sum(reading, 'amountTax').minus(tax).abs().lessThanOrEqualTo(slack) &&
			this.sum(reading, 'amountReclaim').minus(reclaim).abs().lessThanOrEqualTo(slack);
		if ([rows, once, ...perAllocation].some(explains)) return;
		this.assembly.hold(
			'tax-arithmetic',
			`${this.entry}: its journals hold ${tax.toFixed()} of tax, ${reclaim.toFixed()} of it reclaimable; its tax rows say ${this.sum(once, 'amountTax').toFixed()} and ${this.sum(once, 'amountReclaim').toFixed()}.`,
			{ entry: this.entry, field: 'tax' },
		);
	}

	private sum(rows: readonly TaxRow[], field: 'amountTax' | 'amountReclaim'): Decimal {
		return rows.reduce((sum, row) => sum.plus(this.amountOf(row, field)), ZERO);
	}
}

/** Gross less net, nothing where the net is not given. */
function differenceOf(gross: Decimal, net: Decimal | null): Decimal {
	return net === null ? ZERO : gross.minus(net);
}

/**
 * The key of a tax row: tax code, else reclaim code, else the code for taxes of other countries, else the authority's label. For a
 * tax of another country than the employee's its own code comes first.
 */
export function taxKeyOf(row: Json, homeCountry: string | null): string | null {
	const location = textOf(row.locationCountryCode);
	const isForeign = location !== null && homeCountry !== null && location !== homeCountry;
	const foreign = isForeign ? textOf(row.nonDomesticCode) : null;
	return (
		foreign ?? textOf(row.taxCode) ?? textOf(row.taxReclaimCode) ?? textOf(row.nonDomesticCode) ?? textOf(row.taxAuthorityLabel)
	);
}

/**
 * The B1 tax group of a Concur tax key.
 *
 * @param needed whether a tax amount is to be posted under it; only then an unmapped key is held
 */
export function mapTaxKey(
	assembly: Assembly,
	key: string | null,
	needed: boolean,
	entry: string,
): { code: string; account: string | null } | null {
	const { taxCodes } = assembly.profile;
	if (taxCodes === null && key !== null) return { code: key, account: null };
	const mapped = key !== null && taxCodes !== null && Object.hasOwn(taxCodes, key) ? taxCodes[key] : undefined;
	if (mapped) return { code: mapped.code, account: mapped.account ?? null };
	if (needed) {
		const finding =
			key === null ? `A deductible tax of ${entry} has no tax code.` : `Tax code "${key}" of ${entry} has no B1 tax group.`;
		assembly.hold('unmapped-tax', finding, { entry, field: 'taxCode', value: key ?? '' });
		return null;
	}
	return key === null ? null : { code: key, account: null };
}

/** The tax rows a journal names; null in the oldest format, which has no such field. */
export function taxGuidsOf(journal: Json): string[] | null {
	const value = journal.taxGuid;
	if (value === undefined || value === null) return null;
	const list = Array.isArray(value) ? value : [value];
	return list.map((guid) => textOf(isRecord(guid) ? guid.taxGuid : guid)).filter((guid) => guid !== null);
}
