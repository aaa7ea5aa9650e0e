import type { Core } from '../core';
import { alreadyExists, ruleBroken } from '../errors';
import { structuredTypes } from '../metadata/model';
import { tableOfType } from '../metadata/tables';
import { withDefaults } from '../rest/defaults';
import type { ResolvedSet } from '../schema';
import { members, type Row } from '../store/store';

/** A new row of a user table: Code is given by the client, or by the server in auto-increment tables; Name repeats it when missing. */
export function newUserRow(core: Core, { set, type, userTable }: ResolvedSet, input: Row): Row {
	const table = core.store.rows('UserTablesMD').find((row) => row.TableName === userTable);
	const automatic = table?.TableType === 'bott_NoObjectAutoIncrement';
	const code = automatic ? String(core.store.next(`code ${set.name}`)) : input.Code;
	if (typeof code !== 'string' || code === '') throw ruleBroken('Code is missing', `@${String(userTable)}.Code`);
	return withDefaults(type, { ...input, Code: code, Name: input.Name ?? code });
}

/**
 * Refuses a row that repeats the values of a unique key of its table, or the Name of a user table's row. A key with a missing value
 * takes any number of rows.
 */
export function checkUniqueKeys(core: Core, { set, type, userTable }: ResolvedSet, row: Row): void {
	const table = userTable === undefined ? tableOfType[type.name] : `@${userTable}`;
	if (table === undefined) return;
	const keys = core.store.rows('UserKeysMD').filter((key) => key.TableName === table && key.Unique === 'tYES');
	const unique = keys.map((key) => columnsOf(members(key, 'UserKeysMD_Elements')));
	if (userTable !== undefined) unique.push(['Name']);
	if (unique.length === 0) return;
	const own = core.schema.keyOf(set.name, row);
	for (const columns of unique) {
		if (valuesOf(row, columns) === undefined) continue;
		const repeats = (other: Row) => columns.every((column) => other[column] === row[column]);
		if (core.store.find(set.name, (other) => repeats(other) && core.schema.keyOf(set.name, other) !== own)) throw alreadyExists();
	}
}

/** True when two of the rows repeat the values of the columns. */
export function duplicateOf(rows: Row[], elements: Row[]): boolean {
	const columns = columnsOf(elements);
	const values = rows.map((row) => valuesOf(row, columns)).filter((value) => value !== undefined);
	return new Set(values).size < values.length;
}

/** Rows behind a table name. */
export function tableRows(core: Core, table: string): Row[] {
	if (table.startsWith('@')) return core.store.rows(`U_${table.slice(1)}`);
	const type = [...structuredTypes.keys()].find((name) => tableOfType[name] === table);
	const set = core.store.names().find((name) => core.schema.set(name)?.set.type === type);
	return set === undefined ? [] : core.store.rows(set);
}

function columnsOf(elements: Row[]): string[] {
	return elements.map((element) => `U_${String(element.ColumnAlias)}`);
}

function valuesOf(row: Row, columns: string[]): string | undefined {
	const values = columns.map((column) => row[column] ?? null);
	return values.includes(null) ? undefined : JSON.stringify(values);
}
