import { Decimal, decimalsOf, formatAmount } from '../money';
import type { ReviewReason } from '../posting/types';
import type { Shortage } from './budgets';
import type { BudgetKey, FundsMessage } from './types';

/** Longest text of a system message (FIS v4 reference, posting confirmation). */
const MAX_TEXT = 1_300;
const ELLIPSIS = '…';

/** What a traveller reads about a budget that is too small, or that does not exist. */
export function shortageMessage({ budgetKey, available, needed }: Shortage, currency: string | null): FundsMessage {
	const decimals = decimalsOf(currency ?? '');
	const money = (amount: Decimal) => formatAmount(amount, Math.max(decimals, amount.decimalPlaces()));
	const sum = (amount: Decimal) => [money(amount), currency].filter(Boolean).join(' ');
	const common = { budgetKey, needed: money(needed), available: available === null ? null : money(available), currency };
	const place = placeOf(budgetKey);
	if (available === null) {
		const text = `There is no budget for ${place}; ${sum(needed)} would be needed. Choose another expense type or cost center, or ask your budget manager.`;
		return { ...common, code: 'no-budget', text: cutAtWord(text) };
	}
	const text = `The budget for ${place} is not enough: ${sum(needed)} more needed, ${sum(available)} available. Lower the amount, or ask your budget manager.`;
	return { ...common, code: 'insufficient-funds', text: cutAtWord(text) };
}

/** What a traveller reads about a document that must change in Concur. */
export function reasonMessage({ code, message }: ReviewReason): FundsMessage {
	return { code, text: cutAtWord(message), budgetKey: null, needed: null, available: null, currency: null };
}

function placeOf({ account, costCenter, project, period }: BudgetKey): string {
	return [
		`account ${account}`,
		...(costCenter === null ? [] : [`cost center ${costCenter}`]),
		...(project === null ? [] : [`project ${project}`]),
		...(period === null ? [] : [`period ${period}`]),
	].join(', ');
}

function cutAtWord(text: string): string {
	if (text.length <= MAX_TEXT) return text;
	const room = text.slice(0, MAX_TEXT - ELLIPSIS.length);
	const space = room.lastIndexOf(' ');
	return (space > MAX_TEXT / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '')) + ELLIPSIS;
}
