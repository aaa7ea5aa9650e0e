/** One figure of the benchmark: what was measured, how large the run was, and what came out. */
export interface Figure {
	area: string;
	measure: string;
	/** Documents (or rows, or polls) of the run. */
	count: number;
	value: string;
	/** What the project wants to keep to; empty where there is nothing to compare with. */
	goal?: string;
}

const HEADER = ['', 'Measure', 'Count', 'Figure', 'Goal'];

/** The figures as a table for reading: the area stands once, numbers are right-aligned. */
export function renderTable(figures: readonly Figure[]): string {
	const rows = figures.map(({ area, measure, count, value, goal }, index) => [
		figures[index - 1]?.area === area ? '' : area,
		measure,
		count.toLocaleString('en-US'),
		value,
		goal ?? '',
	]);
	const widths = HEADER.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
	const line = (cells: string[]) =>
		cells
			.map((cell, column) => (column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
			.join('  ')
			.trimEnd();
	return [line(HEADER), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** `12 = 0.12 each`: requests in all, and for one document. */
export function perDocument(requests: number, documents: number): string {
	return `${requests} = ${Number((requests / documents).toPrecision(3))} each`;
}
