import type { BaseDocumentFacts, ItemFacts } from './purchasing';

/**
 * What the engine needs to know of a B1 company. The caller looks it up (see `requiredMasterData`) and hands it over; a part that is
 * null was not looked up and is not checked.
 */
export interface MasterData {
	company: CompanyFacts;
	accounts: readonly AccountFacts[] | null;
	partners: readonly PartnerFacts[] | null;
	/** Employees of B1 with the vendors they are paid as. */
	employees?: readonly EmployeeFacts[] | null;
	distributionRules: readonly DistributionRuleFacts[] | null;
	projects: readonly ProjectFacts[] | null;
	taxGroups: readonly TaxGroupFacts[] | null;
	/** Codes of the currencies B1 knows. */
	currencies: readonly string[] | null;
	/** ISO code -> B1's code of the currency, of `Currencies.DocumentsCode`. */
	isoCurrencies?: Readonly<Record<string, string>>;
	/** B1's code of a currency -> decimals that B1 keeps of it. */
	currencyDecimals?: Readonly<Record<string, number>>;
	branches: readonly BranchFacts[] | null;
	/** User fields of entries and their lines; absent or null where they were not looked up. */
	userFields?: readonly UserFieldFacts[] | null;
	periods: readonly PeriodFacts[] | null;
	/** Items, purchase orders and goods receipts that invoices name; absent or null where they were not looked up. */
	items?: readonly ItemFacts[] | null;
	baseDocuments?: readonly BaseDocumentFacts[] | null;
	/** Exchange rates of foreign documents; absent where they were not looked up. */
	rates?: readonly RateFacts[];
}

/** Tables of B1 whose user fields an entry and its lines have, and an invoice (any marketing document) and its lines. */
export const FIELD_TABLES = ['OJDT', 'JDT1', 'OPCH', 'PCH1'] as const;
export type FieldTable = (typeof FIELD_TABLES)[number];

/** A user field of B1 (`UserFieldsMD`). */
export interface UserFieldFacts {
	table: FieldTable;
	/** As a request calls it: `U_Region`. */
	name: string;
	description: string;
	type: 'text' | 'longText' | 'wholeNumber' | 'number' | 'date';
	/** Characters of a text. */
	size: number;
	/** Mandatory, and without a default of B1. */
	isDemanded: boolean;
	/** What alone may stand in it; none where everything may. */
	validValues: readonly { value: string; description: string }[];
}

export interface CompanyFacts {
	companyDb: string;
	localCurrency: string;
	systemCurrency: string | null;
	branchesEnabled: boolean;
	/** Decimals of amounts in the company; absent where B1 does not say. */
	totalsAccuracy?: number;
}

/** When a record may be used; days as YYYY-MM-DD, both ends included, null for open ends. */
export interface Validity {
	/** Marked inactive (frozen), within its dates if it has any. */
	frozen: boolean;
	frozenFrom: string | null;
	frozenTo: string | null;
	validFrom: string | null;
	validTo: string | null;
}

export interface AccountFacts extends Validity {
	code: string;
	/** In a segmented chart, where `code` is the format code that people know: what the Service Layer wants in its place. */
	internalCode?: string;
	name: string;
	/** A title account takes no postings (`ActiveAccount` tNO). */
	isTitle: boolean;
	/** A control account is posted through its partners only (`LockManualTransaction` tYES). */
	isControl: boolean;
	/** Blocked for manual posting (`BlockManualPosting` tYES). */
	isBlocked?: boolean;
	/** Dimensions (1 to 5) and projects that the account is relevant to, in cost accounting. */
	relevantDimensions?: readonly number[];
	isProjectRelevant?: boolean;
	/** `##` takes every currency. */
	currency: string;
}

export interface PartnerFacts extends Validity {
	code: string;
	name: string;
	type: 'customer' | 'supplier' | 'lead';
	currency: string;
	taxId: string | null;
	email: string | null;
	/** Code of the tax that is withheld from it, where it is liable to one. */
	withholdingTaxCode?: string;
	/** Form and box that its invoices are reported on (USA). */
	form1099?: { form: number; box: string };
	/** Its payment terms; absent where they were not looked up. */
	terms?: PaymentTerms | null;
}

