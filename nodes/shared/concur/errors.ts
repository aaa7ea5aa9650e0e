/** What kind of failure a call to Concur had; callers switch on it. */
export type FisErrorKind = 'credential' | 'refused' | 'temporary' | 'answer';

export interface FisErrorDetails {
	kind: FisErrorKind;
	message: string;
	/** HTTP status; undefined where there was no answer. */
	status?: number;
	/** Concur's id of the request, for its support. */
	correlationId?: string;
	/** How long Concur asked to wait, in milliseconds. */
	retryAfterMs?: number;
	/** Whether Concur may have carried out the request although no answer came. */
	replyLost?: boolean;
}

/**
 * A call to Concur that gave no usable answer. It carries texts and numbers only, never the request: an error of the
 * HTTP library holds headers and bodies with tokens in them.
 */
export class FisError extends Error {
	readonly kind: FisErrorKind;

	readonly status?: number;

	readonly correlationId?: string;

	readonly retryAfterMs?: number;

	readonly replyLost: boolean;

	constructor(details: FisErrorDetails) {
		super(details.message);
		this.name = 'FisError';
		this.kind = details.kind;
		this.status = details.status;
		this.correlationId = details.correlationId;
		this.retryAfterMs = details.retryAfterMs;
		this.replyLost = details.replyLost ?? false;
	}
}

const asRecord = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Header value by name; HTTP libraries hand over lower-case names, other senders may not. */
export function headerOf(headers: Record<string, unknown>, name: string): string | undefined {
	const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
	const value = key === undefined ? undefined : headers[key];
	return value === undefined || value === null ? undefined : String(Array.isArray(value) ? value[0] : value);
}

/**
 * Milliseconds to wait from a Retry-After header: seconds, or an HTTP date relative to `nowMs`.
 * Undefined for a header that is absent or neither.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
	if (header === undefined) return undefined;
	if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

/** Concur's own text in an error body: `{ message }`, `{ error_description }`, or neither. */
export function bodyText(body: unknown): string | undefined {
	const { message, error_description: description, errorMessage } = asRecord(body);
	const text = message ?? description ?? errorMessage;
	return typeof text === 'string' && text !== '' ? text.slice(0, 500) : undefined;
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
	if (status === 401) return 'credential';
	if (status === 408 || status === 429 || status >= 500) return 'temporary';
	return 'refused';
}

/** The failure an HTTP answer with a status outside 200 to 299 stands for. */
export function errorOfResponse(
	response: { statusCode: number; headers: Record<string, unknown>; body: unknown },
	nowMs: number,
) {
	const { statusCode: status, headers, body } = response;
	const own = bodyText(body);
	return new FisError({
		kind: kindOf(status),
		status,
		message: `${hintOf(status)} (HTTP ${status}${own ? `: ${own}` : ''})`,
		correlationId: headerOf(headers, 'concur-correlationid'),
		retryAfterMs: retryAfterMs(headerOf(headers, 'retry-after'), nowMs),
		// A gateway may answer 5xx for a request that Concur has carried out; 429 means it was turned away.
		replyLost: status >= 500 || status === 408,
	});
}

const unsafeText = /bearer\s|client_secret|refresh_token=|password=/i;

/**
 * The failure behind something that a sender threw: n8n's error classes, or an error of the HTTP library.
 * Takes over its HTTP code and text, nothing else.
 */
export function errorOfThrown(thrown: unknown): FisError {
	if (thrown instanceof FisError) return thrown;
	const { message, httpCode, description, code, cause } = asRecord(thrown);
	const status = Number(httpCode ?? asRecord(asRecord(thrown).response).status);
	const text = [message, description]
		.filter((part) => typeof part === 'string' && part !== '' && !unsafeText.test(part))
		.join(' ');
	if (isCredentialFailure(thrown)) return new FisError({ kind: 'credential', message: text });
	if (status >= 400)
		return new FisError({
			kind: kindOf(status),
			status,
			message: `${hintOf(status)} (HTTP ${status})`,
			replyLost: status >= 500,
		});
	const network = [code, asRecord(cause).code, httpCode].find((part) => typeof part === 'string' && part !== '');
	return new FisError({
		kind: 'temporary',
		message: `Concur could not be reached${network ? ` (${String(network)})` : ''}. ${text}`.trim(),
		replyLost: true,
	});
}

/** Marks messages of the credential, which n8n wraps into its own error class before a node sees them. */
export const credentialMark = 'SAP Concur sign-in:';

function isCredentialFailure(thrown: unknown): boolean {
	const { message, description } = asRecord(thrown);
	return [message, description].some((part) => typeof part === 'string' && part.includes(credentialMark));
}
