import { fromUnits, sumOfUnits } from '../money';
import type { Role } from '../posting';
import { fieldsOf, type EntryLine } from './entryLine';

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
] as const;

/** A readable line of an entry: what an accountant checks. Amounts are decimal text. */
export type RecordLine = Pick<EntryLine, (typeof RECORD)[number]>;

const HEADINGS = ['Account / partner', 'Role', 'Tax', 'Cost objects', 'Debit', 'Credit', 'Memo'];
const RIGHT = new Set([4, 5]);
const LONGEST_NAME = 40;

export const ROLE_LABELS: Record<Role, string> = {
	expense: 'Expense',
	deductibleVat: 'Deductible VAT',
	nonDeductibleVat: 'Non-deductible VAT',
	owedVat: 'VAT owed',
	employeeVendor: 'Employee',
	cardVendor: 'Card vendor',
	cardClearing: 'Card clearing',
	cashAdvanceClearing: 'Cash advance clearing',
	vendor: 'Vendor',
	shipping: 'Shipping',
	payrollClearing: 'Payroll clearing',
	interBranch: 'Inter-branch clearing',
	rounding: 'Rounding',
};

/** The readable lines of an entry. */
export const recordOf = (lines: readonly EntryLine[]): RecordLine[] => lines.map((line) => fieldsOf(RECORD, line));

/** The posting record as a text table with totals; empty text for no lines. */
export function recordText(lines: readonly RecordLine[], currency: string): string {
	if (lines.length === 0) return '';
	const decimals = decimalsIn(lines[0]!);
	const table = [
		HEADINGS,
		...lines.map(rowOf),
		[
			`Total ${currency}`,
			'',
			'',
			'',
			totalOf(lines, 'debit', currency, decimals),
			totalOf(lines, 'credit', currency, decimals),
			'',
		],
	];
	const widths = HEADINGS.map((heading) => heading.length);
	for (const row of table)
		for (let column = 0; column < row.length; column++) widths[column] = Math.max(widths[column]!, row[column]!.length);
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	const texts = table.map((row) => textOf(row, widths));
	return [texts[0], rule, ...texts.slice(1, -1), rule, texts.at(-1)].join('\n');
}

function rowOf(line: RecordLine): string[] {
	return [
		nameOf(line),
		ROLE_LABELS[line.role],
		line.taxCode ?? '',
		costObjects(line),
		line.debit ?? '',
		line.credit ?? '',
		line.memo,
	];
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

function nameOf({ account, accountName, partner, partnerName, party, qualifier }: RecordLine): string {
	const code = account ?? partner ?? party ?? '(tax account)';
	const name = account === undefined ? partnerName : accountName;
	let text = name ? `${code} ${name}` : code;
	if (qualifier) text += ` [${qualifier}]`;
	return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

function costObjects({ costCenters, project, branch }: RecordLine): string {
	let text = costCenters?.map((code) => code ?? '-').join('/') ?? '';
	if (project !== undefined) text += `${text && ', '}project ${project}`;
	if (branch !== undefined) text += `${text && ', '}branch ${branch}`;
	return text;
}

function decimalsIn({ debit, credit }: RecordLine): number {
	const text = debit ?? credit ?? '';
	const point = text.indexOf('.');
	return point === -1 ? 0 : text.length - point - 1;
}
