import { dayOf, textOf, type Json } from '../document';
import type { LineSource } from './types';

/** What the lines of an expense entry say of where they came from. */
export function sourceOf(json: Json, id: string | null, expenseType: string | null): LineSource {
	return {
		entryId: id ?? undefined,
		expenseType: expenseType ?? undefined,
		transactionDate: dayOf(json.entryDate),
		patKey: textOf(json.reportEntryPatKey) ?? undefined,
		spendAmount: textOf(json.reportEntryTransactionAmount ?? json.cardTransactionAmount) ?? undefined,
		spendCurrency: textOf(json.entryCurrAlphaCode) ?? undefined,
		exchangeRate: textOf(json.entryExchangeRate) ?? undefined,
		rateDirection: textOf(json.entryExchangeRateDirection) ?? undefined,
	};
}
