import { createAttachment, patchAttachment } from '../attachments/files';
import type { Core, Operation, Outcome } from '../core';
import { alreadyExists, notSupported, ServiceError } from '../errors';
import { patchDocument } from '../documents/change';
import { createDocument, createDraft } from '../documents/post';
import { patchEntry } from '../journal/change';
import { postManualEntry } from '../journal/post';
import type { Segment } from '../odata/path';
import { createPayment } from '../payments/payments';
import type { ResolvedSet } from '../schema';
import { createSqlQuery } from '../sql/queries';
import type { Row } from '../store/store';
import { addUserField, addUserKey, addUserTable, removeUserStructure } from '../usertables/structure';
import { checkUniqueKeys, newUserRow } from '../usertables/rows';
import { withDefaults } from './defaults';
import { jsonBody, readInput } from './input';
import { keyPath } from './keys';
import { checkRemovable, keepDirectRule, newMasterData } from './masterData';
import { etagKey, etagOf, rowToChange } from './read';
import { elementContext, metadataKey, renderRow } from './render';

type Creator = (core: Core, operation: Operation, input: Row, resolved: ResolvedSet) => Row;

const purchase: Creator = (core, operation, input, { set }) => createDocument(core, operation, set.name, input);

const creators: Record<string, Creator> = {
	PurchaseInvoices: purchase,
	PurchaseCreditNotes: purchase,
	PurchaseOrders: purchase,
	PurchaseDeliveryNotes: purchase,
	Drafts: (core, _operation, input) => createDraft(core, input),
	JournalEntries: (core, operation, input) => postManualEntry(core, operation, input),
	VendorPayments: (core, operation, input) => createPayment(core, operation, input),
	SQLQueries: (core, _operation, input) => createSqlQuery(core, input),
	UserTablesMD: (core, operation, input, { type }) => addUserTable(core, operation.node, type, input),
	UserFieldsMD: (core, _operation, input, { type }) => addUserField(core, type, input),
	UserKeysMD: (core, _operation, input, { type }) => addUserKey(core, type, input),
};

/** How objects change that are more than their properties. */
const changers: Record<string, (core: Core, before: Row, input: Row, set: string) => Row> = {
	JournalEntry: patchEntry,
	Document: patchDocument,
};

const closedSets = new Set(['B1Sessions', 'Dimensions', 'Users', 'Countries', 'IncomingPayments', 'PaymentDrafts']);
/** Sets whose objects stay as they were made. */
const unchangeable = new Set([...closedSets, 'VendorPayments']);
/** Sets whose objects are neither replaced nor deleted. */
const kept = new Set([
	...unchangeable,
	'JournalEntries',
	'Attachments2',
	'PurchaseInvoices',
	'PurchaseCreditNotes',
	'PurchaseOrders',
	'PurchaseDeliveryNotes',
]);
const structureSets = new Set(['UserTablesMD', 'UserFieldsMD', 'UserKeysMD']);

/** POST to a set: 201 with Location and the object, or 204 with `Prefer: return-no-content`. */
export function create(core: Core, operation: Operation, resolved: ResolvedSet): Outcome {
	const { set, type } = resolved;
	if (!set.described || closedSets.has(set.name)) throw notSupported();
	const row = set.name === 'Attachments2' ? createAttachment(core, operation) : createRow(core, operation, resolved);
	const headers = { Location: `${operation.root}${keyPath(resolved, row)}` };
	if (/return[-=]no-?content|return=minimal/.test(operation.headers.prefer ?? '')) {
		return { status: 204, headers: { ...headers, 'Preference-Applied': 'return-no-content' } };
	}
	const etag = etagOf(resolved, row);
	const json = {
		[metadataKey(operation.version)]: elementContext(operation, set.name),
		...etagKey(operation, resolved, row),
		...renderRow(core, operation.version, core.schema.set(set.name)?.type ?? type, row),
	};
	return { status: 201, headers: { ...headers, ...(etag ? { ETag: etag } : {}) }, json };
}

