/** A Data Table as n8n 2.41 keeps it: rows with ids, conditional updates, no unique columns. */
export type TableRow = Record<string, unknown> & { id: number };

export interface Condition {
	keyName: string;
	condition: string;
	keyValue?: unknown;
}

const comparable = (value: unknown) =>
	typeof value === 'number' || typeof value === 'boolean' ? Number(value) : String(value ?? '');

function fulfils(row: TableRow, { keyName, condition, keyValue }: Condition): boolean {
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

	insert(values: Record<string, unknown>): void {
		this.rows.push({ ...values, id: this.rows.length + 1 });
	}

	get(conditions: Condition[], orderBy?: string): TableRow[] {
		const found = this.rows.filter((row) => conditions.every((condition) => fulfils(row, condition)));
		if (orderBy) found.sort((one, other) => String(one[orderBy]).localeCompare(String(other[orderBy])) || one.id - other.id);
		return found.map((row) => ({ ...row }));
	}

	update(conditions: Condition[], values: Record<string, unknown>): TableRow[] {
		const found = this.rows.filter((row) => conditions.every((condition) => fulfils(row, condition)));
		for (const row of found) Object.assign(row, values, { id: row.id });
		return found.map((row) => ({ ...row }));
	}
}
