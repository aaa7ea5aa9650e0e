import type { ServiceLayer } from '../client';
import { type ServiceLayerError } from '../errors';
import { allOf, buildFilter, entityPath, getAll } from '../odata';
import type { Row } from '../types';
import { isReversalOf } from './compareEntry';

export interface Cancellation {
	jdtNum: number;
	cancelled: true;
	/** True where it was cancelled before this call. */
	alreadyCancelled: boolean;
	/** The reversing entry, where it could be found. */
	reversalJdtNum: number | null;
	reversalNumber: number | null;
}

/**
 * Cancels an entry by a reversing entry (action Cancel of JournalEntries). An entry that has its reversal already is left alone, and
 * a lost answer is settled by looking for the reversal.
 * @throws ServiceLayerError where B1 refuses it, or where nobody knows whether it happened
 */
export async function cancelEntry(serviceLayer: ServiceLayer, jdtNum: number): Promise<Cancellation> {
	const entry = (await serviceLayer.get(entityPath('JournalEntries', jdtNum))).body as Row;
	const before = await reversalOf(serviceLayer, entry);
	if (before) return cancellation(jdtNum, true, before);
	const failure = await serviceLayer.post(`${entityPath('JournalEntries', jdtNum)}/Cancel`).then(
		() => undefined,
		(error: ServiceLayerError) => error,
	);
	const after = await reversalOf(serviceLayer, entry);
	if (failure && !after) throw failure;
	return cancellation(jdtNum, false, after);
}

async function reversalOf(serviceLayer: ServiceLayer, entry: Row): Promise<Row | undefined> {
	const later = buildFilter([{ field: 'JdtNum', operator: 'gt', value: entry.JdtNum, type: 'number' }]);
	const reference = ['Reference2', 'Reference', 'Reference3'].find(
		(field) => typeof entry[field] === 'string' && entry[field] !== '',
	);
	// Without any reference there is nothing to look for but all later entries, which can be very many.
	if (reference === undefined) return undefined;
	const same = buildFilter([{ field: reference, operator: 'eq', value: entry[reference] }]);
	const { rows } = await getAll(serviceLayer, 'JournalEntries', { filter: allOf(later, same), orderBy: 'JdtNum' });
	return rows.find((row) => isReversalOf(row, entry));
}

function cancellation(jdtNum: number, alreadyCancelled: boolean, reversal: Row | undefined): Cancellation {
	const numberOf = (value: unknown) => (value === undefined || value === null ? null : Number(value));
	return {
		jdtNum,
		cancelled: true,
		alreadyCancelled,
		reversalJdtNum: numberOf(reversal?.JdtNum),
		reversalNumber: numberOf(reversal?.Number),
	};
}
