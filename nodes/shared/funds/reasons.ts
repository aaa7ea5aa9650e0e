import type { Cure, ReasonPlace, ReviewReason } from '../review';

interface FundsReasonRule {
	cure: Cure;
	todo: string;
}

/** Review reasons that only funds documents have; the others are those of postings. */
const FUNDS_REASONS = {
	'missing-source-id': {
		cure: 'person',
		todo: 'The document cannot be told from others. Fetch it again; if it stays so, report it to SAP Concur support.',
	},
	'unknown-instruction': {
		cure: 'person',
		todo: 'Nothing was reserved or released. Keep the document and check whether the connector needs an update.',
	},
	'reused-id': {
		cure: 'person',
		todo: 'Nothing was changed. Compare the two in Concur, and report it to SAP Concur support.',
	},
	'lost-baseline': {
		cure: 'concur',
		todo: 'Nothing was reserved. Recall the document in Concur and submit it again, so that it comes with all its entries.',
	},
	'no-budget': {
		cure: 'businessOne',
		todo: 'Create the budget in B1 (Financials > Budget Setup), or let accounts without a budget pass.',
	},
	'other-currency': {
		cure: 'mapping',
		todo: 'Budgets are kept in the company currency. Give a rate and let documents be converted, or decide by hand.',
	},
} as const satisfies Record<string, FundsReasonRule>;

export type FundsReasonCode = keyof typeof FUNDS_REASONS;

/**
 * A review reason of a funds document; the message is the finding followed by what to do.
 *
 * @param finding one sentence, with the figures
 */
export function fundsReason(code: FundsReasonCode, docId: string | null, finding: string, place: ReasonPlace = {}): ReviewReason {
	const { cure, todo } = FUNDS_REASONS[code];
	return { code, message: `${finding} ${todo}`, cure, docId, ...place };
}
