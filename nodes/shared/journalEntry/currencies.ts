import type { Profile } from '../mapping';
import { decimalsOf, isIsoCurrency } from '../money';
import type { MasterData } from './masterData';

/** What is known of a company's currencies: its mapping, and B1 where it was asked. */
interface Known {
	profile: Pick<Profile, 'currencyMap' | 'companyCurrency'>;
	masterData: Pick<MasterData, 'company' | 'isoCurrencies' | 'currencyDecimals'> | null;
}

/**
 * B1's code of a currency: that of the mapping, else the one whose `DocumentsCode` it is, else the company's own where the mapping's
 * *Local Currency* names it, else the ISO code itself.
 *
 * @param iso code of the document
 */
export function b1Currency(iso: string, { profile, masterData }: Known): string {
	return (
		ownValue(profile.currencyMap, iso) ??
		ownValue(masterData?.isoCurrencies ?? {}, iso) ??
		(masterData && iso === profile.companyCurrency && !isIsoCurrency(masterData.company.localCurrency)
			? masterData.company.localCurrency
			: iso)
	);
}

/** The ISO code of a currency of B1: what Concur knows it by. */
export function isoCurrency(code: string, known: Known): string {
	const { profile, masterData } = known;
	const names = { ...masterData?.isoCurrencies, ...profile.currencyMap };
	const named = Object.keys(names).find((iso) => names[iso] === code);
	if (named !== undefined) return named;
	const own = profile.companyCurrency;
	return own !== null && b1Currency(own, known) === code ? own : code;
}

/**
 * Decimals that B1 keeps of a currency, where they are fewer than the currency has: Colombian companies mostly keep none of the peso.
 *
 * @param iso code of the currency
 */
export function keptDecimals(iso: string, known: Known): number {
	const code = b1Currency(iso, known);
	const { company, currencyDecimals = {} } = known.masterData ?? {};
	const ofCompany = code === company?.localCurrency ? company.totalsAccuracy : undefined;
	return Math.min(decimalsOf(iso), ownValue(currencyDecimals, code) ?? ofCompany ?? decimalsOf(iso));
}

function ownValue<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(map, key) ? map[key] : undefined;
}
