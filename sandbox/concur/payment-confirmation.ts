import type { SandboxReply } from '../http';
import type { StoredDocument } from './documents';
import { paymentProblem, paymentRefsOf, unknownPaymentFields } from './payment-rules';
import type { Verdict } from './service-codes';
import type { DocStatus } from './statuses';
import { answerConfirmations, findDocument, isForeign, isVerdict, type Confirmation, type Json, type WriteParts } from './write';

type PaymentCode = 'CP' | 'PP' | 'RE' | 'OB';

/**
 * The status a payment confirmation leads to, by the status before. Completely paid locks the report; only a reversal opens it again.
 * A partial payment leaves the document where it is: a complete one is still to come (FIS v4, Payment Confirmation).
 */
const next: Partial<Record<DocStatus, Partial<Record<PaymentCode, DocStatus>>>> = {
	POSTING_CONFIRMED_SUCCESS: {
		PP: 'POSTING_CONFIRMED_SUCCESS',
		CP: 'PAYMENT_CONFIRMED_SUCCESS',
		RE: 'PAYMENT_CONFIRMED_REVERSED',
		OB: 'PAYMENT_CONFIRMED_OBSOLETE',
	},
	PAYMENT_CONFIRMED_SUCCESS: { RE: 'PAYMENT_CONFIRMED_REVERSED' },
	PAYMENT_CONFIRMED_REVERSED: {
		PP: 'PAYMENT_CONFIRMED_REVERSED',
		CP: 'PAYMENT_CONFIRMED_SUCCESS',
		OB: 'PAYMENT_CONFIRMED_OBSOLETE',
	},
	PAYMENT_CONFIRMED_OBSOLETE: {},
	PAID: {},
};

/** `POST .../paymentconfirmations` (FIS v4, Post Financial Payment Confirmations). */
export function confirmPayments(parts: WriteParts): SandboxReply {
	return answerConfirmations(parts, 'payment', 'processingConfirmation', confirmOne);
}

function confirmOne(parts: WriteParts, item: Confirmation, systemId: string, ignored: string[]): Verdict {
	const document = findDocument(parts, item.docId, 116, 115);
	if (isVerdict(document)) return document;
	const problem =
		document.docType === 'expense' ? paymentProblem(item) : 'Payment confirmations are taken for expense documents only.';
	if (problem !== null) return { code: 298, message: problem };
	if (isForeign(document, systemId)) return { code: 99 };
	return judgePayment(parts, document, item, ignored);
}

function judgePayment(parts: WriteParts, document: StoredDocument, item: Json, ignored: string[]): Verdict {
	const ways = next[document.docStatus];
	if (!ways) {
		return { code: 298, result: 'NOT_POSTING_CONFIRMED', message: 'This document has no successful posting confirmation.' };
	}
	const refs = paymentRefsOf(item);
	const known = refs.find((ref) => document.paymentRefs.includes(ref));
	if (known !== undefined)
		return { code: 298, result: 'NOOP', message: `Payment confirmation already exist ${known}.`, paymentRef: known };
	const status = ways[item.processingStatusCode as PaymentCode];
	if (!status) return { code: 213 };
	document.paymentRefs.push(...refs);
	document.paymentConfirmations.push(item);
	parts.documents.move(document, status, 'payment confirmation', [...ignored, ...unknownPaymentFields(item)]);
	return refs[0] === undefined ? { code: 0 } : { code: 0, paymentRef: refs[0] };
}
