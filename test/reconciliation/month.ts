/** A month worked out by hand: seven documents, the books of a company in USD. */
import { Decimal } from '../../nodes/shared/money';
import type { BookEntry, BookLine, Books, BooksOfDocument, NotedDocument } from '../../nodes/shared/reconciliation';

export const MARCH = { from: '2026-03-01', to: '2026-03-31' };

export const noted = (docId: string, more: Partial<NotedDocument> = {}): NotedDocument => ({
	docId,
	docType: 'expense',
	reportNumber: `N${docId}`,
	person: 'Kim Roe',
	amount: '100',
	currency: 'USD',
	status: 'confirmed',
	number: 17,
	jdtNum: 901,
	notedOn: '2026-03-15',
	isReadyInConcur: false,
	concur: 'POSTING_CONFIRMED_SUCCESS',
	...more,
});

/** A line in local currency, and where a currency is given in that as well. */
export function line(
	account: string,
	side: 'debit' | 'credit',
	local: string,
	more: Partial<BookLine> & { foreign?: string } = {},
): BookLine {
	const { foreign = '0', ...rest } = more;
	const zero = new Decimal(0);
	return {
		account,
		costCenters: ['', '', '', '', ''],
		debit: side === 'debit' ? new Decimal(local) : zero,
		credit: side === 'credit' ? new Decimal(local) : zero,
		currency: '',
		foreignDebit: side === 'debit' ? new Decimal(foreign) : zero,
		foreignCredit: side === 'credit' ? new Decimal(foreign) : zero,
		...rest,
	};
}

export const entry = (docId: string, lines: BookLine[], more: Partial<BookEntry> = {}): BookEntry => ({
	docId,
	jdtNum: 901,
	number: 17,
	postingDate: '2026-03-31',
	reference: `N${docId}`,
	lines,
	...more,
});

export const inBooks = (...live: BookEntry[]): BooksOfDocument => ({ live, cancelled: [], isWaiting: false });

export function booksOf(documents: Record<string, BooksOfDocument>, more: Partial<Books> = {}): Books {
	return {
		companyDb: 'SBODEMO',
		currency: 'USD',
		documents: new Map(Object.entries(documents)),
		entries: [],
		accounts: [],
		...more,
	};
}

/** 100.00 EUR of travel for SALES and 20.50 EUR of tax at 1.10 USD. */
const euros = entry('a', [
	line('611000', 'debit', '110.00', { currency: 'EUR', foreign: '100.00', costCenters: ['SALES', 'EAST', '', '', ''] }),
	line('138000', 'debit', '22.55', { currency: 'EUR', foreign: '20.50' }),
	line('211000', 'credit', '132.55', { currency: 'EUR', foreign: '120.50' }),
]);

/** 80.00 USD approved, and 15.00 USD that the employee owes for a personal item on the company's card. */
const dollars = entry(
	'b',
	[
		line('611000', 'debit', '80.00', { costCenters: ['SALES', '', '', '', ''] }),
		line('141000', 'debit', '15.00'),
		line('212000', 'credit', '95.00'),
	],
	{ jdtNum: 902, number: 18 },
);

export const documents: NotedDocument[] = [
	noted('a', { amount: '120.5', currency: 'EUR' }),
	noted('b', { amount: '80', person: 'Ann Lee', jdtNum: 902, number: 18 }),
	noted('c', { status: 'review', number: null, jdtNum: null, concur: 'ACKNOWLEDGED' }),
	noted('d', { status: 'failed', number: null, jdtNum: null, concur: 'POSTING_CONFIRMED_FAILURE' }),
	noted('e', { status: 'recalled', number: null, jdtNum: null, concur: 'RECALLED' }),
	noted('f', { status: 'uncertain', number: null, jdtNum: null, concur: 'ACKNOWLEDGED' }),
	noted('g', { status: 'leftReady', number: null, jdtNum: null, concur: 'READY' }),
	noted('a', { status: 'duplicate', number: null, jdtNum: null }),
	noted('h', { notedOn: '2026-04-01' }),
];

export const books = booksOf({ a: inBooks(euros), b: inBooks(dollars) }, { entries: [euros, dollars] });
