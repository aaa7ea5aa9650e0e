import type { IDataObject, IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';
import { errorOfReply, isSessionRefused } from './errors/classify';
import { errorOfThrown } from './errors/thrown';
import type { ServiceLayerError } from './errors/serviceLayerError';
import { FULL_RESPONSE, isSuccess, nextDelayMs, responseInThrown, type FullResponse, type RetryPolicy, type Send } from '../http';
import { strikeKnown } from '../text';
import { isSickNode, isTransient, READ_RETRY, type Timing } from './retry';
import { ANY_SESSION, REFUSED_SESSION_HEADER, sessionName } from './session/session';
import type { ApiVersion } from './types';

export interface ServiceLayerOptions extends Timing {
	apiVersion: ApiVersion;
	/** Of one call. */
	timeoutMs?: number;
	readRetry?: RetryPolicy;
	/** What of the credential must never be shown; asked for where a reply is an error. */
	secrets?: () => Promise<string[]>;
}

export interface Call {
	method: IHttpRequestMethods;
	/** Relative to the service root, encoded: `JournalEntries?$filter=...`. */
	path: string;
	body?: IDataObject | string | Buffer;
	headers?: Record<string, string>;
	/** True where the answer is a file; its body is then a Buffer. */
	isFile?: boolean;
	/** True for calls that change nothing although they are POST (functions of v1, batches of reads): they may be repeated. */
	isRead?: boolean;
	timeoutMs?: number;
}

/** A Service Layer as the rest of the package sees it. Every method throws ServiceLayerError and nothing else. */
export interface ServiceLayer {
	readonly apiVersion: ApiVersion;
	readonly timing: Timing;
	/** One call. Reads are repeated with back-off, writes never; both are repeated once when the session was refused. */
	call(call: Call): Promise<FullResponse>;
	get(path: string, headers?: Record<string, string>): Promise<FullResponse>;
	post(path: string, body?: IDataObject): Promise<FullResponse>;
	/**
	 * Gives the session up, so that the next call logs in anew: a login carries no ROUTEID, and the balancer may give another node.
	 * @returns false where that was done often enough in this run
	 */
	changeNode(): boolean;
	/**
	 * What to do about a read that a node answered with 500 and a code of B1's own: the node may be sick. Waits once, then changes nodes.
	 * @param attempt 1 after the first such answer
	 * @returns whether the same read is worth another try
	 */
	recover(error: ServiceLayerError, attempt: number): Promise<boolean>;
}

const READ_TIMEOUT_MS = 60_000;
/** Logins in place of sessions that live, on nodes that do not work. More would not help, and each keeps a session of B1 busy. */
const MAX_NODE_CHANGES = 4;
/** Before the same node is asked again. */
const SICK_DELAY_MS = 500;
/** A write that is given up too early is a doubt that has to be settled, so it gets more time. */
const WRITE_TIMEOUT_MS = 180_000;

/**
 * @param send gives a request the credential's session and the service root, and answers with any HTTP status
 */
export function createServiceLayer(send: Send, options: ServiceLayerOptions): ServiceLayer {
	const timing: Timing = { sleep: options.sleep, random: options.random };
	const route: Route = { changes: 0 };
	const recover = async (error: ServiceLayerError, attempt: number): Promise<boolean> => {
		if (!isSickNode(error)) return false;
		if (attempt > 1) return changeNode(route);
		await timing.sleep(SICK_DELAY_MS);
		return true;
	};
	const call = async (request: Call): Promise<FullResponse> => {
		const isRead = request.isRead ?? request.method === 'GET';
		const policy = options.readRetry ?? READ_RETRY;
		let sleptMs = 0;
		for (let attempt = 1; ; attempt++) {
			const timeoutMs = options.timeoutMs ?? (isRead ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS);
			const secrets = options.secrets ?? noSecrets;
			const result = await attemptCall(send, request, { isRead, timeoutMs, route, secrets });
			if (!(result instanceof Error)) return result;
			if (isRead && (await recover(result, attempt))) continue;
			const spent = { attempt, spentMs: sleptMs, retryAfterMs: result.retryAfterMs };
			const delay = isRead && isTransient(result) ? nextDelayMs(policy, spent, timing.random) : undefined;
			if (delay === undefined) throw result;
			await timing.sleep(delay);
			sleptMs += delay;
		}
	};
	return {
		apiVersion: options.apiVersion,
		timing,
		call,
		get: async (path, headers) => await call({ method: 'GET', path, headers }),
		post: async (path, body) => await call({ method: 'POST', path, body }),
		changeNode: () => changeNode(route),
		recover,
	};
}

/** The session of the last call, by which the node is given up that it leads to. */
interface Route {
	session?: string;
	/** Session not to be used again. */
	givenUp?: string;
	changes: number;
}

function changeNode(route: Route): boolean {
	if (route.changes >= MAX_NODE_CHANGES || route.session === undefined) return false;
	route.changes += 1;
	route.givenUp = route.session;
	return true;
}

/** What a single attempt needs besides the request. */
interface Attempt {
	isRead: boolean;
	timeoutMs: number;
	route: Route;
	secrets: () => Promise<string[]>;
}

const noSecrets = async () => await Promise.resolve([]);

/** Stands for a call that ended without an answer. */
class Unanswered {
	constructor(readonly thrown: unknown) {}
}

/** One attempt; a refused session is renewed once, because B1 refuses it before it does anything. */
async function attemptCall(
	send: Send,
	request: Call,
	{ isRead, timeoutMs, route, secrets }: Attempt,
): Promise<FullResponse | ServiceLayerError> {
	let refused = route.givenUp;
	for (let tries = 0; ; tries++) {
		const options = requestOptions(request, timeoutMs, refused);
		const sent = await send(options).catch((thrown: unknown) => responseInThrown(thrown) ?? new Unanswered(thrown));
		const token = sentSession(options);
		if (token !== undefined) route.session = sessionName(token);
		if (sent instanceof Unanswered) return errorOfThrown(sent.thrown, await secrets(), !isRead);
		const reply = withoutSession(request.isFile === true ? withReadableError(sent) : sent, token);
		if (isSuccess(reply.statusCode)) return reply;
		if (tries === 0 && isSessionRefused(reply.statusCode, reply.body)) {
			refused = token === undefined ? ANY_SESSION : sessionName(token);
			continue;
		}
		return errorOfReply(reply.statusCode, reply.headers, reply.body, !isRead, [...(token ? [token] : []), ...(await secrets())]);
	}
}

/** Failures inside a batch come in a text with status 200; the session is struck out of it before it is taken apart. */
function withoutSession(reply: FullResponse, token: string | undefined): FullResponse {
	return typeof reply.body === 'string' && token ? { ...reply, body: strikeKnown(reply.body, [token]) } : reply;
}

/** A refusal comes as text or JSON, also where a file was asked for. */
function withReadableError(reply: FullResponse): FullResponse {
	if (isSuccess(reply.statusCode) || !Buffer.isBuffer(reply.body)) return reply;
	const text = reply.body.toString('utf8');
	try {
		return { ...reply, body: JSON.parse(text) as unknown };
	} catch {
		return { ...reply, body: text };
	}
}

function requestOptions(request: Call, timeoutMs: number, refusedSession: string | undefined): IHttpRequestOptions {
	const headers: Record<string, string> = { ...request.headers };
	if (refusedSession !== undefined) headers[REFUSED_SESSION_HEADER] = refusedSession;
	return {
		method: request.method,
		url: request.path,
		headers,
		...(request.body === undefined ? {} : { body: request.body }),
		json: typeof request.body !== 'string' && !Buffer.isBuffer(request.body),
		...(request.isFile === true ? { json: false, encoding: 'arraybuffer' as const } : {}),
		...FULL_RESPONSE,
		timeout: request.timeoutMs ?? timeoutMs,
	};
}

/** The credential writes the session it used into the request's headers, so the request itself tells which one it was. */
function sentSession(options: IHttpRequestOptions): string | undefined {
	return /B1SESSION=([^;]+)/.exec(String(options.headers?.Cookie ?? ''))?.[1];
}
