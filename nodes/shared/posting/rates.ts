import type { Profile } from '../mapping';
import { Decimal, decimalsOf, formatAmount, inSmallestUnits, roundTo, ZERO } from '../money';
import { reason, type ReviewReason } from '../review';
import type { Posting, PostingLine } from './types';

/** Local amounts of an entry in foreign currency, line by line, and the rounding difference that balances them. */
export interface LocalAmounts {
	/** Decimal text by line, always positive; the side is the line's own. */
	amounts: string[];
	rounding: { debit?: string; credit?: string } | null;
	rate: string;
}

/** The company's currency: its ISO code, and the decimals that B1 keeps of it. */
export interface LocalMoney {
	currency: string;
	decimals: number;
}

/**
 * Turns the lines into the company's currency by the document's own rate: that of its entries which were spent in the company's
 * currency. The lines are rounded one by one; what is missing to balance goes to the rounding account, up to the cap.
 *
 * @param lines balanced in the document's currency
 * @param decimals that B1 keeps of the local currency
 * @returns the amounts, or why there are none
 */
export function localAmounts(
	posting: Posting,
	lines: readonly PostingLine[],
	local: LocalMoney,
	profile: Profile,
): LocalAmounts | ReviewReason {
	const rate = documentRate(lines, local.currency);
	const currency = posting.currency ?? '';
	if (rate === null) {
		const finding = `The document is in ${currency}, the company in ${local.currency}, and its entries name no single rate between the two.`;
		return reason('rate-not-in-document', posting, finding, { field: 'entryExchangeRate' });
	}
	const { amounts, balance } = converted(lines, rate, local.decimals);
	const text = rateText(rate);
	if (balance.isZero()) return { amounts, rounding: null, rate: text };
	const problem = overCap(posting, balance, local, rate, profile);
	if (problem !== null) return problem;
	if (profile.roundingAccount !== null) return { amounts, rounding: roundingOf(balance, local), rate: text };
	const difference = formatAmount(balance.abs(), local.decimals);
	const finding = `At the rate ${text} the lines differ by ${difference} ${local.currency}, and there is no account for it.`;
	return reason('missing-rounding-account', posting, finding, { field: 'roundingAccount', value: difference });
}

/**
 * Local amounts of an entry where B1's own rate leaves a rounding difference, which B1 does not settle in every version and would then
 * refuse the entry. The difference goes to the rounding account, or to the first of the largest costs where the mapping names none.
 *
 * @param rate of B1 on the posting date, local currency for one unit
 * @param decimals that B1 keeps of the local currency
 * @returns null where B1's own conversion balances: the amounts are then left to it
 */
export function settledAmounts(
	posting: Posting,
	lines: readonly PostingLine[],
	local: LocalMoney,
	rate: Decimal,
	profile: Profile,
): LocalAmounts | ReviewReason | null {
	const { amounts, balance } = converted(lines, rate, local.decimals);
	if (balance.isZero()) return null;
	const problem = overCap(posting, balance, local, rate, profile);
	if (problem !== null) return problem;
	const text = rateText(rate);
	if (profile.roundingAccount !== null) return { amounts, rounding: roundingOf(balance, local), rate: text };
	const sizes = lines.map(({ role, debit, credit }) => (role === 'expense' ? new Decimal(debit ?? credit!) : ZERO));
	const largest = sizes.reduce((best, size, index) => (size.greaterThan(sizes[best]!) ? index : best), 0);
	const own = new Decimal(amounts[largest]!);
	const settled = lines[largest]!.debit === undefined ? own.plus(balance) : own.minus(balance);
	return { amounts: amounts.with(largest, formatAmount(settled, local.decimals)), rounding: null, rate: text };
}

const rateText = (rate: Decimal): string => rate.toSignificantDigits(12).toFixed();

/** Every line rounded on its own, and by how much debits then exceed credits. */
function converted(lines: readonly PostingLine[], rate: Decimal, decimals: number): { amounts: string[]; balance: Decimal } {
	let balance: Decimal = ZERO;
	const amounts = lines.map(({ debit, credit }) => {
		const local = roundTo(new Decimal(debit ?? credit!).times(rate), decimals);
		balance = debit === undefined ? balance.minus(local) : balance.plus(local);
		return formatAmount(local, decimals);
	});
	return { amounts, balance };
}

function overCap(
	posting: Posting,
	balance: Decimal,
	{ currency, decimals }: LocalMoney,
	rate: Decimal,
	profile: Profile,
): ReviewReason | null {
	const cap = inSmallestUnits(new Decimal(profile.roundingCap), decimals);
	if (balance.abs().lessThanOrEqualTo(cap)) return null;
	const difference = formatAmount(balance.abs(), decimals);
	const finding = `At the rate ${rateText(rate)} the lines differ by ${difference} ${currency}; allowed are ${cap.toFixed()}.`;
	return reason('rounding-over-cap', posting, finding, { field: 'roundingCap', value: difference });
}

function roundingOf(balance: Decimal, { decimals }: LocalMoney): { debit: string } | { credit: string } {
	const difference = formatAmount(balance.abs(), decimals);
	return balance.isNegative() ? { debit: difference } : { credit: difference };
}

/** Local currency for one unit of document currency; null when the document names none, or several. */
export function documentRate(lines: readonly PostingLine[], localCurrency: string): Decimal | null {
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

/**
 * The lines with their tax bases in the company's currency as well, where the document is in another: by the rate of the line's own
 * receipts, else by the single one of the document.
 */
export function withLocalBases(lines: PostingLine[], { companyCurrency }: Profile): PostingLine[] {
	const isForeign = ({ currency, taxBase }: PostingLine) => taxBase !== undefined && currency !== companyCurrency;
	if (companyCurrency === null || !lines.some(isForeign)) return lines;
	const ofDocument = documentRate(lines, companyCurrency);
	return lines.map((line) => {
		const rate = isForeign(line) ? (documentRate([line], companyCurrency) ?? ofDocument) : null;
		if (rate === null) return line;
		return { ...line, taxBaseLocal: formatAmount(new Decimal(line.taxBase!).times(rate), decimalsOf(companyCurrency)) };
	});
}
