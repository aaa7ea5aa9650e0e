import { entitySets, structuredTypes, type EntitySet, type Property, type StructuredType } from './metadata/model';
import { sharesFields, tableOfType } from './metadata/tables';
import { keyOfRow, members, type Row, type Store } from './store/store';

/** An entity set a request may name, with its type as it stands now: user fields included. */
export interface ResolvedSet {
	set: EntitySet;
	type: StructuredType;
	/** Upper-case name without `@` when this is a user table. */
	userTable?: string;
}

export const userTableSet = (table: string) => `U_${table}`;

const keyName: Property = text('Code', 50);

/** Types and sets of the company: the standard ones, and what its user tables and user fields add. */
export class Schema {
	private cache = new Map<string, StructuredType>();
	private cachedAt = -1;

	constructor(
		private readonly store: () => Store,
		private readonly now: () => Date,
	) {}

	/** The set a path names, or undefined. Names are case-sensitive. User tables answer only once they are visible. */
	set(name: string): ResolvedSet | undefined {
		const standard = entitySets.get(name);
		if (standard) return { set: standard, type: this.type(standard.type) ?? undescribed(standard) };
		return name.startsWith('U_') ? this.userSet(name.slice(2)) : undefined;
	}

	/** A type with its user fields. */
	type(name: string): StructuredType | undefined {
		const base = structuredTypes.get(name);
		const table = tableOfType[name];
		if (!base || table === undefined) return base;
		return this.cached(name, () => ({ ...base, properties: new Map([...base.properties, ...this.userFields(table)]) }));
	}

	/** Key text of a row of any set, user tables and inner tables of the sandbox included. */
	keyOf(set: string, row: Row): string {
		const standard = entitySets.get(set);
		if (standard) return keyOfRow({ key: Object.keys(standard.key) }, row);
		return keyOfRow({ key: innerKeys[set] ?? ['Code'] }, row);
	}

	private userSet(name: string): ResolvedSet | undefined {
		const table = this.store()
			.rows('UserTablesMD')
			.find((row) => row.TableName === name);
		if (!table || !hasEndpoint(table) || !this.visible(table)) return undefined;
		const type = this.cached(`@${name}`, () => ({
			name: userTableSet(name),
			key: ['Code'],
			open: true,
			properties: new Map([['Code', keyName], ['Name', text('Name', 100)], ...this.userFields(`@${name}`)]),
		}));
		return {
			set: { name: userTableSet(name), type: type.name, key: { Code: 'String' }, described: true },
			type,
			userTable: name,
		};
	}

	private visible(table: Row): boolean {
		return typeof table.visibleFrom !== 'string' || table.visibleFrom <= this.now().toISOString();
	}

	private userFields(table: string): [string, Property][] {
		return this.store()
			.rows('UserFieldsMD')
			.filter((field) => sharesFields(String(field.TableName), table))
			.map(userField);
	}

	private cached(name: string, make: () => StructuredType): StructuredType {
		const version = this.store().version('UserFieldsMD') + this.store().version('UserTablesMD');
		if (version !== this.cachedAt) this.cache.clear();
		this.cachedAt = version;
		const type = this.cache.get(name) ?? make();
		this.cache.set(name, type);
		return type;
	}
}

/** Keys of tables that are no entity sets but live in the same store. */
const innerKeys: Record<string, string[]> = {
	'*Periods': ['AbsoluteEntry'],
	'*PeriodCategories': ['AbsoluteEntry'],
	'*Rates': ['Currency', 'RateDate'],
	'*Series': ['SeriesProperty'],
	'*Vouchers': ['Number'],
	'*Company': ['CompanyDB'],
	'*Files': ['AbsoluteEntry', 'LineNum'],
};

function undescribed(set: EntitySet): StructuredType {
	return { name: set.type, key: Object.keys(set.key), open: true, properties: new Map() };
}

/** Only tables without an object type have a data endpoint of their own. */
function hasEndpoint(table: Row): boolean {
	return table.TableType === 'bott_NoObject' || table.TableType === 'bott_NoObjectAutoIncrement';
}

function text(name: string, maxLength: number): Property {
	return { name, type: 'String', kind: 'string', collection: false, readOnly: false, required: false, v2Only: false, maxLength };
}

const fieldKinds: Record<string, Pick<Property, 'type' | 'kind'>> = {
	db_Alpha: { type: 'String', kind: 'string' },
	db_Memo: { type: 'String', kind: 'string' },
	db_Numeric: { type: 'Int32', kind: 'int' },
	db_Date: { type: 'DateTimeOffset', kind: 'date' },
	db_Float: { type: 'Double', kind: 'double' },
};

function userField(field: Row): [string, Property] {
	const name = `U_${String(field.Name)}`;
	const time = field.Type === 'db_Date' && field.SubType === 'st_Time';
	const kind = time ? { type: 'TimeOfDay', kind: 'time' as const } : (fieldKinds[String(field.Type)] ?? fieldKinds.db_Alpha!);
	const values = members(field, 'ValidValuesMD').map((valid) => ({
		value: String(valid.Value),
		description: String(valid.Description ?? ''),
	}));
	return [
		name,
		{
			...text(name, 0),
			...kind,
			maxLength: field.Type === 'db_Alpha' ? Number(field.EditSize) : undefined,
			...(typeof field.DefaultValue === 'string' && field.DefaultValue !== '' ? { defaultValue: field.DefaultValue } : {}),
			...(values.length > 0 ? { validValues: values } : {}),
			mandatory: field.Mandatory === 'tYES',
		},
	];
}
