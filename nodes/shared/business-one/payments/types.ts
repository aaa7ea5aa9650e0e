import type { Decimal } from '../../money';

/** An entry whose payments are asked for. */
export interface EntryToCheck {
	/** JdtNum of the journal entry. */
	jdtNum: number;
	/** Payment references that were confirmed in Concur before. */
	reported: string[];
}

/** What a mapping says of the currencies of B1, whose codes are free. */
export interface MappedCurrencies {
	/** Concur's ISO codes by B1's codes. */
	isoCodes: ReadonlyMap<string, string>;
	/** ISO code of the company's local currency; null where the mapping does not say it. */
	local: string | null;
}

/** What B1's outgoing payments make of an entry; `askedTwice` where another one of those asked for stands for the same entry. */
export type PaidState = 'unpaid' | 'partlyPaid' | 'paid' | 'nothingToPay' | 'entryNotFound' | 'entryCancelled' | 'askedTwice';

/** What one outgoing payment pays of one entry. */
export interface EntryPayment {
	/** Unique for payment and entry; FIS wants a reference of its own for each confirmation. */
	paymentRef: string;
	docEntry: number;
	docNum: number;
	/** Day the money moved: the transfer date, else the posting date. YYYY-MM-DD. */
	date: string;
	cardCode: string;
	cardName: string;
	amount: Decimal;
	method: 'E' | 'C';
	/** What the bank took for the whole payment, beside what it pays; in local currency. */
	bankCharges: Decimal;
	cancelled: boolean;
}

/** A payment confirmation that Concur has not had yet; amounts as decimal text. */
export interface DueConfirmation {
	/** Completely paid, partly paid, reversed. */
	status: 'CP' | 'PP' | 'RE';
	paymentRef: string;
	clearingDate: string;
	clearingAmount: string;
	clearingCurrency: string;
	receiverId: string;
	receiverName: string;
	financialDocumentId: string;
	paymentMethod: 'E' | 'C';
	/** Why it was reversed; empty for a payment. */
	reason: string;
	/** The references that Concur took before, and this one: what is known once this one, and none of the others due, is taken. */
	reported: string[];
}

/** The payments of one entry. Amounts are decimal text in `currency`. */
export interface PaymentsOfEntry {
	jdtNum: number;
	state: PaidState;
	/** Currency of the entry's partner lines; null where there is nothing to pay. */
	currency: string | null;
	payable: string;
	paid: string;
	payments: Array<Omit<EntryPayment, 'amount' | 'bankCharges'> & { amount: string; bankCharges: string }>;
	/** In the order in which they are to be sent. */
	due: DueConfirmation[];
}
