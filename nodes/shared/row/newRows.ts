import { textOf } from './blocks';
import { documentFacts } from './documentFacts';
import type { Blocks, Row } from './types';

/** Columns of a row that is noted for the first time; the others are filled when it is worked on. */
export type NewRow = ReturnType<typeof documentFacts> &
	Pick<Row, 'status' | 'open' | 'dueAt' | 'priority' | 'attempts' | 'heldBy' | 'readyInConcur'>;

/**
 * The rows of documents that are ready in Concur and not noted as such, each once: due at once and held by nobody.
 *
 * @param documents what the trigger gave out
 * @param noted rows of documents that are ready as far as known; one of a document that was taken before does not count
 * @param now milliseconds since 1970
 */
export function newRows(documents: Blocks[], noted: Array<Partial<Row>>, now: number): NewRow[] {
	const known = new Set(noted.filter(({ readyInConcur }) => readyInConcur !== false).map(({ docId }) => textOf(docId)));
	const dueAt = new Date(now).toISOString();
	const rows: NewRow[] = [];
	for (const json of documents) {
		const facts = documentFacts(json, {});
		if (facts.docId === '' || known.has(facts.docId)) continue;
		known.add(facts.docId);
		rows.push({
			...facts,
			status: 'received',
			open: true,
			dueAt,
			priority: 1,
			attempts: 0,
			heldBy: '',
			readyInConcur: true,
		});
	}
	return rows;
}
