import { wordsOf, type Words } from '../language';
import { fromUnits, sumOfUnits } from '../money';
import type { Role } from '../posting';
import { cutAt } from '../text';
import { fieldsOf, type EntryLine } from './entryLine';
import { fieldsText } from './userFields';

/** What the record shows of a line, in this order. */
const RECORD = [
	'role',
	'account',
	'accountName',
	'partner',
	'partnerName',
	'party',
	'taxCode',
	'qualifier',
	'costCenters',
	'project',
	'branch',
	'debit',
	'credit',
	'currency',
	'memo',
	'localAmount',
	'localCurrency',
	'userFields',
] as const;

/** A readable line of an entry: what an accountant checks. Amounts are decimal text. */
export type RecordLine = Pick<EntryLine, (typeof RECORD)[number]>;

const RIGHT = new Set([4, 5]);
const LONGEST_NAME = 40;
/** Every row is as wide as its longest cells. */
const LONGEST_CELL = 300;

export const ROLE_LABELS: Record<Role, string> = wordsOf('en').roles;

/** A line of the record as people read it, its cells as text. */
export interface RecordRow {
	accountOrPartner: string;
	role: string;
	tax: string;
	costObjects: string;
	debit: string;
	credit: string;
	memo: string;
}

const CELLS = ['accountOrPartner', 'role', 'tax', 'costObjects', 'debit', 'credit', 'memo'] as const;

/** The readable lines of an entry. */
export const recordOf = (lines: readonly EntryLine[]): RecordLine[] => lines.map((line) => fieldsOf(RECORD, line));

/** The lines of a record in words, and their totals in the currency of the entry. */
export function recordRows(
	lines: readonly RecordLine[],
	currency: string,
	words: Words = wordsOf('en'),
): { rows: RecordRow[]; total: RecordRow } {
	const decimals = lines[0] === undefined ? 0 : decimalsIn(lines[0]);
	const total = (side: 'debit' | 'credit') => totalOf(lines, side, currency, decimals);
	return {
		rows: lines.map((line) => rowOf(line, words)),
		total: {
			accountOrPartner: `${words.record.total} ${currency}`,
			role: '',
			tax: '',
			costObjects: '',
			debit: total('debit'),
			credit: total('credit'),
			memo: '',
		},
	};
}

/** The posting record as a text table with totals; empty text for no lines. */
export function recordText(lines: readonly RecordLine[], currency: string, words: Words = wordsOf('en')): string {
	if (lines.length === 0) return '';
	const { rows, total } = recordRows(lines, currency, words);
	const cellsOf = (row: RecordRow) => CELLS.map((cell) => cutAt(row[cell], LONGEST_CELL));
	const table = [CELLS.map((cell) => words.record[cell]), ...rows.map(cellsOf), cellsOf(total)];
	const widths = table[0]!.map((heading) => heading.length);
	for (const row of table)
		for (let column = 0; column < row.length; column++) widths[column] = Math.max(widths[column]!, row[column]!.length);
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	const texts = table.map((row) => textOf(row, widths));
	return [texts[0], rule, ...texts.slice(1, -1), rule, texts.at(-1)].join('\n');
}

function rowOf(line: RecordLine, words: Words): RecordRow {
	return {
		accountOrPartner: nameOf(line, words),
		role: words.roles[line.role],
		tax: line.taxCode ?? '',
		costObjects: costObjects(line, words),
		debit: line.debit ?? '',
		credit: line.credit ?? '',
		memo: line.memo,
	};
}

function textOf(row: readonly string[], widths: readonly number[]): string {
	let text = '';
	for (let column = 0; column < row.length; column++) {
		const cell = row[column]!;
		text += `${RIGHT.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)}  `;
	}
	return text.trimEnd();
}

function totalOf(lines: readonly RecordLine[], side: 'debit' | 'credit', currency: string, decimals: number): string {
	const amounts: string[] = [];
	for (const line of lines) if (line.currency === currency && line[side] !== undefined) amounts.push(line[side]);
	return fromUnits(sumOfUnits(amounts), decimals);
}

function nameOf({ account, accountName, partner, partnerName, party, qualifier }: RecordLine, words: Words): string {
	const code = account ?? partner ?? party ?? words.record.taxAccount;
	const name = account === undefined ? partnerName : accountName;
	let text = name ? `${code} ${name}` : code;
	if (qualifier) text += ` [${qualifier}]`;
	return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

function costObjects({ costCenters, project, branch, userFields }: RecordLine, { record }: Words): string {
	let text = costCenters?.map((code) => code ?? '-').join('/') ?? '';
	if (project !== undefined) text += `${text && ', '}${record.project} ${project}`;
	if (branch !== undefined) text += `${text && ', '}${record.branch} ${branch}`;
	if (userFields !== undefined) text += `${text && ', '}${fieldsText(userFields)}`;
	return text;
}

function decimalsIn({ debit, credit }: RecordLine): number {
	const text = debit ?? credit ?? '';
	const point = text.indexOf('.');
	return point === -1 ? 0 : text.length - point - 1;
}
