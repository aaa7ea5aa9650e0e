/** How a document stands in Concur, as far as taking it is concerned. */
export type Standing = 'ready' | 'acknowledged' | 'recalled' | 'settled' | 'unavailable';

/**
 * Reads the standing out of FIS's `docStatus`. Without one, a document counts as ready: who has only an id may try.
 * Source: FIS v4 service definition, `docStatus`.
 */
export function standingOf(docStatus: unknown): Standing {
	if (docStatus === undefined || docStatus === null || docStatus === '' || docStatus === 'READY') return 'ready';
	if (docStatus === 'ACKNOWLEDGED') return 'acknowledged';
	if (docStatus === 'RECALLED') return 'recalled';
	return /^(POSTING_CONFIRMED|PAYMENT_CONFIRMED|PAID|VOID|CANCEL)/.test(String(docStatus)) ? 'settled' : 'unavailable';
}
