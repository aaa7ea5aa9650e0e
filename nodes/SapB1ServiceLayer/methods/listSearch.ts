import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { buildFilter, getAll, searchFilter, type Row } from '../../shared/business-one';
import { toNodeError } from '../../shared/n8n/nodeError';
import { IGNORE_CASE, PICKER_PAGE, recordLabel } from '../../shared/n8n/picker';
import { connectServiceLayer, readCompany } from '../../shared/n8n/serviceLayer';
import { definitions, type MasterDataDefinition } from '../actions/masterData/definitions';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** Pickers of the editor: `search_<resource>` for the master data, and the newest journal entries. */
export const listSearch: Record<string, ListSearch> = {
	...Object.fromEntries(definitions.map((definition) => [`search_${definition.resource}`, searchMasterData(definition)])),
	async search_journalEntry(filter, paginationToken) {
		const text = filter?.trim() ?? '';
		const byText = searchFilter(['Reference', 'Reference2', 'Memo'], text);
		const byNumber = /^\d+$/.test(text)
			? buildFilter([{ field: 'JdtNum', operator: 'eq', value: text, type: 'number' }])
			: undefined;
		const query = {
			filter: [byText, byNumber].filter((part) => part !== undefined).join(' or '),
			select: ['JdtNum', 'Number', 'ReferenceDate', 'Reference', 'Memo'],
			orderBy: 'JdtNum desc',
		};
		return await searchPage(this, 'JournalEntries', query, paginationToken, (row) => ({
			name: recordLabel(row.JdtNum, row.Reference, row.Memo),
			value: Number(row.JdtNum),
		}));
	},
};

function searchMasterData({ set, key, nameFields, searchFields }: MasterDataDefinition): ListSearch {
	return async function (filter, paginationToken) {
		const query = { filter: searchFilter(searchFields, filter ?? ''), select: [key, ...nameFields], orderBy: key };
		return await searchPage(this, set, query, paginationToken, (row) => ({
			name: recordLabel(row[key], nameFields.map((field) => String(row[field] ?? '')).join(' ')),
			value: row[key] as string | number,
		}));
	};
}

/** The pagination token is the number of rows shown before. */
async function searchPage(
	context: ILoadOptionsFunctions,
	set: string,
	query: { filter?: string; select: string[]; orderBy: string },
	paginationToken: string | undefined,
	toItem: (row: Row) => INodeListSearchItems,
): Promise<INodeListSearchResult> {
	try {
		const serviceLayer = connectServiceLayer(context, await readCompany(context));
		const skip = Number(paginationToken ?? 0);
		const { rows, truncated } = await getAll(
			serviceLayer,
			set,
			{ ...query, ...(skip > 0 ? { skip } : {}) },
			{ limit: PICKER_PAGE, headers: IGNORE_CASE },
		);
		return { results: rows.map(toItem), ...(truncated ? { paginationToken: String(skip + rows.length) } : {}) };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
