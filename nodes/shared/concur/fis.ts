import type { Send } from '../http';
import { createCall, defaultSettings, type Call, type CallSettings } from './call';
import { endsRun, errorOfThrown, FisError } from './errors';
import { confirmInvoicePayments, type InvoicePayment } from './invoicePayments';
import { findById, listReady, type ListQuery, type Listed } from './read';
import { paymentRefsOf, type PaymentConfirmation, type PostingConfirmation } from './confirmations';
import type { FisItem, Reply } from './types';
import { judge, type Verdict } from './verdict';
import { outcomeOfFailure, write, type Submission, type Written } from './write';

/** Who may have acknowledged a document that Concur answers 101 for. */
export type IfAcknowledged = 'lookUp' | 'ours' | 'foreign';

export interface AcknowledgeRequest {
	docType: string;
	systemId: string;
	documents: { docId: string; ifAcknowledged?: IfAcknowledged }[];
	chunkSize?: number;
	/** Asked before each request; see `write`. */
	mayBegin?: () => boolean;
}

export interface ConfirmRequest<Confirmation> {
	docType: string;
	systemId: string;
	confirmations: Confirmation[];
	chunkSize?: number;
	/** Asked before each request; see `write`. */
	mayBegin?: () => boolean;
}

export interface Fis {
	/** Documents that are ready, read from page 0. Throws FisError. */
	listReady(query: ListQuery): Promise<Listed>;
	/** A document by FIS id, or a report's documents by report id, whatever the status. Throws FisError. */
	findById(docType: string, id: string, systemId?: string): Promise<FisItem[]>;
	/** Takes documents out of the ready queue. Never throws for a single document. */
	acknowledge(request: AcknowledgeRequest): Promise<Written>;
	/** Reports postings. Acknowledges first what Concur has no acknowledgement of. */
	confirmPostings(request: ConfirmRequest<PostingConfirmation>): Promise<Written>;
	/** Reports payments. */
	confirmPayments(request: ConfirmRequest<PaymentConfirmation>): Promise<Written>;
	/** Reports payments of invoices, which FIS does not take, to Invoice Payment Confirmation. */
	confirmInvoicePayments(payments: InvoicePayment[]): Promise<Written>;
}

/** What a status says about the confirmation that Concur holds. FIS v4 service definition, `docStatus`. */
function confirmedAs(status: string | null): 'success' | 'error' | undefined {
	if (status === 'POSTING_CONFIRMED_FAILURE') return 'error';
	if (status === 'POSTING_CONFIRMED_SUCCESS' || status === 'PAID' || status?.startsWith('PAYMENT_CONFIRMED')) return 'success';
	return undefined;
}

const find = (items: FisItem[], docId: string) => items.find((item) => item.docId.toLowerCase() === docId.toLowerCase());

/** A system id of our own is the only mark an acknowledgement leaves in Concur; an empty one proves nothing. */
const isOurs = (item: FisItem | undefined, systemId: string) =>
	systemId !== '' && item?.systemId === systemId && item.docStatus !== 'READY';

async function settleAcknowledged(call: Call, request: AcknowledgeRequest, reply: Reply): Promise<Reply | FisError> {
	const found = await findById(call, request.docType, reply.docId).catch(errorOfThrown);
	if (found instanceof FisError) return unsettled(reply, found);
	const item = find(found, reply.docId);
	if (item?.docStatus === 'RECALLED') return withVerdict(reply, judge('ack', { code: 102 }));
	if (isOurs(item, request.systemId)) return withVerdict(reply, judge('ack', { code: 101, noted: true }));
	return reply;
}

const withVerdict = (reply: Reply, { outcome, text, next }: Verdict): Reply => ({
	...reply,
	outcome: outcome ?? reply.outcome,
	message: text,
	next,
});

async function acknowledge(call: Call, request: AcknowledgeRequest, settings: CallSettings): Promise<Written> {
	const whose = new Map(request.documents.map(({ docId, ifAcknowledged }) => [docId, ifAcknowledged ?? 'lookUp']));
	const submissions = [...whose].map(([docId, ifAcknowledged]) => ({
		docId,
		row: docId,
		known: { noted: ifAcknowledged === 'ours' },
	}));
	const written = await write(call, { phase: 'ack', ...request, submissions }, settings);
	for (const [docId, reply] of written) {
		const isOpen = !(reply instanceof Error) && reply.outcome === 'foreign' && whose.get(docId) === 'lookUp';
		if (isOpen) written.set(docId, await settleAcknowledged(call, request, reply));
	}
	return written;
}

