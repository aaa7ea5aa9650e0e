import type { PostingLine } from '../posting';

/**
 * A line of a journal entry after mapping: the one line that its payload, its record, its audit and its hash are columns of. A field
 * that lines are to have is told here, is filled in `resolve.ts`, and is one row in the table of each place that shows it.
 */
export interface EntryLine extends PostingLine {
	/** As people know it: in a segmented chart the format code. `internalAccount` is then what the Service Layer calls it. */
	account?: string;
	accountName?: string;
	internalAccount?: string;
	/** Code in B1, once it is found. */
	partner?: string;
	partnerName?: string;
	/** Where it is another one than the partner's own. */
	controlAccount?: string;
	/** The tax code, where B1 takes it for a tax group of the line. */
	taxGroup?: string;
	branchId?: number;
	/** Where it is another one than the entry's. */
	dueDate?: string;
	/** What a person knows the line's document by. */
	reference?: string;
	purchaseOrder?: string;
	/** B1's code of the line's currency, where it is not the company's. */
	foreignCurrency?: string;
	/** Decimal text in the company's currency, where it is not left to B1; the side is the line's own. */
	localAmount?: string;
	/** ISO code. */
	localCurrency?: string;
}

/** What a table says of a line: the columns that have a value. */
export type RowOf<Table extends Columns> = { -readonly [Name in keyof Table]?: NonNullable<ReturnType<Table[Name]>> };

/** A table over lines: the name of a column, and what stands in it. */
export type Columns = Readonly<Record<string, (line: EntryLine) => unknown>>;

/** The row of a line. */
export function rowOf<Table extends Columns>(table: Table, line: EntryLine): RowOf<Table> {
	const row: Record<string, unknown> = {};
	for (const name in table) {
		const value = table[name]!(line);
		if (value !== undefined) row[name] = value;
	}
	return row as RowOf<Table>;
}

/** The row of a line in a table whose columns are fields of the line itself. */
export function fieldsOf<Name extends keyof EntryLine>(names: readonly Name[], line: EntryLine): Pick<EntryLine, Name> {
	const row: Partial<EntryLine> = {};
	for (const name of names) if (line[name] !== undefined) row[name] = line[name];
	return row as Pick<EntryLine, Name>;
}
