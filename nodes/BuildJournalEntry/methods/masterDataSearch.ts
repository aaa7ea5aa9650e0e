import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { allOf, getAll, searchFilter, type Query, type Row } from '../../shared/business-one';
import { toNodeError } from '../../shared/n8n/nodeError';
import { connectServiceLayer, readCompany } from '../../shared/n8n/serviceLayer';

interface Source {
	set: string;
	code: string;
	name: string;
	/** Fields that hold the text to find; code and name unless told. Numbers cannot be searched for a part of them. */
	searched?: string[];
	/** Only records that can be posted to. */
	filter?: string;
}

const PAGE_SIZE = 50;

/** Finds records whose code or name contains the text; the token of the next page is how many were shown. */
function searchIn({ set, code, name, filter, searched = [code, name] }: Source) {
	return async function (this: ILoadOptionsFunctions, text?: string, shown?: string): Promise<INodeListSearchResult> {
		const serviceLayer = connectServiceLayer(this, await readCompany(this));
		const skip = Number(shown ?? 0);
		const query: Query = {
			filter: allOf(filter, searchFilter(searched, text ?? '')),
			select: [code, name],
			orderBy: code,
			...(skip > 0 ? { skip } : {}),
		};
		// Company databases on HANA compare with regard to case unless told otherwise (User's Guide, query options).
		const headers = { 'B1S-CaseInsensitive': 'true' };
		try {
			const { rows, truncated } = await getAll(serviceLayer, set, query, { limit: PAGE_SIZE, headers });
			return {
				results: rows.map((row) => shownAs(row, code, name)),
				paginationToken: truncated ? String(skip + rows.length) : undefined,
			};
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

function shownAs(row: Row, code: string, name: string) {
	const label = String(row[name] ?? '');
	return { name: label === '' ? String(row[code]) : `${String(row[code])} – ${label}`, value: String(row[code]) };
}

/** Fields that the mapping can fill and that are no user fields, with what has them. */
const OF_B1 = [
	{ name: 'TransactionCode – Journal Entry', value: 'TransactionCode' },
	{ name: 'Indicator – Journal Entry', value: 'Indicator' },
	{ name: 'Series – Journal Entry', value: 'Series' },
	{ name: 'ControlAccount – Partner Lines', value: 'ControlAccount' },
];

const TABLES: Readonly<Record<string, string>> = { OJDT: 'Journal Entry', JDT1: 'Lines' };

/** The user fields that the company has on journal entries and their lines, and the few other fields that can be filled. */
export async function searchUserFields(this: ILoadOptionsFunctions, text?: string): Promise<INodeListSearchResult> {
	const serviceLayer = connectServiceLayer(this, await readCompany(this));
	const query: Query = {
		filter: Object.keys(TABLES)
			.map((table) => `TableName eq '${table}'`)
			.join(' or '),
		select: ['TableName', 'Name', 'Description'],
	};
	try {
		const { rows } = await getAll(serviceLayer, 'UserFieldsMD', query);
		const own = rows.map(({ TableName, Name, Description }) => ({
			name: `U_${String(Name)} – ${String(Description ?? '')} (${TABLES[String(TableName)]})`,
			value: `U_${String(Name)}`,
		}));
		const wanted = (text ?? '').toLowerCase();
		return { results: [...own, ...OF_B1].filter(({ name }) => name.toLowerCase().includes(wanted)) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

export const searchAccounts = searchIn({ set: 'ChartOfAccounts', code: 'Code', name: 'Name', filter: "ActiveAccount eq 'tYES'" });

export const searchPartners = searchIn({
	set: 'BusinessPartners',
	code: 'CardCode',
	name: 'CardName',
	filter: "CardType eq 'cSupplier'",
});

export const searchTaxGroups = searchIn({ set: 'VatGroups', code: 'Code', name: 'Name', filter: "Category eq 'bovcInputTax'" });

export const searchCostCenters = searchIn({
	set: 'DistributionRules',
	code: 'FactorCode',
	name: 'FactorDescription',
	filter: "Active eq 'tYES'",
});

export const searchProjects = searchIn({ set: 'Projects', code: 'Code', name: 'Name', filter: "Active eq 'tYES'" });

export const searchBranches = searchIn({ set: 'BusinessPlaces', code: 'BPLID', name: 'BPLName', searched: ['BPLName'] });
