import { DATE_FORMS, readDate } from '../dates';
import { cutText, systemMessages, type MessageText, type SystemMessage } from './messages';

/** The entry a document was posted to. */
export interface PostedEntry {
	/** The B1 company, at most 32 characters; Concur calls it Company ID. */
	companyDb: string;
	/** Number of the entry, at most 80 characters. */
	documentNumber: string;
	/** Four digits. */
	fiscalYear: string;
	/** YYYY-MM-DD. */
	postingDate: string;
	/** Of a reservation: what of the document Concur may refer to later. */
	lineItems?: LineItemReference[];
}

/** A document, entry or allocation that was reserved for. Source: FIS v4 reference, `paymentRelevantLineItems`. */
export interface LineItemReference {
	type: 'DOCUMENT' | 'ENTRY' | 'ALLOCATION';
	id: string;
	parentId: string | null;
}

/** What Concur is told about a document: posted (or nothing to post), or not posted for these causes. */
export type ConfirmedResult =
	| { status: 'success'; entries: PostedEntry[] }
	| { status: 'error'; causes: MessageText[]; language: string };

export interface PostingConfirmation {
	docId: string;
	overallPostingStatusCode: 'success' | 'error';
	postingDocs: (Omit<PostedEntry, 'lineItems' | 'companyDb'> & {
		companyId: string;
		paymentRelevantLineItems: LineItemReference[];
	})[];
	systemMessages: SystemMessage[];
}

/**
 * The posting confirmation of one document.
 * Success carries no messages; an error carries no entries, because one document is one entry and none was made.
 * Source: FIS v4 reference, "Posting Confirmation Request Item".
 */
export function postingConfirmation(docId: string, result: ConfirmedResult): PostingConfirmation {
	if (result.status === 'error')
		return {
			docId,
			overallPostingStatusCode: 'error',
			postingDocs: [],
			systemMessages: systemMessages(result.causes, result.language),
		};
	const postingDocs = result.entries.map(({ companyDb, documentNumber, fiscalYear, postingDate, lineItems = [] }) => ({
		companyId: companyDb.slice(0, 32),
		documentNumber: documentNumber.slice(0, 80),
		fiscalYear,
		paymentRelevantLineItems: lineItems,
		postingDate,
	}));
	return { docId, overallPostingStatusCode: 'success', postingDocs, systemMessages: [] };
}

/** Completely paid, partly paid, reversed, obsolete. */
export type PaymentStatus = 'CP' | 'PP' | 'RE' | 'OB';

export interface Clearing {
	/** As `readDate` takes it. */
	clearingDate: unknown;
	/** Decimal text; FIS takes a number. */
	clearingAmount: string;
	clearingCurrency: string;
	receiverId: string;
	receiverName: string;
	receiverType: string;
	companyCode: string;
	financialDocumentId: string;
	fiscalYear: string;
	/** Unique for each confirmation: a known one is answered with NOOP. */
	paymentRef: string;
	paymentMethod: 'E' | 'C';
}

/** A clearing in the form of FIS. */
export interface ClearingDetail {
	clearingDate: string;
	clearingAmount: number;
	clearingCurrency: string;
	receiver: Pick<Clearing, 'receiverId' | 'receiverName' | 'receiverType'>;
	clearingReference: Pick<Clearing, 'companyCode' | 'financialDocumentId' | 'fiscalYear' | 'paymentRef' | 'paymentMethod'>;
}

export interface PaymentConfirmation {
	docId: string;
	processingStatusCode: PaymentStatus;
	additionalMessage?: string;
	clearingDetails: ClearingDetail[];
}

/**
 * A clearing date in one of the two forms FIS takes: `yyyyMMdd` stays, anything else that is a date becomes
 * `yyyy-MM-dd'T'HH:mm:ss.SSS'Z'` in UTC. Throws RangeError on what is no date.
 * @param timeZone of a time without an offset
 */
export function clearingDateOf(value: unknown, timeZone?: string): string {
	const date = readDate(value, timeZone);
	if (!date) throw new RangeError(`"${shownDate(value)}" is no clearing date. ${DATE_FORMS}, or as yyyyMMdd.`);
	if (typeof value === 'string' && /^\d{8}$/.test(value.trim())) return value.trim();
	return date.instant ?? `${date.day}T00:00:00.000Z`;
}

const shownDate = (value: unknown): string =>
	(typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)).slice(0, 40);

/** The number FIS takes for an amount. Throws RangeError where the text is no amount or a JSON number cannot hold it exactly. */
export function clearingAmountOf(value: string): number {
	const text = value.trim();
	const significant = text.replace(/^[-+]?0*|\./g, '').length;
	if (!/^[-+]?\d+(\.\d+)?$/.test(text) || significant > 15)
		throw new RangeError(`"${value}" is no clearing amount. Use digits with a point before the decimals, at most 15 digits.`);
	return Number(text);
}

/**
 * The payment confirmation of one document.
 * @param timeZone of clearing dates with a time and without an offset
 * @throws RangeError on a clearing date or amount that FIS would not take
 * Source: FIS v4 reference, "Payment Confirmation Request Item".
 */
export function paymentConfirmation(
	docId: string,
	status: PaymentStatus,
	clearings: Clearing[],
	additionalMessage = '',
	timeZone?: string,
): PaymentConfirmation {
	return {
		docId,
		processingStatusCode: status,
		...(additionalMessage.trim() ? { additionalMessage: cutText(additionalMessage, 1_300) } : {}),
		clearingDetails: clearings.map((clearing) => ({
			clearingDate: clearingDateOf(clearing.clearingDate, timeZone),
			clearingAmount: clearingAmountOf(clearing.clearingAmount),
			clearingCurrency: clearing.clearingCurrency,
			receiver: {
				receiverId: clearing.receiverId,
				receiverName: clearing.receiverName,
				receiverType: clearing.receiverType,
			},
			clearingReference: {
				companyCode: clearing.companyCode,
				financialDocumentId: clearing.financialDocumentId,
				fiscalYear: clearing.fiscalYear,
				paymentRef: clearing.paymentRef,
				paymentMethod: clearing.paymentMethod,
			},
		})),
	};
}

/** The references by which Concur knows the payments of a confirmation. */
export const paymentRefsOf = ({ clearingDetails }: PaymentConfirmation): string[] =>
	clearingDetails.map(({ clearingReference }) => clearingReference.paymentRef);
