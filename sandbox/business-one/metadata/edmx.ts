import type { Version } from '../core';
import type { Schema } from '../schema';
import { entitySets, enumTypes, structuredTypes, type Property, type StructuredType } from './model';

const NAMESPACE = 'SAPB1';

/** Writes the EDMX of a version: the types whose properties are known, their sets, and the enums. */
export function edmx(schema: Schema, version: Version, userSets: string[]): string {
	const types = [...structuredTypes.keys()].map((name) => schema.type(name)!);
	const user = userSets.map((name) => schema.set(name)!.type);
	const sets = [...entitySets.values()].filter((set) => set.described).map((set) => [set.name, set.type]);
	const all = [...sets, ...user.map((type) => [type.name, type.name])];
	const body = [
		...Object.entries(enumTypes).map(([name, members]) => enumXml(name, Object.keys(members))),
		...[...types, ...user].map((type) => typeXml(type, version)),
		`<EntityContainer Name="ServiceLayer"${version === 'v1' ? ' m:IsDefaultEntityContainer="true"' : ''}>`,
		...all.map(([name, type]) => `<EntitySet Name="${name}" EntityType="${NAMESPACE}.${type}"/>`),
		'</EntityContainer>',
	];
	return version === 'v1' ? v1Document(body) : v2Document(body);
}

function typeXml(type: StructuredType, version: Version): string {
	const tag = type.key.length > 0 ? 'EntityType' : 'ComplexType';
	const key = type.key.length > 0 ? `<Key>${type.key.map((name) => `<PropertyRef Name="${name}"/>`).join('')}</Key>` : '';
	const properties = [...type.properties.values()]
		.filter((property) => property.kind !== 'opaque' && !(version === 'v1' && property.v2Only))
		.map((property) => propertyXml(property, version));
	return `<${tag} Name="${type.name}"${type.open ? ' OpenType="true"' : ''}>${key}${properties.join('')}</${tag}>`;
}

function propertyXml(property: Property, version: Version): string {
	const type = typeName(property, version);
	return `<Property Name="${property.name}" Type="${property.collection ? `Collection(${type})` : type}"${property.required ? ' Nullable="false"' : ''}/>`;
}

function typeName({ kind, type }: Property, version: Version): string {
	if (kind === 'enum' || kind === 'complex') return `${NAMESPACE}.${type}`;
	if (version === 'v1' && kind === 'date') return 'Edm.DateTime';
	return version === 'v1' && kind === 'time' ? 'Edm.Time' : `Edm.${type}`;
}

function enumXml(name: string, members: string[]): string {
	const values = members.map((member, index) => `<Member Name="${member}" Value="${index}"/>`);
	return `<EnumType Name="${name}">${values.join('')}</EnumType>`;
}

function v2Document(body: string[]): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>',
		`<Schema Namespace="${NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
		...body,
		'</Schema></edmx:DataServices></edmx:Edmx>',
	].join('\n');
}

function v1Document(body: string[]): string {
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<edmx:Edmx Version="3.0" xmlns:edmx="http://schemas.microsoft.com/ado/2009/11/edmx">',
		'<edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">',
		`<Schema Namespace="${NAMESPACE}" xmlns="http://schemas.microsoft.com/ado/2009/11/edm">`,
		...body,
		'</Schema></edmx:DataServices></edmx:Edmx>',
	].join('\n');
}
