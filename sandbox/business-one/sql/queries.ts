import { amountText, parseAmount } from '../amounts';
import type { Core, Operation, Outcome } from '../core';
import { alreadyExists, ServiceError } from '../errors';
import { NumberText } from '../json';
import { pageSizeOf } from '../odata/query';
import { jsonBody } from '../rest/input';
import { nextLink } from '../rest/nextLink';
import { metadataKey } from '../rest/render';
import { keyText, type Row, type Value } from '../store/store';
import { parametersOf, parseSql, type Condition, type Selected, type Statement } from './parse';
import { propertyIn, tableOf } from './tables';

/** POST SQLQueries: the text is checked, its parameters are listed (Service Layer User's Guide, SQL query). */
export function createSqlQuery(core: Core, input: Row): Row {
	const statement = parseSql(String(input.SqlText ?? ''));
	checkNames(statement);
	if (core.store.get('SQLQueries', keyText([input.SqlCode as string]))) throw alreadyExists();
	const today = core.today();
	const row = { ...input, ParamList: parametersOf(statement).join(','), CreateDate: today, UpdateDate: today };
	core.store.put('SQLQueries', row);
	return row;
}

/** `SQLQueries('X')/List` by GET with parameters in the address, or by POST with `ParamList`. */
export function listSqlQuery(core: Core, operation: Operation, query: Row): Outcome {
	const statement = parseSql(String(query.SqlText));
	checkNames(statement);
	const given = parametersGiven(operation);
	const missing = parametersOf(statement).find((name) => !given.has(name));
	if (missing !== undefined) throw new ServiceError(400, 704, 'Parameter error.');
	const rows = run(core, statement, given);
	const { size } = pageSizeOf(operation.headers);
	const skip = Number(operation.query.get('$skip') ?? 0);
	const shown = size > 0 ? rows.slice(skip, skip + size) : rows.slice(skip);
	const isMore = size > 0 && rows.length > skip + size;
	const { version, root } = operation;
	const json = {
		[metadataKey(version)]: `${root}$metadata#SAPB1.SQLQueryResult`,
		SqlText: query.SqlText,
		value: shown,
		...(isMore ? { [`${version === 'v1' ? '' : '@'}odata.nextLink`]: nextLink(core, operation, { skip: skip + size }) } : {}),
	};
	return { status: 200, json };
}

function checkNames({ table, select, where, groupBy, orderBy }: Statement): void {
	const columns = [...select, ...where].map(({ column }) => column);
	for (const column of [...columns, ...groupBy, ...orderBy]) propertyIn(tableOf(table), table, column);
}

/** Texts stand in quotes, numbers do not. */
function parametersGiven(operation: Operation): Map<string, string> {
	const list = operation.method === 'POST' ? (jsonBody(operation.body).ParamList ?? '') : '';
	const pairs = [...operation.query, ...new URLSearchParams(String(list))];
	return new Map(pairs.filter(([name]) => !name.startsWith('$')));
}

function run(core: Core, { table: name, select, where, groupBy, orderBy }: Statement, given: Map<string, string>): unknown[] {
	const table = tableOf(name);
	const tests = where.map((condition) => test(propertyIn(table, name, condition.column), condition, given));
	const groups = new Map<string, Row[]>();
	const keys = groupBy.map((column) => propertyIn(table, name, column));
	const isGrouped = keys.length > 0 || select.some(({ measure }) => measure !== undefined);
	let count = 0;
	for (const row of table.rows(core)) {
		if (!tests.every((fits) => fits(row))) continue;
		const key = isGrouped ? JSON.stringify(keys.map((property) => row[property] ?? null)) : String((count += 1));
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	const order = orderBy.map((column) => propertyIn(table, name, column));
	const sorted = [...groups.values()].sort(([left], [right]) => compared(left!, right!, order));
	return sorted.map((rows) =>
		Object.fromEntries(select.map((one) => [one.alias, valueOf(rows, propertyIn(table, name, one.column), one)])),
	);
}

function test(property: string, { operator, operand }: Condition, given: Map<string, string>): (row: Row) => boolean {
	const text = 'parameter' in operand ? given.get(operand.parameter)! : operand.literal;
	const wanted = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : (parseAmount(text) ?? text);
	const allowed = { '=': [0], '<>': [-1, 1], '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] }[operator];
	return (row) => {
		const value = row[property];
		if (value === null || value === undefined) return false;
		const found = typeof wanted === 'bigint' ? parseAmount(String(value as string)) : String(value as string);
		return found !== null && allowed.includes(found < wanted ? -1 : found > wanted ? 1 : 0);
	};
}

function compared(left: Row, right: Row, order: readonly string[]): number {
	const differing = order.find((property) => left[property] !== right[property]);
	return differing === undefined ? 0 : String(left[differing] as string) < String(right[differing] as string) ? -1 : 1;
}

const AMOUNTS = new Set(['Debit', 'Credit']);

function valueOf(rows: Row[], property: string, { measure }: Selected): unknown {
	if (measure === 'count') return rows.length;
	if (measure === undefined) return written(property, rows[0]![property]);
	const amounts = rows.map((row) => parseAmount(String(row[property] as string)) ?? 0n);
	const sum = amounts.reduce((one, other) =>
		measure === 'sum' ? one + other : (measure === 'max') === one > other ? one : other,
	);
	return written(property, amountText(sum));
}

/** Days come without hyphens, amounts with a decimal place (examples of the User's Guide). */
function written(property: string, value: Value | undefined): unknown {
	if (value === null || value === undefined) return null;
	const text = String(value as string);
	if (property === 'ReferenceDate') return text.replaceAll('-', '');
	if (AMOUNTS.has(property)) return new NumberText(text.includes('.') ? text : `${text}.0`);
	return property === 'JdtNum' || property === 'Number' ? Number(text) : value;
}
