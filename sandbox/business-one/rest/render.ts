import type { Core, Operation, Version } from '../core';
import { ServiceError } from '../errors';
import { NumberText } from '../json';
import type { Property, StructuredType } from '../metadata/model';
import type { Selection } from '../odata/select';
import { members, type Row, type Value } from '../store/store';

/** Never written: the password of a user. */
const secret = new Set(['UserPassword', 'Password']);

/** Writes an object as a version shows it: properties in the order of the metadata, missing ones as null. */
export function renderRow(
	core: Core,
	version: Version,
	type: StructuredType,
	row: Row,
	selection: Selection | null = null,
): Record<string, unknown> {
	const rendered: Record<string, unknown> = {};
	for (const property of type.properties.values()) {
		if (version === 'v1' && property.v2Only) continue;
		if (selection && !selection.has(property.name)) continue;
		rendered[property.name] = renderValue(core, version, property, row, selection?.get(property.name) ?? null);
	}
	return rendered;
}

function renderValue(core: Core, version: Version, property: Property, row: Row, wanted: Set<string> | null): unknown {
	const value = row[property.name];
	if (secret.has(property.name)) return null;
	if (property.collection) return members(row, property).map((member) => renderMember(core, version, property, member, wanted));
	if (property.kind === 'complex' || property.kind === 'opaque') {
		return value === null || typeof value !== 'object' || Array.isArray(value)
			? null
			: renderMember(core, version, property, value, wanted);
	}
	return renderSimple(version, property, value);
}

function renderMember(core: Core, version: Version, property: Property, member: Row, wanted: Set<string> | null): unknown {
	const type = core.schema.type(property.type);
	if (!type) return member;
	return renderRow(core, version, type, member, wanted ? new Map([...wanted].map((name) => [name, null])) : null);
}

/** Writes one simple value: dates per version, amounts with at least one decimal place. */
export function renderSimple(version: Version, property: Property, value: Value | undefined): unknown {
	if (value === null || value === undefined) return null;
	if (property.kind === 'date') return version === 'v1' ? value : `${String(value)}T00:00:00Z`;
	if (property.kind === 'double') return new NumberText(doubleText(String(value)));
	return value;
}

export function doubleText(amount: string): string {
	return amount.includes('.') ? amount : `${amount}.0`;
}

/** Key that names the metadata of a reply. */
export function metadataKey(version: Version): string {
	return version === 'v1' ? 'odata.metadata' : '@odata.context';
}

/** Address in the metadata of one object of a set. */
export function elementContext(operation: Operation, set: string): string {
	return `${operation.root}$metadata#${set}/${operation.version === 'v1' ? '@Element' : '$entity'}`;
}

/** Error body of a version: v1 with a number and a message object, v2 with text for both. */
export function errorJson(version: Version, error: ServiceError): unknown {
	if (version === 'v2') return { error: { code: String(error.code), details: [], message: error.message } };
	const inner = error.options.innerError ? { innererror: { context: null, trace: null } } : {};
	return { error: { code: error.code, ...inner, message: { lang: 'en-us', value: error.message } } };
}

/** Content type of a JSON reply. */
export function jsonType(version: Version): Record<string, string> {
	const kind = version === 'v1' ? 'odata=minimalmetadata' : 'odata.metadata=minimal';
	return { 'Content-Type': `application/json;${kind};charset=utf-8` };
}

/** Header that names the protocol version; replies without a body have it too. */
export function versionHeader(version: Version): Record<string, string> {
	return version === 'v1' ? { DataServiceVersion: '3.0' } : { 'OData-Version': '4.0' };
}
