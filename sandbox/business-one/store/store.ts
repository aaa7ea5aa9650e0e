import type { Property, StructuredType } from '../metadata/model';

export type Value = string | number | null | Row | Row[];

/**
 * A stored object by property name. Amounts are decimal text, dates `YYYY-MM-DD`, enums their member name. Rows are never changed
 * in place: a change puts a new row, so that an undo is a put of the old one.
 */
export interface Row {
	[property: string]: Value;
}

export interface StoreState {
	sets: Record<string, Row[]>;
	numbers: Record<string, number>;
}

/** The company database: rows by entity set and key, running numbers, and transactions that undo what they did. */
export class Store {
	private sets = new Map<string, Map<string, Row>>();
	private numbers = new Map<string, number>();
	private undo: (() => void)[] = [];
	private depth = 0;
	/** Raised by every change of a set; caches compare it. */
	private versions = new Map<string, number>();
	/** Journal entries posted since the start, those undone since included: the work was done. */
	entriesPosted = 0;

	constructor(private readonly keyOf: (set: string, row: Row) => string) {}

	get(set: string, key: string): Row | undefined {
		return this.sets.get(set)?.get(key);
	}

	rows(set: string): Row[] {
		return [...(this.sets.get(set)?.values() ?? [])];
	}

	/** The first row that fits, without a copy of them all. */
	find(set: string, fits: (row: Row) => boolean): Row | undefined {
		for (const row of this.sets.get(set)?.values() ?? []) if (fits(row)) return row;
		return undefined;
	}

	names(): string[] {
		return [...this.sets.keys()];
	}

	version(set: string): number {
		return this.versions.get(set) ?? 0;
	}

	put(set: string, row: Row): void {
		const key = this.keyOf(set, row);
		const before = this.get(set, key);
		this.write(set, key, row);
		this.undo.push(() => this.write(set, key, before));
	}

	remove(set: string, row: Row): void {
		const key = this.keyOf(set, row);
		this.write(set, key, undefined);
		this.undo.push(() => this.write(set, key, row));
	}

	/** As `put` or `remove`, but no transaction undoes it: changes of the database's structure commit on their own. */
	commit(set: string, row: Row, gone = false): void {
		this.write(set, this.keyOf(set, row), gone ? undefined : row);
	}

	/** The next number of a sequence; given back when the transaction is undone. */
	next(sequence: string, first = 1): number {
		const before = this.numbers.get(sequence);
		const value = before ?? first;
		this.numbers.set(sequence, value + 1);
		this.undo.push(() => (before === undefined ? this.numbers.delete(sequence) : this.numbers.set(sequence, before)));
		return value;
	}

	/** Runs `work` wholly or not at all: what it wrote is undone when it throws. Transactions nest. */
	transaction<T>(work: () => T): T {
		const mark = this.undo.length;
		this.depth += 1;
		try {
			return work();
		} catch (error) {
			while (this.undo.length > mark) this.undo.pop()?.();
			throw error;
		} finally {
			this.depth -= 1;
			if (this.depth === 0) this.undo = [];
		}
	}

	clear(): void {
		for (const set of this.sets.keys()) this.touch(set);
		this.sets.clear();
		this.numbers.clear();
		this.undo = [];
	}

	state(): StoreState {
		const sets = Object.fromEntries([...this.sets].map(([name, rows]) => [name, [...rows.values()]]));
		return { sets, numbers: Object.fromEntries(this.numbers) };
	}

	restore(state: StoreState): void {
		this.clear();
		for (const [set, rows] of Object.entries(state.sets)) for (const row of rows) this.commit(set, row);
		this.numbers = new Map(Object.entries(state.numbers));
	}

	private write(set: string, key: string, row: Row | undefined): void {
		const rows = this.sets.get(set) ?? new Map<string, Row>();
		if (row === undefined) rows.delete(key);
		else rows.set(key, row);
		this.sets.set(set, rows);
		this.touch(set);
	}

	private touch(set: string): void {
		this.versions.set(set, this.version(set) + 1);
	}
}

/** Text of a key from its values in the order of the type's key properties. */
export function keyText(values: (string | number | null | undefined)[]): string {
	return JSON.stringify(values);
}

/** Text of a row's key. */
export function keyOfRow(type: Pick<StructuredType, 'key'>, row: Row): string {
	return keyText(type.key.map((name) => row[name] as string | number | null));
}

/** Members of a collection property of a row. */
export function members(row: Row, property: Property | string): Row[] {
	const value = row[typeof property === 'string' ? property : property.name];
	return Array.isArray(value) ? value : [];
}
