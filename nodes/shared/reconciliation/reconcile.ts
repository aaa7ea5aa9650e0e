import { amountText } from './amounts';
import { differencesOf, entriesWithoutRow } from './differences';
import { fateOf } from './fate';
import { totalsOf } from './totals';
import {
	FATES,
	type AccountBalance,
	type Books,
	type Fate,
	type NotedDocument,
	type OpenAccount,
	type Period,
	type Reconciliation,
} from './types';

const counted = (documents: readonly NotedDocument[]): Record<Fate, number> =>
	Object.fromEntries(FATES.map((fate) => [fate, documents.filter((document) => fateOf(document) === fate).length])) as Record<
		Fate,
		number
	>;

/** One row a document: a row that another one stands for, and a document noted twice, count once. */
function distinct(documents: readonly NotedDocument[]): NotedDocument[] {
	const byId = new Map<string, NotedDocument>();
	for (const document of documents) {
		const id = document.docId.toLowerCase();
		if (fateOf(document) !== null && !byId.has(id)) byId.set(id, document);
	}
	return [...byId.values()];
}

function openAccounts(accounts: readonly AccountBalance[], currency: string): OpenAccount[] {
	return accounts.flatMap(({ code, name, balance }): OpenAccount[] => {
		if (balance === null) return [{ code, name: '', balance: '', text: 'Business One has no such account.' }];
		if (balance.isZero()) return [];
		const text = `Should be empty, and holds ${amountText(balance, currency)} ${currency}.`;
		return [{ code, name, balance: amountText(balance, currency), text }];
	});
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function verdictOf({ received, counts, differences, openAccounts: open }: Omit<Reconciliation, 'verdict' | 'agrees'>): string {
	const wrong = differences.filter(({ severity }) => severity === 'wrong').length;
	const waiting = counts.inReview + counts.inFlight;
	const parts = [
		wrong > 0 && `${plural(wrong, 'difference')} to settle`,
		differences.length > wrong && `${differences.length - wrong} to look at`,
		waiting > 0 && `${plural(waiting, 'document')} not done yet`,
		open.length > 0 && `${plural(open.length, 'account')} not empty`,
	].filter((part) => part !== false);
	if (parts.length > 0) return `${plural(received, 'document')} received: ${parts.join(', ')}.`;
	return `${plural(received, 'document')} received, and Concur, the table and Business One agree.`;
}

/**
 * Compares a period three ways: what Concur handed over, what the Data Table says became of it, and what stands in B1.
 *
 * @param documents rows of the Data Table, of the period and of around it: those noted outside are known, and not counted
 * @param books what B1 holds of these documents, and all entries of ours in the period
 */
export function reconcile(documents: readonly NotedDocument[], books: Books, { from, to }: Period): Reconciliation {
	const noted = distinct(documents.filter(({ notedOn }) => notedOn >= from && notedOn <= to));
	const counts = counted(noted);
	const known = new Set(documents.map(({ docId }) => docId.toLowerCase()));
	const differences = [
		...noted.flatMap((document) => differencesOf(document, books, { from, to })),
		...entriesWithoutRow(books, known),
	].sort((one, other) => Number(one.severity === 'look') - Number(other.severity === 'look'));
	const result = {
		from,
		to,
		companyDb: books.companyDb,
		currency: books.currency,
		received: noted.length - counts.left,
		counts,
		askedInConcur: noted.filter(({ concur }) => concur !== '').length,
		differences,
		totals: totalsOf(noted, books),
		openAccounts: openAccounts(books.accounts, books.currency),
	};
	const agrees = differences.every(({ severity }) => severity === 'look') && result.openAccounts.length === 0;
	return { ...result, agrees, verdict: verdictOf(result) };
}
