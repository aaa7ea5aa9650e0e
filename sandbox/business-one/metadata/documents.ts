import type { Core, Operation, Outcome } from '../core';
import { edmx } from './edmx';
import { entitySets } from './model';

/** The list of entity sets at the root of a version. */
export function serviceDocument(core: Core, operation: Operation): Outcome {
	const names = [...entitySets.keys(), ...userSetNames(core)];
	const context = operation.version === 'v1' ? 'odata.metadata' : '@odata.context';
	const value = names.map((name) => ({ name, kind: 'EntitySet', url: name }));
	return { status: 200, json: { [context]: `${operation.root}$metadata`, value } };
}

/** The $metadata of a version, user tables and user fields included. */
export function metadataDocument(core: Core, operation: Operation): Outcome {
	const raw = edmx(core.schema, operation.version, userSetNames(core));
	return { status: 200, raw, headers: { 'Content-Type': 'application/xml;charset=utf-8' } };
}

function userSetNames(core: Core): string[] {
	const names = core.store.rows('UserTablesMD').map((table) => `U_${String(table.TableName)}`);
	return names.filter((name) => core.schema.set(name) !== undefined);
}
