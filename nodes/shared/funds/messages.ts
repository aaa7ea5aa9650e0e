import { filled, inLanguage, wordsOf, type Words } from '../language';
import { Decimal, decimalsOf, formatAmount } from '../money';
import type { ReviewReason } from '../review';
import type { Shortage } from './budgets';
import type { BudgetKey, FundsMessage } from './types';

/** Longest text of a system message (FIS v4 reference, posting confirmation). */
const MAX_TEXT = 1_300;
const ELLIPSIS = '…';

/**
 * What a traveller reads about a budget that is too small, or that does not exist.
 *
 * @param isIncrease whether a part is reserved already, so that the amount needed comes on top of it
 */
export function shortageMessage(
	{ budgetKey, available, needed }: Shortage,
	currency: string | null,
	isIncrease: boolean,
	language: string,
): FundsMessage {
	const { funds } = wordsOf(language);
	const decimals = decimalsOf(currency ?? '');
	const money = (amount: Decimal) => formatAmount(amount, Math.max(decimals, amount.decimalPlaces()));
	const sum = (amount: Decimal) => [money(amount), currency].filter(Boolean).join(' ');
	const needs = `${sum(needed)} ${funds.needed}${isIncrease ? ` ${funds.onTop}` : ''}`;
	const common = { budgetKey, needed: money(needed), available: available === null ? null : money(available), currency };
	const costs = costsOf(budgetKey, funds);
	if (budgetKey.account === null)
		return { ...common, code: 'missing-account', text: cutAtWord(filled(funds.noAccount, { costs, needs })) };
	const place = `${funds.account} ${budgetKey.account}${costs}`;
	if (available === null) return { ...common, code: 'no-budget', text: cutAtWord(filled(funds.noBudget, { place, needs })) };
	const text = filled(funds.notEnough, { place, needs, available: sum(available) });
	return { ...common, code: 'insufficient-funds', text: cutAtWord(text) };
}

/** What a traveller reads about a document that must change in Concur. */
export function reasonMessage(reason: ReviewReason, language: string): FundsMessage {
	const [{ code, message }] = inLanguage([reason], language) as [ReviewReason];
	return { code, text: cutAtWord(message), budgetKey: null, needed: null, available: null, currency: null };
}

function costsOf({ costCenter, project, period }: BudgetKey, funds: Words['funds']): string {
	const parts = [
		...(costCenter === null ? [] : [`${funds.costCenter} ${costCenter}`]),
		...(project === null ? [] : [`${funds.project} ${project}`]),
		...(period === null ? [] : [`${funds.period} ${period}`]),
	];
	return parts.map((part) => `, ${part}`).join('');
}

function cutAtWord(text: string): string {
	if (text.length <= MAX_TEXT) return text;
	const room = text.slice(0, MAX_TEXT - ELLIPSIS.length);
	const space = room.lastIndexOf(' ');
	return (space > MAX_TEXT / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '')) + ELLIPSIS;
}