/** A question about one document that got no answer is open for this document; a credential that fails is nobody's question. */
const unsettled = (reply: Reply, error: FisError): Reply | FisError =>
	endsRun(error)
		? error
		: { ...reply, outcome: outcomeOfFailure(error) ?? 'tryLater', message: `${reply.message} ${error.message}` };

async function settleConfirmed(
	call: Call,
	docType: string,
	confirmation: PostingConfirmation,
	reply: Reply,
): Promise<Reply | FisError> {
	const ownOutcome = confirmation.overallPostingStatusCode;
	const found = await findById(call, docType, reply.docId).catch(errorOfThrown);
	if (found instanceof FisError) return unsettled(reply, found);
	const status = find(found, reply.docId)?.docStatus ?? null;
	if (status === 'RECALLED') return withVerdict(reply, judge('postingConfirmation', { code: 112, ownOutcome }));
	return withVerdict(reply, judge('postingConfirmation', { code: 113, ownOutcome, lastSent: confirmedAs(status) }));
}

const sendPostings = async (call: Call, request: ConfirmRequest<PostingConfirmation>, settings: CallSettings) =>
	await write(
		call,
		{
			phase: 'postingConfirmation',
			...request,
			submissions: request.confirmations.map((row) => ({
				docId: row.docId,
				row,
				known: { ownOutcome: row.overallPostingStatusCode },
			})),
		},
		settings,
	);

const paymentSubmission = (row: PaymentConfirmation): Submission => ({
	docId: row.docId,
	row,
	known: { paymentRefs: paymentRefsOf(row) },
});

const docIdsOf = (written: Written, isMeant: (reply: Reply) => boolean) =>
	[...written].filter(([, reply]) => !(reply instanceof Error) && isMeant(reply)).map(([docId]) => docId);

/**
 * Acknowledges what Concur answered 111 for, and repeats its confirmation once. Who confirms a document has posted it,
 * so an acknowledgement that is there by now is taken for ours.
 */
async function acknowledgeAndRepeat(
	call: Call,
	request: ConfirmRequest<PostingConfirmation>,
	written: Written,
	settings: CallSettings,
) {
	const docIds = docIdsOf(written, ({ next }) => next === 'acknowledgeFirst');
	if (docIds.length === 0) return;
	const documents = docIds.map((docId) => ({ docId, ifAcknowledged: 'ours' as const }));
	const acknowledged = await acknowledge(call, { ...request, documents }, settings);
	const ready = new Set(docIdsOf(acknowledged, ({ outcome }) => outcome === 'done' || outcome === 'alreadyDone'));
	for (const [docId, reply] of acknowledged) if (!ready.has(docId)) written.set(docId, reply);
	const confirmations = request.confirmations.filter(({ docId }) => ready.has(docId));
	for (const [docId, reply] of await sendPostings(call, { ...request, confirmations }, settings)) written.set(docId, reply);
}

async function confirmPostings(
	call: Call,
	request: ConfirmRequest<PostingConfirmation>,
	settings: CallSettings,
): Promise<Written> {
	const written = await sendPostings(call, request, settings);
	await acknowledgeAndRepeat(call, request, written, settings);
	for (const confirmation of request.confirmations) {
		const reply = written.get(confirmation.docId);
		if (reply && !(reply instanceof Error) && reply.next === 'lookUp')
			written.set(confirmation.docId, await settleConfirmed(call, request.docType, confirmation, reply));
	}
	return written;
}

/**
 * The FIS client of one credential.
 * @param send sends a request with the credential's token and gives the full response
 * @param overrides tries, time-outs and, for tests, clock and pauses
 */
export function createFis(send: Send, overrides: Partial<CallSettings> = {}): Fis {
	const settings = { ...defaultSettings, ...overrides };
	const call = createCall(send, settings);
	return {
		listReady: async (query) => await listReady(call, { now: settings.now, ...query }),
		findById: async (docType, id, systemId) => await findById(call, docType, id, systemId),
		acknowledge: async (request) => await acknowledge(call, request, settings),
		confirmPostings: async (request) => await confirmPostings(call, request, settings),
		confirmInvoicePayments: async (payments) => await confirmInvoicePayments(call, payments),
		confirmPayments: async (request) =>
			await write(
				call,
				{ phase: 'paymentConfirmation', ...request, submissions: request.confirmations.map(paymentSubmission) },
				settings,
			),
	};
}
