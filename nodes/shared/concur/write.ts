import type { Call, CallSettings } from './call';
import { cleanText } from '../text';
import { errorOfThrown, FisError } from './errors';
import { transactionsPath } from './read';
import type { Outcome, Phase, Reply } from './types';
import { judge, serviceCodeOf, type Given, type Verdict } from './verdict';

/** One document of a writing call. */
export interface Submission {
	docId: string;
	/** What stands for it in the request body. */
	row: unknown;
	/** What this side knows of it, for judging the reply. */
	known?: Pick<Given, 'noted' | 'ownOutcome' | 'lastSent' | 'paymentRefs'>;
}

export interface WriteRequest {
	phase: Phase;
	docType: string;
	systemId: string;
	submissions: Submission[];
	/** Documents in one request. Concur publishes no limit. */
	chunkSize?: number;
	/** Asked before each request; documents of requests that may not begin any more are left for later. */
	mayBegin?: () => boolean;
}

/** Documents in one writing request where nothing else is set: FIS's default page. */
export const DEFAULT_CHUNK_SIZE = 25;

/** How often a document with a passing code (114, 199) is sent again within one call. */
const DOCUMENT_TRIES = 3;

const endpoints: Record<Phase, { path: string; rows: string }> = {
	ack: { path: 'acknowledgements', rows: 'ids' },
	postingConfirmation: { path: 'postingconfirmations', rows: 'postingConfirmations' },
	paymentConfirmation: { path: 'paymentconfirmations', rows: 'processingConfirmation' },
};

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replies come as an array; a single object is taken for an array of one. Anything else names no document. */
function rowsByDocId(body: unknown): Map<string, Row> {
	const rows = (Array.isArray(body) ? body : [body]).filter(isRow);
	return new Map(rows.map((row) => [String(row.docId ?? '').toLowerCase(), row]));
}

const noAnswer = (docId: string, replyLost: boolean): Reply => ({
	docId,
	outcome: 'noAnswer',
	code: null,
	message: 'Concur answered the request, but said nothing about this document. It is not done; look it up or run it again.',
	replyLost,
});

const textOf = (row: Row, verdict: Verdict): string => {
	const own = [row.errorMessage, row.detailMessage].find((text) => typeof text === 'string' && text.trim() !== '');
	const isGood = verdict.outcome === 'done' || verdict.outcome === 'alreadyDone';
	return own === undefined || isGood ? verdict.text : `${verdict.text} Concur says: ${cleanText(String(own))}`;
};

/**
 * 101 after a try whose reply was lost is the answer to our own first try: within one call nobody else is likelier to
 * have acknowledged the document than we.
 */
function replyOf(phase: Phase, submission: Submission, row: Row | undefined, replyLost: boolean): Reply {
	if (!row) return noAnswer(submission.docId, replyLost);
	const given: Given = {
		...(row as Given),
		replyLost,
		...submission.known,
		...(replyLost && phase === 'ack' ? { noted: true } : {}),
	};
	const verdict = judge(phase, given);
	return {
		docId: submission.docId,
		outcome: verdict.outcome ?? 'stopped',
		code: serviceCodeOf(row as Given),
		message: textOf(row, verdict),
		replyLost,
		next: verdict.next,
	};
}

/** What becomes of documents whose request was not begun. */
export const notBegun = (docId: string): Reply => ({
	docId,
	outcome: 'tryLater',
	code: null,
	message: 'Nothing was sent for this document: the time for which this execution holds it would have ended first.',
});

/**
 * What a call without a usable answer means for a document: later, where the reason passes; refused, where Concur gives no right to
 * it now, which says nothing about the document.
 * @returns undefined where the call itself is wrong, or the credential: an error of the caller
 */
export function outcomeOfFailure(error: FisError): Outcome | undefined {
	if (error.kind === 'temporary') return 'tryLater';
	return error.status === 403 ? 'refused' : undefined;
}

function repliesOfFailure(submissions: Submission[], error: FisError, outcome: Outcome): Reply[] {
	return submissions.map(({ docId }) => ({
		docId,
		outcome,
		code: null,
		message: error.message,
		replyLost: error.mayHaveHappened,
	}));
}

