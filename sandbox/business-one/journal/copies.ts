import type { Core } from '../core';
import { keyText } from '../store/store';
import { dayOf } from '../dates';

const MOST_COPIES = 1_000_000;
const DAY_MS = 86_400_000;

/**
 * Puts copies of a journal entry into the books, over the days of its year, so that a company has books of some size at once.
 * @returns numbers of the first and the last
 */
export function copyEntry(core: Core, jdtNum: number, copies: number): { first: number; last: number } {
	const entry = core.store.get('JournalEntries', keyText([jdtNum]));
	if (!entry) throw new Error(`There is no journal entry ${jdtNum}.`);
	if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES)
		throw new Error(`copies is a whole number from 1 to ${MOST_COPIES}.`);
	const newYear = Date.parse(`${String(entry.ReferenceDate).slice(0, 4)}-01-01T00:00:00Z`);
	return core.store.transaction(() => {
		let last = 0;
		for (let index = 0; index < copies; index += 1) {
			last = core.store.next('JdtNum');
			const ReferenceDate = dayOf(new Date(newYear + (index % 365) * DAY_MS));
			core.store.put('JournalEntries', { ...entry, JdtNum: last, ReferenceDate });
		}
		return { first: last - copies + 1, last };
	});
}
