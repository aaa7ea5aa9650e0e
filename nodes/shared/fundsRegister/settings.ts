import {
	readAdminInfo,
	readCurrencyCode,
	readExchangeRate,
	readIsoCodes,
	type ServiceLayer,
	type ServiceLayerError,
} from '../business-one';
import type { EncumbranceAccounts, FundsPolicies } from '../funds';
import type { Profile } from '../mapping';
import { decimalsOf } from '../money';
import { Books } from './books';
import type { Calendar } from './periods';

/** What a company decides about its funds, and what B1 says of the company. */
export interface FundsSettings {
	/** The mapping of accounts and cost objects, the same as for postings. */
	profile: Profile;
	policies: Partial<FundsPolicies>;
	calendar: Calendar;
	/** Number of the budget scenario. */
	scenario: number;
	/** Commitments are shown in the books by entries to these two accounts; null keeps them in the register alone. */
	encumbrance: EncumbranceAccounts | null;
}

/** Settings with the currency of the company, which B1 knows; its ISO code, as documents have it. */
export interface ReadySettings extends FundsSettings {
	companyCurrency: string;
	decimals: number;
	/** What accounts cost, as this run has read it so far. */
	books: Books;
}

/** @throws ServiceLayerError where B1 does not tell the company's currency */
export async function readySettings(serviceLayer: ServiceLayer, settings: FundsSettings): Promise<ReadySettings> {
	const { LocalCurrency } = await readAdminInfo(serviceLayer);
	const code = String(LocalCurrency ?? '');
	const { currencyMap } = settings.profile;
	const mapped = Object.keys(currencyMap).find((iso) => currencyMap[iso] === code);
	const companyCurrency = mapped ?? (await readIsoCodes(serviceLayer, [code])).get(code) ?? code;
	return {
		...settings,
		companyCurrency,
		decimals: decimalsOf(companyCurrency),
		books: new Books(settings.calendar.today),
	};
}

/** The policies for a document in this currency; where it is to be converted, by B1's rate of the day. */
export async function policiesFor(
	serviceLayer: ServiceLayer,
	{ policies, companyCurrency, calendar, profile: { currencyMap } }: ReadySettings,
	currency: string | null,
): Promise<Partial<FundsPolicies>> {
	const common = { ...policies, companyCurrency };
	if (currency === null || currency === companyCurrency || policies.otherCurrency !== 'convert') return common;
	const mapped = Object.hasOwn(currencyMap, currency) ? currencyMap[currency] : undefined;
	const code = mapped ?? (await readCurrencyCode(serviceLayer, currency));
	const rate = await readExchangeRate(serviceLayer, code, calendar.today).catch(noRate);
	return rate > 0 ? { ...common, rates: { ...policies.rates, [currency]: String(rate) } } : common;
}

/** Without a rate in B1 the step says so, document by document. */
function noRate(error: ServiceLayerError): number {
	if (!error.isRefusal) throw error;
	return 0;
}
