import type { Language } from '../language';

/** What a company decides about its budgets. */
export interface FundsPolicies {
	/** Rows without a budget, those without an account included: B1 itself treats an account without a budget as unlimited. */
	noBudget: 'allow' | 'refuse' | 'review';
	/** How far a budget may be overdrawn: decimal text in company currency, and percent of the budget. With both, the smaller counts. */
	toleranceAmount: string | null;
	tolerancePercent: string | null;
	/** ISO code; null takes every document as being in the currency of the budgets. */
	companyCurrency: string | null;
	/** Documents in another currency than the company's. */
	otherCurrency: 'review' | 'convert';
	/** For `convert`: currency -> company currency for one unit of it, decimal text. */
	rates: Record<string, string>;
	/** Whether documents of Concur test users reserve budget. */
	testUsers: boolean;
	/** In which travellers are answered. */
	language: Language;
}

export const DEFAULT_FUNDS_POLICIES: Readonly<FundsPolicies> = Object.freeze({
	noBudget: 'allow',
	toleranceAmount: null,
	tolerancePercent: null,
	companyCurrency: null,
	otherCurrency: 'review',
	rates: {},
	testUsers: false,
	language: 'en',
} satisfies FundsPolicies);
