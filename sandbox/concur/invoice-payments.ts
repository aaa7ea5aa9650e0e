import { jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import type { Documents, StoredDocument } from './documents';

/** `POST /invoice/payment-confirmation/v4/payments/bulkUpdate` (Invoice Payment Confirmation v4). */
export const BULK_UPDATE_PATH = '/invoice/payment-confirmation/v4/payments/bulkUpdate';

const STATUSES = ['PAID', 'VOID', 'CANCEL'];

type Json = Record<string, unknown>;

/** Tells of each invoice whether its payment was taken: 200 where all were, 400 where none was, 207 between. */
export function updateInvoicePayments(documents: Documents, request: SandboxRequest): SandboxReply {
	const list = listIn(request.body);
	if (list === null)
		return jsonReply(400, { errors: [{ errorCode: 'badRequest', errorMessage: 'A list of payments is expected.' }] });
	const successfulPayments: Json[] = [];
	const failedPayments: Json[] = [];
	for (const payment of list) {
		const problem = update(documents, payment);
		if (problem === null) successfulPayments.push(payment);
		else failedPayments.push({ ...payment, errorMessage: problem });
	}
	const counts = { successCount: successfulPayments.length, failureCount: failedPayments.length };
	if (failedPayments.length === 0) return jsonReply(200, { status: 'OK', ...counts, successfulPayments });
	if (successfulPayments.length === 0) return jsonReply(400, { status: 'BAD_REQUEST', ...counts, failedPayments });
	return jsonReply(207, { status: 'MULTI_STATUS', ...counts, successfulPayments, failedPayments });
}

function listIn(body: Buffer): Json[] | null {
	try {
		const list = JSON.parse(body.toString('utf8')) as unknown;
		const isList = Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'object' && one !== null);
		return isList ? (list as Json[]) : null;
	} catch {
		return null;
	}
}

/** @returns why the payment is not taken; null where it is */
function update(documents: Documents, payment: Json): string | null {
	const { requestId, paymentStatus = 'PAID', paymentStatusDate } = payment;
	if (typeof requestId !== 'string' || requestId === '') return 'Missing parameter requestId/invoiceNumber';
	if (!STATUSES.includes(paymentStatus as string)) return 'Invalid paymentStatus';
	if (paymentStatusDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(paymentStatusDate)))
		return 'Invalid paymentStatusDate';
	const document = documents.all().find((one) => one.docType === 'invoice' && one.sourceId === requestId);
	if (!document) return `No request found for requestId ${requestId}`;
	if (!mayBe(document, paymentStatus as string)) return 'Request does not have a Payment Status of Extracted';
	document.paymentConfirmations.push(payment);
	return null;
}

/** An invoice is extracted once its posting was confirmed, and paid once; what is paid can be voided. */
function mayBe({ docStatus, paymentConfirmations }: StoredDocument, status: string): boolean {
	const last = (paymentConfirmations.at(-1) as { paymentStatus?: string } | undefined)?.paymentStatus;
	if (docStatus !== 'POSTING_CONFIRMED_SUCCESS') return false;
	return last === undefined || (last === 'PAID' && status !== 'PAID');
}
