const WIDEST = 60;

/** A text in lines of at most `WIDEST` characters, broken between words where there are some. */
function linesOf(text: string): string[] {
	const lines = [''];
	for (const word of text.split(/\s+/)) {
		const line = lines[lines.length - 1]!;
		if (line !== '' && line.length + 1 + word.length > WIDEST) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines;
}

/** Rows as a table of text; a long cell goes on in the line below. */
export function tableOf(head: readonly string[], rows: ReadonlyArray<readonly unknown[]>): string {
	const cells = rows.map((row) => row.map((cell) => linesOf(String(cell as string))));
	const widths = head.map((title, column) =>
		Math.max(title.length, ...cells.flatMap((row) => (row[column] ?? ['']).map((line) => line.length))),
	);
	const written = (texts: readonly string[]) =>
		texts
			.map((text, column) => text.padEnd(widths[column]!))
			.join('  ')
			.trimEnd();
	const body = cells.flatMap((row) =>
		Array.from({ length: Math.max(...row.map((lines) => lines.length)) }, (_, line) =>
			written(head.map((_title, column) => row[column]?.[line] ?? '')),
		),
	);
	return [written(head), written(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}
