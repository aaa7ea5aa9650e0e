import type { IDataObject } from 'n8n-workflow';
import { recordRows, type JournalEntryResult, type RecordLine } from '../shared/journalEntry';
import { wordsOf, type Language, type Words } from '../shared/language';
import type { ReviewReason } from '../shared/review';

/** What a person reads of an item before anything else; short lines, because n8n's tables show them one below the other. */
export interface Summary extends IDataObject {
	result: string;
	reasons?: string[];
	entry?: string[];
	checked: string;
	language: string;
}

/** @param companyDb of B1 whose master data was looked at; null where nothing was checked */
export function summaryOf(
	{ status, postingRecord, audit }: Pick<JournalEntryResult, 'status' | 'postingRecord' | 'audit'>,
	reasons: readonly ReviewReason[],
	language: Language,
): Summary {
	const words = wordsOf(language);
	return {
		result: words.results[status],
		...(reasons.length > 0 ? { reasons: reasons.map(({ message }) => message) } : {}),
		...(postingRecord.length > 0 ? { entry: entryLines(postingRecord, words) } : {}),
		checked: audit.checkedAgainstB1 ? `${words.checked.against} ${audit.companyDb ?? ''}`.trim() : words.checked.nothing,
		language,
	};
}

function entryLines(record: readonly RecordLine[], words: Words): string[] {
	const { rows } = recordRows(record, '', words);
	return rows.map(({ accountOrPartner, role, costObjects, tax, debit, credit }, index) => {
		const side = debit === '' ? words.record.credit : words.record.debit;
		const what = [accountOrPartner, role, costObjects, tax].filter((part) => part !== '').join(', ');
		return `${side} ${debit || credit} ${record[index]!.currency}: ${what}`;
	});
}
