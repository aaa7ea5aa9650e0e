import type { Profile } from '../mapping';
import { Decimal } from '../money';
import { documentRate, localAmounts, settledAmounts, type LocalAmounts, type Posting, type PostingLine } from '../posting';
import type { ReviewReason } from '../review';
import type { MasterData } from './masterData';

/** Local currency for one unit of the document's: the document's rate or B1's, as the mapping says; null where it is not known. */
export function rateOf(
	{ currency, lines, draftLines }: Posting,
	{ rateSource }: Profile,
	masterData: MasterData | null,
	localCurrency: string,
	day: string | null,
): Decimal | null {
	if (rateSource === 'document') return documentRate(draftLines ?? lines, localCurrency);
	const known = masterData?.rates?.find((rate) => rate.currency === currency && rate.day === day);
	if (!known) return null;
	return known.isIndirect ? new Decimal(1).dividedBy(known.rate) : new Decimal(known.rate);
}

/** Local amounts of the lines where they are not left to B1, or why there are none. */
export function localOf(
	posting: Posting,
	lines: readonly PostingLine[],
	localCurrency: string,
	rate: Decimal | null,
	profile: Profile,
): LocalAmounts | ReviewReason | null {
	if (profile.rateSource === 'document') return localAmounts(posting, lines, localCurrency, profile);
	return rate && settledAmounts(posting, lines, localCurrency, rate, profile);
}
