import {
	getAll,
	isSegmented,
	readBaseDocuments,
	readExchangeRate,
	readMasterData,
	type BaseDocumentRows,
	type ServiceLayerError,
	type MasterDataRows,
	type Row,
	type ServiceLayer,
} from '../shared/business-one';
import {
	accountFacts,
	baseDocumentFacts,
	branchFacts,
	currencyFacts,
	distributionRuleFacts,
	employeeFacts,
	itemFacts,
	partnerFacts,
	paymentTermsFacts,
	periodFacts,
	projectFacts,
	salesTaxCodeFacts,
	taxGroupFacts,
	userFieldFacts,
	type MasterData,
	type MasterDataQuery,
	type PartnerFacts,
	type RateFacts,
} from '../shared/journalEntry';

/** What B1 knows of the records a batch of documents names. */
export interface KnownRecords extends MasterDataRows {
	/** null where the company has no branches. */
	branches: Row[] | null;
	/** null where no partner has terms of its own. */
	paymentTerms: Row[] | null;
	/** User fields of entries and lines; null where they may not be read, or nothing fills them. */
	userFields: Row[] | null;
	/** Rates of foreign documents that B1 has. */
	rates: RateFacts[];
	/** Orders and goods receipts that invoices name; null where they may not be read. */
	baseDocuments: BaseDocumentRows | null;
}

/**
 * Reads everything the query names, the whole batch in a few requests.
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function readRecords(serviceLayer: ServiceLayer, query: MasterDataQuery): Promise<KnownRecords> {
	const rows = await readMasterData(serviceLayer, {
		accounts: query.accounts,
		partnerCodes: query.partnerCodes,
		partnerNames: query.partnerNames,
		taxIds: query.partnerTaxIds,
		emails: query.partnerEmails,
		employees: query.employees,
		distributionRules: query.distributionRules,
		projects: query.projects,
		taxGroups: query.taxGroups,
		currencies: query.currencies,
		items: query.items,
		dates: query.dates,
	});
	const needsBranches = query.branches.length > 0 && isYes(rows.company.EnableBranches);
	const hasTerms = rows.partners.some(({ PayTermsGrpCode }) => typeof PayTermsGrpCode === 'number' && PayTermsGrpCode !== CASH);
	return {
		...rows,
		branches: needsBranches ? await readIfAllowed(serviceLayer, 'BusinessPlaces', ['BPLID', 'BPLName', 'Disabled']) : null,
		userFields: await readUserFields(serviceLayer, query.userFields),
		rates: await readRates(serviceLayer, query.rates, rows),
		baseDocuments: await readBaseDocuments(serviceLayer, query),
		paymentTerms: hasTerms ? await readIfAllowed(serviceLayer, 'PaymentTermsTypes', TERMS) : null,
	};
}

const USER_FIELD = [
	'TableName',
	'Name',
	'Description',
	'Type',
	'SubType',
	'Size',
	'EditSize',
	'Mandatory',
	'DefaultValue',
	'ValidValuesMD',
];

async function readUserFields(serviceLayer: ServiceLayer, tables: string[]): Promise<Row[] | null> {
	if (tables.length === 0) return null;
	const filter = tables.map((table) => `TableName eq '${table}'`).join(' or ');
	return await readIfAllowed(serviceLayer, 'UserFieldsMD', USER_FIELD, filter);
}

/** A run asks for this many rates at most; documents beyond leave the rate to B1. */
const MAX_RATES = 100;

