import { textOf, type Json } from '../document';
import { ZERO, type Decimal } from '../money';
import type { Assembly } from './assembly';

/** A tax row of an allocation. */
export interface TaxRow {
	allocation: number;
	guid: string | null;
	tax: Decimal;
	reclaim: Decimal;
	/** Whether the row states its tax at all. */
	isStated: boolean;
	json: Json;
}

/** A journal row as the tax split needs it. */
export interface TaxedJournal {
	allocation: number;
	gross: Decimal;
	/** Tax rows the journal names; null in the oldest format, where it owns all rows of its allocation. */
	guids: readonly string[] | null;
	/** null when the journal does not say. */
	netOfTax: Decimal | null;
	netOfReclaim: Decimal | null;
}

/** The tax rows of an entry, found by the `taxGuid` of its journals. */
export class TaxRows {
	readonly all: TaxRow[] = [];
	/** Made with the first row: most entries have no tax. */
	private byGuid: Map<string, TaxRow> | undefined;
	private byAllocation: Map<number, TaxRow[]> | undefined;
	private shares: Shares | null = null;

	constructor(assembly: Assembly, entry: string, allocations: readonly Json[]) {
		for (let allocation = 0; allocation < allocations.length; allocation++) {
			for (const json of assembly.rows(allocations[allocation]!.tax, 'tax', entry)) this.add(assembly, entry, allocation, json);
		}
	}

	private add(assembly: Assembly, entry: string, allocation: number, json: Json): void {
		const tax = assembly.amount(json.amountTax, 'amountTax', entry);
		const reclaim = assembly.amount(json.amountReclaim, 'amountReclaim', entry) ?? ZERO;
		const row: TaxRow = { allocation, guid: textOf(json.taxGuid), tax: tax ?? ZERO, reclaim, isStated: tax !== null, json };
		this.all.push(row);
		const byAllocation = (this.byAllocation ??= new Map());
		const own = byAllocation.get(allocation);
		if (own) own.push(row);
		else byAllocation.set(allocation, [row]);
		if (row.guid === null) return;
		const byGuid = (this.byGuid ??= new Map());
		const ownKey = `${allocation} ${row.guid}`;
		if (!byGuid.has(ownKey)) byGuid.set(ownKey, row);
		if (!byGuid.has(row.guid)) byGuid.set(row.guid, row);
	}

	/** Rows named by the journal, in its own allocation first, then anywhere in the entry. */
	of({ guids, allocation }: TaxedJournal): TaxRow[] {
		if (guids === null) return this.byAllocation?.get(allocation) ?? [];
		return guids.flatMap((guid) => this.byGuid?.get(`${allocation} ${guid}`) ?? this.byGuid?.get(guid) ?? []);
	}

	/** Groups of rows by allocation. */
	groups(): readonly (readonly TaxRow[])[] {
		return [...(this.byAllocation?.values() ?? [])];
	}

	/**
	 * The part of a row's tax that belongs to a journal: its share of the gross of all journals that name the row. Rows that differ
	 * from allocation to allocation are shares already, and are divided within their allocation only.
	 */
	shareOf(journal: TaxedJournal, row: TaxRow, journals: readonly TaxedJournal[]): Decimal {
		this.shares ??= new Shares(this.all, journals, (other) => this.of(other));
		const total = this.shares.totalFor(row, journal.allocation);
		return total.isZero() ? ZERO : journal.gross.dividedBy(total);
	}
}

/** Gross of the journals that share a tax, over the entry and by allocation. */
class Shares {
	private readonly totals = new Map<string, Decimal>();
	private readonly first = new Map<string, Decimal>();
	private readonly differing = new Set<string>();

	constructor(rows: readonly TaxRow[], journals: readonly TaxedJournal[], rowsOfJournal: (journal: TaxedJournal) => TaxRow[]) {
		for (const { guid, tax } of rows) {
			const key = guid ?? '';
			const known = this.first.get(key);
			if (!known) this.first.set(key, tax);
			else if (!known.equals(tax)) this.differing.add(key);
		}
		for (const journal of journals) {
			// In the oldest format rows have no name: a journal with two of them still counts once.
			for (const guid of new Set(rowsOfJournal(journal).map((row) => row.guid ?? ''))) {
				this.addTo(guid, journal.gross);
				this.addTo(`${journal.allocation} ${guid}`, journal.gross);
			}
		}
	}

	private addTo(key: string, gross: Decimal): void {
		this.totals.set(key, this.totals.get(key)?.plus(gross) ?? gross);
	}

	totalFor({ guid }: TaxRow, allocation: number): Decimal {
		const isShare = guid === null || this.differing.has(guid);
		return this.totals.get(isShare ? `${allocation} ${guid ?? ''}` : guid) ?? ZERO;
	}
}
