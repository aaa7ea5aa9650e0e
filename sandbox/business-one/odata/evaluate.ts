import { parseAmount } from '../amounts';
import { parseDate, parseTime } from '../dates';
import { badFilter, unknownInQuery } from '../errors';
import { enumMember, type Property, type StructuredType } from '../metadata/model';
import type { Row } from '../store/store';
import type { Comparison, Expression, Operand, TextFunction } from './parser';

/** Unknown (null) is SQL's third truth value: a comparison with a missing value is neither true nor false. */
type Truth = boolean | null;
type Test = (row: Row) => Truth;
export type Comparable = string | bigint | null;

/** Turns a parsed $filter into a predicate. Throws where a property is unknown or a value does not fit its property. */
export function compile(expression: Expression, type: StructuredType, ignoreCase: boolean): (row: Row) => boolean {
	const test = compileTest(expression, type, ignoreCase);
	return (row) => test(row) === true;
}

function compileTest(expression: Expression, type: StructuredType, ignoreCase: boolean): Test {
	switch (expression.kind) {
		case 'and':
		case 'or':
			return combine(
				expression.kind,
				compileTest(expression.left, type, ignoreCase),
				compileTest(expression.right, type, ignoreCase),
			);
		case 'not': {
			const inner = compileTest(expression.inner, type, ignoreCase);
			return (row) => {
				const truth = inner(row);
				return truth === null ? null : !truth;
			};
		}
		case 'compare':
			return comparison(expression.operator, expression.left, expression.right, type, ignoreCase);
		case 'text':
			return textTest(expression.function, propertyOf(type, expression.property), expression.text, ignoreCase);
	}
}

function combine(kind: 'and' | 'or', left: Test, right: Test): Test {
	const deciding = kind === 'or';
	return (row) => {
		const first = left(row);
		if (first === deciding) return deciding;
		const second = right(row);
		if (second === deciding) return deciding;
		return first === null || second === null ? null : !deciding;
	};
}

function comparison(operator: Comparison, left: Operand, right: Operand, type: StructuredType, ignoreCase: boolean): Test {
	if (left.kind !== 'property') throw badFilter();
	const property = propertyOf(type, left.name);
	const read = reader(property, ignoreCase);
	if (right.kind === 'word' && right.text === 'null') return nullTest(operator, read);
	const other =
		right.kind === 'property' ? reader(propertyOf(type, right.name), ignoreCase) : constant(property, right, ignoreCase);
	return (row) => {
		const first = read(row);
		const second = other(row);
		if (first === null || second === null || typeof first !== typeof second) return null;
		return holds(operator, first < second ? -1 : first > second ? 1 : 0);
	};
}

function nullTest(operator: Comparison, read: (row: Row) => Comparable): Test {
	if (operator !== 'eq' && operator !== 'ne') throw badFilter();
	return (row) => (read(row) === null) === (operator === 'eq');
}

function holds(operator: Comparison, order: number): boolean {
	switch (operator) {
		case 'eq':
			return order === 0;
		case 'ne':
			return order !== 0;
		case 'gt':
			return order > 0;
		case 'ge':
			return order >= 0;
		case 'lt':
			return order < 0;
		case 'le':
			return order <= 0;
	}
}

function textTest(name: TextFunction, property: Property, text: string, ignoreCase: boolean): Test {
	if (property.kind !== 'string') throw badFilter();
	const read = reader(property, ignoreCase);
	const part = ignoreCase ? text.toLowerCase() : text;
	return (row) => {
		const value = read(row);
		if (typeof value !== 'string') return null;
		if (name === 'startswith') return value.startsWith(part);
		return name === 'endswith' ? value.endsWith(part) : value.includes(part);
	};
}

/** A simple property that may stand in a query. Throws "Property 'X' is invalid". */
export function propertyOf(type: StructuredType, name: string): Property {
	const property = type.properties.get(name);
	if (property && !property.collection && property.kind !== 'complex' && property.kind !== 'opaque') return property;
	throw unknownInQuery(name);
}

/** Reads a property as something that can be compared: amounts and whole numbers exactly, everything else as text. */
export function reader(property: Property, ignoreCase: boolean): (row: Row) => Comparable {
	const numeric = property.kind === 'double' || property.kind === 'int';
	return (row) => {
		const value = row[property.name];
		if (value === null || value === undefined || typeof value === 'object') return null;
		if (numeric) return parseAmount(String(value));
		return ignoreCase && property.kind === 'string' ? String(value).toLowerCase() : String(value);
	};
}

function constant(property: Property, literal: Operand, ignoreCase: boolean): () => Comparable {
	const value = literalValue(property, literal as Exclude<Operand, { kind: 'property' }>);
	if (value === null) throw badFilter();
	const compared = ignoreCase && property.kind === 'string' && typeof value === 'string' ? value.toLowerCase() : value;
	return () => compared;
}

function literalValue(property: Property, literal: { kind: string; text: string }): Comparable {
	const quoted = literal.kind === 'string';
	switch (property.kind) {
		case 'string':
			return quoted ? literal.text : null;
		case 'enum':
			return quoted ? (enumMember(property.type, literal.text) ?? null) : null;
		case 'date':
			return quoted || literal.kind === 'date' ? parseDate(literal.text) : null;
		case 'time':
			return quoted ? parseTime(literal.text) : null;
		default:
			return quoted || literal.kind === 'number' ? parseAmount(literal.text.replace(/[fFdDmMlL]$/, '')) : null;
	}
}
