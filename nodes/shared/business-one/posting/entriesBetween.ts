import type { ServiceLayer } from '../client';
import { allOf, buildFilter, getAll } from '../odata';
import type { Row } from '../types';
import { isPostingKey } from './documentKey';

const SELECT = ['JdtNum', 'Number', 'ReferenceDate', 'Reference', 'Reference2', 'JournalEntryLines'];

/**
 * Reads the entries that carry a posting key, by their posting date.
 * @param from first day, YYYY-MM-DD
 * @param to last day, included
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function entriesBetween(serviceLayer: ServiceLayer, from: string, to: string): Promise<Row[]> {
	const days = buildFilter([
		{ field: 'ReferenceDate', operator: 'ge', value: from, type: 'date' },
		{ field: 'ReferenceDate', operator: 'le', value: to, type: 'date' },
	]);
	const filter = allOf(days, "contains(Reference2,':')");
	const { rows } = await getAll(serviceLayer, 'JournalEntries', { filter, select: SELECT, orderBy: 'JdtNum' });
	return rows.filter(({ Reference2 }) => isPostingKey(Reference2));
}
