import type { IExecuteFunctions, INode, INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { readDirectly } from './ownFields';

type Read = (name: string, itemIndex: number, fallback?: unknown, options?: object) => unknown;

/**
 * The same context, whose parameters are checked against their description as they are read. n8n checks only what a person types; an
 * expression can give anything, item by item, and what does not fit must not be taken for something else. What only names fields of the
 * item is read from the item.
 *
 * @param properties of the operation that runs
 * @returns a context whose `getNodeParameter` throws NodeOperationError, naming field and item, for a value that the field cannot have
 */
export function withCheckedParameters(context: IExecuteFunctions, properties: readonly INodeProperties[]): IExecuteFunctions {
	const byName = new Map(properties.map((property) => [property.name, property]));
	// n8n copies the node with all its parameters each time it is asked for.
	const node = context.getNode();
	const items = context.getInputData();
	const evaluate = context.getNodeParameter.bind(context) as Read;
	const read: Read = (name, itemIndex, fallback, options) => {
		const json = items[itemIndex]?.json;
		const direct = options === undefined && json !== undefined ? readDirectly(node.parameters[name], json) : 'evaluate';
		return direct === 'evaluate' ? evaluate(name, itemIndex, fallback, options) : direct.value;
	};
	const getNodeParameter: Read = (name, itemIndex, fallback, options) => {
		const [top = name, ...inner] = name.split('.');
		const property = byName.get(top);
		if (!property) return evaluate(name, itemIndex, fallback, options);
		const value = read(top, itemIndex, fallback, inner.length > 0 ? undefined : options);
		const checkedValue = checkParameter(node, property, value, itemIndex);
		return (
			inner.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], checkedValue) ??
			(inner.length > 0 ? fallback : checkedValue)
		);
	};
	return Object.create(context, { getNodeParameter: { value: getNodeParameter } }) as IExecuteFunctions;
}

/**
 * @returns the value, in the type that its field has: a number written as text becomes a number
 * @throws NodeOperationError naming the field
 */
export function checkParameter(node: INode, property: INodeProperties, value: unknown, itemIndex?: number): unknown {
	const { displayName, type } = property;
	const refuse = (what: string, cure: string) => refusedParameter(node, `${displayName} ${what}`, cure, itemIndex);
	if (isEmpty(value)) {
		if (property.required === true || MUST_BE_FILLED.has(type))
			throw refuse(
				'is empty',
				`Fill in ${displayName}, or pass on items that carry what its expression reads.${comesFrom(property)}`,
			);
		return value;
	}
	switch (type) {
		case 'number':
			return numberOf(property, value, refuse);
		case 'boolean':
			return booleanOf(value, refuse);
		case 'options':
			return oneOf(property, value, refuse);
		case 'multiOptions':
			return listOf(value).map((one) => oneOf(property, one, refuse));
		case 'collection':
			return collectionOf(node, property, value, itemIndex);
		case 'fixedCollection':
			return fixedCollectionOf(node, property, value, itemIndex);
		case 'resourceLocator':
			if (isLocator(value) && isPlainObject(value.value))
				throw refuse('holds an object, not a code', 'Let its expression give one field of the object.');
			return value;
		case 'string':
			if (isPlainObject(value)) throw refuse('holds an object, not a text', 'Let its expression give one field of the object.');
			return value;
		default:
			return value;
	}
}

/** @returns the error for a field that cannot be used as it is */
export function refusedParameter(node: INode, message: string, cure: string, itemIndex?: number): NodeOperationError {
	const where = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	return new NodeOperationError(node, `${message}${where}`, { itemIndex, description: cure });
}

/** Kinds of fields that have no meaning when an expression gives nothing. */
const MUST_BE_FILLED = new Set<INodeProperties['type']>(['number', 'boolean', 'options']);

/** Which node gives the value, where the field says so: nothing else tells what to connect. */
const comesFrom = ({ hint }: INodeProperties) => (hint?.startsWith('Comes from') === true ? ` ${hint}.` : '');

type Refuse = (what: string, cure: string) => NodeOperationError;

function isEmpty(value: unknown): boolean {
	if (isLocator(value)) return isEmpty(value.value);
	return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

const isLocator = (value: unknown): value is { value: unknown } =>
	typeof value === 'object' && value !== null && '__rl' in value && 'value' in value;

function numberOf({ displayName, typeOptions }: INodeProperties, value: unknown, refuse: Refuse): number {
	const { minValue, maxValue, numberPrecision = 0 } = typeOptions ?? {};
	const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
	const isInside = typeof number === 'number' && number >= (minValue ?? -Infinity) && number <= (maxValue ?? Infinity);
	if (isInside && (numberPrecision > 0 || Number.isSafeInteger(number))) return number;
	const kind = numberPrecision > 0 ? 'number' : 'whole number';
	const range =
		maxValue === undefined
			? minValue === undefined
				? ''
				: ` of ${minValue} or more`
			: ` from ${minValue ?? 'any'} to ${maxValue}`;
	throw refuse(`is ${shown(value)}, which is no ${kind}${range}`, `Give ${displayName} a ${kind}${range}.`);
}

function booleanOf(value: unknown, refuse: Refuse): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true' || value === 'false') return value === 'true';
	throw refuse(`is ${shown(value)}, neither true nor false`, 'Let its expression give true or false.');
}

function oneOf({ options = [] }: INodeProperties, value: unknown, refuse: Refuse): unknown {
	const choices = (options as INodePropertyOptions[]).filter((option) => 'value' in option);
	if (choices.length === 0 || choices.some((choice) => choice.value === value)) return value;
	const names = choices.map((choice) => `${String(choice.value)} (${choice.name})`).join(', ');
	throw refuse(`is ${shown(value)}, which is none of its choices`, `Choose one of: ${names}.`);
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

function collectionOf(node: INode, { options = [] }: INodeProperties, value: unknown, itemIndex?: number): unknown {
	return checkedFields(node, options as INodeProperties[], value, itemIndex);
}

function fixedCollectionOf(node: INode, { options = [] }: INodeProperties, value: unknown, itemIndex?: number): unknown {
	const groups = new Map((options as INodePropertyCollection[]).map(({ name, values }) => [name, values]));
	const entries = Object.entries(value as object).map(([name, rows]): [string, unknown] => {
		const fields = groups.get(name) ?? [];
		const check = (row: unknown) => checkedFields(node, fields, row, itemIndex);
		return [name, Array.isArray(rows) ? rows.map(check) : check(rows)];
	});
	return Object.fromEntries(entries);
}

function checkedFields(node: INode, fields: readonly INodeProperties[], values: unknown, itemIndex?: number): unknown {
	if (!isPlainObject(values)) return values;
	const byName = new Map(fields.map((field) => [field.name, field]));
	const entries = Object.entries(values).map(([name, value]): [string, unknown] => {
		const field = byName.get(name);
		return [name, field ? checkParameter(node, field, value, itemIndex) : value];
	});
	return Object.fromEntries(entries);
}

/** An object that is nothing else: dates of expressions are objects too, and are read where a date is wanted. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return !(value instanceof Date) && typeof (value as { toISO?: unknown }).toISO !== 'function';
}

const MAX_SHOWN = 40;

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
