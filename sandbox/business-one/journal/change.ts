import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, members, type Row } from '../store/store';

const changeableHeader = new Set([
	'Memo',
	'Reference',
	'Reference2',
	'Reference3',
	'TransactionCode',
	'ProjectCode',
	'Indicator',
	'DueDate',
	'StornoDate',
	'UseAutoStorno',
	'BlockDunningLetter',
	'AttachmentEntry',
	'ReportEU',
	'Report347',
	'StampTax',
	'AdjustTransaction',
	'LocationCode',
	'SAFTTransactionType',
	'JournalEntryLines',
]);
const changeableLine = new Set([
	'Line_ID',
	'LineMemo',
	'Reference1',
	'Reference2',
	'AdditionalReference',
	'DueDate',
	'PaymentBlock',
	'BlockReason',
	'FederalTaxID',
	'LocationCode',
]);

/** Changes the texts of a posted entry; its dates of posting, accounts and amounts stay as they are. */
export function patchEntry(core: Core, entry: Row, input: Row): Row {
	const row = { ...entry };
	for (const [name, value] of Object.entries(input)) {
		if (name === 'JournalEntryLines') continue;
		if (!changeableHeader.has(name) && !name.startsWith('U_') && !same(value, entry[name])) {
			throw ruleBroken('Field cannot be changed after posting', `JournalEntry.${name}`);
		}
		row[name] = value;
	}
	if (typeof row.AttachmentEntry === 'number' && !core.store.get('Attachments2', keyText([row.AttachmentEntry]))) {
		throw ruleBroken(`Linked value ${row.AttachmentEntry} does not exist`);
	}
	row.JournalEntryLines = patchLines(members(entry, 'JournalEntryLines'), members(input, 'JournalEntryLines'));
	return row;
}

function patchLines(lines: Row[], changes: Row[]): Row[] {
	const patched = [...lines];
	for (const change of changes) {
		const at = patched.findIndex((line) => line.Line_ID === change.Line_ID);
		const line = patched[at];
		if (!line) throw ruleBroken('Lines cannot be added after posting', 'JournalEntryLines.Line_ID', { value: change.Line_ID });
		for (const [name, value] of Object.entries(change)) {
			if (!changeableLine.has(name) && !name.startsWith('U_') && !same(value, line[name])) {
				throw ruleBroken('Field cannot be changed after posting', `JournalEntryLines.${name}`, { line: at + 1 });
			}
		}
		patched[at] = { ...line, ...change };
	}
	return patched;
}

const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
