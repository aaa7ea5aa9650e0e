import type { Profile } from '../mapping';
import type { Posting } from '../posting';
import type { PaymentTerms } from './masterData';

/** What a due date can be made of, besides the document. */
export interface DueDateFacts {
	postingDate: string;
	/** Of the partner in B1; null where it is not known. */
	terms: PaymentTerms | null;
}

/** The first rule of the list that has a date; the posting date where none has. */
export function dueDateOf(rules: Profile['dueDate'], posting: Posting, facts: DueDateFacts): string {
	for (const rule of rules) {
		const day = byRule(rule, posting, facts);
		if (day !== undefined) return day;
	}
	return facts.postingDate;
}

function byRule(rule: string, posting: Posting, { postingDate, terms }: DueDateFacts): string | undefined {
	const [name, days] = rule.split('+') as [string, string?];
	const invoiceDate = posting.dates.document;
	switch (name) {
		case 'document':
			return posting.dueDate;
		case 'terms':
			return invoiceDate === undefined || posting.netTermDays === undefined
				? undefined
				: addDays(invoiceDate, posting.netTermDays);
		case 'partner':
			return terms === null ? undefined : byTerms(terms, invoiceDate, postingDate);
		case 'documentDate':
			return invoiceDate === undefined ? undefined : addDays(invoiceDate, Number(days ?? 0));
		default:
			return addDays(postingDate, Number(days ?? 0));
	}
}

/** B1's payment terms: from the date they start at to a point in its month, then months, then days. */
function byTerms({ from, startFrom, months, days }: PaymentTerms, invoiceDate: string | undefined, postingDate: string): string {
	const base = from === 'document' ? (invoiceDate ?? postingDate) : postingDate;
	return addDays(addMonths(startOf(base, startFrom), months, startFrom === 'monthEnd'), days);
}

function startOf(day: string, startFrom: PaymentTerms['startFrom']): string {
	const [year, month, date] = partsOf(day);
	if (startFrom === 'monthEnd') return dayText(year, month, 0);
	if (startFrom === 'monthStart') return dayText(year, month, 1);
	if (startFrom === 'halfMonth') return date <= HALF_MONTH ? dayText(year, month - 1, HALF_MONTH) : dayText(year, month, 0);
	return day;
}

const HALF_MONTH = 15;

/** Months later on the same date, or on the last one of a shorter month; `isMonthEnd` stays at the end of longer ones. */
function addMonths(day: string, months: number, isMonthEnd: boolean): string {
	if (months === 0) return day;
	const [year, month, date] = partsOf(day);
	const last = dayText(year, month + months, 0);
	const same = dayText(year, month - 1 + months, date);
	return isMonthEnd || same > last ? last : same;
}

function addDays(day: string, days: number): string {
	const [year, month, date] = partsOf(day);
	return dayText(year, month - 1, date + days);
}

const partsOf = (day: string): [number, number, number] => day.split('-').map(Number) as [number, number, number];

/** `month` counts from 0; a month or date outside its range runs over into the next, as in `Date.UTC`. */
const dayText = (year: number, month: number, date: number): string =>
	new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
