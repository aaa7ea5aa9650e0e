import { parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { members, type Row } from '../store/store';

/** A line of the journal with its entry. */
export interface BookedLine {
	entry: Row;
	line: Row;
}

/** Every line in the books, those of reversals included. */
export function bookedLines(core: Core): BookedLine[] {
	return core.store
		.rows('JournalEntries')
		.flatMap((entry) => members(entry, 'JournalEntryLines').map((line) => ({ entry, line })));
}

export const amountOf = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;

/** Debit less credit in local currency. */
export const debitOf = (line: Row): Millionths => amountOf(line, 'Debit') - amountOf(line, 'Credit');

/** Adds up by key; the order is that of the first of each key. */
export function addTo<K extends string>(sums: Map<K, Millionths[]>, key: K, amounts: Millionths[]): void {
	const before = sums.get(key) ?? amounts.map(() => 0n);
	sums.set(
		key,
		before.map((sum, index) => sum + (amounts[index] ?? 0n)),
	);
}

/** Codes in the order of their characters, nothing first. */
export const inOrder = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
