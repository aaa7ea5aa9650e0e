import { structuredTypes } from './metadata/model';
import type { Row, Store } from './store/store';

/** The company's own settings: properties of AdminInfo, CompanyInfo and PathAdmin by their names, and those of the sandbox. */
export interface CompanySettings {
	CompanyDB: string;
	LocalCurrency: string;
	SystemCurrency: string;
	/** Decimal places that converted amounts are rounded to. */
	TotalsAccuracy: number;
	/** Idle minutes after which a session dies. */
	SessionTimeout: number;
	/** Sessions one may have open; 0 means any number. */
	MaxSessions: number;
	/** Longest Memo of a journal entry: 254, or 50 as in older versions. */
	MemoLength: number;
	/** Form of next links: `absolute`, `relative` or `full`; empty for the usual one of each version. */
	NextLink: string;
	/** Behind the place of every refusal, such as `[Message 3559-7]`; empty for none. */
	MessageSuffix: string;
	/** `10000156` for the builds that say so where a date lies outside its window; empty for the usual text. */
	DateRangeMessage: string;
	/** `v2` for the builds that answer a dead session at v1 with the body of v2; empty for v1's own. */
	DeadSessionBody: string;
	/** tNO refuses to cancel an entry that is paid or reconciled. */
	CancelReconciled: string;
	/** What B1 does with a vendor's number that is there already: empty, `block`, `blockAll` or `blockYear`. */
	VendorReferenceCheck: string;
	/** Account of purchase tax where the localization has tax codes and no groups; empty: the tax is cost. */
	PurchaseTaxAccount: string;
	/** Account that the rounding of documents goes to. */
	RoundingAccount: string;
	/** tYES: entries that say nothing of AutoVAT have automatic tax. */
	AutoVAT: string;
	/** tNO: nobody settles what converted amounts leave between debits and credits in local currency. */
	SettleRounding: string;
	/** tYES: a line without the distribution rule or project that its account is relevant to is refused. */
	BlockMissingCostObjects: string;
	/** Milliseconds until a new user table answers on its endpoint; 0 means at once. */
	UserTablesVisibleAfterMs: number;
	[setting: string]: unknown;
}

const defaults: CompanySettings = {
	CompanyDB: 'SBODEMO',
	CompanyName: 'Sandbox Demo Company',
	LocalCurrency: 'USD',
	SystemCurrency: 'USD',
	TotalsAccuracy: 2,
	RateAccuracy: 6,
	AccuracyofQuantities: 2,
	PriceAccuracy: 2,
	PercentageAccuracy: 2,
	MeasuringAccuracy: 2,
	QueryAccuracy: 2,
	DirectIndirectRate: 'tYES',
	EnableBranches: 'tNO',
	AllowFuturePostingDate: 'tYES',
	CalculateBudget: 'tNO',
	BlockBudget: 'bb_OnlyAnnualAlert',
	MultiCurrencyCheck: 'cc_Block',
	UseNegativeAmounts: 'tNO',
	DateSeparator: '/',
	DecimalSeparator: '.',
	ThousandsSeparator: ',',
	Country: 'US',
	Version: 1000110,
	Localization: 'US',
	LanguageCode: 'ln_English',
	AttachmentsFolderPath: '\\\\sandbox\\b1_shf\\Attachments\\',
	SessionTimeout: 30,
	MaxSessions: 0,
	MemoLength: 254,
	NextLink: '',
	MessageSuffix: '',
	DateRangeMessage: '',
	DeadSessionBody: '',
	CancelReconciled: 'tNO',
	VendorReferenceCheck: '',
	PurchaseTaxAccount: '',
	RoundingAccount: '',
	AutoVAT: 'tNO',
	SettleRounding: 'tYES',
	BlockMissingCostObjects: 'tNO',
	UserTablesVisibleAfterMs: 0,
};

const numeric = Object.entries(defaults)
	.filter(([, value]) => typeof value === 'number')
	.map(([name]) => name);

/** Reads the settings of the one company a store holds. */
export function companyOf(store: Store): CompanySettings {
	return (store.find('*Company', () => true) as CompanySettings | undefined) ?? defaults;
}

const choices: Record<string, string[]> = {
	NextLink: ['', 'absolute', 'relative', 'full'],
	DateRangeMessage: ['', '10000156'],
	DeadSessionBody: ['', 'v2'],
	CancelReconciled: ['tYES', 'tNO'],
	AutoVAT: ['tYES', 'tNO'],
	SettleRounding: ['tYES', 'tNO'],
	BlockMissingCostObjects: ['tYES', 'tNO'],
	VendorReferenceCheck: ['', 'block', 'blockAll', 'blockYear'],
};

const SETTING_TYPES = ['AdminInfo', 'CompanyInfo', 'PathAdmin'];

/** Writes settings over those there. Throws an Error that says which is wrong. */
export function changeCompany(store: Store, changes: Record<string, unknown>): void {
	for (const name of Object.keys(changes)) {
		const known = name in defaults || SETTING_TYPES.some((type) => structuredTypes.get(type)?.properties.has(name));
		if (!known) throw new Error(`There is no company setting '${name}'`);
	}
	for (const name of numeric) {
		const value = changes[name];
		if (value !== undefined && !(Number.isInteger(value) && (value as number) >= 0)) {
			throw new Error(`company.${name} is a whole number from 0, not ${JSON.stringify(value)}`);
		}
	}
	for (const [name, allowed] of Object.entries(choices)) {
		if (changes[name] !== undefined && !allowed.includes(changes[name] as string))
			throw new Error(
				`company.${name} is one of ${allowed.filter((one) => one !== '').join(', ')}${allowed.includes('') ? ', or empty' : ''}`,
			);
	}
	const before = store.rows('*Company')[0] ?? {};
	for (const row of store.rows('*Company')) store.commit('*Company', row, true);
	store.commit('*Company', { ...defaults, ...before, ...changes } as Row);
}
