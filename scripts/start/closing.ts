import type { AxiosInstance } from 'axios';
import type { CostRow, OpenItem, PaymentRunRow, VatReportRow } from '../../sandbox/context';
import { heading, table } from './report';

/** What B1 shows a controller who closes the month: tax, open items, what is to be paid, and costs, as tables of text. */
export async function closingReports(control: AxiosInstance): Promise<string> {
	const get = async <Row>(report: string): Promise<Row[]> => (await control.get<Row[]>(`/control/reports/${report}`)).data;
	return [
		section('VAT report (local currency)', ['Period', 'Tax group', 'Base', 'Tax'], 2, vatRows(await get('vat'))),
		section(
			'Open items',
			['Partner', 'Name', 'Due', 'Reference', 'Branch', 'Currency', 'Amount', 'Local', ''],
			6,
			items(await get('open-items')),
		),
		section('Payment run of today', ['Partner', 'Branch', 'Currency', 'Amount', 'Items'], 3, payments(await get('payment-run'))),
		section('Costs (local currency)', ['By', 'Code', 'Account', 'Amount'], 3, costs(await get('costs'))),
	].join('\n');
}

const section = (title: string, head: string[], rightFrom: number, rows: string[][]): string =>
	heading(title) + (rows.length === 0 ? 'nothing' : table([head, ...evenly(rows, head)], rightFrom));

const AMOUNTS = ['Base', 'Tax', 'Amount', 'Local'];

/** Amounts with as many decimals as the longest of them has. */
function evenly(rows: string[][], head: string[]): string[][] {
	const isAmount = head.map((name) => AMOUNTS.includes(name));
	const decimals = Math.max(...rows.flatMap((row) => row.filter((_, column) => isAmount[column]).map(decimalsOf)));
	return rows.map((row) => row.map((cell, column) => (isAmount[column] ? padded(cell, decimals) : cell)));
}

const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

const padded = (amount: string, decimals: number): string => {
	const [whole = '', fraction = ''] = amount.split('.');
	return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
};

const vatRows = (rows: VatReportRow[]): string[][] => rows.map(({ period, group, base, tax }) => [period, group, base, tax]);

const items = (rows: OpenItem[]): string[][] =>
	rows.map(({ partner, name, due, reference, branch, currency, amount, localAmount, blocked }) => [
		partner,
		name,
		due,
		reference,
		branchText(branch),
		currency,
		amount,
		localAmount,
		blocked ? 'blocked' : '',
	]);

const payments = (rows: PaymentRunRow[]): string[][] =>
	rows.map(({ partner, branch, currency, amount, items: count }) => [
		partner,
		branchText(branch),
		currency,
		amount,
		String(count),
	]);

const costs = (rows: CostRow[]): string[][] =>
	rows.map(({ by, code, account, amount }) => [by, code || '(none)', account, amount]);

const branchText = (branch: number | null): string => (branch === null ? '' : String(branch));
