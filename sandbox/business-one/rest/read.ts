import { createHash } from 'node:crypto';
import type { Core, Operation, Outcome } from '../core';
import { badQuery, doesNotExist, notFound, unknownPath } from '../errors';
import type { StructuredType } from '../metadata/model';
import { checkOptions, filtered, page, pageSizeOf } from '../odata/query';
import { parseSelect } from '../odata/select';
import { aggregate } from './apply';
import type { ResolvedSet } from '../schema';
import { keyText, type Row } from '../store/store';
import type { Segment } from '../odata/path';
import { elementContext, metadataKey, renderRow, renderSimple } from './render';
import { keyLiterals, keyValues } from './keys';
import { nextLink } from './nextLink';

const withEtag = new Set(['BusinessPartners']);

/** GET of a whole set: filter, order, page, select. */
export function readSet(core: Core, operation: Operation, resolved: ResolvedSet): Outcome {
	const { query, version } = operation;
	const { set, type } = resolved;
	checkOptions(query);
	checkExpand(query, type);
	if (query.has('$apply')) return aggregate(core, operation, resolved);
	const selection = parseSelect(query.get('$select'), type, (name) => core.schema.type(name));
	const { size, preferred } = pageSizeOf(operation.headers);
	const found = page(core.store.rows(set.name), type, query, size, ignoresCase(operation));
	const counted = version === 'v1' ? query.get('$inlinecount') === 'allpages' : query.get('$count') === 'true';
	const json = {
		[metadataKey(version)]: `${operation.root}$metadata#${set.name}`,
		...(counted ? (version === 'v1' ? { 'odata.count': String(found.total) } : { '@odata.count': found.total }) : {}),
		value: found.rows.map((row) => ({ ...etagKey(operation, resolved, row), ...renderRow(core, version, type, row, selection) })),
		...(found.next ? { [`${version === 'v1' ? '' : '@'}odata.nextLink`]: nextLink(core, operation, found.next) } : {}),
	};
	return {
		status: 200,
		json,
		...(preferred === undefined ? {} : { headers: { 'Preference-Applied': `odata.maxpagesize=${preferred}` } }),
	};
}

/** GET of `Set/$count`: a bare number. */
export function countSet(core: Core, operation: Operation, { set, type }: ResolvedSet): Outcome {
	checkOptions(operation.query);
	const count = filtered(core.store.rows(set.name), type, operation.query, ignoresCase(operation)).length;
	return { status: 200, raw: String(count), headers: { 'Content-Type': 'text/plain;charset=utf-8' } };
}

/** GET of one object by key. */
export function readOne(core: Core, operation: Operation, resolved: ResolvedSet, segment: Segment): Outcome {
	checkOptions(operation.query);
	checkExpand(operation.query, resolved.type);
	const row = rowOf(core, resolved, segment);
	const selection = parseSelect(operation.query.get('$select'), resolved.type, (name) => core.schema.type(name));
	const etag = etagOf(resolved, row);
	return {
		status: 200,
		json: {
			[metadataKey(operation.version)]: elementContext(operation, resolved.set.name),
			...etagKey(operation, resolved, row),
			...renderRow(core, operation.version, resolved.type, row, selection),
		},
		...(etag ? { headers: { ETag: etag } } : {}),
	};
}

/** GET of `Set(key)/Property`, or its raw value with `/$value`. */
export function readProperty(
	core: Core,
	operation: Operation,
	resolved: ResolvedSet,
	segment: Segment,
	name: string,
	raw: boolean,
): Outcome {
	const row = rowOf(core, resolved, segment);
	const property = resolved.type.properties.get(name);
	if (!property) throw unknownPath();
	if (property.collection || property.kind === 'complex' || property.kind === 'opaque') {
		if (raw) throw unknownPath();
		return {
			status: 200,
			json: { [name]: renderRow(core, operation.version, resolved.type, row, new Map([[name, null]]))[name] },
		};
	}
	const value = renderSimple(operation.version, property, row[name]);
	if (!raw) return { status: 200, json: { value } };
	if (value === null) return { status: 204 };
	const text = typeof value === 'object' ? (value as { text: string }).text : String(value);
	return { status: 200, raw: text, headers: { 'Content-Type': 'text/plain;charset=utf-8' } };
}

/** The row a key names. Throws 404 -2028. */
export function rowOf(core: Core, resolved: ResolvedSet, segment: Segment): Row {
	const row = core.store.get(resolved.set.name, keyText(keyValues(resolved, segment)));
	if (!row) throw notFound();
	return row;
}

/** As `rowOf`, for a request that changes the row: the same code with another text. */
export function rowToChange(core: Core, resolved: ResolvedSet, segment: Segment): Row {
	const values = keyValues(resolved, segment);
	const row = core.store.get(resolved.set.name, keyText(values));
	if (!row) throw doesNotExist(keyLiterals(resolved, values));
	return row;
}

/** ETag of an object of a marked set, undefined elsewhere. */
export function etagOf(resolved: ResolvedSet, row: Row): string | undefined {
	if (!withEtag.has(resolved.set.name)) return undefined;
	return `W/"${createHash('sha1').update(JSON.stringify(row)).digest('hex').toUpperCase()}"`;
}

/** The ETag as a key of the body. */
export function etagKey(operation: Operation, resolved: ResolvedSet, row: Row): Record<string, string> {
	const etag = etagOf(resolved, row);
	return etag === undefined ? {} : { [operation.version === 'v1' ? 'odata.etag' : '@odata.etag']: etag };
}

function ignoresCase(operation: Operation): boolean {
	return operation.headers['b1s-caseinsensitive']?.toLowerCase() === 'true';
}

/** Navigation is not simulated; collections inside an object are never expanded. */
function checkExpand(query: URLSearchParams, type: StructuredType): void {
	const name = query.get('$expand');
	if (name === null) return;
	throw badQuery(`Cannot expand invalid navigation property '${name}' for entity type '${type.name}'`);
}
