import type { IDataObject } from 'n8n-workflow';
import type { PurchaseSet } from '../../b1Names';
import type { Change } from '../batch';
import type { ErrorClass, ErrorPlace } from '../errors';

/** A document of Concur as a purchasing document of B1. */
export interface Purchase {
	set: PurchaseSet;
	/** The Service Layer's own payload; amounts are JSON numbers. */
	document: IDataObject;
	/** What B1 has to come to: owed to the vendor, and tax, decimal text in the document's currency. */
	total: string;
	tax: string;
}

/** What is to be posted: one document's entry, as the Build node gives it. */
export interface PostingInput {
	/** `<companyId>:<docId>`, at most 50 characters. */
	postingKey: string;
	/** SHA-256 of the content, hexadecimal. */
	contentHash: string;
	/** Of Concur: id of the report, invoice request or cash advance. The same one under another document is a revision. */
	reportId?: string | null;
	/** Type of the document: two of different types are never the same, whatever their ids. */
	docType?: string | null;
	/** The Service Layer's own payload; amounts are JSON numbers. */
	journalEntry: IDataObject;
	/** Where the document becomes a purchasing document of B1 instead; the journal entry is then empty. Needs the register. */
	purchase?: Purchase;
	/**
	 * Further changes that happen with the entry or not at all. They are asked for anew before every send, because they may build on
	 * what others write meanwhile; they must hold a row that the database takes only once.
	 */
	alongside?: () => Promise<Change[]>;
}

/**
 * What guards against a second entry. `register`: a row with the posting key as unique code is written in the same change set, so the
 * database refuses a second one, whoever races. `referenceCheck`: the key is looked up before the post and after every doubt; two
 * posts of the same key at the very same moment are noticed afterwards, not prevented.
 */
export type Level = 'register' | 'referenceCheck';

/** `notBegun`: there was not time enough to send it safely. `waiting`: a draft or voucher is in B1, and a person has not posted it yet. */
export type Outcome = 'posted' | 'alreadyPosted' | 'recovered' | 'rejected' | 'uncertain' | 'notBegun' | 'waiting';

/** What to do with a report that was posted before under another document (recalled and approved again). */
export type RevisionPolicy = 'hold' | 'postAsIs' | 'reverseAndRepost';

export interface PostingOptions {
	/** `auto` takes the register where it is set up. */
	level?: Level | 'auto';
	/** Entries in one request. */
	batchSize?: number;
	/** Requests under way together, 1 (the default) to 8. */
	inFlight?: number;
	revisionPolicy?: RevisionPolicy;
	/** Entries go to the ledger; vouchers wait in B1 for a person, and B1 gives no number for them. */
	target?: 'journalEntry' | 'journalVoucher';
	/** Every check, nothing written. */
	preview?: boolean;
	/** Moment (milliseconds since 1970) when others may take up the same documents: nothing is begun that could outlast it. */
	endsAtMs?: number;
	/** The clock for it. */
	nowMs?: () => number;
}

/** One thing that is not in B1 as it was sent. */
export interface Difference {
	/** 1-based; absent for the header. */
	line?: number;
	field: string;
	sent: string;
	found: string;
}

/** An entry that is in B1, as people and programs name it. */
export interface EntryRef {
	jdtNum: number;
	number: number | null;
	postingKey: string;
}

export interface PostingResult {
	postingKey: string;
	/** `wouldPost` only in a preview. */
	outcome: Outcome | 'wouldPost';
	/** Undefined where the input was refused before B1 was asked. */
	level?: Level;
	jdtNum: number | null;
	/** The number people see in B1. */
	number: number | null;
	/** ISO date, YYYY-MM-DD. */
	postingDate: string | null;
	message: string;
	contentHash: string;
	/** For `uncertain`: whether the same item may simply be run again, because a look-up comes first. */
	retrySafe: boolean;
	/** Where B1 or a check refused it. */
	errorClass?: ErrorClass;
	code?: string;
	text?: string;
	place?: ErrorPlace;
	advice?: string;
	/** Hash of the entry that holds the key, where it is another one. */
	existingContentHash?: string;
	/** The entry in B1 holds other content than this one: a remark, because a document is posted once whatever changed since. */
	contentDiffers?: boolean;
	/** B1 holds the document more than once. */
	doubled?: boolean;
	/** Every entry of a document that B1 holds more than once. */
	entries?: EntryRef[];
	/** Held for a person, who decides whether it is the same report as one that was posted. */
	held?: 'sameReport' | 'cannotTell';
	/** A person cancelled the entry in B1: it is not posted again. */
	cancelledInB1?: boolean;
	/** The entry of the same report under an earlier document. */
	revisionOf?: EntryRef;
	differences?: Difference[];
	/** The purchasing document, where it is not an entry that was posted: its set, and its two numbers in B1. */
	purchase?: { set: string; docEntry: number; docNum: number };
}
