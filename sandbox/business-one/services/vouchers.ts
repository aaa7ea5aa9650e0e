import type { Core, Operation } from '../core';
import { ServiceError } from '../errors';
import { checkEntry } from '../journal/post';
import { readInput } from '../rest/input';
import type { Parameters, ServiceResult } from './types';

/**
 * Parks entries as a journal voucher. Nothing comes back, not even its number. The metadata says a collection, published samples nest
 * an object: `{ JournalEntry: {...} }`, an array of those, or an array of entries all work.
 */
export function addVoucher(core: Core, parameters: Parameters, operation: Operation): ServiceResult {
	const type = core.schema.type('JournalEntry');
	if (!type) throw new Error('The type JournalEntry is missing');
	const entries = entriesOf(parameters.JournalVoucher).map((body) =>
		checkEntry(core, operation.user, readInput(core, type, body)),
	);
	core.store.put('*Vouchers', { Number: core.store.next('voucher'), Entries: entries });
	return { kind: 'nothing' };
}

function entriesOf(value: unknown): Record<string, unknown>[] {
	const items = (Array.isArray(value) ? value : [value]).flatMap((item) =>
		isObject(item) && 'JournalEntry' in item ? item.JournalEntry : item,
	);
	const entries = items.filter(isObject);
	if (entries.length === 0 || entries.length < items.length) throw new ServiceError(400, -1005, 'Data  not found');
	return entries;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
