import enums from './enums.json';
import lengths from './lengths.json';
import marketing from './marketing.json';
import payments from './payments.json';
import sets from './sets.json';
import types from './types.json';

/** How a value of a property is kept and written. `opaque`: a complex type whose members are not known. */
export type ValueKind = 'string' | 'int' | 'double' | 'date' | 'time' | 'enum' | 'complex' | 'opaque';

export interface Property {
	name: string;
	/** Type name without `Edm.` and without `Collection(...)`. */
	type: string;
	kind: ValueKind;
	collection: boolean;
	readOnly: boolean;
	/** Not nullable. */
	required: boolean;
	/** Missing in the v1 metadata. */
	v2Only: boolean;
	column?: string;
	maxLength?: number;
	/** Set on user fields only: the value a missing property takes, and the values allowed. */
	defaultValue?: string;
	validValues?: { value: string; description: string }[];
	mandatory?: boolean;
}

export interface StructuredType {
	name: string;
	/** Names of the key properties; empty for complex types. */
	key: string[];
	/** Open types take `U_` fields. */
	open: boolean;
	properties: Map<string, Property>;
}

export interface EntitySet {
	name: string;
	type: string;
	/** Key property to Edm type without `Edm.`. */
	key: Record<string, string>;
	/** False where only the name of the set is known. */
	described: boolean;
}

interface RawType {
	key?: string[];
	open?: boolean;
	properties: Record<string, string>;
}

const primitiveKinds: Record<string, ValueKind> = {
	String: 'string',
	Int32: 'int',
	Double: 'double',
	DateTimeOffset: 'date',
	TimeOfDay: 'time',
};

/** The members of every enum with their database values. */
export const enumTypes: Record<string, Record<string, string | null>> = { ...enums, ...payments.enums, ...marketing.enums };
const rawTypes = { ...types, ...payments.types, ...marketing.types } as unknown as Record<string, RawType>;
const maxLengths = lengths as Record<string, Record<string, number>>;

function property(typeName: string, name: string, definition: string): Property {
	const [declared = 'String', ...flags] = definition.split(' ');
	const collection = declared.startsWith('Collection(');
	const type = collection ? declared.slice('Collection('.length, -1) : declared;
	const column = flags.find((flag) => flag.startsWith('column='))?.slice('column='.length);
	return {
		name,
		type,
		kind: kindOf(type),
		collection,
		readOnly: flags.includes('readOnly'),
		required: flags.includes('required'),
		v2Only: flags.includes('v2Only'),
		...(column === undefined ? {} : { column }),
		...(maxLengths[typeName]?.[name] === undefined ? {} : { maxLength: maxLengths[typeName][name] }),
	};
}

function kindOf(type: string): ValueKind {
	return primitiveKinds[type] ?? (enumTypes[type] ? 'enum' : rawTypes[type] ? 'complex' : 'opaque');
}

/** Every type whose properties are known, by name. */
export const structuredTypes: ReadonlyMap<string, StructuredType> = new Map(
	Object.entries(rawTypes).map(([name, raw]) => [
		name,
		{
			name,
			key: raw.key ?? [],
			open: raw.open ?? false,
			properties: new Map(Object.entries(raw.properties).map(([key, text]) => [key, property(name, key, text)])),
		},
	]),
);

/** Every standard entity set, by name. */
export const entitySets: ReadonlyMap<string, EntitySet> = new Map(
	Object.entries(sets as Record<string, { type: string; key: Record<string, string> }>).map(([name, set]) => [
		name,
		{ name, ...set, described: structuredTypes.has(set.type) && (set.type !== 'Document' || marketing.sets.includes(name)) },
	]),
);

/** The member a client means: its name or its database value. Undefined when it is neither. */
export function enumMember(type: string, text: string): string | undefined {
	const members = enumTypes[type] ?? {};
	if (Object.hasOwn(members, text)) return text;
	return Object.keys(members).find((name) => members[name] !== null && members[name] === text);
}
