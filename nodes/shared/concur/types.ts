import { REQUESTED_TYPES } from '../document';

/** The transaction types FIS is asked for. */
export type DocType = keyof typeof REQUESTED_TYPES;

export const isDocType = (value: unknown): value is DocType => typeof value === 'string' && Object.hasOwn(REQUESTED_TYPES, value);

/** The three writing calls of FIS, in the words of its paths. */
export type Phase = 'ack' | 'postingConfirmation' | 'paymentConfirmation';

/** What became of an acknowledgement or a confirmation, as items carry it. */
export type Outcome =
	| 'done'
	| 'alreadyDone'
	| 'recalled'
	| 'foreign'
	| 'notReady'
	| 'unknown'
	| 'wrongType'
	| 'otherSystem'
	| 'notAcknowledged'
	| 'conflict'
	| 'tryLater'
	| 'noAnswer'
	| 'refused'
	| 'leftReady'
	| 'duplicate'
	| 'stopped';

/** A FIS document as n8n items carry it. `document` is null only where FIS sent none. */
export interface FisItem {
	docId: string;
	docType: string;
	docStatus: string | null;
	companyId: string | null;
	entityId: string | null;
	/** `erpSystemId` of the envelope: who acknowledged the document. */
	systemId: string | null;
	/** Parsed where Concur sent JSON text; the text itself where it is no JSON. */
	document: Record<string, unknown> | string | null;
}

/** FIS's answer about one document of a call, judged. */
export interface Reply {
	docId: string;
	outcome: Outcome;
	/** FIS service code; null when FIS gave none. */
	code: number | null;
	/** Concur's own text where there is one, else what the code means. */
	message: string;
	/** Whether an earlier try of the same call was sent and its reply lost: 101 and 113 may then be our own work. */
	replyLost?: boolean;
	/** What this client does about it by itself. */
	next?: Next;
}

/** What the client does about an answer by itself; where it does nothing, the outcome says what has to happen. */
export type Next = 'retry' | 'acknowledgeFirst' | 'lookUp' | 'refreshToken' | 'moveDatacenter' | 'reconnect';
