import { batchReads, type BatchQuery, type QueryResult } from '../batch';
import type { ServiceLayer } from '../client';
import { readAdminInfo, readPeriods } from '../company/company';
import { orChains, type Query } from '../odata';
import type { Row } from '../types';
import { FIELDS } from './fields';

/** What a batch of documents names. Empty lists ask nothing. */
export interface MasterDataQuery {
	/** G/L account codes, or format codes of segmented accounts. */
	accounts: string[];
	partnerCodes: string[];
	partnerNames: string[];
	taxIds: string[];
	emails: string[];
	/** Numbers (`ExternalEmployeeNumber`) or e-mail addresses of employees; the vendors they are linked to are read too. */
	employees?: string[];
	/** Codes of distribution rules; cost centers of the same codes are read too. */
	distributionRules: string[];
	projects: string[];
	taxGroups: string[];
	currencies: string[];
	items: string[];
	/** ISO days, for the posting periods. */
	dates: string[];
}

/** Rows in Service Layer property names. What B1 does not have is not there; a list of an unknown set is empty. */
export interface MasterDataRows {
	accounts: Row[];
	partners: Row[];
	employees: Row[];
	distributionRules: Row[];
	costCenters: Row[];
	projects: Row[];
	taxGroups: Row[];
	salesTaxCodes: Row[];
	currencies: Row[];
	items: Row[];
	/** AdminInfo: LocalCurrency, SystemCurrency, EnableBranches, ... */
	company: Row;
	/** Periods that hold the dates, with their posting, due (value) and tax windows. */
	periods: Row[];
}

type SetName = Exclude<keyof MasterDataRows, 'company' | 'periods'>;

interface Ask {
	into: SetName;
	set: string;
	field: string;
	values: string[];
}

const SETS: Record<SetName, { set: string; key: string }> = {
	accounts: { set: 'ChartOfAccounts', key: 'Code' },
	partners: { set: 'BusinessPartners', key: 'CardCode' },
	employees: { set: 'EmployeesInfo', key: 'EmployeeID' },
	distributionRules: { set: 'DistributionRules', key: 'FactorCode' },
	costCenters: { set: 'ProfitCenters', key: 'CenterCode' },
	projects: { set: 'Projects', key: 'Code' },
	taxGroups: { set: 'VatGroups', key: 'Code' },
	salesTaxCodes: { set: 'SalesTaxCodes', key: 'Code' },
	currencies: { set: 'Currencies', key: 'Code' },
	items: { set: 'Items', key: 'ItemCode' },
};

/**
 * Reads the master data of a whole batch of documents: one request for up to 40 groups of 30 codes, one for the company, two for
 * the periods of a year.
 * @throws ServiceLayerError where B1 cannot be asked. A set that a localization does not have, or the user may not read, gives no rows.
 */
export async function readMasterData(serviceLayer: ServiceLayer, query: MasterDataQuery): Promise<MasterDataRows> {
	const company = await readAdminInfo(serviceLayer);
	const periods = query.dates.length > 0 ? await readPeriods(serviceLayer, query.dates) : [];
	const rows = await readSets(serviceLayer, asksOf(query));
	const linked = rows.employees
		.map(({ LinkedVendor }) => String(LinkedVendor ?? ''))
		.filter((code) => !rows.partners.some(({ CardCode }) => CardCode === code));
	const vendors = await readSets(serviceLayer, [{ into: 'partners', ...SETS.partners, field: 'CardCode', values: linked }]);
	return { ...rows, partners: [...rows.partners, ...vendors.partners], company, periods };
}

function asksOf(query: MasterDataQuery): Ask[] {
	const ask = (into: SetName, field: string, values: string[]): Ask => ({ into, set: SETS[into].set, field, values });
	// HANA compares addresses with regard to capital letters, and people do not.
	const cased = (emails: string[]) => [...new Set(emails.flatMap((email) => [email, email.toLowerCase()]))];
	const emails = cased(query.emails);
	const employeeEmails = cased([...query.emails, ...(query.employees ?? []).filter((name) => name.includes('@'))]);
	return [
		ask('accounts', 'Code', query.accounts),
		ask('accounts', 'FormatCode', query.accounts),
		ask('partners', 'CardCode', query.partnerCodes),
		ask('partners', 'CardName', query.partnerNames),
		ask('partners', 'FederalTaxID', query.taxIds),
		ask('partners', 'EmailAddress', emails),
		ask('distributionRules', 'FactorCode', query.distributionRules),
		ask('projects', 'Code', query.projects),
		ask('currencies', 'Code', query.currencies),
		// Codes of B1 are free; which of them is an ISO code's currency says the code for documents.
		ask('currencies', 'DocumentsCode', query.currencies),
		ask('costCenters', 'CenterCode', query.distributionRules),
		ask('employees', 'eMail', employeeEmails),
		ask('employees', 'ExternalEmployeeNumber', query.employees ?? []),
		// Which of the two a company has depends on its localization.
		ask('taxGroups', 'Code', query.taxGroups),
		ask('salesTaxCodes', 'Code', query.taxGroups),
		ask('items', 'ItemCode', query.items),
	];
}

async function readSets(serviceLayer: ServiceLayer, asks: Ask[]): Promise<Record<SetName, Row[]>> {
	const queries: Array<BatchQuery & { into: SetName }> = asks.flatMap(({ into, set, field, values }) =>
		orChains(field, values).map((filter) => ({ into, set, query: { filter, select: FIELDS[set] } satisfies Query })),
	);
	const results = queries.length === 0 ? [] : await batchReads(serviceLayer, queries);
	const rows = Object.fromEntries(Object.keys(SETS).map((name) => [name, [] as Row[]])) as Record<SetName, Row[]>;
	results.forEach((result, index) => rows[(queries[index] as { into: SetName }).into].push(...usableRows(result)));
	for (const name of Object.keys(SETS) as SetName[]) rows[name] = distinctBy(SETS[name].key, rows[name]);
	return rows;
}

function usableRows(result: QueryResult): Row[] {
	if ('rows' in result) return result.rows;
	if (result.error.isRefusal) return [];
	throw result.error;
}

function distinctBy(key: string, rows: Row[]): Row[] {
	return [...new Map(rows.map((row) => [row[key], row])).values()];
}
