import { blockAt, numberOf, textOf } from './blocks';
import type { Blocks } from './types';

/**
 * What a row says of the receipts of its document, in columns of their own: nothing else writes them, so a receipt that is late touches
 * neither the posting nor its confirmation. `waiting` is tried again; `missing` is a person's, because it did not come in many tries.
 */
export interface ReceiptColumns {
	receiptStatus: 'attached' | 'none' | 'waiting' | 'missing';
	/** Receipts that the document has; null where nobody could tell yet. */
	receiptsExpected: number | null;
	receiptsAttached: number;
	receiptTries: number;
	/** ISO time from which a row that waits is tried again. */
	receiptsDueAt: string;
	receiptReason: string;
}

export type ReceiptRow = ReceiptColumns & { id: number };

export interface ReceiptWaits {
	/** Minutes until the next try: the first after the first try, the last ever after. */
	minutes: number[];
	/** Tries after which a receipt counts as missing. */
	tries: number;
}

/** Waits as the workflow ships them: some days in all. */
export const receiptWaits: ReceiptWaits = { minutes: [60, 240, 1440], tries: 8 };

const MINUTE_MS = 60_000;

/**
 * What follows for the rows of documents whose receipts were fetched and attached. A document that this run did not come to gives no row.
 *
 * @param items rows with the blocks `receipts` of Receipt > Get and `attachment` of Attachment > Attach Once
 * @param now milliseconds since 1970
 */
export function decideReceipts(items: Blocks[], now: number, { minutes, tries }: ReceiptWaits): ReceiptRow[] {
	return items.flatMap((json) => {
		const id = numberOf(json.id);
		const receipts = blockAt(json, 'receipts');
		if (id === null || textOf(receipts?.outcome) === 'notBegun') return [];
		const done = stateOf(json, receipts ?? {});
		const receiptTries = (numberOf(json.receiptTries) ?? 0) + 1;
		const receiptStatus = done.receiptStatus === 'waiting' && receiptTries >= tries ? 'missing' : done.receiptStatus;
		const wait = minutes[Math.min(receiptTries, minutes.length) - 1] ?? 60;
		return [{ id, ...done, receiptStatus, receiptTries, receiptsDueAt: new Date(now + wait * MINUTE_MS).toISOString() }];
	});
}

function stateOf(json: Blocks, receipts: Blocks): Omit<ReceiptColumns, 'receiptTries' | 'receiptsDueAt'> {
	const attachment = blockAt(json, 'attachment');
	const receiptsExpected = numberOf(receipts.expected) ?? numberOf(json.receiptsExpected);
	const receiptsAttached = numberOf(attachment?.attached) ?? numberOf(json.receiptsAttached) ?? 0;
	const counts = { receiptsExpected, receiptsAttached };
	if (textOf(receipts.outcome) === 'none') return { ...counts, receiptStatus: 'none', receiptReason: '' };
	if (receiptsExpected !== null && receiptsAttached >= receiptsExpected)
		return { ...counts, receiptStatus: 'attached', receiptReason: '' };
	const texts = [attachment?.message, receipts.message, json.error, json.message].map(textOf);
	return { ...counts, receiptStatus: 'waiting', receiptReason: texts.find((text) => text !== '') ?? 'Not all receipts came.' };
}
