import { decimalsOf, formatAmount, readAmount, ZERO, type Decimal } from '../money';
import type { BookEntry, NotedDocument } from './types';

/** An amount as text, with the decimals of its currency. */
export const amountText = (amount: Decimal, currency: string): string => formatAmount(amount, decimalsOf(currency));

/** What Concur approved; null where the row holds no amount. */
export const approvedAmount = ({ amount }: NotedDocument): Decimal | null => readAmount(amount).amount;

/**
 * What an entry comes to in one currency: all its debits, or the total of an invoice. Debits are what a report was approved for, unless
 * personal amounts, tax owed by the buyer or refunds among its expenses make them more.
 *
 * @param local ISO code of the local currency
 * @returns null where the entry has no amounts in that currency
 */
export function bookedAmount({ lines, total }: BookEntry, currency: string, local: string): Decimal | null {
	if (total) return total.currency === currency ? total.amount : null;
	const foreign = lines.filter((line) => line.currency === currency && currency !== local);
	if (foreign.length > 0) return sumOf(foreign.map(({ foreignDebit }) => foreignDebit));
	return currency === local ? sumOf(lines.map(({ debit }) => debit)) : null;
}

export const sumOf = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), ZERO);