/** A rate that B1 does not have is B1's to refuse. */
async function readRates(
	serviceLayer: ServiceLayer,
	wanted: string[],
	{ company, currencies }: MasterDataRows,
): Promise<RateFacts[]> {
	const rates: RateFacts[] = [];
	const { isoCurrencies } = currencyFacts(currencies, company);
	const foreign = wanted
		.map((text) => text.split(' ') as [string, string])
		.map(([currency, day]) => [isoCurrencies[currency] ?? currency, day] as const)
		.filter(([currency]) => currency !== company.LocalCurrency);
	for (const [currency, day] of foreign.slice(0, MAX_RATES)) {
		const rate = await readExchangeRate(serviceLayer, currency, day).catch((error: ServiceLayerError) => error);
		if (rate instanceof Error) {
			if (!rate.isRefusal) throw rate;
		} else if (rate > 0) rates.push({ currency, day, rate: String(rate), isIndirect: company.DirectIndirectRate === 'tNO' });
	}
	return rates;
}

/** The group number of terms without days, which B1 gives to partners that have none. */
const CASH = -1;
const TERMS = ['GroupNumber', 'StartFrom', 'NumberOfAdditionalMonths', 'NumberOfAdditionalDays', 'BaselineDate'];

/** The rows in the words of the posting engine. */
export function masterDataOf(records: KnownRecords, companyDb: string): MasterData {
	const { company } = records;
	return {
		company: {
			companyDb,
			localCurrency: String(company.LocalCurrency ?? ''),
			systemCurrency: company.SystemCurrency ? String(company.SystemCurrency) : null,
			branchesEnabled: isYes(company.EnableBranches),
			...(typeof company.TotalsAccuracy === 'number' ? { totalsAccuracy: company.TotalsAccuracy } : {}),
		},
		// An account of a segmented chart is known in Concur by its format code, and to the Service Layer by an internal one.
		accounts: records.accounts.flatMap((row) => [
			accountFacts(row),
			...(isSegmented(row) ? [{ ...accountFacts(row), code: String(row.FormatCode), internalCode: String(row.Code) }] : []),
		]),
		partners: partnersOf(records),
		employees: records.employees.map(employeeFacts),
		distributionRules: records.distributionRules.map(distributionRuleFacts),
		projects: records.projects.map(projectFacts),
		taxGroups: [...records.taxGroups.map(taxGroupFacts), ...records.salesTaxCodes.map(salesTaxCodeFacts)],
		...currencyFacts(records.currencies, company),
		branches: records.branches?.map(branchFacts) ?? null,
		userFields: records.userFields?.map(userFieldFacts) ?? null,
		periods: records.periods.map(periodFacts),
		rates: records.rates,
		items: records.items.map(itemFacts),
		baseDocuments: records.baseDocuments && [
			...records.baseDocuments.orders.map((row) => baseDocumentFacts(row, 'order')),
			...records.baseDocuments.receipts.map((row) => baseDocumentFacts(row, 'receipt')),
		],
	};
}

/** An employee whose address is in the employee master data, and only there, is found by it through the linked vendor. */
function partnersOf({ partners, employees, paymentTerms }: KnownRecords): PartnerFacts[] {
	const addresses = new Map(
		employees
			.filter(({ LinkedVendor, eMail }) => LinkedVendor && eMail)
			.map((row) => [String(row.LinkedVendor), String(row.eMail)]),
	);
	const terms = new Map(paymentTerms?.map((row) => [row.GroupNumber, paymentTermsFacts(row)]));
	return partners.map((row) => {
		const facts = partnerFacts(row);
		return { ...facts, email: facts.email ?? addresses.get(facts.code) ?? null, terms: terms.get(row.PayTermsGrpCode) ?? null };
	});
}

/** A company may have branches or terms its user cannot list; then B1 itself checks them, or they do not count. */
async function readIfAllowed(serviceLayer: ServiceLayer, set: string, select: string[], filter?: string): Promise<Row[] | null> {
	const found = await getAll(serviceLayer, set, { select, ...(filter === undefined ? {} : { filter }) }).catch(
		(error: ServiceLayerError) => error,
	);
	if (!(found instanceof Error)) return found.rows;
	if (found.isRefusal) return null;
	throw found;
}

function isYes(value: unknown): boolean {
	return value === 'tYES' || value === 'Y' || value === true;
}
