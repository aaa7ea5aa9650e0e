/** A ledger of its own for the simulation. */
export interface LedgerEntry {
	number: number;
	docId: string;
	isLive: boolean;
	/** Paid or reconciled: not to be cancelled without a person. */
	isPaid: boolean;
}

export class Books {
	readonly entries: LedgerEntry[] = [];

	/** Documents that wait as a draft or voucher for a person: known to the register, and not booked. */
	readonly parked = new Set<string>();

	live(docId: string): LedgerEntry[] {
		return this.entries.filter((entry) => entry.docId === docId && entry.isLive);
	}

	/** Any entry of the document, live or not. */
	of = (docId: string): LedgerEntry | undefined => this.entries.find((entry) => entry.docId === docId);

	/** What a person does with a draft or voucher. */
	add(docId: string): LedgerEntry {
		this.parked.delete(docId);
		return this.post(docId);
	}

	/** Makes an entry. */
	post(docId: string): LedgerEntry {
		const entry = { number: 1000 + this.entries.length, docId, isLive: true, isPaid: false };
		this.entries.push(entry);
		return entry;
	}
}
