import { textOf, type Json } from '../document';
import type { Assembly } from './assembly';
import type { LineSource } from './types';

/** What the lines of an expense entry say of where they came from. */
export function sourceOf(
	assembly: Assembly,
	json: Json,
	name: string,
	id: string | null,
	expenseType: string | null,
): LineSource {
	return {
		entryId: id ?? undefined,
		expenseType: expenseType ?? undefined,
		transactionDate: assembly.day(json.entryDate, 'entryDate', name),
		patKey: textOf(json.reportEntryPatKey) ?? undefined,
		spendAmount: textOf(json.reportEntryTransactionAmount ?? json.cardTransactionAmount) ?? undefined,
		spendCurrency: textOf(json.entryCurrAlphaCode)?.toUpperCase() ?? undefined,
		exchangeRate: textOf(json.entryExchangeRate) ?? undefined,
		rateDirection: textOf(json.entryExchangeRateDirection) ?? undefined,
	};
}

/** The label of the employee's own line that the mapping gives to the expense type; null for none. */
export function qualifierOf(assembly: Assembly, json: Json): string | null {
	const { qualifiers } = assembly.profile;
	const type = [textOf(json.expenseTypeCode), textOf(json.expenseTypeName)].find(
		(name) => name !== null && Object.hasOwn(qualifiers, name),
	);
	return type ? qualifiers[type]! : null;
}
