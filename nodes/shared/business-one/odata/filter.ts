import { encodeText, literal, propertyName, quote, type LiteralType } from './literal';

export type Operator =
	| 'eq'
	| 'ne'
	| 'gt'
	| 'ge'
	| 'lt'
	| 'le'
	| 'contains'
	| 'notContains'
	| 'startswith'
	| 'endswith'
	| 'isEmpty'
	| 'isNotEmpty';

export interface Condition {
	field: string;
	operator: Operator;
	value: unknown;
	/** Text unless told. */
	type?: LiteralType;
}

/** No figure for the longest URL is published; a web server's usual limit is 8190 bytes for the whole request line. */
const MAX_CHAIN_LENGTH = 3_000;
const MAX_CHAIN_TERMS = 30;

/**
 * Writes conditions with the operators the Service Layer has (User's Guide, query options): comparisons, `contains`, `startswith`,
 * `endswith`. There is no `in`.
 * @returns a `$filter` value, not yet encoded; undefined for no conditions
 * @throws RangeError for a field or value that cannot be written
 */
export function buildFilter(conditions: Condition[], combine: 'and' | 'or' = 'and'): string | undefined {
	if (conditions.length === 0) return undefined;
	return conditions.map(conditionText).join(` ${combine} `);
}

/** @returns the filters joined by `and`, each in parentheses; undefined where all are empty */
export function allOf(...filters: Array<string | undefined>): string | undefined {
	const given = filters.filter((filter): filter is string => filter !== undefined && filter.trim() !== '');
	if (given.length <= 1) return given[0];
	return given.map((filter) => `(${filter})`).join(' and ');
}

/** @returns a filter that finds the text anywhere in one of the fields */
export function searchFilter(fields: string[], text: string): string | undefined {
	if (text.trim() === '') return undefined;
	return buildFilter(
		fields.map((field) => ({ field, operator: 'contains', value: text.trim() })),
		'or',
	);
}

/**
 * Filters that find every value of a field, each an `or` chain short enough for a URL. Doubles and empty values are left out.
 */
export function orChains(
	field: string,
	values: readonly string[],
	comparison: (value: string) => string = (value) => `eq ${quote(value)}`,
): string[] {
	const given = [...new Set(values)].filter((value) => value !== '');
	return chainsOf(given.map((value) => `${propertyName(field)} ${comparison(value)}`));
}

/** Joins terms by `or` into filters that are each short enough for a URL. */
export function chainsOf(all: readonly string[]): string[] {
	const chains: string[] = [];
	let terms: string[] = [];
	let length = 0;
	for (const term of new Set(all)) {
		const termLength = encodeText(term).length;
		if (terms.length > 0 && (terms.length === MAX_CHAIN_TERMS || length + termLength > MAX_CHAIN_LENGTH)) {
			chains.push(terms.join(' or '));
			terms = [];
			length = 0;
		}
		terms.push(term);
		length += termLength + ' or '.length;
	}
	if (terms.length > 0) chains.push(terms.join(' or '));
	return chains;
}

function conditionText({ field, operator, value, type }: Condition): string {
	const name = propertyName(field);
	switch (operator) {
		case 'contains':
		case 'startswith':
		case 'endswith':
			return `${operator}(${name},${quote(String(value ?? ''))})`;
		case 'notContains':
			return `not contains(${name},${quote(String(value ?? ''))})`;
		case 'isEmpty':
			return type === undefined || type === 'text' ? `(${name} eq null or ${name} eq '')` : `${name} eq null`;
		case 'isNotEmpty':
			return type === undefined || type === 'text' ? `(${name} ne null and ${name} ne '')` : `${name} ne null`;
		default:
			return `${name} ${operator} ${literal(value, type ?? 'text')}`;
	}
}
