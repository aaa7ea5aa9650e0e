import type { INodeProperties } from 'n8n-workflow';
import { dayIn } from '../../shared/dates';

export type TableRow = Record<string, unknown>;

/** A table of rows a person fills in; its value is `{ rows: [{ column: value }] }`. */
export function table(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'hint' | 'placeholder' | 'displayOptions'>,
	columns: INodeProperties[],
	rows: readonly TableRow[] = [],
): INodeProperties {
	return {
		...field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: rows.length > 0 ? { rows } : {},
		options: [{ displayName: 'Row', name: 'rows', values: columns }],
	} as INodeProperties;
}

/** The text of a plain field or of a resource locator, without the blanks around it. */
export function textOf(value: unknown): string {
	const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return inner === null || inner === undefined ? '' : String(inner).trim();
}

/** The day of a date field, whatever an expression gives; what is no date stays as it is, so that the mapping is refused with it. */
export const dayOrText = (value: unknown): string => dayIn(value) ?? textOf(value);

/** The rows of a table with every cell as text; rows without any text are left out. */
export function rowsOf(value: unknown): Array<Record<string, string>> {
	const rows = (value as { rows?: TableRow[] } | undefined)?.rows ?? [];
	return rows
		.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, textOf(cell)])))
		.filter((row) => Object.values(row).some((cell) => cell !== ''));
}

/** A comma-separated text as a list, blanks around the parts and empty parts left out. */
export function listOf(value: unknown): string[] {
	return textOf(value)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
