import type { ServiceLayer } from '../client';
import { covers, readPeriods } from '../company/company';
import { serviceLayerError } from '../errors';
import { allOf, buildFilter, getAll } from '../odata';
import type { Row } from '../types';
import { dayOf, isReversalOf } from './compareEntry';
import { nameOf } from './found';

/** Which day a reversing entry gets: that of the entry, the next one whose posting period is unlocked, or today. */
export type ReversalDate = 'original' | 'nextOpenDay' | 'today';

/** Entries of one day that are looked through for a reversal without any reference. */
const MAX_ENTRIES_OF_A_DAY = 5_000;
/** Periods are months, or longer; a day so far ahead lies in the period after today's. */
const NEXT_PERIOD_MS = 31 * 86_400_000;
const REVERSAL_SELECT = ['JdtNum', 'Number', 'ReferenceDate', 'Reference', 'Reference2', 'Reference3', 'JournalEntryLines'];

/** @returns the entry that reverses this one, found by its references, or by its day where it has none or they were changed since */
export async function reversalOf(serviceLayer: ServiceLayer, entry: Row, days: string[] = []): Promise<Row | undefined> {
	const later = buildFilter([{ field: 'JdtNum', operator: 'gt', value: entry.JdtNum, type: 'number' }]);
	const look = async (same: string | undefined) => {
		const query = { filter: allOf(later, same), orderBy: 'JdtNum', select: REVERSAL_SELECT };
		const { rows } = await getAll(serviceLayer, 'JournalEntries', query, { limit: MAX_ENTRIES_OF_A_DAY });
		return rows.find((row) => isReversalOf(row, entry));
	};
	const reference = ['Reference2', 'Reference', 'Reference3'].find(
		(field) => typeof entry[field] === 'string' && entry[field] !== '',
	);
	const byReference =
		reference === undefined
			? undefined
			: await look(buildFilter([{ field: reference, operator: 'eq', value: entry[reference] }]));
	if (byReference) return byReference;
	if (reference !== undefined && days.length === 0) return undefined;
	const own = [dayOf(entry.ReferenceDate), dayOf(entry.StornoDate), ...days].filter((day) => day !== '');
	return await look(
		buildFilter(
			[...new Set(own)].map((value) => ({ field: 'ReferenceDate', operator: 'eq', value, type: 'date' })),
			'or',
		),
	);
}

/**
 * @param today ISO day in the time zone of the company
 * @returns the day of the reversal; undefined where B1 is to date it like the entry
 * @throws ServiceLayerError of class period where no period is open
 */
export async function reversalDay(
	serviceLayer: ServiceLayer,
	entry: Row,
	rule: ReversalDate,
	today: string,
): Promise<string | undefined> {
	const own = dayOf(entry.ReferenceDate);
	if (rule === 'original' || (rule === 'today' && today === own)) return undefined;
	if (rule === 'today') return today;
	const soon = new Date(Date.parse(today) + NEXT_PERIOD_MS).toISOString().slice(0, 10);
	const periods = (await readPeriods(serviceLayer, [own, today, soon])).filter(isOpen);
	if (periods.some((period) => covers(period, own))) return undefined;
	const [next] = periods
		.map((period) => dayOf(period.PostingDateFrom))
		.filter((day) => day > own)
		.sort();
	if (next === undefined) throw noOpenDay(entry, own);
	return next;
}

/** As the node that builds entries sees it: sales documents aside, entries are taken. */
function isOpen({ PeriodStatus, Locked }: Row): boolean {
	const status = String(PeriodStatus ?? 'ltUnlocked');
	return ['ltUnlocked', 'ltUnlockedExceptSales', 'N', 'S'].includes(status) && !['tYES', 'Y'].includes(String(Locked ?? ''));
}

function noOpenDay(entry: Row, day: string): Error {
	return serviceLayerError({
		errorClass: 'period',
		message: `No posting period is unlocked on or after ${day}, so ${nameOf(entry)} cannot be reversed`,
		status: 0,
		code: '',
		text: '',
		place: {},
		advice: 'Unlock a posting period in B1 and run the item again.',
		done: 'no',
	});
}
