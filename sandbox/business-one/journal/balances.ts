import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { keyText, type Row } from '../store/store';

/** Adds the lines of an entry to the balances of their accounts and partners; debits count up. */
export function addToBalances(core: Core, lines: Row[]): void {
	for (const [code, change] of changes(lines, 'AccountCode')) add(core, 'ChartOfAccounts', code, 'Balance', change);
	for (const [code, change] of changes(lines, 'ShortName')) add(core, 'BusinessPartners', code, 'CurrentAccountBalance', change);
}

function changes(lines: Row[], property: string): Map<string, Millionths> {
	const sums = new Map<string, Millionths>();
	for (const line of lines) {
		const code = String(line[property]);
		sums.set(code, (sums.get(code) ?? 0n) + amountOf(line.Debit) - amountOf(line.Credit));
	}
	return sums;
}

function add(core: Core, set: string, code: string, property: string, change: Millionths): void {
	const row = core.store.get(set, keyText([code]));
	if (row) core.store.put(set, { ...row, [property]: amountText(amountOf(row[property]) + change) });
}

const amountOf = (value: unknown) => parseAmount(String(value ?? '0')) ?? 0n;
