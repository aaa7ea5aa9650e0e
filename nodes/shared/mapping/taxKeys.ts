import { isRecord, textOf, type Json } from '../document';
import { Decimal } from '../money';
import type { Asker } from './compile';

/**
 * The key of a tax row: tax code, else reclaim code, else the code for taxes of other countries, else the authority's label. For a
 * tax of another country than the employee's its own code comes first.
 */
export function taxKeyOf(row: Json, homeCountry: string | null): string | null {
	const location = textOf(row.locationCountryCode);
	const isForeign = location !== null && homeCountry !== null && location !== homeCountry;
	const foreign = isForeign ? textOf(row.nonDomesticCode) : null;
	return (
		foreign ?? textOf(row.taxCode) ?? textOf(row.taxReclaimCode) ?? textOf(row.nonDomesticCode) ?? textOf(row.taxAuthorityLabel)
	);
}

/** What the mapping makes of a Concur tax key. */
export interface MappedTax {
	/** B1 tax group; empty where the tax is only posted to an account. */
	code: string;
	account: string | null;
	/** Percent; null where the mapping does not say. */
	rate: Decimal | null;
	partlyDeductible: boolean;
	/** Account of the tax owed, for a tax that the buyer owes (reverse charge); null for every other. */
	owedAccount: string | null;
	/** Whether the mapping knows the key; one that it does not know is named by itself. */
	isKnown: boolean;
}

const asItComes = (code: string, isKnown: boolean): MappedTax => ({
	code,
	account: null,
	rate: null,
	partlyDeductible: false,
	owedAccount: null,
	isKnown,
});

/**
 * The B1 tax group of a Concur tax key.
 *
 * @param needed whether a tax amount is to be posted under it; only then an unmapped key is held
 */
export function mapTaxKey(asker: Asker, key: string | null, needed: boolean, entry: string): MappedTax | null {
	const { taxCodes } = asker.profile;
	if (taxCodes === null && key !== null) return asItComes(key, true);
	const mapped = key !== null && taxCodes !== null && Object.hasOwn(taxCodes, key) ? taxCodes[key] : undefined;
	if (mapped) {
		const { code, account = null, rate = null, partlyDeductible = false, owedAccount = null } = mapped;
		return { code, account, rate: rate === null ? null : new Decimal(rate), partlyDeductible, owedAccount, isKnown: true };
	}
	if (needed) {
		const finding =
			key === null ? `A deductible tax of ${entry} has no tax code.` : `Tax code "${key}" of ${entry} has no B1 tax group.`;
		asker.hold('unmapped-tax', finding, { entry, field: 'taxCode', value: key ?? '' });
		return null;
	}
	return key === null ? null : asItComes(key, false);
}

const NO_GUIDS: readonly string[] = [];

/** The tax rows a journal names; null in the oldest format, which has no such field. */
export function taxGuidsOf(journal: Json): readonly string[] | null {
	const value = journal.taxGuid;
	if (value === undefined || value === null) return null;
	if (Array.isArray(value) && value.length === 0) return NO_GUIDS;
	const list = Array.isArray(value) ? value : [value];
	return list.map((guid) => textOf(isRecord(guid) ? guid.taxGuid : guid)).filter((guid) => guid !== null);
}
