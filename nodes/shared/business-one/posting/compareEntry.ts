import { Decimal } from '../../money';
import type { Row } from '../types';
import { DIMENSIONS_AND_TAX } from './payload';
import type { Difference } from './types';

const LINE_TEXTS = ['AccountCode', 'ShortName', 'ControlAccount', 'FCCurrency', ...DIMENSIONS_AND_TAX];
const SIDES: Array<[string, string]> = [
	['Debit', 'Credit'],
	['FCDebit', 'FCCredit'],
];
const HEADER_TEXTS = ['Reference', 'Reference2'];
const HEADER_DATES = ['ReferenceDate', 'DueDate', 'TaxDate'];

/**
 * Compares an entry in B1 with what was sent: dates and references, and every line's account or partner, sides, currency, cost
 * objects, tax and branch. What was not sent is B1's to fill in and is not compared.
 * @returns what differs; nothing where the entry is the one that was sent
 */
export function compareEntry(sent: Row, found: Row): Difference[] {
	const lines = addsLines(sent) ? compareSentLines(linesOf(sent), linesOf(found)) : compareLines(linesOf(sent), linesOf(found));
	return [...compareHeader(sent, found), ...lines];
}

/** @returns whether `later` takes back `earlier`: the same lines with the sides swapped, or the same sides negative */
export function isReversalOf(later: Row, earlier: Row): boolean {
	const reversed = linesOf(later);
	const lines = linesOf(earlier);
	if (lines.length === 0 || lines.length !== reversed.length) return false;
	return (
		lines.every((line, index) => {
			const other = reversed[index];
			if (!other || text(line.AccountCode) !== text(other.AccountCode) || text(line.ShortName) !== text(other.ShortName))
				return false;
			return SIDES.every(([debit, credit]) =>
				balanceOf(line, debit, credit)
					.plus(balanceOf(other, debit, credit))
					.isZero(),
			);
		}) && lines.some((line) => SIDES.some(([debit, credit]) => !balanceOf(line, debit, credit).isZero()))
	);
}

/** @returns the lines of an entry, in B1's order */
export function linesOf(entry: Row): Row[] {
	const lines = Array.isArray(entry.JournalEntryLines) ? (entry.JournalEntryLines as Row[]) : [];
	return [...lines].sort((a, b) => Number(a.Line_ID ?? 0) - Number(b.Line_ID ?? 0));
}

/** @returns the day of a date as either version writes it (`2026-01-31`, `2026-01-31T00:00:00Z`) or as it may be sent (`20260131`) */
export function dayOf(value: unknown): string {
	const raw = text(value);
	const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(raw);
	return compact ? compact.slice(1).join('-') : raw.slice(0, 10);
}

function compareHeader(sent: Row, found: Row): Difference[] {
	const fields: Array<[string, (value: unknown) => string]> = [
		...HEADER_TEXTS.map((field): [string, typeof text] => [field, text]),
		...HEADER_DATES.map((field): [string, typeof text] => [field, dayOf]),
	];
	const own = Object.keys(sent).filter(isOwnField);
	return [...fields, ...own.map((field): [string, typeof text] => [field, ownValue])]
		.filter(([field, read]) => text(sent[field]) !== '' && read(sent[field]) !== read(found[field]))
		.map(([field, read]) => ({ field, sent: read(sent[field]), found: read(found[field]) }));
}

function compareLines(sent: Row[], found: Row[]): Difference[] {
	if (sent.length !== found.length)
		return [{ field: 'JournalEntryLines', sent: `${sent.length} lines`, found: `${found.length} lines` }];
	const inOrder = sent.flatMap((line, index) => compareLine(line, found[index] ?? {}, index + 1));
	return inOrder.length > 0 && matchInAnyOrder(sent, found) ? [] : inOrder;
}

/** With these B1 adds tax lines of its own. */
function addsLines(sent: Row): boolean {
	return sent.AutoVAT === 'tYES' || sent.AutomaticWT === 'tYES';
}

/** Every line that was sent must be there; lines that B1 added are its own. */
function compareSentLines(sent: Row[], found: Row[]): Difference[] {
	if (matchInAnyOrder(sent, found)) return [];
	return sent.flatMap((line, index) => compareLine(line, found[index] ?? {}, index + 1));
}

/** The order of lines says nothing about the books, so an entry that B1 sorted differently is still the same. */
function matchInAnyOrder(sent: Row[], found: Row[]): boolean {
	const left = [...found];
	return sent.every((line) => {
		const index = left.findIndex((candidate) => compareLine(line, candidate, 0).length === 0);
		if (index < 0) return false;
		left.splice(index, 1);
		return true;
	});
}

function compareLine(sent: Row, found: Row, line: number): Difference[] {
	const own = Object.keys(sent).filter(isUserField);
	const isOther = (field: string) => text(sent[field]) !== '' && ownValue(sent[field]) !== ownValue(found[field]);
	const texts = [...LINE_TEXTS, ...own]
		.filter(isOther)
		.map((field) => ({ line, field, sent: text(sent[field]), found: text(found[field]) }));
	const amounts = SIDES.filter(([debit, credit]) => text(sent[debit]) !== '' || text(sent[credit]) !== '')
		.flat()
		.filter((field) => !amount(sent[field]).equals(amount(found[field])))
		.map((field) => ({ line, field, sent: amount(sent[field]).toString(), found: amount(found[field]).toString() }));
	return [...texts, ...amounts];
}

/** A field of the company's own. */
export const isUserField = (field: string): boolean => field.startsWith('U_');

/** Fields of a header that the mapping fills from the document. */
const isOwnField = (field: string): boolean => isUserField(field) || ['TransactionCode', 'Indicator', 'Series'].includes(field);

/** The value of a field as it may be compared: B1 gives a day with a time of midnight behind it. */
export const ownValue = (value: unknown): string => text(value).replace(/^(\d{4}-\d{2}-\d{2})T00:00:00.*$/, '$1');

function balanceOf(line: Row, debit: string, credit: string): Decimal {
	return amount(line[debit]).minus(amount(line[credit]));
}

function amount(value: unknown): Decimal {
	const raw = text(value);
	return raw === '' ? new Decimal(0) : new Decimal(raw);
}

function text(value: unknown): string {
	return value === null || value === undefined ? '' : String(value).trim();
}
