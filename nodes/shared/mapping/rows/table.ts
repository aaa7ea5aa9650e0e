import { isRecord } from '../../document';

/** A row of a mapping table: its cells by the names of their columns, and what a person calls the row. */
export interface TableRow {
	name: string;
	cells: Readonly<Record<string, string>>;
}

const DELIMITERS = ['\t', ';', ','];

/**
 * The rows of a mapping table, whatever holds them: items or rows of an n8n node, their JSON, or the text of a CSV file or of cells
 * copied from a spreadsheet, with a header. Rows without any text are left out.
 *
 * @throws Error for what is no table
 */
export function tableRowsOf(value: unknown): TableRow[] {
	const given = typeof value === 'string' ? parsed(value) : value;
	if (given === undefined || given === null) return [];
	const list: unknown[] = Array.isArray(given) ? given : [given];
	return list.map(rowOf).filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
}

function rowOf(row: unknown, index: number): TableRow {
	const json = isRecord(row) && isRecord(row.json) ? row.json : row;
	if (!isRecord(json)) throw new Error(`Row ${index + 2} of the mapping rows is no row of a table.`);
	const cells = Object.entries(json).map(([column, cell]) => [column, textOf(cell)] as const);
	return { name: nameOf(json, index), cells: Object.fromEntries(cells) };
}

/** A spreadsheet counts its header, and a Data Table has numbers of its own. */
function nameOf({ row_number: rowNumber, id }: Record<string, unknown>, index: number): string {
	if (typeof rowNumber === 'number') return `Row ${rowNumber}`;
	return typeof id === 'number' ? `Row with id ${id}` : `Row ${index + 2}`;
}

const textOf = (cell: unknown): string =>
	typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';

function parsed(text: string): unknown {
	const written = text.replace(/^\uFEFF/, '').trim();
	if (written === '') return [];
	if (!/^[[{]/.test(written)) return delimited(written);
	const json = jsonOf(written);
	if (json !== undefined) return json;
	throw new Error('The mapping rows begin like JSON, but are none. Give rows of a table, or CSV text with a header.');
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function delimited(text: string): Record<string, string>[] {
	const header = text.split(/\r?\n/, 1)[0]!;
	const delimiter = DELIMITERS.find((one) => header.includes(one)) ?? ',';
	const [columns = [], ...lines] = cellsOf(text, delimiter);
	const tooLong = lines.findIndex((cells) => cells.slice(columns.length).some((cell) => cell.trim() !== ''));
	if (tooLong >= 0)
		throw new Error(
			`Row ${tooLong + 2} of the mapping rows has more cells than the header. Put texts with "${delimiter}" in quotes.`,
		);
	return lines.map((cells) => Object.fromEntries(columns.map((column, index) => [column.trim(), cells[index] ?? ''])));
}

/** Cells of CSV (RFC 4180): quoted ones may hold the delimiter, line breaks, and quotes written twice. */
function cellsOf(text: string, delimiter: string): string[][] {
	const lines: string[][] = [[]];
	const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(${delimiter}|\\r?\\n|$)`, 'y');
	while (cell.lastIndex < text.length) {
		const found = cell.exec(text);
		if (!found) throw new Error(`The mapping rows have a quote that does not end in row ${lines.length}.`);
		const [, quoted, plain, end] = found;
		lines.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
		if (end === '') break;
		if (end !== delimiter) lines.push([]);
	}
	return lines;
}
