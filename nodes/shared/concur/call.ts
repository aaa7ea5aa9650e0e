import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { FULL_RESPONSE, isSuccess, nextDelayMs, type FullResponse, type RetryPolicy, type Send } from '../http';
import { strikeOut } from '../text';
import { errorOfResponse, errorOfThrown, type FisError } from './errors';

/** `budgetMs` is the longest time that all tries of one call, and the waiting between them, may take. */
export interface CallSettings extends RetryPolicy {
	/** Longest time one try may take. */
	timeoutMs: number;
	pause: (ms: number) => Promise<void>;
	now: () => number;
	random: () => number;
	/** What of the credential must never be shown; asked for where a reply may repeat it. */
	secrets: () => Promise<string[]>;
}

export const defaultSettings: CallSettings = {
	attempts: 4,
	timeoutMs: 60_000,
	budgetMs: 120_000,
	firstDelayMs: 1_000,
	pause: sleep,
	now: Date.now,
	random: Math.random,
	secrets: async () => await Promise.resolve([]),
};

/** A response, and whether an earlier try of the same call went out and its reply was lost. */
export interface Called {
	response: FullResponse;
	replyLost: boolean;
}

/** A call to Concur that is safe to repeat. Throws FisError. */
export type Call = (options: IHttpRequestOptions) => Promise<Called>;

/**
 * n8n renews a token only when it sees the 401 itself, so 401 is the one status left to it; every other comes back as
 * a response, with its headers (Retry-After) still there. n8n 1.x knows no exception list and hands over 401 as well:
 * then the same request is sent once more in the plain way.
 */
const statusesToUs = { ignore: true, except: [401] } as unknown as boolean;

async function sendOnce(send: Send, options: IHttpRequestOptions): Promise<FullResponse> {
	const request = { ...options, ...FULL_RESPONSE, json: true };
	const response = await send({ ...request, ignoreHttpStatusErrors: statusesToUs });
	return response.statusCode === 401 ? await send({ ...request, ignoreHttpStatusErrors: false }) : response;
}

async function attempt(send: Send, options: IHttpRequestOptions, settings: CallSettings): Promise<FullResponse | FisError> {
	try {
		const response = await sendOnce(send, { ...options, timeout: settings.timeoutMs });
		if (!isSuccess(response.statusCode) && !answersDocuments(options, response)) {
			// Of a file that is read as it comes, nobody reads the refusal.
			if (options.encoding === 'stream') (response.body as { destroy?: () => void } | undefined)?.destroy?.();
			return errorOfResponse(response, settings.now(), await settings.secrets());
		}
		return options.method === 'GET' ? response : await withoutTokens(response, settings);
	} catch (error) {
		return errorOfThrown(error, await settings.secrets());
	}
}

/** A refusal that names documents is judged document by document, whatever status it came with. */
function answersDocuments({ method }: IHttpRequestOptions, { statusCode, body }: FullResponse): boolean {
	if (method !== 'POST' || ![400, 404, 409, 422].includes(statusCode)) return false;
	if (Array.isArray((body as { failedPayments?: unknown } | null)?.failedPayments)) return true;
	return Array.isArray(body) && body.some((row: { docId?: unknown } | null) => typeof row?.docId === 'string');
}

/** Shorter secrets could be a part of what the reply says in earnest, an id or a code. */
const TOKEN_LENGTH = 16;

/** Replies to acknowledgements and confirmations carry texts of their own; documents stay as Concur sends them. */
async function withoutTokens(response: FullResponse, settings: CallSettings): Promise<FullResponse> {
	const tokens = (await settings.secrets()).filter((secret) => secret.length >= TOKEN_LENGTH);
	return { ...response, body: strikeOut(response.body, tokens) };
}

/**
 * A rotated token of another worker shows here as a refused one, although the stored credential is fine by now, and
 * every try reads the stored credential again: one more try is worth it. So it is after a 403, which comes and goes.
 */
function isWorthAnotherTry(error: FisError, tryNumber: number): boolean {
	return error.kind === 'temporary' || (tryNumber === 1 && (error.kind === 'credential' || error.status === 403));
}

/**
 * Makes calls that are repeated on failures that pass: reads, and also acknowledgements and confirmations, which FIS
 * answers with 101 and 113 when they arrive twice. Honours Retry-After within the budget of the call.
 * @throws FisError, through the returned function, when the tries or the budget are used up, or at once when Concur refuses
 */
export function createCall(send: Send, overrides: Partial<CallSettings> = {}): Call {
	const settings = { ...defaultSettings, ...overrides };
	return async (options) => {
		const begun = settings.now();
		let replyLost = false;
		for (let tryNumber = 1; ; tryNumber++) {
			const result = await attempt(send, options, settings);
			if (!(result instanceof Error)) return { response: result, replyLost };
			replyLost ||= result.mayHaveHappened;
			const spent = { attempt: tryNumber, spentMs: settings.now() - begun, retryAfterMs: result.retryAfterMs };
			const pauseMs = isWorthAnotherTry(result, tryNumber) ? nextDelayMs(settings, spent, settings.random) : undefined;
			if (pauseMs === undefined) throw result;
			await settings.pause(pauseMs);
		}
	};
}
