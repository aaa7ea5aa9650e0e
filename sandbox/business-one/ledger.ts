import type { TrialBalanceRow } from '../context';
import { amountText, parseAmount, type Millionths } from './amounts';
import type { Core } from './core';
import { renderRow } from './rest/render';
import { keyText, members } from './store/store';
import { NumberText } from './json';

/** The books of the company: every entry with amounts as decimal text, and the sums per account in local currency. */
export function ledgerOf(core: Core): { entries: unknown[]; trialBalance: TrialBalanceRow[] } {
	const rows = core.store.rows('JournalEntries');
	const type = core.schema.type('JournalEntry');
	if (!type) throw new Error('The type JournalEntry is missing');
	const entries = rows.map((row) => ({
		...(plain(renderRow(core, 'v1', type, row)) as object),
		CancelledBy: row.reversedBy ?? null,
		CancellationOf: row.reverses ?? null,
	}));
	return { entries, trialBalance: trialBalance(core) };
}

function trialBalance(core: Core): TrialBalanceRow[] {
	const sums = new Map<string, { debit: Millionths; credit: Millionths }>();
	for (const line of core.store.rows('JournalEntries').flatMap((entry) => members(entry, 'JournalEntryLines'))) {
		const sum = sums.get(String(line.AccountCode)) ?? { debit: 0n, credit: 0n };
		sum.debit += parseAmount(String(line.Debit)) ?? 0n;
		sum.credit += parseAmount(String(line.Credit)) ?? 0n;
		sums.set(String(line.AccountCode), sum);
	}
	return [...sums]
		.sort(([left], [right]) => (left < right ? -1 : 1))
		.map(([account, { debit, credit }]) => ({
			account,
			name: String(core.store.get('ChartOfAccounts', keyText([account]))?.Name ?? ''),
			debit: amountText(debit),
			credit: amountText(credit),
		}));
}

/** Amounts as decimal text instead of JSON numbers. */
function plain(value: unknown): unknown {
	if (value instanceof NumberText) return value.text.replace(/\.0$/, '');
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