/** An employee of B1 (`EmployeesInfo`). */
export interface EmployeeFacts {
	/** `ExternalEmployeeNumber`. */
	number: string | null;
	email: string | null;
	/** Code of the vendor that stands for the employee. */
	linkedVendor: string | null;
}

/** When a partner of these terms is paid (`PaymentTermsTypes`). */
export interface PaymentTerms {
	/** The date they start at (`BaselineDate`). */
	from: 'posting' | 'document';
	/** The point in its month they count from; null for the date itself. */
	startFrom: 'monthStart' | 'halfMonth' | 'monthEnd' | null;
	months: number;
	days: number;
}

export interface DistributionRuleFacts {
	code: string;
	name: string;
	/** 1 to 5. */
	dimension: number;
	active: boolean;
	validFrom: string | null;
	validTo: string | null;
}

export interface ProjectFacts {
	code: string;
	name: string;
	active: boolean;
	validFrom: string | null;
	validTo: string | null;
}

export interface TaxGroupFacts {
	code: string;
	name: string;
	taxAccount: string | null;
	inactive: boolean;
	/** A code of `SalesTaxCodes`, which a manual entry takes for no tax group: its tax is posted to an account only. */
	isSalesTaxCode?: boolean;
	isOutput?: boolean;
	/** Reverse charge or acquisition, which B1 takes in no manual entry. */
	isAcquisition?: boolean;
	/** Whether B1 itself reclaims a part only. */
	isPartlyDeductible?: boolean;
	/** Percent by the day it holds from; null from the beginning. */
	rates?: readonly { from: string | null; rate: string }[];
}

/** Rate of a foreign currency on a day, as B1 has it: local currency for one unit, or the other way round. */
export interface RateFacts {
	currency: string;
	day: string;
	rate: string;
	isIndirect: boolean;
}

export interface BranchFacts {
	id: number;
	name: string;
	active: boolean;
}

/** A posting period with its three windows, days as YYYY-MM-DD. */
export interface PeriodFacts {
	code: string;
	postingFrom: string;
	postingTo: string;
	dueFrom: string | null;
	dueTo: string | null;
	taxFrom: string | null;
	taxTo: string | null;
	/** Whether an ordinary user may post (unlocked, or unlocked except sales). */
	open: boolean;
}

/** Whether a record may be used on a day. */
export function isUsableOn(day: string, validity: Pick<Validity, 'validFrom' | 'validTo'> & Partial<Validity>): boolean {
	const { validFrom, validTo, frozen, frozenFrom = null, frozenTo = null } = validity;
	if ((validFrom !== null && day < validFrom) || (validTo !== null && day > validTo)) return false;
	return !frozen || (frozenFrom !== null && day < frozenFrom) || (frozenTo !== null && day > frozenTo);
}

/** The percentage of a tax group on a day; undefined where B1 did not say, or no day is known and it changed. */
export function rateOn({ rates = [] }: TaxGroupFacts, day: string | null): string | undefined {
	if (rates.length <= 1 || day === null) return rates.length === 1 ? rates[0]!.rate : undefined;
	const begun = rates.filter(({ from }) => from === null || from <= day);
	return begun.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)?.rate;
}

const indexes = new WeakMap<readonly object[], Map<string, unknown[]>>();

/** Records of a list by a key; the index is made once for each list and kind of key. */
export function findBy<T extends object>(
	list: readonly T[],
	kind: string,
	keyOf: (record: T) => string | null,
	key: string,
): readonly T[] {
	let index = indexes.get(list);
	if (!index) indexes.set(list, (index = new Map()));
	if (!index.has(`${kind} indexed`)) {
		index.set(`${kind} indexed`, []);
		for (const record of list) {
			const value = keyOf(record);
			if (value === null) continue;
			const bucket = index.get(`${kind}:${value}`);
			if (bucket) bucket.push(record);
			else index.set(`${kind}:${value}`, [record]);
		}
	}
	return (index.get(`${kind}:${key}`) ?? []) as T[];
}

/** The record with a code. */
export function findByCode<T extends { code: string }>(list: readonly T[], code: string): T | undefined {
	return findBy(list, 'code', (record) => record.code, code)[0];
}

/** What the Service Layer calls an account that people know by this code; the same code, unless the chart is segmented. */
export function serviceLayerAccount(account: string, masterData: MasterData | null): string {
	return (masterData?.accounts && findByCode(masterData.accounts, account)?.internalCode) ?? account;
}
