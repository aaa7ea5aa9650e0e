import { rowsOf, type Json } from '../document';
import { ZERO, type Decimal } from '../money';
import { approvedTotal, reservedEntryOf, RowBook, type ReservedEntry, type ReservedEntries, type RowReading } from './rowReading';

/**
 * Reads the entries of a request: each commits its allocations on the entry's account. Amounts are in the currency of the entry, which
 * the document does not name; they are brought to the header's total later (`targetRows`).
 * Source: FIS v4 reference, request obligation, `requestEntry`.
 */
export function readRequestEntries(list: readonly Json[], reading: RowReading): ReservedEntries {
	const book = new RowBook(reading);
	const entries = list.map((json, index) => reservedEntryOf(json, index, reading, ['entryTransactionDate']));
	for (const entry of entries) readAllocations(entry, reading, book);
	return { rows: book.list(), entryIds: entries.map(({ id }) => id), total: approvedTotal(reading.assembly, entries) };
}

function readAllocations(entry: ReservedEntry, { assembly }: RowReading, book: RowBook): void {
	const allocations = rowsOf(entry.json.allocation);
	const approved = assembly.amount(entry.json.entryApprovedAmount, 'entryApprovedAmount', entry.name);
	const add = (allocation: Json, allocationIndex: number, amount: Decimal) =>
		book.add({
			entry,
			allocation,
			allocationIndex,
			accountField: 'entryAccountCode',
			accountCode: entry.json.entryAccountCode,
			amount,
		});
	if (allocations.length === 0) return add({}, 0, approved ?? holdMissing(entry, assembly, 'entryApprovedAmount'));
	for (const [index, allocation] of allocations.entries()) {
		const stated = assembly.amount(allocation.allocationAmount, 'allocationAmount', entry.name);
		add(allocation, index, stated ?? byPercentage(entry, allocation, approved, assembly));
	}
}

/** The share of an allocation that states only its percentage. */
function byPercentage(
	entry: ReservedEntry,
	allocation: Json,
	approved: Decimal | null,
	assembly: RowReading['assembly'],
): Decimal {
	const percentage = assembly.amount(allocation.allocationPercentage, 'allocationPercentage', entry.name);
	if (approved === null || percentage === null) return holdMissing(entry, assembly, 'allocationAmount');
	return approved.times(percentage).dividedBy(100);
}

function holdMissing({ name }: ReservedEntry, assembly: RowReading['assembly'], field: string): Decimal {
	assembly.hold('missing-amount', `An allocation of ${name} has no amount.`, { entry: name, field });
	return ZERO;
}
