import { rowsOf, type Row } from '../../../shared/business-one';

/** What an accountant looks at in an entry. */
export const SIMPLE_ENTRY = [
	'JdtNum',
	'Number',
	'ReferenceDate',
	'DueDate',
	'TaxDate',
	'Reference',
	'Reference2',
	'Reference3',
	'Memo',
	'AttachmentEntry',
	'JournalEntryLines',
];

const SIMPLE_LINE = [
	'Line_ID',
	'AccountCode',
	'ShortName',
	'Debit',
	'Credit',
	'FCCurrency',
	'FCDebit',
	'FCCredit',
	'TaxGroup',
	'CostingCode',
	'ProjectCode',
	'LineMemo',
];

/** The entry with just the properties above, and its lines with theirs; those that B1 does not send are left out. */
export function simpleEntry(row: Row): Row {
	const lines = rowsOf(row.JournalEntryLines).map((line) => pick(line, SIMPLE_LINE));
	return { ...pick(row, SIMPLE_ENTRY), JournalEntryLines: lines };
}

const pick = (row: Row, names: readonly string[]): Row =>
	Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]])) as Row;