/** Statuses by which Concur may refuse a request because of one of its documents. */
const refusesContent = (error: FisError) => error.kind === 'refused' && [400, 409, 413, 422].includes(error.status);

/** What became of each document: a request that was refused as a whole is sent again document by document. */
async function sendChunk(call: Call, request: WriteRequest, submissions: Submission[]): Promise<Written> {
	const replies = await sendTogether(call, request, submissions);
	if (!(replies instanceof FisError)) return new Map(replies.map((reply) => [reply.docId, reply]));
	if (submissions.length === 1 || !refusesContent(replies)) return new Map(submissions.map(({ docId }) => [docId, replies]));
	const written: Written = new Map();
	for (const submission of submissions) {
		const [reply] = await sendChunk(call, request, [submission]);
		if (reply) written.set(...reply);
	}
	return written;
}

async function sendTogether(call: Call, request: WriteRequest, submissions: Submission[]): Promise<Reply[] | FisError> {
	const { path, rows } = endpoints[request.phase];
	const called = await call({
		method: 'POST',
		url: `${transactionsPath(request.docType)}/${path}`,
		headers: { 'Content-Type': 'application/json' },
		body: { systemId: request.systemId, [rows]: submissions.map(({ row }) => row) },
	}).catch(errorOfThrown);
	if (called instanceof FisError) {
		const outcome = outcomeOfFailure(called);
		return outcome === undefined ? called : repliesOfFailure(submissions, called, outcome);
	}
	const answered = rowsByDocId(called.response.body);
	return submissions.map((submission) =>
		replyOf(request.phase, submission, answered.get(submission.docId.toLowerCase()), called.replyLost),
	);
}

/** Sends the documents of a chunk again that Concur could not process right now (114, 199); the others are done with. */
async function sendChunkWithRetries(
	call: Call,
	request: WriteRequest,
	chunk: Submission[],
	settings: CallSettings,
): Promise<Written> {
	const written: Written = new Map();
	let open = chunk;
	for (let tryNumber = 1; tryNumber <= DOCUMENT_TRIES && open.length > 0; tryNumber++) {
		if (tryNumber > 1) await settings.pause(settings.firstDelayMs * 2 ** (tryNumber - 2));
		const result = await sendChunk(call, request, open);
		const passing = new Set<string>();
		for (const [docId, reply] of result) {
			const hasReply = !(reply instanceof FisError);
			if (hasReply || !written.has(docId)) written.set(docId, reply);
			if (hasReply && reply.next === 'retry') passing.add(docId);
		}
		// 199 does not say that nothing was done: a 101 to the next try then answers our own first one.
		open = open
			.filter(({ docId }) => passing.has(docId))
			.map((submission) => ({ ...submission, known: { ...submission.known, noted: true } }));
	}
	return written;
}

/** What a writing call came to, document by document: a reply, or the failure of the request it was in. */
export type Written = Map<string, Reply | FisError>;

/**
 * Sends documents of one type in chunks and matches the replies by document id. A chunk that Concur refuses as a whole
 * marks its own documents with the error; the other chunks are sent all the same.
 * Documents whose id occurs twice are sent once.
 * Source: FIS v4 reference, "Post Financial Transaction Acknowledgements", "... Confirmations", "... Payment Confirmations".
 */
export async function write(call: Call, request: WriteRequest, settings: CallSettings): Promise<Written> {
	const written: Written = new Map();
	const submissions = [...new Map(request.submissions.map((submission) => [submission.docId, submission])).values()];
	const size = Math.max(1, request.chunkSize ?? DEFAULT_CHUNK_SIZE);
	for (let start = 0; start < submissions.length; start += size) {
		const chunk = submissions.slice(start, start + size);
		if (request.mayBegin?.() === false) for (const { docId } of chunk) written.set(docId, notBegun(docId));
		else for (const [docId, reply] of await sendChunkWithRetries(call, request, chunk, settings)) written.set(docId, reply);
	}
	return written;
}
