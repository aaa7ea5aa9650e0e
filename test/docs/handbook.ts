import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

export const page = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');

export const source = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A table in Markdown; bars inside a cell would end it. */
export function markdownTable(header: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
	return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/**
 * The part of a page between `<!-- name -->` and `<!-- end -->`, which is generated. With UPDATE_DOCS=1 it is written first.
 */
export function generatedPart(pageName: string, name: string, expected: string): string {
	const path = join(ROOT, 'docs', pageName);
	const [start, end] = [`<!-- ${name} -->\n`, '\n<!-- end -->'];
	const text = readFileSync(path, 'utf8');
	const from = text.indexOf(start) + start.length;
	const to = text.indexOf(end, from);
	if (from < start.length || to < 0) throw new Error(`docs/${pageName} has no part "${name}"`);
	if (process.env.UPDATE_DOCS === '1') {
		writeFileSync(path, `${text.slice(0, from)}${expected}${text.slice(to)}`);
		return expected;
	}
	return text.slice(from, to);
}
