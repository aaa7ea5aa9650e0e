import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readDocuments } from '../../shared/document';
import { DEFAULT_PROFILE } from '../../shared/mapping';
import { rowsOf } from '../fields/helpers';
import { valuesOf } from './documentFields';

/** Fields that Concur has for codes of a company's own. */
const OWN_CODES = /(Custom|OrgUnit)\d+Code$/i;

/**
 * Gives the codes that the document at hand has in the fields of a cost object: those that the mapping names, else all fields that
 * Concur has for codes of a company's own.
 *
 * @param table the setting that names the fields
 */
function searchCostCodes(table: string, defaults: readonly string[]) {
	return async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		const { documents } = readDocuments(this.getCurrentNodeParameter('document') ?? {});
		const stated = (this.getCurrentNodeParameter('costObjects') ?? {}) as Record<string, unknown>;
		const paths = rowsOf(stated[table]).flatMap(({ path }) => path || []);
		const named = paths.length > 0 ? paths : defaults;
		const isWanted = (path: string) => (named.length > 0 ? named.includes(path) : OWN_CODES.test(path));
		const found = new Map<string, string>();
		for (const { path, text, section } of documents.flatMap(({ document }) => valuesOf(document))) {
			const [, field] = path.split('.') as [string, string];
			const label = section[field.replace(/Code$/, 'Value')];
			if (isWanted(path) && !found.has(text)) found.set(text, typeof label === 'string' && label !== text ? label : field);
		}
		const wanted = (filter ?? '').toLowerCase();
		const results = [...found].map(([value, label]) => ({ name: `${value} (${label})`, value }));
		return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	};
}

export const searchDocumentCostCenters = searchCostCodes('dimensions', DEFAULT_PROFILE.costCenterPath);
export const searchDocumentProjects = searchCostCodes('projectPath', []);
export const searchDocumentBranches = searchCostCodes('branchPath', []);
