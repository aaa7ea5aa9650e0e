import type { Next, Outcome, Phase } from './types';

export interface Verdict {
	/** Null where the verdict is about a call (HTTP, token), not about a document. */
	outcome: Outcome | null;
	/** What the code means and what to do, for a finance user. */
	text: string;
	next?: Next;
}

/** What FIS answered, and what this side knows about the same document. */
export interface Given {
	http?: number;
	code?: number | string | null;
	acknowledgeResult?: string | null;
	postingConfirmationResult?: string | null;
	paymentConfirmationResult?: string | null;
	/** Whether there was a row of the document before this call. */
	noted?: boolean;
	/** What we know of the posting: an entry exists in B1 (`posted`), or which result we stand for. */
	ownOutcome?: string;
	/** The result Concur already holds, as far as known. */
	lastSent?: string;
	/** The payment references of the confirmation that is answered. */
	paymentRefs?: readonly string[];
	/** What a reply to a payment confirmation names. */
	paymentRef?: unknown;
	errorMessage?: unknown;
	detailMessage?: unknown;
	/** Whether an earlier try of the same call may have been carried out. */
	replyLost?: boolean;
}

const verdict = (outcome: Outcome | null, text: string, next?: Next): Verdict => ({ outcome, text, ...(next && { next }) });

const recalled = verdict('recalled', 'The document was recalled in Concur. It returns with a new id after it is approved again.');
const tryLater = (text: string) => verdict('tryLater', text, 'retry');
const wrongType = verdict('wrongType', 'Concur knows this document under another document type. Check the Document Type field.');
const unknownDocument = verdict(
	'unknown',
	'Concur does not know this document id. Use the 32-character id of the FIS document, not the report id.',
);

/** Verdicts that do not depend on anything but the code. FIS v4 reference, "Service Codes". */
const byCode: Record<Phase, Record<number, Verdict>> = {
	ack: {
		0: verdict('done', 'Acknowledged.'),
		102: recalled,
		103: verdict('notReady', 'The document is not ready in Concur yet. It comes again with a later poll.'),
		104: unknownDocument,
		105: wrongType,
	},
	postingConfirmation: {
		0: verdict('done', 'Confirmed.'),
		102: recalled,
		103: verdict('notReady', 'The document is not ready in Concur yet.'),
		104: unknownDocument,
		105: wrongType,
		111: verdict(
			'notAcknowledged',
			'Concur has no acknowledgement of this document. Acknowledge it, then confirm.',
			'acknowledgeFirst',
		),
	},
	paymentConfirmation: {
		0: verdict('done', 'Payment confirmed.'),
		104: unknownDocument,
		105: wrongType,
		112: recalled,
	},
};

const everyPhase: Record<number, Verdict> = {
	99: verdict('otherSystem', 'Concur holds another system id for this document. Use the System ID that acknowledged it.'),
	114: tryLater('Concur has the document in a state that it does not know. Try again later.'),
	115: wrongType,
	116: unknownDocument,
	198: verdict('stopped', 'Concur refuses this request and would refuse it again. Look at its message.'),
	199: tryLater('Concur could not process the request right now. Try again later.'),
	298: verdict('stopped', 'Concur refuses this payment confirmation and would refuse it again. Look at its message.'),
};

/** Codes that stand for result texts where a reply carries no code: the schema requires only the result. */
const codeOfResult: Record<string, number> = {
	SUCCESS: 0,
	SYSTEM_ERROR_OCCURRED: 199,
	NOT_YET_ACKNOWLEDGED: 111,
	DOCUMENT_NOT_FOUND: 116,
	WAS_RECALLED: 112,
};

const resultOf = (given: Given) =>
	given.acknowledgeResult ?? given.postingConfirmationResult ?? given.paymentConfirmationResult ?? null;

/** The service code of a reply as a number, taken from the result text where the code is absent; null when neither tells. */
export function serviceCodeOf(given: Given): number | null {
	const { code } = given;
	if (code !== undefined && code !== null && code !== '') return Number.isInteger(Number(code)) ? Number(code) : null;
	return codeOfResult[resultOf(given) ?? ''] ?? null;
}

function judgeHttp(status: number): Verdict {
	if (status === 401) return verdict(null, 'Concur does not accept the access token.', 'refreshToken');
	if (status === 403)
		return verdict(null, 'The token may not use this service: the app needs the scope FISVC and a company-level token.');
	if (status === 408 || status === 429 || status >= 500)
		return verdict(null, 'Concur cannot serve the request right now.', 'retry');
	return verdict(null, 'Concur refuses the request as it stands.');
}

