import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import {
	allOf,
	getAll,
	searchFilter,
	ServiceLayerError,
	type Query,
	type Row,
	type Rows,
	type ServiceLayer,
} from '../../shared/business-one';
import { toNodeError } from '../../shared/n8n/nodeError';
import { IGNORE_CASE, PICKER_PAGE, recordLabel } from '../../shared/n8n/picker';
import { connectServiceLayer, readCompany } from '../../shared/n8n/serviceLayer';

interface Source {
	set: string;
	code: string;
	name: string;
	/** Fields that hold the text to find; code and name unless told. Numbers cannot be searched for a part of them. */
	searched?: string[];
	/** Only records that can be posted to. */
	filter?: string;
	/** What a person has to know of all records of the set; shown behind their names. */
	kind?: string;
}

/**
 * Finds records whose code or name contains the text, of one set after the other. The token of the next page is the position of the
 * set and how many of its records were shown.
 */
function searchIn(...sources: Source[]) {
	return async function (this: ILoadOptionsFunctions, text = '', token = '0 0'): Promise<INodeListSearchResult> {
		const serviceLayer = connectServiceLayer(this, await readCompany(this));
		const [first = 0, shown = 0] = token.split(' ').map(Number);
		const results: INodeListSearchResult['results'] = [];
		const refused: ServiceLayerError[] = [];
		for (const [index, source] of sources.entries()) {
			if (index < first) continue;
			const skip = index === first ? shown : 0;
			const found = await pageOf(serviceLayer, source, text, skip).catch((error: unknown) => error);
			if (found instanceof ServiceLayerError && found.isRefusal) refused.push(found);
			else if (found instanceof Error) throw toNodeError(this.getNode(), found);
			else {
				const { rows, truncated } = found as Rows;
				results.push(...rows.map((row) => shownAs(row, source)));
				if (truncated) return { results, paginationToken: `${index} ${skip + rows.length}` };
			}
		}
		// A localization that lacks one of the sets has the other.
		if (refused.length === sources.length) throw toNodeError(this.getNode(), refused[0]);
		return { results };
	};
}

async function pageOf(serviceLayer: ServiceLayer, source: Source, text: string, skip: number): Promise<Rows> {
	const { set, code, name, filter, searched = [code, name] } = source;
	const query: Query = {
		filter: allOf(filter, searchFilter(searched, text)),
		select: [code, name],
		orderBy: code,
		...(skip > 0 ? { skip } : {}),
	};
	return await getAll(serviceLayer, set, query, { limit: PICKER_PAGE, headers: IGNORE_CASE });
}

function shownAs(row: Row, { code, name, kind }: Source) {
	const text = recordLabel(row[code], row[name]);
	return { name: kind === undefined ? text : `${text} (${kind})`, value: String(row[code]) };
}

/** Fields that the mapping can fill and that are no user fields, with what has them. */
const OF_B1 = [
	{ name: 'TransactionCode – Journal Entry', value: 'TransactionCode' },
	{ name: 'Indicator – Journal Entry', value: 'Indicator' },
	{ name: 'Series – Journal Entry', value: 'Series' },
	{ name: 'ControlAccount – Partner Lines', value: 'ControlAccount' },
];

/** Marketing documents share their user fields; B1 keeps them under the tables of sales invoices, or those that they were added to. */
const TABLES: Readonly<Record<string, string>> = {
	OJDT: 'Journal Entry',
	JDT1: 'Lines',
	OPCH: 'A/P Invoice',
	OINV: 'A/P Invoice',
	PCH1: 'A/P Invoice Lines',
	INV1: 'A/P Invoice Lines',
};

const PLACES = [...new Set(Object.values(TABLES))];

/** The user fields that the company has on journal entries and A/P invoices and their lines, and the few other fields that can be filled. */
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
		const wanted = (text ?? '').toLowerCase();
		return { results: [...ownFields(rows), ...OF_B1].filter(({ name }) => name.toLowerCase().includes(wanted)) };
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}

/** Each field once, with all that have it. */
function ownFields(rows: readonly Row[]): { name: string; value: string }[] {
	const found = new Map<string, { description: string; places: Set<string> }>();
	for (const { TableName, Name, Description } of rows) {
		const field = found.get(String(Name)) ?? { description: String(Description ?? ''), places: new Set() };
		found.set(String(Name), field);
		field.places.add(TABLES[String(TableName)]!);
	}
	return [...found]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, { description, places }]) => ({
			name: `U_${name}${description === '' ? '' : ` – ${description}`} (${PLACES.filter((place) => places.has(place)).join(', ')})`,
			value: `U_${name}`,
		}));
}

export const searchAccounts = searchIn({ set: 'ChartOfAccounts', code: 'Code', name: 'Name', filter: "ActiveAccount eq 'tYES'" });

export const searchPartners = searchIn({
	set: 'BusinessPartners',
	code: 'CardCode',
	name: 'CardName',
	filter: "CardType eq 'cSupplier'",
});

/** Which of the two a company has depends on its localization: the USA and Canada have sales tax codes. */
export const searchTaxGroups = searchIn(
	{ set: 'VatGroups', code: 'Code', name: 'Name', filter: "Category eq 'bovcInputTax'" },
	{ set: 'SalesTaxCodes', code: 'Code', name: 'Name', filter: "ValidForAP eq 'tYES'", kind: 'Sales Tax Code' },
);

export const searchCostCenters = searchIn({
	set: 'DistributionRules',
	code: 'FactorCode',
	name: 'FactorDescription',
	filter: "Active eq 'tYES'",
});

export const searchProjects = searchIn({ set: 'Projects', code: 'Code', name: 'Name', filter: "Active eq 'tYES'" });

export const searchBranches = searchIn({ set: 'BusinessPlaces', code: 'BPLID', name: 'BPLName', searched: ['BPLName'] });
