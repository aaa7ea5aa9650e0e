import type { Core } from '../core';
import { alreadyExists, ruleBroken, ServiceError } from '../errors';
import type { StructuredType } from '../metadata/model';
import { isSystemTable } from '../metadata/tables';
import { withDefaults } from '../rest/defaults';
import { keyText, members, type Row } from '../store/store';
import { duplicateOf, tableRows } from './rows';

const MAX_TABLE_NAME = 20;
const MAX_FIELD_NAME = 50;
const DEFAULT_ALPHA_SIZE = 50;
const MAX_ALPHA_SIZE = 254;

/** Adds a user table. Its name has no `@` and is kept in upper case. Structure commits on its own, whatever becomes of the request. */
export function addUserTable(core: Core, node: number, type: StructuredType, input: Row): Row {
	const name = String(input.TableName ?? '').toUpperCase();
	if (!/^[A-Z][A-Z0-9_]*$/.test(name) || name.length > MAX_TABLE_NAME)
		throw ruleBroken('Invalid table name', 'OUTB.TblName', { value: name });
	if (core.store.get('UserTablesMD', keyText([name]))) throw alreadyExists();
	const delay = core.company().UserTablesVisibleAfterMs;
	const now = core.context.clock.now();
	const visibleFrom = new Date(now.getTime() + delay).toISOString();
	const row = {
		...withDefaults(type, { ...input, TableName: name }),
		...(delay > 0 ? { visibleFrom } : {}),
		...core.nodes.marks(node, now),
	};
	core.store.commit('UserTablesMD', row);
	return row;
}

/** Adds a user field to a user table (`@NAME`) or a system table (`OJDT`). Requests call it `U_<Name>` from then on. */
export function addUserField(core: Core, type: StructuredType, input: Row): Row {
	const table = existingTable(core, String(input.TableName ?? ''), 'CUFD.TableID');
	const name = String(input.Name ?? '');
	if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.length > MAX_FIELD_NAME)
		throw ruleBroken('Invalid field name', 'CUFD.AliasID', { value: name });
	const fields = core.store.rows('UserFieldsMD').filter((field) => field.TableName === table);
	if (fields.some((field) => String(field.Name).toUpperCase() === name.toUpperCase())) throw alreadyExists();
	if (input.Mandatory === 'tYES' && !table.startsWith('@') && !input.DefaultValue)
		throw ruleBroken('A default value must be defined for a mandatory field');
	const number = fields.reduce((next, field) => Math.max(next, Number(field.FieldID) + 1), 0);
	const row = withDefaults(type, { ...input, TableName: table, Name: name, FieldID: number, ...sizesOf(input) });
	core.store.commit('UserFieldsMD', row);
	return row;
}

/** Adds a key to a table; a unique one refuses a second row with the same values from then on. */
export function addUserKey(core: Core, type: StructuredType, input: Row): Row {
	const table = existingTable(core, String(input.TableName ?? ''), 'OUKD.TableName');
	const keys = core.store.rows('UserKeysMD').filter((key) => key.TableName === table);
	const name = String(input.KeyName ?? '');
	if (name === '') throw ruleBroken('Invalid key name', 'OUKD.KeyName', { value: name });
	if (keys.some((key) => key.KeyName === name)) throw alreadyExists();
	const elements = members(input, 'UserKeysMD_Elements').map((element, index) => ({ ...element, SubKeyIndex: index }));
	checkColumns(core, table, elements);
	const number = keys.reduce((next, key) => Math.max(next, Number(key.KeyIndex) + 1), 0);
	const row = withDefaults(type, { ...input, TableName: table, KeyIndex: number, UserKeysMD_Elements: elements });
	if (row.Unique === 'tYES' && duplicateOf(tableRows(core, table), elements)) throw alreadyExists();
	core.store.commit('UserKeysMD', row);
	return row;
}

/** Removes a table with its fields, keys and rows, or a single field or key. */
export function removeUserStructure(core: Core, set: string, row: Row): void {
	core.store.commit(set, row, true);
	if (set !== 'UserTablesMD') return;
	const name = String(row.TableName);
	for (const data of core.store.rows(`U_${name}`)) core.store.commit(`U_${name}`, data, true);
	for (const part of ['UserFieldsMD', 'UserKeysMD']) {
		const ofTable = core.store.rows(part).filter((item) => item.TableName === `@${name}`);
		for (const item of ofTable) core.store.commit(part, item, true);
	}
}

function existingTable(core: Core, name: string, place: string): string {
	const upper = name.toUpperCase();
	const exists = upper.startsWith('@')
		? core.store.get('UserTablesMD', keyText([upper.slice(1)])) !== undefined
		: isSystemTable(upper) && !core.store.get('UserTablesMD', keyText([upper]));
	if (!exists) throw ruleBroken('Invalid table name', place, { value: name });
	return upper;
}

function sizesOf(input: Row): Row {
	if ((input.Type ?? 'db_Alpha') !== 'db_Alpha') return {};
	const size = Number(input.EditSize ?? input.Size ?? DEFAULT_ALPHA_SIZE);
	if (size < 1 || size > MAX_ALPHA_SIZE) throw new ServiceError(400, -5002, `Invalid field size  [CUFD.EditSize] , '${size}'`);
	return { EditSize: size, Size: size };
}

/** ColumnAlias is written without `U_`. */
function checkColumns(core: Core, table: string, elements: Row[]): void {
	if (elements.length === 0) throw ruleBroken('A key needs at least one column', 'UKD1.ColAlias');
	for (const { ColumnAlias: alias } of elements) {
		const known = core.store.rows('UserFieldsMD').some((field) => field.TableName === table && field.Name === alias);
		if (!known) throw ruleBroken('Invalid column', 'UKD1.ColAlias', { value: alias });
	}
}
