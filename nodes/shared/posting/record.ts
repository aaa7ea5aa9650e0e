import { Decimal, ZERO } from '../money';
import type { Role } from './types';

/** A readable line of an entry: what an accountant checks. Amounts are decimal text. */
export interface RecordLine {
	role: Role;
	account?: string;
	accountName?: string;
	partner?: string;
	partnerName?: string;
	party?: string;
	taxCode?: string;
	qualifier?: string;
	costCenters?: (string | undefined)[];
	project?: string;
	branch?: string;
	debit?: string;
	credit?: string;
	currency: string;
	localAmount?: string;
	localCurrency?: string;
	memo: string;
}

const HEADINGS = ['Account / partner', 'Role', 'Tax', 'Cost objects', 'Debit', 'Credit', 'Memo'];
const RIGHT = new Set([4, 5]);
const LONGEST_NAME = 40;

export const ROLE_LABELS: Record<Role, string> = {
	expense: 'Expense',
	deductibleVat: 'Deductible VAT',
	nonDeductibleVat: 'Non-deductible VAT',
	employeeVendor: 'Employee',
	cardVendor: 'Card vendor',
	cardClearing: 'Card clearing',
	cashAdvanceClearing: 'Cash advance clearing',
	vendor: 'Vendor',
	shipping: 'Shipping',
	payrollClearing: 'Payroll clearing',
	rounding: 'Rounding',
};

/** The posting record as a text table with totals; empty text for no lines. */
export function recordText(lines: readonly RecordLine[], currency: string): string {
	if (lines.length === 0) return '';
	const rows = lines.map((line) => [
		nameOf(line),
		ROLE_LABELS[line.role],
		line.taxCode ?? '',
		costObjects(line),
		line.debit ?? '',
		line.credit ?? '',
		line.memo,
	]);
	const total = (side: 'debit' | 'credit') =>
		lines
			.filter((line) => line.currency === currency)
			.reduce((sum, line) => sum.plus(line[side] ?? 0), new Decimal(ZERO))
			.toFixed(decimalsIn(lines));
	const table = [HEADINGS, ...rows, [`Total ${currency}`, '', '', '', total('debit'), total('credit'), '']];
	const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
	const text = (row: string[]) =>
		row
			.map((cell, column) => (RIGHT.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
			.join('  ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	return [text(HEADINGS), rule, ...rows.map(text), rule, text(table.at(-1)!)].join('\n');
}

function nameOf({ account, accountName, partner, partnerName, party, qualifier }: RecordLine): string {
	const code = account ?? partner ?? party ?? '(tax account)';
	const name = account === undefined ? partnerName : accountName;
	const text = [code, name, qualifier && `[${qualifier}]`].filter(Boolean).join(' ');
	return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

function costObjects({ costCenters = [], project, branch }: RecordLine): string {
	const dimensions = costCenters.map((code) => code ?? '-').join('/');
	return [dimensions, project && `project ${project}`, branch && `branch ${branch}`].filter(Boolean).join(', ');
}

const decimalsIn = (lines: readonly RecordLine[]): number => {
	const text = lines[0]!.debit ?? lines[0]!.credit ?? '';
	const point = text.indexOf('.');
	return point === -1 ? 0 : text.length - point - 1;
};
