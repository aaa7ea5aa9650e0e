import type { FisItem } from '../concur/types';
import { DATE_FORMS, startOf } from '../dates';
import { approvedBefore, headerFacts, readDocuments, type HeaderFacts } from '../document';

export interface Filters {
	/** Only documents of this time or later, as `startOf` takes it; documents without any date pass. */
	goLiveDate?: unknown;
	includeTestUsers?: boolean;
	/** Comma-separated codes; empty for all. */
	ledgers?: unknown;
	companies?: unknown;
	entities?: unknown;
}

/** Which filter leaves a document out, in the words of the node's fields. */
export type LeftOutBy = 'Go-Live Date' | 'test users' | 'Ledgers' | 'Company IDs' | 'Entity IDs';

/** @throws RangeError for a Go-Live Date that is none: without it, documents of the time before would be posted */
export function goLiveOf(goLiveDate: unknown, timeZone?: string): string | undefined {
	if (goLiveDate === undefined || goLiveDate === null || goLiveDate === '') return undefined;
	const start = startOf(goLiveDate, timeZone);
	if (start === undefined) throw new RangeError(`Go-Live Date "${String(goLiveDate as string)}" is no date. ${DATE_FORMS}.`);
	return start;
}

/** Expressions give numbers and lists, too. */
const codesIn = (list: unknown = '') =>
	String((list as string | null) ?? '')
		.split(',')
		.map((code) => code.trim().toLowerCase())
		.filter((code) => code !== '');

/** A list that is set is a boundary between companies: a document that does not name its own is not let through. */
const isOutside = (list: unknown, code: string | null) => {
	const codes = codesIn(list);
	return codes.length > 0 && !codes.includes((code ?? '').toLowerCase());
};

/** The header of a document; one that cannot be read tells nothing. */
export function headerOf(item: FisItem, timeZone = 'UTC'): HeaderFacts {
	const { documents } = readDocuments(item);
	return headerFacts(documents[0]?.document ?? {}, documents[0]?.docType ?? null, [], timeZone);
}

/**
 * Names the filter that leaves a document out; undefined lets it through. What is left out stays ready in Concur.
 * @param timeZone IANA name of the zone whose days count
 * @throws RangeError for a Go-Live Date that is none
 */
export function leftOutBy(filters: Filters, item: FisItem, timeZone: string): LeftOutBy | undefined {
	const header = headerOf(item, timeZone);
	const { ledger, isTest } = header;
	if (isTest && !filters.includeTestUsers) return 'test users';
	if (approvedBefore(header, goLiveOf(filters.goLiveDate, timeZone), timeZone)) return 'Go-Live Date';
	if (isOutside(filters.ledgers, ledger)) return 'Ledgers';
	if (isOutside(filters.companies, item.companyId)) return 'Company IDs';
	if (isOutside(filters.entities, item.entityId)) return 'Entity IDs';
	return undefined;
}
