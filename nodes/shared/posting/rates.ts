import type { Profile } from '../mapping';
import { Decimal, decimalsOf, formatAmount, roundTo, ZERO } from '../money';
import { reason, type ReviewReason } from '../review';
import type { Posting, PostingLine } from './types';

/** Local amounts of an entry in foreign currency, line by line, and the rounding difference that balances them. */
export interface LocalAmounts {
	/** Decimal text by line, always positive; the side is the line's own. */
	amounts: string[];
	rounding: { debit?: string; credit?: string } | null;
	rate: string;
}

/**
 * Turns the lines into the company's currency by the document's own rate: that of its entries which were spent in the company's
 * currency. The lines are rounded one by one; what is missing to balance goes to the rounding account, up to the cap.
 *
 * @param lines balanced in the document's currency
 * @returns the amounts, or why there are none
 */
export function localAmounts(
	posting: Posting,
	lines: readonly PostingLine[],
	localCurrency: string,
	profile: Profile,
): LocalAmounts | ReviewReason {
	const rate = documentRate(lines, localCurrency);
	const currency = posting.currency ?? '';
	if (rate === null) {
		const finding = `The document is in ${currency}, the company in ${localCurrency}, and its entries name no single rate between the two.`;
		return reason('rate-not-in-document', posting, finding, { field: 'entryExchangeRate' });
	}
	const decimals = decimalsOf(localCurrency);
	let balance: Decimal = ZERO;
	const amounts = lines.map(({ debit, credit }) => {
		const local = roundTo(new Decimal(debit ?? credit!).times(rate), decimals);
		balance = debit === undefined ? balance.minus(local) : balance.plus(local);
		return formatAmount(local, decimals);
	});
	const text = rate.toSignificantDigits(12).toFixed();
	if (balance.isZero()) return { amounts, rounding: null, rate: text };
	const difference = formatAmount(balance.abs(), decimals);
	if (balance.abs().greaterThan(profile.roundingCap)) {
		const finding = `At the rate ${text} the lines differ by ${difference} ${localCurrency}; allowed are ${profile.roundingCap}.`;
		return reason('rounding-over-cap', posting, finding, { field: 'roundingCap', value: difference });
	}
	if (profile.roundingAccount === null) {
		const finding = `At the rate ${text} the lines differ by ${difference} ${localCurrency}, and there is no account for it.`;
		return reason('missing-rounding-account', posting, finding, { field: 'roundingAccount', value: difference });
	}
	return { amounts, rounding: balance.isNegative() ? { debit: difference } : { credit: difference }, rate: text };
}

/** Local currency for one unit of document currency; null when the document names none, or several. */
function documentRate(lines: readonly PostingLine[], localCurrency: string): Decimal | null {
	const rates = new Set<string>();
	for (const { sources } of lines) {
		for (const { spendCurrency, exchangeRate, rateDirection } of sources) {
			if (spendCurrency === localCurrency && exchangeRate) rates.add(`${rateDirection === 'D' ? 'D' : 'M'}${exchangeRate}`);
		}
	}
	const [only] = rates;
	if (rates.size !== 1 || !only) return null;
	const rate = new Decimal(only.slice(1));
	if (rate.isZero() || rate.isNegative()) return null;
	return only.startsWith('D') ? rate : new Decimal(1).dividedBy(rate);
}
