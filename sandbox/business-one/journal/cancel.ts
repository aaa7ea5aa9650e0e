import { amountText, parseAmount } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, members, type Row, type Value } from '../store/store';
import { postEntry, type Poster } from './post';
import { isReconciled } from './reconciled';

const REVERSAL_MARK = '(Reversal) ';
const COPIED_HEADER = [
	'Reference',
	'Reference2',
	'Reference3',
	'TransactionCode',
	'ProjectCode',
	'Indicator',
	'Series',
	'DueDate',
	'TaxDate',
];
const DERIVED_LINE = ['Line_ID', 'ContraAccount', 'BPLName', 'VATRegNum', 'DebitSys', 'CreditSys', 'ControlAccount'];

/** `POST JournalEntries(n)/Cancel`: reverses an entry unless it is reconciled or paid, where B1's own window asks a person first. */
export function cancelEntry(core: Core, poster: Poster, entry: Row): void {
	if (isReconciled(core, entry) && core.company().CancelReconciled === 'tNO') {
		throw ruleBroken('Transaction is reconciled; cancel the reconciliation first', 'OJDT.TransId', { value: entry.JdtNum });
	}
	reverseEntry(core, poster, entry);
}

/**
 * Posts the reversal of an entry: the other sides (or negative amounts, where the company reverses so), dated like the entry itself.
 * An entry is reversed once; a reversal is not reversed.
 */
export function reverseEntry(core: Core, poster: Poster, entry: Row): Row {
	if (entry.reversedBy !== undefined || entry.reverses !== undefined) {
		throw ruleBroken('Journal entry has already been reversed', 'OJDT.TransId', { value: entry.JdtNum });
	}
	const reversal = postEntry(core, poster, reversalInput(core, entry, entry.ReferenceDate ?? null), {
		reverses: entry.JdtNum ?? null,
	});
	const cancelled = core.store.get('JournalEntries', keyText([entry.JdtNum as number])) ?? entry;
	core.store.put('JournalEntries', { ...cancelled, reversedBy: reversal.JdtNum ?? null });
	return reversal;
}

function reversalInput(core: Core, entry: Row, date: Value): Row {
	const negative = core.company().UseNegativeAmounts === 'tYES';
	const header = Object.fromEntries(COPIED_HEADER.map((name) => [name, entry[name] ?? null]));
	const memo = `${REVERSAL_MARK}${String(entry.Memo ?? '')}`.trimEnd();
	return {
		...header,
		...userFieldsOf(entry),
		Memo: [...memo].slice(0, core.company().MemoLength).join(''),
		ReferenceDate: date,
		JournalEntryLines: members(entry, 'JournalEntryLines').map((line) => reversedLine(line, negative)),
	};
}

const userFieldsOf = (entry: Row): Row => Object.fromEntries(Object.entries(entry).filter(([name]) => name.startsWith('U_')));

function reversedLine(line: Row, negative: boolean): Row {
	const kept = Object.fromEntries(Object.entries(line).filter(([name]) => !DERIVED_LINE.includes(name)));
	if (isNought(line)) return { ...kept, BaseSum: negated(line.BaseSum) };
	if (negative)
		return {
			...kept,
			...Object.fromEntries(['Debit', 'Credit', 'FCDebit', 'FCCredit'].map((name) => [name, negated(line[name])])),
		};
	return {
		...kept,
		Debit: line.Credit ?? '0',
		Credit: line.Debit ?? '0',
		FCDebit: line.FCCredit ?? '0',
		FCCredit: line.FCDebit ?? '0',
	};
}

/** Whether the line moves nothing, as that of a tax of 0 %: it has no side to swap, and its base changes its sign. */
const isNought = (line: Row): boolean =>
	['Debit', 'Credit', 'FCDebit', 'FCCredit'].every((name) => (parseAmount(String(line[name] ?? '0')) ?? 0n) === 0n);

function negated(value: Value | undefined): string {
	return amountText(-(parseAmount(String(value ?? '0')) ?? 0n));
}
