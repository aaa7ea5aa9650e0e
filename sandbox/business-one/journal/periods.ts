import type { Core } from '../core';
import { within } from '../dates';
import { ruleBroken } from '../errors';
import { isSuperuser } from '../session';
import type { Row } from '../store/store';

/** The three dates of an entry or a line, `YYYY-MM-DD`. */
export interface EntryDates {
	posting: string;
	due: string;
	tax: string;
}

/**
 * Checks the dates of an entry against the posting period that the posting date falls in: it must exist and be open, and posting, due
 * and document date must each lie within their own window (table OFPR).
 */
export function checkPeriod(core: Core, user: string, dates: EntryDates): void {
	if (core.company().AllowFuturePostingDate === 'tNO' && dates.posting > core.today()) throw outside(core, 'OJDT.RefDate');
	const period = periodOf(core, dates.posting);
	if (!period) throw ruleBroken('10001090 - Posting period missing', undefined, { code: -10 });
	if (isLocked(core, user, period))
		throw ruleBroken('Posting period locked; specify an alternative date', undefined, { code: -4013 });
	if (!within(dates.due, period.ValueDateFrom, period.ValueDateTo)) throw outside(core, 'OJDT.DueDate');
	if (!within(dates.tax, period.TaxDateFrom, period.TaxDateTo)) throw outside(core, 'OJDT.TaxDate');
}

/** Checks the due and document date of a line that differ from those of its header. */
export function checkLineDates(core: Core, header: EntryDates, dates: EntryDates, line: number): void {
	if (dates.due === header.due && dates.tax === header.tax) return;
	const period = periodOf(core, dates.posting);
	if (!period) return;
	if (!within(dates.due, period.ValueDateFrom, period.ValueDateTo)) throw outside(core, 'JournalEntryLines.DueDate', line);
	if (!within(dates.tax, period.TaxDateFrom, period.TaxDateTo)) throw outside(core, 'JournalEntryLines.TaxDate', line);
}

/** The period whose posting window holds the day. */
export function periodOf(core: Core, day: string): Row | undefined {
	return core.store.find('*Periods', (period) => within(day, period.PostingDateFrom, period.PostingDateTo));
}

function isLocked(core: Core, user: string, period: Row): boolean {
	if (period.Locked === 'tYES' || period.PeriodStatus === 'ltLocked') return true;
	return period.PeriodStatus === 'ltPeriodClosing' && !isSuperuser(core.store.rows('Users'), user);
}

function outside(core: Core, place: string, line?: number) {
	if (core.company().DateRangeMessage !== '') return ruleBroken('10000156 - Posting Date deviates from the defined range');
	return ruleBroken('Date deviates from permissible range', place, line === undefined ? {} : { line });
}
