import { CallError, causesOf, headerOf, readThrown, retryAfterMs, type CallFacts, type FullResponse, type Thrown } from '../http';
import { cleanText, strikeOut } from '../text';
import { judge } from './verdict';

/** What kind of failure a call to Concur had; callers switch on it. `fault` is one of this package or of n8n, not of the network. */
export type FisErrorKind = 'credential' | 'refused' | 'temporary' | 'answer' | 'fault';

export interface FisErrorFacts extends CallFacts<FisErrorKind> {
	/** Concur's id of the request, for its support. */
	correlationId?: string;
}

const ADVICE: Record<FisErrorKind, string> = {
	credential: 'Test the SAP Concur FIS credential; its message says what to renew.',
	refused: 'Check the credential, the document type and the fields of the node.',
	temporary: 'Nothing is lost: documents stay in Concur as they are, and every step can be run again.',
	fault: 'Report this text: it is a fault of the node or of n8n.',
	answer: 'Open the address of the credential in a browser to see who answers there.',
};

/** A call to Concur that gave no usable answer. */
export class FisError extends CallError<FisErrorKind> {
	override readonly system = 'concur';
	override readonly advice: string;
	readonly correlationId?: string;

	constructor(facts: FisErrorFacts) {
		super(facts);
		this.correlationId = facts.correlationId;
		this.advice = `${ADVICE[facts.kind]}${facts.correlationId ? ` Concur's id of the request: ${facts.correlationId}.` : ''}`;
	}
}

/** Whether a failure is nobody's document: the credential, or a fault of our own, would fail every other one as well. */
export const endsRun = ({ kind }: FisError) => kind === 'credential' || kind === 'fault';

const asRecord = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const MAX_BODY_TEXT = 500;

/** Concur's own text in an error body: `{ message }`, `{ error_description }`, or neither; fit to be shown. */
export function bodyText(body: unknown, secrets: readonly string[] = []): string | undefined {
	const { message, error_description: description, errorMessage } = asRecord(body);
	const text = message ?? description ?? errorMessage;
	return typeof text === 'string' ? cleanText(strikeOut(text, secrets), MAX_BODY_TEXT) || undefined : undefined;
}

const hintOf = (status: number): string => {
	if (status === 401)
		return 'Concur did not accept the access token, also after it was renewed. Test the SAP Concur FIS credential.';
	if (status === 403)
		return 'Concur refused access. The app needs the scope FISVC, and the token must be a company-level token, not one of a user.';
	if (status === 404) return 'Concur does not know this address. Check the data center of the credential and the document type.';
	if (status === 429) return 'Concur asked to slow down.';
	if (status >= 500) return 'Concur could not serve the request.';
	return 'Concur refused the request.';
};

function kindOf(status: number): FisErrorKind {
	const { next } = judge('any', { http: status });
	if (next === 'refreshToken') return 'credential';
	return next === 'retry' ? 'temporary' : 'refused';
}

/**
 * The failure an HTTP answer with a status outside 200 to 299 stands for.
 * @param secrets of the credential, which the server may repeat
 */
export function errorOfResponse(response: FullResponse, nowMs: number, secrets: readonly string[] = []): FisError {
	const { statusCode: status, headers, body } = response;
	const own = bodyText(body, secrets);
	const correlation = headerOf(headers, 'concur-correlationid');
	return new FisError({
		kind: kindOf(status),
		status,
		message: `${hintOf(status)} (HTTP ${status}${own ? `: ${own}` : ''})`,
		correlationId: correlation && cleanText(strikeOut(correlation, secrets), 100),
		retryAfterMs: retryAfterMs(headers, nowMs),
		// A gateway may answer 5xx for a request that Concur has carried out; 429 means it was turned away.
		mayHaveHappened: status >= 500 || status === 408,
	});
}

/** What a person can do about a call without an answer; `temporary` where the next run may find the network well again. */
const failureWords: Record<Thrown['kind'], [FisErrorKind, string]> = {
	unreachable: ['temporary', 'Concur could not be reached'],
	timeout: ['temporary', 'Concur did not answer in time'],
	broken: ['temporary', 'Concur could not be reached: the connection broke'],
	cancelled: ['temporary', 'The call to Concur was cancelled before an answer came'],
	certificate: [
		'credential',
		"The certificate of Concur is not trusted here. If a proxy opens the TLS connection, let n8n trust the proxy's certificate with NODE_EXTRA_CA_CERTS",
	],
	notTls: ['credential', 'The address of the Concur credential does not speak TLS at this port'],
	blocked: ['credential', "n8n's guard against private addresses does not let Concur through"],
	address: ['credential', 'The address of the Concur credential is not valid'],
	credential: ['credential', 'The Concur credential cannot be used'],
	fault: ['fault', 'n8n or this node failed, not the network'],
};

/** Failures before which nothing can have been sent. */
const NEVER_SENT: Thrown['kind'][] = ['unreachable', 'certificate', 'notTls', 'blocked', 'address', 'credential'];

/**
 * The failure behind something that a sender threw: n8n's error classes, or an error of the HTTP library. Nothing is taken over but
 * a status, a code and, where n8n or this package failed, the text.
 */
export function errorOfThrown(thrown: unknown, secrets: readonly string[] = []): FisError {
	if (thrown instanceof FisError) return thrown;
	const signIn = signInFailure(thrown);
	if (signIn) return signIn;
	const { httpCode, response } = asRecord(thrown);
	const status = Number(httpCode ?? asRecord(response).status);
	if (status >= 400)
		return new FisError({
			kind: kindOf(status),
			status,
			message: `${hintOf(status)} (HTTP ${status})`,
			mayHaveHappened: status >= 500,
		});
	const { kind, code, text } = readThrown(thrown);
	const [failure, words] = failureWords[kind];
	const isOurs = kind === 'fault' || kind === 'credential';
	const reason = isOurs ? `: ${cleanText(strikeOut(text, secrets), MAX_BODY_TEXT)}` : `${code ? ` (${code})` : ''}.`;
	return new FisError({ kind: failure, message: `${words}${reason}`, mayHaveHappened: !NEVER_SENT.includes(kind) });
}

/** Marks messages of the credential, which n8n wraps into its own error class before a node sees them. */
export const CREDENTIAL_MARK = 'SAP Concur sign-in:';

/** A sign-in that failed sent nothing of the call itself. */
function signInFailure(thrown: unknown): FisError | undefined {
	const chain = causesOf(thrown);
	const own = chain.find(({ name }) => name === 'SignInError');
	const marked = own ?? chain.find(({ message }) => typeof message === 'string' && message.includes(CREDENTIAL_MARK));
	if (!marked) return undefined;
	const kind = (own?.kind as FisErrorKind | undefined) ?? 'credential';
	return new FisError({ kind, message: cleanText(String(marked.message)) });
}
