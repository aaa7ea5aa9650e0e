import { fileContent } from './attachments/files';
import { runBatch } from './batch/run';
import type { Core, Operation, Outcome } from './core';
import { badQuery, commitFailed, notSupported, serviceNotFound, ServiceError, unknownPath } from './errors';
import { cancelDocument, closeDocument } from './documents/cancel';
import { cancelEntry } from './journal/cancel';
import type { Poster } from './journal/post';
import { metadataDocument, serviceDocument } from './metadata/documents';
import { parsePath, type Segment } from './odata/path';
import { countSet, readOne, readProperty, readSet, rowOf } from './rest/read';
import { create, remove, replace, update } from './rest/write';
import type { ResolvedSet } from './schema';
import { callService, isService } from './services/services';
import { cancelPayment } from './payments/payments';
import { listSqlQuery } from './sql/queries';
import { keyText, type Row } from './store/store';

/** Runs one request of a session; what it writes is undone when it fails. Throws ServiceError. */
export function execute(core: Core, operation: Operation): Outcome {
	try {
		// A batch is no transaction of its own: what came before a part that fails stays.
		if (operation.path === '$batch') return dispatch(core, operation);
		return core.store.transaction(() => committed(operation, dispatch(core, operation)));
	} catch (error) {
		throw worded(core, error);
	}
}

/** Everything but a part of a change set commits by itself. */
function committed(operation: Operation, outcome: Outcome): Outcome {
	if (operation.method !== 'GET' && !operation.inChangeSet && operation.commitFails(1)) throw commitFailed();
	return outcome;
}

/** Some builds put the number of the message behind the place of a refusal. */
function worded(core: Core, error: unknown): unknown {
	const { MessageSuffix: suffix } = core.company();
	if (!(error instanceof ServiceError) || suffix === '' || !/\[\w+\.\w+\]/.test(error.message) || error.message.endsWith(suffix))
		return error;
	return new ServiceError(error.status, error.code, `${error.message}  ${suffix}`, error.options);
}

function dispatch(core: Core, operation: Operation): Outcome {
	const { path } = operation;
	if (path === '' || path === '/') return get(operation, () => serviceDocument(core, operation));
	if (path === '$metadata') return get(operation, () => metadataDocument(core, operation));
	if (path === '$batch') return post(operation, () => runBatch(core, operation, (inner) => execute(core, inner)));
	if (path.startsWith('$crossjoin')) throw badQuery('invalid $crossjoin query');
	const segments = parsePath(path);
	const [first, ...rest] = segments;
	if (!first) throw unknownPath();
	if (isService(first.name)) {
		if (rest.length > 0) throw unknownPath();
		return callService(core, operation, first);
	}
	const resolved = core.schema.set(first.name);
	if (!resolved) throw first.name.startsWith('$') ? unknownPath() : serviceNotFound();
	checkNode(core, operation, resolved);
	return first.key === undefined ? onSet(core, operation, resolved, rest) : onObject(core, operation, resolved, first, rest);
}

/** What a single node does not know, or cannot read. */
function checkNode(core: Core, { node, method }: Operation, { userTable }: ResolvedSet): void {
	const table = userTable === undefined ? undefined : core.store.get('UserTablesMD', keyText([userTable]));
	if (table && !core.nodes.knows(node, table, core.context.clock.now())) throw serviceNotFound();
	if (method !== 'GET' || !core.nodes.isSick(node)) return;
	const missing = core.store.rows('UserTablesMD')[0]?.TableName ?? 'SANDBOX';
	throw new ServiceError(500, 407, `Table definition not found for '@${String(missing)}'.`);
}

function onSet(core: Core, operation: Operation, resolved: ResolvedSet, rest: Segment[]): Outcome {
	const [next, ...more] = rest;
	if (next) {
		if (next.name !== '$count' || more.length > 0) throw unknownPath();
		return get(operation, () => countSet(core, operation, resolved));
	}
	if (operation.method === 'GET') return readSet(core, operation, resolved);
	if (operation.method === 'POST') return create(core, operation, resolved);
	throw methodNotAllowed();
}

function onObject(core: Core, operation: Operation, resolved: ResolvedSet, key: Segment, rest: Segment[]): Outcome {
	const [next, ...more] = rest;
	if (!next) return object(core, operation, resolved, key);
	if (resolved.set.name === 'SQLQueries' && next.name === 'List')
		return listSqlQuery(core, operation, rowOf(core, resolved, key));
	if (operation.method === 'POST') return action(core, operation, resolved, key, next);
	if (operation.method !== 'GET') throw methodNotAllowed();
	if (next.name === '$value' && resolved.set.name === 'Attachments2') return download(core, operation, resolved, key);
	const raw = more[0]?.name === '$value';
	if (more.length > (raw ? 1 : 0)) throw unknownPath();
	return readProperty(core, operation, resolved, key, next.name, raw);
}

function object(core: Core, operation: Operation, resolved: ResolvedSet, key: Segment): Outcome {
	switch (operation.method) {
		case 'GET':
			return readOne(core, operation, resolved, key);
		case 'PATCH':
		case 'MERGE':
			return update(core, operation, resolved, key);
		case 'PUT':
			return replace(core, operation, resolved, key);
		case 'DELETE':
			return remove(core, operation, resolved, key);
		default:
			throw methodNotAllowed();
	}
}

type Action = (core: Core, poster: Poster, row: Row, set: string) => unknown;

const purchase: Record<string, Action> = { Cancel: cancelDocument };
const open: Record<string, Action> = {
	Cancel: cancelDocument,
	Close: (core, _poster, row, set) => closeDocument(core, row, set),
};

/** Bound actions of the sets that have some. */
const actions: Record<string, Record<string, Action>> = {
	JournalEntries: { Cancel: cancelEntry },
	VendorPayments: { Cancel: cancelPayment },
	PurchaseInvoices: purchase,
	PurchaseCreditNotes: purchase,
	PurchaseOrders: open,
	PurchaseDeliveryNotes: open,
};

function action(core: Core, operation: Operation, resolved: ResolvedSet, key: Segment, next: Segment): Outcome {
	const name = next.name.replace(/^SAPB1\./, '');
	const row = rowOf(core, resolved, key);
	const ofSet = actions[resolved.set.name];
	if (!ofSet) throw resolved.type.properties.has(name) ? methodNotAllowed() : notSupported();
	const act = ofSet[name];
	if (!act) throw notSupported();
	act(core, operation, row, resolved.set.name);
	return { status: 204 };
}

function download(core: Core, operation: Operation, resolved: ResolvedSet, key: Segment): Outcome {
	const entry = rowOf(core, resolved, key);
	const asked = operation.query.get('filename');
	const { content, fileName } = fileContent(core, entry, asked === null ? undefined : asked.replace(/^'(.*)'$/s, '$1'));
	return {
		status: 200,
		raw: content,
		headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="${fileName}"` },
	};
}

function get(operation: Operation, run: () => Outcome): Outcome {
	if (operation.method !== 'GET') throw methodNotAllowed();
	return run();
}

function post(operation: Operation, run: () => Outcome): Outcome {
	if (operation.method !== 'POST') throw methodNotAllowed();
	return run();
}

const methodNotAllowed = () => new ServiceError(405, -1000, 'Method not allowed');
