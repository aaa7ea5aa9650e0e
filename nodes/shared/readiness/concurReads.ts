import { headerFacts, isRecord, type DocType } from '../document';
import type { ConcurRead } from './concur';

/** What of a FIS client is needed, and of the documents it gives. */
interface Reader {
	listReady(query: { docType: never; limit: number; maxPages: number }): Promise<{
		items: ReadonlyArray<{ companyId: string | null; document: unknown }>;
	}>;
}

/** Documents of one type that are looked at. */
const AT_MOST = 25;

/**
 * Reads the first page of each document type; nothing is written, and the documents stay ready.
 *
 * @param isRefused whether a thrown error says that asking again would bring the same
 */
export async function readConcur(
	fis: Reader,
	docTypes: readonly string[],
	isRefused: (error: Error) => boolean,
): Promise<ConcurRead[]> {
	const reads: ConcurRead[] = [];
	for (const docType of docTypes) {
		const listed = await fis.listReady({ docType: docType as never, limit: AT_MOST, maxPages: 1 }).catch((error: Error) => error);
		reads.push(listed instanceof Error ? failed(docType, listed, isRefused(listed)) : read(docType, listed.items));
	}
	return reads;
}

const nothing = { companies: [], currencies: [], ledgers: [], testUsers: 0 };

const failed = (docType: string, { message }: Error, isRefused: boolean): ConcurRead => ({
	...nothing,
	docType,
	documents: null,
	problem: message,
	isRefused,
});

function read(docType: string, items: ReadonlyArray<{ companyId: string | null; document: unknown }>): ConcurRead {
	const headers = items.map(({ document }) => headerFacts(isRecord(document) ? document : {}, docType as DocType));
	const distinct = (texts: ReadonlyArray<string | null>) => [...new Set(texts)].flatMap((text) => text ?? []);
	return {
		docType,
		documents: items.length,
		problem: '',
		isRefused: false,
		companies: distinct(items.map(({ companyId }) => companyId)),
		currencies: distinct(headers.map(({ currency }) => currency)),
		ledgers: distinct(headers.map(({ ledger }) => ledger)),
		testUsers: headers.filter(({ isTest }) => isTest).length,
	};
}
