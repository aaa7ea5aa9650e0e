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
): FundsMessage {
	const decimals = decimalsOf(currency ?? '');
	const money = (amount: Decimal) => formatAmount(amount, Math.max(decimals, amount.decimalPlaces()));
	const sum = (amount: Decimal) => [money(amount), currency].filter(Boolean).join(' ');
	const needs = `${sum(needed)} needed${isIncrease ? ' on top of what is reserved' : ''}`;
	const common = { budgetKey, needed: money(needed), available: available === null ? null : money(available), currency };
	if (budgetKey.account === null) {
		const text = `An expense${costsOf(budgetKey)} has no account, so it has no budget: ${needs}. Choose another expense type, or ask your administrator to give this one an account.`;
		return { ...common, code: 'missing-account', text: cutAtWord(text) };
	}
	const place = `account ${budgetKey.account}${costsOf(budgetKey)}`;
	if (available === null) {
		const text = `There is no budget for ${place}: ${needs}. Choose another expense type or cost center, or ask your budget manager.`;
		return { ...common, code: 'no-budget', text: cutAtWord(text) };
	}
	const text = `The budget for ${place} is not enough: ${needs}, ${sum(available)} available. Lower the amount, or ask your budget manager.`;
	return { ...common, code: 'insufficient-funds', text: cutAtWord(text) };
}

/** What a traveller reads about a document that must change in Concur. */
export function reasonMessage({ code, message }: ReviewReason): FundsMessage {
	return { code, text: cutAtWord(message), budgetKey: null, needed: null, available: null, currency: null };
}

function costsOf({ costCenter, project, period }: BudgetKey): string {
	const parts = [
		...(costCenter === null ? [] : [`cost center ${costCenter}`]),
		...(project === null ? [] : [`project ${project}`]),
		...(period === null ? [] : [`period ${period}`]),
	];
	return parts.map((part) => `, ${part}`).join('');
}

function cutAtWord(text: string): string {
	if (text.length <= MAX_TEXT) return text;
	const room = text.slice(0, MAX_TEXT - ELLIPSIS.length);
	const space = room.lastIndexOf(' ');
	return (space > MAX_TEXT / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '')) + ELLIPSIS;
}
