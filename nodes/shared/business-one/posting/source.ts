import type { IDataObject } from 'n8n-workflow';
import { Decimal } from '../../money';
import type { Row } from '../types';
import type { PostingInput } from './types';

/**
 * What a document was made from: a report, an invoice request, a cash advance, by the id that it keeps when it is approved again.
 * Whether two documents are of the same is told by type and id, never by a text that people write.
 */
export interface Source {
	/** The type of the document; `id` where the caller did not tell it. */
	type: string;
	id: string;
}

const UNTOLD = 'id';
const SOURCE = /^(expense|invoice|cashadvance|payroll|id) (\S{1,80})$/;

/** @returns the source of an input; undefined where it has no id */
export function sourceOfInput({ docType, reportId }: Partial<PostingInput>): Source | undefined {
	const id = reportId?.trim() ?? '';
	if (id === '') return undefined;
	return { type: docType && SOURCE.test(`${docType} ${id}`) ? docType : UNTOLD, id };
}

/** @returns the source that an entry carries in Reference 2 of its first line; undefined for entries of earlier versions */
export function sourceOfEntry(entry: Row | undefined): Source | undefined {
	const lines = Array.isArray(entry?.JournalEntryLines) ? (entry.JournalEntryLines as Row[]) : [];
	for (const { Reference2 } of lines) {
		const match = typeof Reference2 === 'string' ? SOURCE.exec(Reference2) : null;
		if (match) return { type: match[1]!, id: match[2]! };
	}
	return undefined;
}

/** @returns the lines with the source on the first of them, where B1 shows a reference of the line and nothing else uses it */
export function linesWithSource(input: PostingInput): IDataObject[] {
	const lines = input.journalEntry.JournalEntryLines as IDataObject[];
	const source = sourceOfInput(input);
	const [first, ...rest] = lines;
	const text = source && `${source.type} ${source.id}`;
	if (!first || text === undefined || !SOURCE.test(text) || first.Reference2) return lines;
	return [{ ...first, Reference2: text }, ...rest];
}

export function isSameSource(one: Source, other: Source): boolean {
	return one.id === other.id && (one.type === other.type || one.type === UNTOLD || other.type === UNTOLD);
}

/**
 * @returns whether an entry moves money the other way than what is to be posted: every account and partner that both name changes
 * sides. The return of a cash advance is the advance the other way round.
 */
export function isOpposite(sent: Row, found: Row): boolean {
	const [here, there] = [balances(sent), balances(found)];
	const shared = [...here].filter(([name]) => there.has(name));
	return shared.length > 0 && shared.every(([name, amount]) => amount.times(there.get(name)!).isNegative());
}

/** Debits less credits by account or partner, those that are not zero. */
function balances(entry: Row): Map<string, Decimal> {
	const sums = new Map<string, Decimal>();
	for (const line of Array.isArray(entry.JournalEntryLines) ? (entry.JournalEntryLines as Row[]) : []) {
		const name = String(line.ShortName || line.AccountCode || '');
		const foreign = difference(line.FCDebit, line.FCCredit);
		const amount = foreign.isZero() ? difference(line.Debit, line.Credit) : foreign;
		sums.set(name, (sums.get(name) ?? new Decimal(0)).plus(amount));
	}
	return new Map([...sums].filter(([, sum]) => !sum.isZero()));
}

function difference(debit: unknown, credit: unknown): Decimal {
	return new Decimal(String(debit ?? 0) || 0).minus(new Decimal(String(credit ?? 0) || 0));
}
