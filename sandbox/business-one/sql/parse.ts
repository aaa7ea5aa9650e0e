import { ServiceError } from '../errors';

/** A column, or a sum, count, least or greatest of one. */
export interface Selected {
	column: string;
	measure?: 'sum' | 'min' | 'max' | 'count';
	alias: string;
}

export interface Condition {
	column: string;
	operator: '=' | '<>' | '<' | '<=' | '>' | '>=';
	/** A parameter by its name, or a literal as written. */
	operand: { parameter: string } | { literal: string };
}

/** One table, conditions that all hold, groups: the part of SQL that the sandbox runs. */
export interface Statement {
	table: string;
	select: Selected[];
	where: Condition[];
	groupBy: string[];
	orderBy: string[];
}

const SHAPE =
	/^\s*select\s+(?<select>.+?)\s+from\s+(?<table>\[?"?\w+"?\]?)(?:\s+where\s+(?<where>.+?))?(?:\s+group\s+by\s+(?<groups>.+?))?(?:\s+order\s+by\s+(?<order>.+?))?\s*$/is;

/** @throws ServiceError 701 for anything that is not read here */
export function parseSql(text: string): Statement {
	const parts = SHAPE.exec(text)?.groups;
	if (!parts) throw badSql(text);
	const names = (list = '') => list.split(',').flatMap((name) => (name.trim() === '' ? [] : [nameOf(name)]));
	const groupBy = names(parts.groups);
	const select = parts.select!.split(',').map(selected);
	const plain = select.find(({ column, measure }) => measure === undefined && !groupBy.includes(column));
	const isGrouped = groupBy.length > 0 || select.some(({ measure }) => measure !== undefined);
	if (isGrouped && plain) throw badSql(plain.column);
	const where = (parts.where ?? '').split(/\s+and\s+/i).flatMap((term) => (term.trim() === '' ? [] : [condition(term)]));
	return { table: nameOf(parts.table!).toUpperCase(), select, where, groupBy, orderBy: names(parts.order) };
}

/** Names of the parameters in the order of their first use. */
export function parametersOf({ where }: Statement): string[] {
	return [...new Set(where.flatMap(({ operand }) => ('parameter' in operand ? [operand.parameter] : [])))];
}

export const badSql = (near: string) => new ServiceError(400, 701, `Invalid SQL syntax: ${near.slice(0, 80)}`);

function selected(text: string): Selected {
	const measured = /^\s*(sum|min|max|count)\s*\((.+)\)\s+as\s+(\S+)\s*$/i.exec(text);
	if (measured) {
		const [, measure, column, alias] = measured;
		return { column: nameOf(column!), measure: measure!.toLowerCase() as Selected['measure'], alias: nameOf(alias!) };
	}
	const [, column = '', alias] = /^\s*(\S+)(?:\s+as\s+(\S+))?\s*$/i.exec(text) ?? [];
	return { column: nameOf(column), alias: nameOf(alias ?? column) };
}

function condition(text: string): Condition {
	const [, column, operator, value] = /^\s*(\S+?)\s*(<=|>=|<>|=|<|>)\s*(.+?)\s*$/.exec(text) ?? [];
	if (column === undefined || value === undefined) throw badSql(text);
	const parameter = /^:(\w+)$/.exec(value)?.[1];
	if (parameter === undefined && !/^('.*'|-?\d+(\.\d+)?)$/.test(value)) throw badSql(value);
	const operand = parameter === undefined ? { literal: value } : { parameter };
	return { column: nameOf(column), operator: operator as Condition['operator'], operand };
}

function nameOf(text: string): string {
	const name = /^\s*[["]?(\w+)[\]"]?\s*$/.exec(text)?.[1];
	if (name === undefined) throw badSql(text);
	return name;
}
