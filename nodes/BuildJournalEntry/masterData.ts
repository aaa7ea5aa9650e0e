import {
	getAll,
	isSegmented,
	readMasterData,
	type ServiceLayerError,
	type MasterDataRows,
	type Row,
	type ServiceLayer,
} from '../shared/business-one';
import {
	accountFacts,
	branchFacts,
	currencyFacts,
	distributionRuleFacts,
	employeeFacts,
	partnerFacts,
	paymentTermsFacts,
	periodFacts,
	projectFacts,
	taxGroupFacts,
	type MasterData,
	type MasterDataQuery,
	type PartnerFacts,
} from '../shared/journalEntry';

/** What B1 knows of the records a batch of documents names. */
export interface KnownRecords extends MasterDataRows {
	/** null where the company has no branches. */
	branches: Row[] | null;
	/** null where no partner has terms of its own. */
	paymentTerms: Row[] | null;
}

/**
 * Reads everything the query names, the whole batch in a few requests.
 * @throws {ServiceLayerError} where B1 cannot be asked
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
		dates: query.dates,
	});
	const needsBranches = query.branches.length > 0 && isYes(rows.company.EnableBranches);
	const hasTerms = rows.partners.some(({ PayTermsGrpCode }) => typeof PayTermsGrpCode === 'number' && PayTermsGrpCode !== CASH);
	return {
		...rows,
		branches: needsBranches ? await readIfAllowed(serviceLayer, 'BusinessPlaces', ['BPLID', 'BPLName', 'Disabled']) : null,
		paymentTerms: hasTerms ? await readIfAllowed(serviceLayer, 'PaymentTermsTypes', TERMS) : null,
	};
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
		},
		// An account of a segmented chart is known in Concur by its format code, and to the Service Layer by an internal one.
		accounts: records.accounts.flatMap((row) => [
			accountFacts(row),
			...(isSegmented(row) ? [{ ...accountFacts(row), code: String(row.FormatCode) }] : []),
		]),
		partners: partnersOf(records),
		employees: records.employees.map(employeeFacts),
		distributionRules: records.distributionRules.map(distributionRuleFacts),
		projects: records.projects.map(projectFacts),
		taxGroups: [...records.taxGroups, ...records.salesTaxCodes].map(taxGroupFacts),
		...currencyFacts(records.currencies, company),
		branches: records.branches?.map(branchFacts) ?? null,
		periods: records.periods.map(periodFacts),
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
async function readIfAllowed(serviceLayer: ServiceLayer, set: string, select: string[]): Promise<Row[] | null> {
	const found = await getAll(serviceLayer, set, { select }).catch((error: ServiceLayerError) => error);
	if (!(found instanceof Error)) return found.rows;
	if (found.errorClass !== 'session' && found.status >= 400 && found.status < 500) return null;
	throw found;
}

function isYes(value: unknown): boolean {
	return value === 'tYES' || value === 'Y' || value === true;
}
