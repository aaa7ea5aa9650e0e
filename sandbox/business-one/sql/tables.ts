import type { Core } from '../core';
import { ServiceError } from '../errors';
import { members, type Row } from '../store/store';

/** Columns of the tables that may be asked, by the property that holds them; a cut of the allowlist of the Service Layer. */
const header = { TransId: 'JdtNum', RefDate: 'ReferenceDate', Number: 'Number', Ref1: 'Reference', Ref2: 'Reference2' };
const line = {
	Line_ID: 'Line_ID',
	Account: 'AccountCode',
	ShortName: 'ShortName',
	ProfitCode: 'CostingCode',
	Project: 'ProjectCode',
	Debit: 'Debit',
	Credit: 'Credit',
};

interface Table {
	columns: Record<string, string>;
	rows(core: Core): Iterable<Row>;
}

const tables: Record<string, Table> = {
	OJDT: { columns: header, rows: (core) => core.store.rows('JournalEntries') },
	JDT1: { columns: { TransId: 'JdtNum', RefDate: 'ReferenceDate', ...line }, rows: journalLines },
};

/** @throws ServiceError 702 for a table that may not be asked */
export function tableOf(name: string): Table {
	const table = tables[name];
	if (!table) throw new ServiceError(400, 702, `Table '${name}' not accessible`);
	return table;
}

/** The property behind a column. @throws ServiceError 703 */
export function propertyIn(table: Table, tableName: string, column: string): string {
	const name = Object.keys(table.columns).find((known) => known.toLowerCase() === column.toLowerCase());
	if (name === undefined) throw new ServiceError(400, 703, `Column '${column}' from table '${tableName}' not accessible`);
	return table.columns[name]!;
}

function* journalLines(core: Core): Iterable<Row> {
	for (const entry of core.store.rows('JournalEntries')) {
		const { JdtNum = null, ReferenceDate = null } = entry;
		for (const member of members(entry, 'JournalEntryLines')) yield { ...member, JdtNum, ReferenceDate };
	}
}
