import type { Row } from '../types';
import { nameOf } from './found';
import { result, resultWithEntry, type Named } from './results';
import type { Level, PostingResult } from './types';

/** A draft is in B1, and nothing is booked before a person adds it. */
export function waitsInB1(input: Named, level: Level, draft: Row): PostingResult {
	const message = `Waits in B1 as ${nameOf(draft)} until a person adds it; nothing is booked yet`;
	return resultWithEntry(input, level, 'waiting', draft, message, {
		jdtNum: null,
		retrySafe: true,
		advice: 'Add the draft in B1, or remove it there. The document is confirmed in Concur once it is posted.',
	});
}

/**
 * A voucher is in B1, and nothing is booked before a person posts it. B1 gives it no number and shows it to no client, so the row of the
 * register is all that is known of it.
 */
export function voucherWaits(input: Named, level: Level, existingHash = input.contentHash): PostingResult {
	const isSame = input.contentHash === '' || existingHash === input.contentHash;
	const differs = isSame ? {} : { contentDiffers: true, existingContentHash: existingHash };
	const message = `Waits in B1 as a journal voucher until a person posts it${isSame ? '' : ', with other content'}; nothing is booked yet`;
	return result(input, level, 'waiting', message, {
		retrySafe: true,
		...differs,
		advice:
			'Post the voucher in B1 (Financials > Journal Vouchers). The document is confirmed in Concur once its entry is there. If the voucher was removed, nobody else can tell: remove the row of the document from the register table to have it parked again, or send it back in Concur.',
	});
}

/** The draft of a document is gone, and no invoice came of it: a person's word. */
export function draftRemoved(input: Named, level: Level): PostingResult {
	return result(input, level, 'uncertain', 'The draft of this document was removed in B1, and no invoice carries its key', {
		errorClass: 'duplicate',
		retrySafe: false,
		advice:
			'Decide whether the document is to be posted. If it is, remove its row from the register table and run the item again; if it is not, send it back in Concur.',
	});
}
