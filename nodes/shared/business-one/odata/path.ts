import { encodeText, literal, propertyName, quote } from './literal';

export type Key = string | number | Record<string, string | number>;

/** System query options of one read. Values are written as they stand; build them with this folder's functions. */
export interface Query {
	filter?: string;
	select?: string[];
	orderBy?: string;
	expand?: string;
	top?: number;
	skip?: number;
	apply?: string;
}

/** @returns `Set('A')`, `Set(1)` or `Set(TableName='OCRD',FieldID=0)`, encoded for a URL */
export function entityPath(set: string, key: Key): string {
	return `${pathSegments(set)}(${keyText(key)})`;
}

/** @returns a path with its query, encoded for a URL */
export function queryPath(set: string, query: Query = {}): string {
	return `${pathSegments(set)}${queryText(query)}`;
}

/** @returns `?$filter=...`, encoded (`%20`, never `+`, for a space); empty for an empty query */
export function queryText(query: Query): string {
	const options: Array<[string, string | undefined]> = [
		['$filter', query.filter],
		['$select', query.select && query.select.length > 0 ? query.select.map(propertyOrAll).join(',') : undefined],
		['$orderby', query.orderBy],
		['$expand', query.expand],
		['$apply', query.apply],
		['$top', query.top?.toString()],
		['$skip', query.skip?.toString()],
	];
	const parts = options
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => `${name}=${encodeText(value ?? '')}`);
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A slash or backslash in a key, even encoded, is refused by the web server before the Service Layer; such a key needs a filter. */
export function fitsInPath(key: Key): boolean {
	const values = typeof key === 'object' ? Object.values(key) : [key];
	return values.every((value) => typeof value === 'number' || !/[\\/]/.test(value));
}

function keyText(key: Key): string {
	if (typeof key === 'object') {
		return Object.entries(key)
			.map(([name, value]) => `${propertyName(name)}=${keyText(value)}`)
			.join(',');
	}
	if (typeof key === 'string') return encodeText(quote(key));
	return literal(key, 'number');
}

function propertyOrAll(name: string): string {
	return name.trim() === '*' ? '*' : propertyName(name);
}

const SET = /^[A-Za-z_$][A-Za-z0-9_$]*(\/[A-Za-z_$][A-Za-z0-9_$]*)*$/;

function pathSegments(set: string): string {
	if (!SET.test(set)) throw new RangeError(`"${set}" is not an entity set or function of the Service Layer`);
	return set;
}
