import { parseAmount } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { reverseEntry } from '../journal/cancel';
import type { Poster } from '../journal/post';
import { keyText, members, type Row } from '../store/store';
import { giveBack } from './bases';
import { documentKind } from './kinds';

/**
 * `POST PurchaseInvoices(n)/Cancel`: a cancellation document reverses the journal entry, and base documents are open again. What is paid,
 * even in part, or cancelled already is refused.
 */
export function cancelDocument(core: Core, poster: Poster, document: Row, set: string): void {
	const kind = documentKind(set);
	if (!kind) throw new Error(`There is no kind of document ${set}`);
	const place = `${kind.table}.DocEntry`;
	if (document.CancelStatus !== 'csNo')
		throw ruleBroken('Document has already been canceled', place, { value: document.DocEntry });
	if ((parseAmount(String(document.PaidToDate ?? '0')) ?? 0n) !== 0n)
		throw ruleBroken('Document is paid or partially paid and cannot be canceled', place, { value: document.DocEntry });
	if (kind.journal === undefined && document.DocumentStatus === 'bost_Close')
		throw ruleBroken('Document is already closed', place, { value: document.DocEntry });
	const entry = core.store.get('JournalEntries', keyText([Number(document.TransNum)]));
	const reversal = entry && reverseEntry(core, poster, entry);
	giveBack(core, members(document, 'DocumentLines'), kind);
	const number = core.store.next(kind.set);
	const closed: Row = { DocumentStatus: 'bost_Close', Cancelled: 'tYES' };
	core.store.put(kind.set, { ...document, ...closed, CancelStatus: 'csYes' });
	core.store.put(kind.set, {
		...document,
		...closed,
		CancelStatus: 'csCancellation',
		DocEntry: number,
		DocNum: number,
		TransNum: reversal?.JdtNum ?? null,
	});
}

/** `POST PurchaseOrders(n)/Close`: what is still open is given up. */
export function closeDocument(core: Core, document: Row, set: string): void {
	const lines = members(document, 'DocumentLines').map((line): Row => ({ ...line, LineStatus: 'bost_Close' }));
	core.store.put(set, { ...document, DocumentStatus: 'bost_Close', DocumentLines: lines });
}
