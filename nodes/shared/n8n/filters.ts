import type { FisItem } from '../concur/types';
import { headerFacts, readDocuments, type HeaderFacts } from '../document';

export interface Filters {
	/** Only documents of this time or later (ISO); documents without any date pass. */
	goLiveDate?: string;
	includeTestUsers?: boolean;
	/** Comma-separated codes; empty for all. */
	ledgers?: string;
	companies?: string;
	entities?: string;
}

/** Which filter leaves a document out, in the words of the node's fields. */
export type LeftOutBy = 'Go-Live Date' | 'test users' | 'Ledgers' | 'Company IDs' | 'Entity IDs';

const codesIn = (list = '') =>
	list
		.split(',')
		.map((code) => code.trim().toLowerCase())
		.filter((code) => code !== '');

/** A list that is set is a boundary between companies: a document that does not name its own is not let through. */
const isOutside = (list: string | undefined, code: string | null) => {
	const codes = codesIn(list);
	return codes.length > 0 && !codes.includes((code ?? '').toLowerCase());
};

/** The header of a document; one that cannot be read tells nothing. */
export function headerOf(item: FisItem): HeaderFacts {
	const { documents } = readDocuments(item);
	return headerFacts(documents[0]?.document ?? {}, documents[0]?.docType ?? null);
}

/** Names the filter that leaves a document out; undefined lets it through. What is left out stays ready in Concur. */
export function leftOutBy(filters: Filters, item: FisItem): LeftOutBy | undefined {
	const { approvedAt, ledger, isTest } = headerOf(item);
	if (isTest && !filters.includeTestUsers) return 'test users';
	if (filters.goLiveDate && approvedAt !== null && approvedAt < new Date(filters.goLiveDate).toISOString()) return 'Go-Live Date';
	if (isOutside(filters.ledgers, ledger)) return 'Ledgers';
	if (isOutside(filters.companies, item.companyId)) return 'Company IDs';
	if (isOutside(filters.entities, item.entityId)) return 'Entity IDs';
	return undefined;
}
