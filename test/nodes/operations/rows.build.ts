import { expenseItem } from '../BuildJournalEntry/samples';
import type { Rows } from './rows';

const document = (n: number) => expenseItem({ docId: n.toString(16).padStart(32, 'b'), costs: [{ amount: 10 }] });

export const buildRows: Rows = () => ({
	'buildJournalEntry.build': {
		good: { document },
		when: { fixedDate: { postingDate: 'fixed' } },
		untouched: /document/i,
	},
	'buildJournalEntry.exportProfile': { fewerItems: true },
});
