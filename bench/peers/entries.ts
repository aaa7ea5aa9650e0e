import { contentHashOf } from '../../nodes/shared/business-one';

export interface Entry {
	postingKey: string;
	contentHash: string;
	reportId: string;
	docType: string;
	journalEntry: ReturnType<typeof journalEntry>;
}

const journalEntry = (number: number) => ({
	ReferenceDate: '2026-03-31',
	Reference: `R-${number}`,
	Memo: `Report ${number}`,
	JournalEntryLines: [
		{ AccountCode: '611000', Debit: 100 + (number % 900) },
		{ ShortName: 'CBCP', Credit: 100 + (number % 900) },
	],
});

/** Journal entries that the demo company takes, each its own, with what this package wants to know of one besides. */
export function entries(count: number): Entry[] {
	return Array.from({ length: count }, (_, index) => {
		const entry = journalEntry(index + 1);
		const id = (index + 1).toString(16).padStart(32, '0');
		return {
			postingKey: `192544:${id}`,
			contentHash: contentHashOf(entry),
			reportId: `REPORT${index + 1}`,
			docType: 'expense',
			journalEntry: entry,
		};
	});
}
