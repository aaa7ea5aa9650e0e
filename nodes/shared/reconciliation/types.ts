import type { Decimal } from '../money';

/** Days of a month, both included, YYYY-MM-DD. */
export interface Period {
	from: string;
	to: string;
}

/** A document as its row in the Data Table knows it, and as Concur has it now. Texts are empty where nothing is known. */
export interface NotedDocument {
	docId: string;
	docType: string;
	reportNumber: string;
	person: string;
	/** Decimal text: what Concur approved. */
	amount: string;
	/** ISO code. */
	currency: string;
	status: string;
	/** Number of the entry, as people see it in B1. */
	number: number | null;
	jdtNum: number | null;
	/** The day the document was noted, YYYY-MM-DD. */
	notedOn: string;
	/** Whether the row says that Concur still gives the document out, as in read-only mode. */
	isReadyInConcur: boolean;
	/** Status of the document in Concur; empty where Concur was not asked or did not answer, `unknown` where it knows no such document. */
	concur: string;
}

/** Amounts in local currency, and in that of the entry where it is another one. */
export interface BookLine {
	account: string;
	/** Codes of the cost centers by dimension, empty where there is none. */
	costCenters: string[];
	debit: Decimal;
	credit: Decimal;
	/** ISO code; empty for lines in local currency. */
	currency: string;
	foreignDebit: Decimal;
	foreignCredit: Decimal;
}

/** An entry of B1, or an A/P invoice or credit memo. */
export interface BookEntry {
	/** Id of its document, out of the posting key. */
	docId: string;
	jdtNum: number | null;
	number: number | null;
	/** YYYY-MM-DD. */
	postingDate: string;
	reference: string;
	lines: BookLine[];
	/** What an invoice comes to; entries tell it by their lines. */
	total?: { amount: Decimal; currency: string };
}

/** What B1 holds of one document. */
export interface BooksOfDocument {
	live: BookEntry[];
	cancelled: BookEntry[];
	/** A draft that nobody has added yet. */
	isWaiting: boolean;
}

/** An account that should be empty at the end of a period; `balance` is null where B1 has no such account. */
export interface AccountBalance {
	code: string;
	name: string;
	balance: Decimal | null;
}

export interface Books {
	companyDb: string;
	/** ISO code of the local currency. */
	currency: string;
	/** By document id. */
	documents: ReadonlyMap<string, BooksOfDocument>;
	/** Entries of ours with a posting date of the period, whether or not their document is known. */
	entries: readonly BookEntry[];
	accounts: readonly AccountBalance[];
}

export const FATES = ['posted', 'inReview', 'refused', 'recalled', 'inFlight', 'left'] as const;

/** What became of a document. */
export type Fate = (typeof FATES)[number];

/** Where the three systems do not agree on a document; `wrong` has to be settled, `look` may have a good reason. */
export interface Difference {
	severity: 'wrong' | 'look';
	code: string;
	/** Report number, or the id where there is none. */
	document: string;
	person: string;
	text: string;
	concur: string;
	table: string;
	businessOne: string;
	docId: string;
}

/** Decimal texts with the decimals of the currency. */
export interface Total {
	by: 'currency' | 'employee' | 'account' | 'costCenter';
	key: string;
	currency: string;
	documents: number;
	/** What Concur approved; empty where Concur has no such total. */
	concur: string;
	/** What the entries of these documents hold: their debits for currencies and employees, debits less credits otherwise. */
	businessOne: string;
	difference: string;
}

export interface OpenAccount {
	code: string;
	name: string;
	balance: string;
	text: string;
}

/** A period, compared three ways. */
export interface Reconciliation extends Period {
	companyDb: string;
	currency: string;
	/** Documents noted in the period, but for those left in Concur and those noted twice. */
	received: number;
	counts: Record<Fate, number>;
	/** Documents that Concur was asked for and answered. */
	askedInConcur: number;
	differences: Difference[];
	totals: Total[];
	openAccounts: OpenAccount[];
	/** One line for people. */
	verdict: string;
	agrees: boolean;
}
