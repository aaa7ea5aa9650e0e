import { amountText, fitsColumn, parseAmount } from '../amounts';
import type { Core } from '../core';
import { parseDate, parseTime } from '../dates';
import { invalidProperty, ruleBroken, ServiceError } from '../errors';
import { enumMember, type Property, type StructuredType } from '../metadata/model';
import type { Row, Value } from '../store/store';

const ANNOTATION = /^(@?odata\.|@)/;

/** Parses a JSON body. Throws -1000 when it is none, or no object. */
export function jsonBody(body: Buffer): Record<string, unknown> {
	const text = body.toString('utf8');
	if (text.trim() === '') return {};
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new ServiceError(400, -1000, 'Invalid JSON format');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new ServiceError(400, -1000, 'Invalid JSON format');
	return value as Record<string, unknown>;
}

/**
 * Reads an object a client sent into a row, strictly: unknown properties, wrong types and values longer than their column are refused;
 * numbers may be text, enums a member name or database value, and read-only properties are left out silently.
 * @param keepReadOnly true for master data that is loaded, not posted
 */
export function readInput(core: Core, type: StructuredType, body: Record<string, unknown>, keepReadOnly = false): Row {
	const row: Row = {};
	for (const [name, value] of Object.entries(body)) {
		if (ANNOTATION.test(name)) continue;
		const property = type.properties.get(name);
		if (!property) throw invalidProperty(name, type.name);
		if (property.readOnly && !keepReadOnly) continue;
		row[name] = property.collection
			? readCollection(core, type, property, value, keepReadOnly)
			: readValue(core, type, property, value, keepReadOnly);
	}
	return row;
}

function readCollection(core: Core, type: StructuredType, property: Property, value: unknown, keepReadOnly: boolean): Row[] {
	if (value === null) return [];
	if (!Array.isArray(value)) throw invalidValue(property, type);
	return value.map((item) => readComplex(core, type, property, item, keepReadOnly));
}

function readComplex(core: Core, type: StructuredType, property: Property, value: unknown, keepReadOnly: boolean): Row {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidValue(property, type);
	const inner = core.schema.type(property.type);
	return inner ? readInput(core, inner, value as Record<string, unknown>, keepReadOnly) : (value as Row);
}

function readValue(core: Core, type: StructuredType, property: Property, value: unknown, keepReadOnly: boolean): Value {
	if (value === null) {
		if (property.required && !property.readOnly) throw invalidValue(property, type);
		return null;
	}
	if (property.kind === 'complex' || property.kind === 'opaque') return readComplex(core, type, property, value, keepReadOnly);
	const read = readSimple(core, type, property, value);
	if (read === null) throw invalidValue(property, type);
	checkValidValues(property, String(read));
	return read;
}

/** A user field takes its valid values only; the refusal lists them. */
function checkValidValues(property: Property, value: string): void {
	const valid = property.validValues;
	if (!valid || valid.some((one) => one.value === value)) return;
	const list = valid.map((one) => `'${one.value}' - '${one.description}'`).join(', ');
	throw new ServiceError(
		400,
		-1004,
		`'${value}' is not a valid value for property '${property.name}'. The valid values are: ${list}`,
	);
}

function readSimple(core: Core, type: StructuredType, property: Property, value: unknown): Value {
	switch (property.kind) {
		case 'string':
			return typeof value === 'string' ? checkedLength(core, type, property, value) : null;
		case 'int':
			return readInt(value);
		case 'double':
			return readDouble(value, type, property);
		case 'date':
			return typeof value !== 'string' || value === '' ? null : parseDate(value);
		case 'time':
			return typeof value === 'string' ? parseTime(value) : null;
		default:
			return typeof value === 'string' ? (enumMember(property.type, value) ?? null) : null;
	}
}

function readInt(value: unknown): number | null {
	if (typeof value !== 'number' && !(typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value))) return null;
	const number = Number(value);
	return Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : null;
}

/** JSON numbers are read from their shortest decimal text, so that nothing is computed in floating point. */
function readDouble(value: unknown, type: StructuredType, property: Property): string | null {
	if (typeof value !== 'number' && typeof value !== 'string') return null;
	const amount = parseAmount(String(value));
	if (amount === null) return null;
	if (!fitsColumn(amount)) throw ruleBroken(`Value too large in property '${property.name}' of '${type.name}'`);
	return amountText(amount);
}

function checkedLength(core: Core, type: StructuredType, property: Property, value: string): string {
	const limit = type.name === 'JournalEntry' && property.name === 'Memo' ? core.company().MemoLength : property.maxLength;
	if (limit !== undefined && limit > 0 && [...value].length > limit) {
		throw new ServiceError(
			400,
			-1000,
			`CServiceData::SetPropertyValueString failed; Value too long in property '${property.name}' of '${type.name}'`,
		);
	}
	return value;
}

function invalidValue(property: Property, type: StructuredType): ServiceError {
	return new ServiceError(400, -1000, `Invalid value for property '${property.name}' of '${type.name}'`);
}
