/** A Data Table as n8n 2.41 keeps it: rows with ids, conditional updates, no unique columns. */
export type TableRow = Record<string, unknown> & { id: number };

export interface Condition {
	keyName: string;
	/** Equal where the node asks for nothing else. */
	condition?: string;
	keyValue?: unknown;
}

const comparable = (value: unknown) =>
	typeof value === 'number' || typeof value === 'boolean' ? Number(value) : String(value ?? '');

function fulfils(row: TableRow, { keyName, condition = 'eq', keyValue }: Condition): boolean {
	const value = row[keyName];
	switch (condition) {
		case 'isTrue':
			return value === true;
		case 'eq':
			return String(value ?? '') === String(keyValue ?? '');
		case 'lte':
			return comparable(value) <= comparable(keyValue);
		default:
			throw new Error(`The simulation knows no condition "${condition}"`);
	}
}

export class Table {
	readonly rows: TableRow[] = [];

	private lastId = 0;

	/** At n8n's limit it takes no insert and no update; reading and deleting go on. */
	isFull = false;

	timesFull = 0;

	/** Documents whose rows were deleted. */
	readonly deleted = new Set<unknown>();

	private checkRoom(): void {
		if (this.isFull) throw new Error('Data table size limit exceeded');
	}

	fill(): void {
		if (!this.isFull) this.timesFull += 1;
		this.isFull = true;
	}

	/** What a person does at the limit: closed rows go, and there is room again. */
	deleteClosed(): void {
		for (const { docId, open } of this.rows) if (open === false) this.deleted.add(docId);
		this.rows.splice(0, this.rows.length, ...this.rows.filter(({ open }) => open !== false));
		this.isFull = false;
	}

	insert(values: Record<string, unknown>): void {
		this.checkRoom();
		this.rows.push({ ...values, id: ++this.lastId });
	}

	get(conditions: Condition[], orderBy?: string): TableRow[] {
		const found = this.rows.filter((row) => conditions.every((condition) => fulfils(row, condition)));
		if (orderBy) found.sort((one, other) => String(one[orderBy]).localeCompare(String(other[orderBy])) || one.id - other.id);
		return found.map((row) => ({ ...row }));
	}

	update(conditions: Condition[], values: Record<string, unknown>): TableRow[] {
		this.checkRoom();
		const found = this.rows.filter((row) => conditions.every((condition) => fulfils(row, condition)));
		for (const row of found) Object.assign(row, values, { id: row.id });
		return found.map((row) => ({ ...row }));
	}
}