function createRow(core: Core, operation: Operation, resolved: ResolvedSet): Row {
	const input = readInput(core, resolved.type, jsonBody(operation.body));
	const creator = creators[resolved.set.name];
	if (creator) {
		const created = creator(core, operation, input, resolved);
		checkUniqueKeys(core, resolved, created);
		return created;
	}
	const row = resolved.userTable === undefined ? newMasterData(core, resolved, input) : newUserRow(core, resolved, input);
	if (core.store.get(resolved.set.name, core.schema.keyOf(resolved.set.name, row))) throw alreadyExists();
	checkUniqueKeys(core, resolved, row);
	core.store.put(resolved.set.name, row);
	return row;
}

/** PATCH, MERGE: 204. Collections are merged by line key, or replaced with `B1S-ReplaceCollectionsOnPatch: true`. */
export function update(core: Core, operation: Operation, resolved: ResolvedSet, segment: Segment): Outcome {
	const { set, type } = resolved;
	if (!set.described || unchangeable.has(set.name)) throw notSupported();
	const before = rowToChange(core, resolved, segment);
	checkEtag(operation, resolved, before);
	if (set.name === 'Attachments2') {
		patchAttachment(core, operation, before);
		return { status: 204 };
	}
	const input = readInput(core, type, jsonBody(operation.body));
	const replace = operation.headers['b1s-replacecollectionsonpatch']?.toLowerCase() === 'true';
	const row = changers[type.name]?.(core, before, input, set.name) ?? merged(type.key, before, input, replace);
	checkUniqueKeys(core, resolved, row);
	if (structureSets.has(set.name)) core.store.commit(set.name, row);
	else core.store.put(set.name, row);
	if (set.name === 'ProfitCenters') keepDirectRule(core, row);
	return { status: 204 };
}

/** PUT replaces the object; what the body leaves out starts anew. */
export function replace(core: Core, operation: Operation, resolved: ResolvedSet, segment: Segment): Outcome {
	const { set, type } = resolved;
	if (!set.described || kept.has(set.name) || set.name === 'Drafts') throw notSupported();
	const before = rowToChange(core, resolved, segment);
	checkEtag(operation, resolved, before);
	const keys = Object.fromEntries(type.key.map((name) => [name, before[name] ?? null]));
	const row = { ...withDefaults(type, readInput(core, type, jsonBody(operation.body))), ...keys };
	checkUniqueKeys(core, resolved, row);
	core.store.put(set.name, row);
	return { status: 204 };
}

/** DELETE: 204 where the object has it, else -5006. */
export function remove(core: Core, operation: Operation, resolved: ResolvedSet, segment: Segment): Outcome {
	const { set } = resolved;
	if (set.name === 'Attachments2') throw new ServiceError(400, 220, 'Attachments2 is not allowed to remove.');
	const fixed = !set.described || kept.has(set.name);
	const row = fixed && !set.described ? undefined : rowToChange(core, resolved, segment);
	if (fixed || !row) throw notSupported();
	checkEtag(operation, resolved, row);
	if (structureSets.has(set.name)) removeUserStructure(core, set.name, row);
	else {
		checkRemovable(core, set.name, row);
		core.store.remove(set.name, row);
	}
	return { status: 204 };
}

function checkEtag(operation: Operation, resolved: ResolvedSet, row: Row): void {
	const wanted = operation.headers['if-match'];
	const etag = etagOf(resolved, row);
	if (wanted === undefined || etag === undefined || wanted === '*' || wanted === etag) return;
	throw new ServiceError(
		412,
		-2039,
		'Another user or another operation modified data; to continue, open the window again (ODBC -2039)',
	);
}

const LINE_KEYS = ['LineNum', 'Line_ID', 'RowNum', 'LineNumber', 'InternalCode', 'SubKeyIndex', 'CenterCode'];

function merged(key: string[], before: Row, input: Row, replaceCollections: boolean): Row {
	const row = { ...before };
	for (const [name, value] of Object.entries(input)) {
		if (key.includes(name)) continue;
		row[name] = Array.isArray(value) && !replaceCollections ? mergedLines((before[name] ?? []) as Row[], value) : value;
	}
	return row;
}

function mergedLines(before: Row[], input: Row[]): Row[] {
	const lines = [...before];
	for (const line of input) {
		const key = LINE_KEYS.find((name) => line[name] !== undefined && line[name] !== null);
		const at = key === undefined ? -1 : lines.findIndex((known) => known[key] === line[key]);
		if (at < 0) lines.push(line);
		else lines[at] = { ...lines[at], ...line };
	}
	return lines;
}