function judgeToken(given: Given): Verdict {
	const code = serviceCodeOf(given);
	if (code === 16) return verdict(null, 'The company lives in another data center.', 'moveDatacenter');
	if (code === 108) return verdict(null, 'The refresh token is used up, expired or revoked.', 'reconnect');
	if (given.http === 408 || given.http === 429 || (given.http ?? 0) >= 500)
		return verdict(null, 'The token service cannot answer right now.', 'retry');
	return verdict(null, 'The token request is refused.');
}

function alreadyAcknowledged(given: Given): Verdict {
	if (given.noted === true) return verdict('alreadyDone', 'We had acknowledged this document before.');
	return verdict(
		'foreign',
		'Somebody else acknowledged this document. It is not posted: look for another consumer of the same Concur company.',
	);
}

function alreadyConfirmed(given: Given): Verdict {
	if (!given.ownOutcome || !given.lastSent)
		return verdict('conflict', 'Concur holds a confirmation already, and which one is not known.', 'lookUp');
	if (given.ownOutcome === given.lastSent) return verdict('alreadyDone', 'The same confirmation had been sent before.');
	return verdict(
		'conflict',
		`Concur holds the confirmation "${given.lastSent}", which contradicts "${given.ownOutcome}". A person has to decide.`,
	);
}

function recalledAfterAcknowledgement(given: Given): Verdict {
	if (given.ownOutcome !== 'posted' && given.ownOutcome !== 'success') return recalled;
	return verdict(
		'recalled',
		'The document was recalled in Concur after its entry was posted. Cancel the entry in B1; the document returns with a new id.',
	);
}

/** Whether a reply that speaks of an earlier confirmation can only mean the one that was just sent. */
function isSamePayment({ paymentRefs = [], paymentRef, errorMessage, detailMessage, replyLost, noted }: Given): boolean {
	if (paymentRefs.length === 0 || replyLost === true || noted === true) return true;
	const [only] = paymentRefs;
	if (only === undefined || paymentRefs.length > 1) return false;
	const words = [errorMessage, detailMessage].flatMap((text) => (typeof text === 'string' ? text.split(/[\s"',;()]+/) : []));
	return paymentRef === only || words.some((word) => word.replace(/(?<![.:])[.:]+$/, '') === only);
}

/** A known reference is a repetition, but a reply for several payments may speak of only one of them. */
function repeatedPayment(given: Given): Verdict {
	if ((given.paymentRefs ?? []).length <= 1) return verdict('alreadyDone', 'Concur knows this payment reference already.');
	return verdict(
		'conflict',
		'Concur knows one of these payment references already and took none of the others with it. Confirm each payment by itself.',
	);
}

function judgePayment(given: Given): Verdict | undefined {
	const result = given.paymentConfirmationResult;
	if (result === 'NOOP') return repeatedPayment(given);
	if (serviceCodeOf(given) === 213)
		return isSamePayment(given)
			? verdict('alreadyDone', 'The payment had been confirmed before.')
			: verdict(
					'conflict',
					'Concur holds another payment of this document and takes no more. Compare the payments of the report in Concur.',
				);
	if (result === 'NOT_POSTING_CONFIRMED')
		return verdict('notReady', 'Concur has no posting confirmation of this document. Confirm the posting first.');
	return undefined;
}

/** Code 0 beside a failed result contradicts itself, so it is no success. */
const contradicts = (given: Given) => !['SUCCESS', null].includes(resultOf(given));

function judgeReply(phase: Phase, given: Given): Verdict {
	const code = serviceCodeOf(given);
	if (phase === 'ack' && code === 101) return alreadyAcknowledged(given);
	if (phase === 'postingConfirmation' && code === 113) return alreadyConfirmed(given);
	if (phase === 'postingConfirmation' && (code === 112 || code === 102)) return recalledAfterAcknowledgement(given);
	const byResult = phase === 'paymentConfirmation' ? judgePayment(given) : undefined;
	if (byResult) return byResult;
	const found = code === null ? undefined : (byCode[phase][code] ?? everyPhase[code]);
	if (!found || (code === 0 && contradicts(given)))
		return verdict('stopped', `Concur answered with code ${code ?? 'none'}, which is no success and not documented.`);
	return found;
}

/**
 * Judges an answer of Concur.
 * @param phase the call it answers; `token` for the token service, `any` where only the HTTP status or a code is known
 * @param given the answer, and what this side knows of the document
 * @returns what to do; never a success for a code that is not known
 * Source: FIS v4 reference, "Service Codes"; Concur authentication reference, "Error codes".
 */
export function judge(phase: Phase | 'token' | 'any', given: Given): Verdict {
	if (phase === 'token') return judgeToken(given);
	if (given.http !== undefined && given.http >= 400) return judgeHttp(given.http);
	return judgeReply(phase === 'any' ? 'ack' : phase, given);
}
