import { Decimal } from '../../money';
import type { ServiceLayer } from '../client';
import { covers, readPeriods } from '../company/company';
import { ServiceLayerError } from '../errors';
import { allOf, buildFilter, getAll } from '../odata';
import type { Row } from '../types';
import { dayOf, isReversalOf, linesOf } from './compareEntry';
import { nameOf } from './found';
import { DIMENSIONS_AND_TAX } from './payload';

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
 * @returns the first day from that of the entry on whose posting period is unlocked
 * @throws ServiceLayerError of class period where there is none
 */
export async function nextOpenDay(serviceLayer: ServiceLayer, entry: Row, today: string): Promise<string> {
	const own = dayOf(entry.ReferenceDate);
	const soon = new Date(Date.parse(today) + NEXT_PERIOD_MS).toISOString().slice(0, 10);
	const periods = (await readPeriods(serviceLayer, [own, today, soon])).filter(isOpen);
	if (periods.some((period) => covers(period, own))) return own;
	const [next] = periods
		.map((period) => dayOf(period.PostingDateFrom))
		.filter((day) => day > own)
		.sort();
	if (next === undefined) throw noOpenDay(entry, own);
	return next;
}

const HEADER = ['Reference', 'Reference2', 'Reference3', 'TransactionCode', 'ProjectCode', 'Indicator'];
const LINE = ['FCCurrency', 'LineMemo', 'Reference1', 'Reference2', 'AdditionalReference', 'VatLine', ...DIMENSIONS_AND_TAX];
const SWAPPED: Array<[string, string]> = [
	['Debit', 'Credit'],
	['FCDebit', 'FCCredit'],
];
const MEMO_LENGTH = 50;

/** @returns an entry that takes another one back on a day of its own: the same lines with the sides swapped, the same references */
export function reversingEntry(entry: Row, day: string): Row {
	return {
		ReferenceDate: day,
		DueDate: day,
		TaxDate: day,
		Memo: [...`(Reversal) ${String(entry.Memo ?? '')}`.trim()].slice(0, MEMO_LENGTH).join(''),
		...given(entry, [...HEADER, ...userFieldsOf(entry)]),
		...(entry.AutoVAT === 'tYES' ? { AutoVAT: 'tNO' } : {}),
		JournalEntryLines: linesOf(entry).map(reversingLine),
	};
}

function reversingLine(line: Row): Row {
	const isPartner = line.ShortName && line.ShortName !== line.AccountCode;
	const amounts = SWAPPED.flatMap(([debit, credit]) => [
		[debit, line[credit]],
		[credit, line[debit]],
	]).filter(([, amount]) => Number(amount ?? 0) !== 0);
	return {
		...(isPartner ? { ShortName: line.ShortName, ControlAccount: line.AccountCode } : { AccountCode: line.AccountCode }),
		...(Object.fromEntries(amounts) as Row),
		...given(line, [...LINE, ...userFieldsOf(line)]),
		...(line.VatLine === 'tYES' ? reversedBase(line, amounts.length === 0) : {}),
	};
}

/** A tax of nought has no side that could be swapped: its base is taken off by its sign. */
function reversedBase(line: Row, isNought: boolean): Row {
	const base = given(line, ['BaseSum']);
	if (!isNought || base.BaseSum === undefined) return base;
	return { Debit: 0, BaseSum: Number(new Decimal(String(base.BaseSum)).negated()) };
}

/** A company that demands fields of its own demands them of a reversal, too. */
const userFieldsOf = (row: Row): string[] => Object.keys(row).filter((name) => name.startsWith('U_'));

function given(row: Row, names: string[]): Row {
	return Object.fromEntries(
		names.filter((name) => row[name] !== undefined && row[name] !== null && row[name] !== '').map((name) => [name, row[name]]),
	);
}

/** As the node that builds entries sees it: sales documents aside, entries are taken. */
function isOpen({ PeriodStatus, Locked }: Row): boolean {
	const status = String(PeriodStatus ?? 'ltUnlocked');
	return ['ltUnlocked', 'ltUnlockedExceptSales', 'N', 'S'].includes(status) && !['tYES', 'Y'].includes(String(Locked ?? ''));
}

function noOpenDay(entry: Row, day: string): Error {
	return new ServiceLayerError({
		kind: 'period',
		message: `No posting period is unlocked on or after ${day}, so ${nameOf(entry)} cannot be reversed`,
		advice: 'Unlock a posting period in B1 and run the item again.',
	});
}
