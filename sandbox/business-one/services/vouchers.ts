import type { Core, Operation } from '../core';
import { ServiceError } from '../errors';
import { checkEntry, postManualEntry } from '../journal/post';
import { readInput } from '../rest/input';
import { keyText, members } from '../store/store';
import type { Parameters, ServiceResult } from './types';

/**
 * Parks entries as a journal voucher. Nothing comes back, not even its number. The metadata says a collection, published samples nest
 * an object: `{ JournalEntry: {...} }`, an array of those, or an array of entries all work.
 */
export function addVoucher(core: Core, parameters: Parameters, operation: Operation): ServiceResult {
	const type = core.schema.type('JournalEntry');
	if (!type) throw new Error('The type JournalEntry is missing');
	const asked = entriesOf(parameters.JournalVoucher).map((body) => readInput(core, type, body));
	const entries = asked.map((input) => checkEntry(core, operation.user, input));
	core.store.put('*Vouchers', { Number: core.store.next('voucher'), Entries: entries, asked, user: operation.user });
	return { kind: 'nothing' };
}

/** Vouchers that wait, as a person sees them in B1. */
export function waitingVouchers(core: Core): { number: number; references: string[] }[] {
	return [...core.store.rows('*Vouchers')].map((row) => ({
		number: Number(row.Number),
		references: members(row, 'Entries').map((entry) => String(entry.Reference2 ?? '')),
	}));
}

/** What a person does with a voucher: posts its entries, or removes it. Throws an Error for a voucher that is not there. */
export function settleVoucher(core: Core, number: number, act: 'post' | 'remove'): { jdtNums: number[] } {
	const voucher = core.store.get('*Vouchers', keyText([number]));
	if (!voucher) throw new Error(`There is no journal voucher ${number}.`);
	return core.store.transaction(() => {
		const poster = { user: String(voucher.user), inChangeSet: false };
		const entries = act === 'post' ? members(voucher, 'asked').map((input) => postManualEntry(core, poster, input)) : [];
		core.store.remove('*Vouchers', voucher);
		return { jdtNums: entries.map(({ JdtNum }) => Number(JdtNum)) };
	});
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
