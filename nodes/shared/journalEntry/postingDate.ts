import type { Profile } from '../mapping';
import type { Posting, Role } from '../posting';
import { reason, warning, type ReviewReason } from '../review';
import { dueDateOf } from './dueDate';
import type { MasterData, PaymentTerms, PeriodFacts } from './masterData';

/** The dates of an entry, YYYY-MM-DD, with what was found on the way. */
export interface EntryDates {
	postingDate: string | null;
	taxDate: string | null;
	dueDate: string | null;
	reasons: ReviewReason[];
	warnings: ReviewReason[];
}

/** The posting date by the mapping's rule, then by its fallbacks; null when the document has none of them. */
export function postingDateOf(posting: Posting, profile: Profile, today: string | undefined): string | null {
	if (profile.postingDate === 'today') return today ?? null;
	if (profile.postingDate === 'fixed') return profile.fixedDate;
	for (const rule of [profile.postingDate, ...profile.postingDateFallback]) {
		const date = posting.dates[rule];
		if (date) return date;
	}
	return null;
}

/**
 * Finds posting, tax and due date of an entry and checks them against B1's posting periods, each of which has a window for each of
 * the three dates (B1 posting periods). The period policy decides about a date that B1 would refuse.
 */
export function entryDates(
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
	today: string | undefined,
	terms: PaymentTerms | null = null,
): EntryDates {
	const wanted = postingDateOf(posting, profile, today);
	const dates: EntryDates = { postingDate: wanted, taxDate: null, dueDate: null, reasons: [], warnings: [] };
	if (wanted === null) {
		dates.reasons.push(
			reason('missing-date', posting, `The document has no date for the posting date rule "${profile.postingDate}".`, {
				field: 'postingDate',
			}),
		);
		return dates;
	}
	const periods = masterData?.periods ?? null;
	const period = periods === null ? undefined : openPeriod(posting, profile, periods, dates);
	const { postingDate } = dates;
	dates.taxDate = posting.dates.document ?? postingDate;
	dates.dueDate = dueDateFor(mainRoleOf(posting), terms, posting, profile, postingDate!);
	if (period) {
		dates.taxDate = withinWindow(posting, profile, dates, 'TaxDate', dates.taxDate!, period.taxFrom, period.taxTo);
		dates.dueDate = withinWindow(posting, profile, dates, 'DueDate', dates.dueDate, period.dueFrom, period.dueTo);
	}
	return dates;
}

function dueDateFor(role: Role, terms: PaymentTerms | null, posting: Posting, profile: Profile, postingDate: string): string {
	return dueDateOf(role === 'employeeVendor' ? profile.employeeDueDate : profile.dueDate, posting, { postingDate, terms });
}

/**
 * The due date of a partner's line, where it is another one than the entry's: by the rule of its role and the terms of the partner.
 * One that B1's period does not take is judged as the entry's own.
 */
export function dueDateOfLine(
	role: Role,
	terms: PaymentTerms | null,
	posting: Posting,
	profile: Profile,
	dates: EntryDates,
	periods: readonly PeriodFacts[] | null,
): string | undefined {
	const { postingDate } = dates;
	if (postingDate === null || role === mainRoleOf(posting)) return undefined;
	const wanted = dueDateFor(role, terms, posting, profile, postingDate);
	const period = periods?.find(
		({ open, postingFrom, postingTo }) => open && postingFrom <= postingDate && postingDate <= postingTo,
	);
	const day = period ? withinWindow(posting, profile, dates, 'DueDate', wanted, period.dueFrom, period.dueTo) : wanted;
	return day === dates.dueDate ? undefined : day;
}

/** Who the entry is about: its due date is that of this creditor. */
export function mainRoleOf({ docType }: Posting): 'vendor' | 'employeeVendor' {
	return docType === 'invoice' ? 'vendor' : 'employeeVendor';
}

/** The period of the posting date; moves the date where the policy allows it. */
function openPeriod(
	posting: Posting,
	profile: Profile,
	periods: readonly PeriodFacts[],
	dates: EntryDates,
): PeriodFacts | undefined {
	const day = dates.postingDate!;
	const own = periods.find(({ postingFrom, postingTo }) => postingFrom <= day && day <= postingTo);
	if (own?.open) return own;
	const next = periods
		.filter(({ open, postingTo }) => open && postingTo >= day)
		.sort((a, b) => (a.postingFrom < b.postingFrom ? -1 : 1))[0];
	if (profile.periodPolicy === 'nextOpenDay' && next) {
		const moved = next.postingFrom > day ? next.postingFrom : day;
		const why = own ? `period ${own.code} is locked` : 'there is no posting period for it';
		dates.warnings.push(
			warning('date-moved', posting, `Posting date moved from ${day} to ${moved}: ${why}.`, {
				field: 'ReferenceDate',
				value: moved,
			}),
		);
		dates.postingDate = moved;
		return next;
	}
	const place = { field: 'ReferenceDate', value: day };
	dates.reasons.push(
		own
			? reason('period-locked', posting, `The posting date ${day} lies in period ${own.code}, which is locked in B1.`, place)
			: reason('period-missing', posting, `B1 has no posting period for ${day}.`, place),
	);
	return undefined;
}

function withinWindow(
	posting: Posting,
	profile: Profile,
	dates: EntryDates,
	field: string,
	day: string,
	from: string | null,
	to: string | null,
): string {
	const isInside = (date: string) => (from === null || from <= date) && (to === null || date <= to);
	if (isInside(day)) return day;
	const window = `${from ?? '...'} to ${to ?? '...'}`;
	if (profile.periodPolicy === 'nextOpenDay') {
		const postingDate = dates.postingDate!;
		const nearest = from !== null && day < from ? from : to!;
		const [moved, what] = isInside(postingDate) ? [postingDate, 'the posting date'] : [nearest, 'its nearest day'];
		const finding = `${field} ${day} is outside B1's window ${window}; ${what} ${moved} is used.`;
		dates.warnings.push(warning('date-moved', posting, finding, { field, value: day }));
		return moved;
	}
	dates.reasons.push(
		reason('date-out-of-range', posting, `${field} ${day} is outside the window ${window} of the posting period.`, {
			field,
			value: day,
		}),
	);
	return day;
}
