/** Where a document stands. The last four are closed: nothing is done about the document any more. */
export const STATUSES = [
	'received',
	'posted',
	'review',
	'rejected',
	'uncertain',
	'attention',
	'leftReady',
	'confirmed',
	'failed',
	'recalled',
	'duplicate',
] as const;

export type Status = (typeof STATUSES)[number];

/** One cause, as people and programs read it. */
export interface Cause {
	code: string;
	message: string;
	/** What the cause is about, where one value of the document is: an account code, a vendor. */
	value?: string;
	/** The setting of the mapping to which a row may be added as a cure. */
	setting?: string;
	/** Codes of Business One that come into question for it. */
	candidates?: string[];
}

/**
 * A row of the Data Table: what is known of one document. Texts are empty and numbers null where nothing is known; `id` is n8n's own.
 */
export interface Row {
	id: number | null;
	docId: string;
	docType: string;
	companyId: string;
	reportId: string;
	reportNumber: string;
	reportName: string;
	person: string;
	documentDate: string;
	/** Decimal text, as Concur approved it. */
	amount: string;
	currency: string;
	status: Status;
	/** Whether something is still to be done. */
	open: boolean;
	/** ISO time from which the document is taken up again; for a closed row the time it was closed. */
	dueAt: string;
	/** 1 before 2: what only waits for a server comes before what waits for a person; 3 where a changed mapping may cure it, too. */
	priority: number;
	/** The execution that holds the row; empty where none does. */
	heldBy: string;
	/** How often the document was taken up. */
	attempts: number;
	/** Whether Concur still gives the document out as ready, as far as known. */
	readyInConcur: boolean;
	outcome: string;
	jdtNum: number | null;
	number: number | null;
	/** YYYY-MM-DD. */
	postingDate: string;
	/** JSON text: `[{ code, message }]`. */
	reasons: string;
	/** The first of the reasons, for people. */
	reason: string;
	/** The last other reason, so that a person sees what changed. */
	reasonBefore: string;
	/** What the last try came to that the one before did not, line by line; empty where both came to the same. */
	changed: string;
	postingRecord: string;
	/** Only for funds documents: what was asked for, and the commitment that answers it. */
	instruction: string;
	documentNumber: string;
	/** The version of the mapping that could not post the document; empty where another one would make no difference. */
	mapping: string;
	paymentStatus: string;
	paymentsReported: string;
	/** Whether a closed document has warnings that nobody has ticked yet. */
	warned: boolean;
	/** What a person did last at the desk: when, who, what. */
	act: string;
	/** Random, new with every state of the row: who changes the row has to know it, so a page that is out of date changes nothing. */
	stamp: string;
	/** Where the document's audit ends, and its lines that the log does not have yet; see the room `audit`. */
	trail: string;
}

/** What the steps of the pipeline left on an item, by the name of the block. */
export type Blocks = Record<string, unknown>;

/**
 * How long until the document is taken up again. `now`: at once. `passing`: a server is asked again soon, and after some tries it is
 * somebody's to look at. `unavailable`: as `passing`, but the try does not count, because nothing was tried. `person`: somebody has to
 * correct something first. `closed`: never.
 */
export type Wait = 'now' | 'passing' | 'unavailable' | 'person' | 'closed';

/** What a run of the pipeline came to for one document. */
export interface Ending {
	status: Status;
	wait: Wait;
	causes: Cause[];
}

export interface Waits {
	/** Minutes to wait after a failure that passes by itself: the first after the first try, the last ever after. */
	passing: number[];
	/** Minutes to wait for a person's correction, alike. */
	person: number[];
	/** Tries after which a failure that was thought to pass is somebody's to look at. */
	triesBeforeAttention: number;
}

/** Waits as the pipeline ships them. */
export const defaultWaits: Waits = { passing: [2, 5, 10, 15], person: [60, 240, 1440], triesBeforeAttention: 8 };
