import { dayOf, isBlank, shownValue, type Json } from './fields';

/** What stands where a date should. */
export interface UnreadableDate {
	field: string;
	value: string;
}

/** Reads the dates of one document and keeps those that are none: they are never another date, and never nothing. */
export class DateReader {
	readonly unreadable: UnreadableDate[] = [];

	constructor(private readonly timeZone: string) {}

	day(section: Json, field: string): string | undefined {
		const value = section[field];
		if (isBlank(value)) return undefined;
		const day = dayOf(value, this.timeZone);
		if (day === undefined) this.unreadable.push({ field, value: shownValue(value) });
		return day;
	}
}
