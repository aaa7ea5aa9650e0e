import { ZERO, type Decimal } from '../money';
import { amountText, approvedAmount, bookedAmount, sumOf } from './amounts';
import { fateOf } from './fate';
import type { BookEntry, Books, NotedDocument, Total } from './types';

/** A posted document with the entries that stand in the books for it. */
interface Posted {
	document: NotedDocument;
	entries: BookEntry[];
}

function posted(documents: readonly NotedDocument[], books: Books): Posted[] {
	return documents
		.filter((document) => fateOf(document) === 'posted')
		.map((document) => ({ document, entries: books.documents.get(document.docId.toLowerCase())?.live ?? [] }));
}

const byText = (one: Total, other: Total): number => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);

/** Concur's approved amounts against the debits of the entries, document by document put together by a key and the currency. */
function againstConcur(
	all: readonly Posted[],
	by: 'currency' | 'employee',
	keyOf: (document: NotedDocument) => string,
	local: string,
): Total[] {
	const groups = new Map<string, Posted[]>();
	for (const one of all) {
		const key = JSON.stringify([keyOf(one.document), one.document.currency]);
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	const totals = [...groups].map(([group, members]): Total => {
		const [key, currency] = JSON.parse(group) as [string, string];
		const concur = sumOf(members.map(({ document }) => approvedAmount(document) ?? ZERO));
		const booked = sumOf(members.map((member) => signedAmount(member, currency, local)));
		return {
			by,
			key,
			currency,
			documents: members.length,
			concur: amountText(concur, currency),
			businessOne: amountText(booked, currency),
			difference: amountText(booked.minus(concur), currency),
		};
	});
	return totals.sort(byText);
}

/** The debits of a document's entries, negative where Concur approved a negative amount: a refund swaps the sides. */
function signedAmount({ document, entries }: Posted, currency: string, local: string): Decimal {
	const booked = sumOf(entries.map((entry) => bookedAmount(entry, currency, local) ?? ZERO));
	return approvedAmount(document)?.isNegative() === true ? booked.negated() : booked;
}

interface Moved {
	documents: Set<string>;
	balance: Decimal;
}

/** Debits less credits in local currency, by what a line is posted to. */
function balances(
	all: readonly Posted[],
	by: 'account' | 'costCenter',
	keysOf: (line: BookEntry['lines'][number]) => string[],
	local: string,
): Total[] {
	const moved = new Map<string, Moved>();
	for (const { entries } of all)
		for (const { docId, lines } of entries)
			for (const line of lines)
				for (const key of keysOf(line)) {
					const known = moved.get(key) ?? { documents: new Set<string>(), balance: ZERO };
					known.documents.add(docId);
					moved.set(key, { ...known, balance: known.balance.plus(line.debit).minus(line.credit) });
				}
	const totals = [...moved].map(
		([key, { documents, balance }]): Total => ({
			by,
			key,
			currency: local,
			documents: documents.size,
			concur: '',
			businessOne: amountText(balance, local),
			difference: '',
		}),
	);
	return totals.sort(byText);
}

const costCentersOf = ({ costCenters }: BookEntry['lines'][number]): string[] =>
	costCenters.flatMap((code, index) => (code === '' ? [] : [index === 0 ? code : `${code} (dimension ${index + 1})`]));

/** Amounts of the posted documents, by currency and employee against Concur, by account and cost center as Business One holds them. */
export function totalsOf(documents: readonly NotedDocument[], books: Books): Total[] {
	const all = posted(documents, books);
	const { currency } = books;
	return [
		...againstConcur(all, 'currency', (document) => document.currency, currency),
		...againstConcur(all, 'employee', ({ person }) => person || '(no name)', currency),
		...balances(all, 'account', ({ account }) => [account], currency),
		...balances(all, 'costCenter', costCentersOf, currency),
	];
}
