import type { Profile } from '../mapping';
import { Decimal } from '../money';
import {
	documentRate,
	localAmounts,
	settledAmounts,
	type LocalAmounts,
	type LocalMoney,
	type Posting,
	type PostingLine,
} from '../posting';
import type { ReviewReason } from '../review';
import { b1Currency } from './currencies';
import type { MasterData } from './masterData';

/** Local currency for one unit of the document's: the document's rate or B1's, as the mapping says; null where it is not known. */
export function rateOf(
	{ currency, lines, draftLines }: Posting,
	known: { profile: Profile; masterData: MasterData | null },
	localCurrency: string,
	day: string | null,
): Decimal | null {
	if (known.profile.rateSource === 'document') return documentRate(draftLines ?? lines, localCurrency);
	const code = currency === null ? null : b1Currency(currency, known);
	const found = known.masterData?.rates?.find((rate) => rate.currency === code && rate.day === day);
	if (!found) return null;
	return found.isIndirect ? new Decimal(1).dividedBy(found.rate) : new Decimal(found.rate);
}

/** Local amounts of the lines where they are not left to B1, or why there are none. */
export function localOf(
	posting: Posting,
	lines: readonly PostingLine[],
	local: LocalMoney,
	rate: Decimal | null,
	profile: Profile,
): LocalAmounts | ReviewReason | null {
	if (profile.rateSource === 'document') return localAmounts(posting, lines, local, profile);
	return rate && settledAmounts(posting, lines, local, rate, profile);
}
