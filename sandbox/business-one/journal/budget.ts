import { parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { members } from '../store/store';
import type { LineParty } from './accounts';
import type { LineAmounts } from './amounts';

/**
 * Refuses an entry that goes beyond the annual budget of an account, where the company blocks that (AdminInfo: CalculateBudget with
 * BlockBudget = bb_Block). Warnings that B1 only shows in a dialog do not surface in the Service Layer.
 */
export function checkBudget(core: Core, parties: LineParty[], amounts: LineAmounts[], day: string): void {
	const { CalculateBudget, BlockBudget } = core.company();
	if (CalculateBudget !== 'tYES' || BlockBudget !== 'bb_Block') return;
	const year = day.slice(0, 4);
	parties.forEach(({ account }, index) => {
		if (account.BudgetAccount !== 'tYES') return;
		const budget = core.store
			.rows('Budgets')
			.find((row) => row.AccountCode === account.Code && String(row.StartofFiscalYear ?? year).slice(0, 4) === year);
		const limit = budget ? amount(budget.TotalAnnualBudgetDebitLoc) : 0n;
		if (!budget || limit === 0n) return;
		const posting = parties.reduce((sum, party, at) => (party.account === account ? sum + signed(amounts[at]!) : sum), 0n);
		if (posted(core, String(account.Code), year) + posting > limit) {
			throw ruleBroken('Annual budget exceeded', 'JournalEntryLines.AccountCode', { line: index + 1, value: account.Code });
		}
	});
}

function posted(core: Core, account: string, year: string): Millionths {
	const entries = core.store.rows('JournalEntries').filter((entry) => String(entry.ReferenceDate).startsWith(year));
	const lines = entries.flatMap((entry) => members(entry, 'JournalEntryLines')).filter((line) => line.AccountCode === account);
	return lines.reduce((sum, line) => sum + amount(line.Debit) - amount(line.Credit), 0n);
}

const signed = (line: LineAmounts) => (line.side === 'Debit' ? line.local : -line.local);
const amount = (value: unknown) => parseAmount(String(value ?? '0')) ?? 0n;
