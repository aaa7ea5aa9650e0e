import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { FULL_RESPONSE, readThrown, type FullResponse, type ThrownKind } from '../http';
import { cleanText } from '../text';
import { originOf } from './dataCenters';
import { CREDENTIAL_MARK } from './errors';
import { judge } from './verdict';

/** Grants of Concur's token service that a FIS credential can begin with. */
export type GrantType = 'clientCredentials' | 'companyRequestToken' | 'password' | 'refreshToken';

export interface TokenAnswer {
	accessToken: string;
	/** Empty where the grant gives none. */
	refreshToken: string;
	/** Origin for every further call; empty when the answer names none. */
	geolocation: string;
}

/** Body of a token request; holds secrets, so it is never put into a message. */
export type TokenForm = Record<string, string>;

/** A token request that Concur refused. */
export interface TokenRefusal {
	status: number;
	code: number | null;
	geolocation: string | undefined;
}

export type TokenSend = (options: IHttpRequestOptions) => Promise<unknown>;

/** A sign-in that failed. Its text is made here alone: n8n shows it to people, and keeps it in executions. */
export class SignInError extends Error {
	override readonly name = 'SignInError';

	/** @param kind `temporary` where the token service is down, `fault` where not even the network was asked */
	constructor(
		text: string,
		readonly kind: 'credential' | 'temporary' | 'fault' = 'credential',
	) {
		super(`${CREDENTIAL_MARK} ${text}`);
	}
}

/** The sign-in that fails until a person changes something. */
export const signInError = (text: string) => new SignInError(text);

const causes: Record<number, string> = {
	5: 'the account or its password is not accepted',
	10: 'the account is not accepted',
	11: 'the account is disabled',
	12: 'the account is not accepted',
	13: 'the account is locked',
	14: 'the password is expired or not accepted',
	16: 'the company lives in another data center',
	19: 'the account is not accepted',
	20: 'the account is not accepted',
	21: 'the account is not accepted',
	53: 'the company is not enabled for this app. Ask SAP Concur to connect the app with the company',
	54: 'the scopes asked for exceed the scopes granted to the app',
	59: 'the app (client ID) is disabled',
	60: 'the app may not use this grant type. Choose another Grant Type or have the app changed',
	61: 'the client ID is not known at this data center. An app made for a test site does not work at a production URL',
	62: 'the client ID or the client secret is missing or wrong',
	63: 'the client ID or the client secret is missing or wrong',
	64: 'the client ID or the client secret is missing or wrong',
	65: 'the client ID or the client secret is missing or wrong',
	107: 'the app may not refresh tokens',
	108: 'the refresh token is used up, expired or revoked',
	115: 'the client secret is not accepted',
	120: 'the credential type of the password grant is not accepted',
	123: 'the company UUID or user name is not accepted',
	136: 'the token belongs to another client ID',
	139: 'the account is not accepted',
};

const EXPIRED =
	'the company request token is not accepted. It is valid for 24 hours: make a new one in Concur (Administration, Company Request Token) and enter it here, with the Company UUID that Concur shows beside it';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const wrongUuid = (companyUuid: string) =>
	` The Company UUID "${cleanText(companyUuid, 40)}" has not the form of one (8-4-4-4-12 hexadecimal digits).`;

/** What a refusal means, in words a person can act on, with Concur's code. Concur authentication reference, "Error codes". */
export function causeOf(refusal: TokenRefusal, grant: string, companyUuid = ''): string {
	const { code, status } = refusal;
	const isRequestToken = grant === 'companyRequestToken' && [5, 10, 12, 14, 19, 20, 21, 123, 139].includes(code ?? -1);
	const cause = isRequestToken ? EXPIRED : (causes[code ?? -1] ?? 'the request is refused');
	const hint = isRequestToken && !UUID.test(companyUuid.trim()) ? wrongUuid(companyUuid) : '';
	return `${cause} (${code === null ? '' : `code ${code}, `}HTTP ${status}).${hint}`;
}

const asRecord = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Any text or number at a key; Concur sends `expires_in` as text and codes as numbers or text. */
const textAt = (value: unknown, key: string): string => {
	const found = asRecord(value)[key];
	return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const TRIES = 3;

/** n8n parses JSON answers; a proxy that mislabels them leaves text. */
function parsedBody(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

async function post(send: TokenSend, origin: string, form: TokenForm): Promise<FullResponse | ThrownKind> {
	try {
		return (await send({
			method: 'POST',
			url: `${origin}/oauth2/v0/token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: new URLSearchParams(form).toString(),
			...FULL_RESPONSE,
			timeout: 30_000,
		})) as FullResponse;
	} catch (error) {
		// What the HTTP library throws holds the request body, and with it the secrets: only its kind is passed on.
		return readThrown(error).kind;
	}
}

/** Failures without an answer that the next try would meet again, and what to do about them. */
const lasting: Partial<Record<ThrownKind, (origin: string) => SignInError>> = {
	certificate: (origin) =>
		signInError(
			`the certificate of ${origin} is not trusted here. If a proxy opens the TLS connection, let n8n trust the proxy's certificate with NODE_EXTRA_CA_CERTS.`,
		),
	notTls: (origin) => signInError(`${origin} does not speak TLS at this port. Check scheme and port of the Custom URL.`),
	blocked: (origin) =>
		signInError(
			`n8n's guard against private addresses does not let ${origin} through. Allow it with N8N_SSRF_ALLOWED_HOSTNAMES.`,
		),
	address: (origin) => signInError(`${origin} is no address that can be called. Check the Custom URL.`),
	credential: () => signInError('the credential cannot be used.'),
	fault: (origin) =>
		new SignInError(`the request to ${origin} could not be sent: n8n or this node failed, not the network.`, 'fault'),
};

function answerOf(body: unknown): TokenAnswer | undefined {
	const accessToken = textAt(body, 'access_token');
	if (!accessToken) return undefined;
	return {
		accessToken,
		refreshToken: textAt(body, 'refresh_token'),
		geolocation: originOf(textAt(body, 'geolocation')) ?? '',
	};
}

/**
 * Asks the token service once, with up to three tries where it cannot be reached or answers 429 or 5xx.
 * @param origin data center, already checked against the allowed hosts
 * @returns the tokens, or the refusal with Concur's code
 * @throws Error with a text free of secrets when there is no answer
 * Source: Concur authentication reference, "Obtaining a token", "Refreshing a token".
 */
export async function requestToken(
	send: TokenSend,
	origin: string,
	form: TokenForm,
	pause = sleep,
): Promise<TokenAnswer | TokenRefusal> {
	let failure = new SignInError(unreachable(origin), 'temporary');
	for (let tryNumber = 1; tryNumber <= TRIES; tryNumber++) {
		if (tryNumber > 1) await pause(500 * 2 ** tryNumber);
		const response = await post(send, origin, form);
		if (typeof response === 'string') {
			const isFinal = lasting[response];
			if (isFinal) throw isFinal(origin);
			failure = new SignInError(unreachable(origin), 'temporary');
			continue;
		}
		const read = readAnswer(response);
		if (read) return read;
		failure = withoutToken(origin, response.statusCode);
	}
	throw failure;
}

/** The tokens or the refusal in an answer; undefined where another try may bring one. */
function readAnswer({ statusCode, body: raw }: FullResponse): TokenAnswer | TokenRefusal | undefined {
	const body = parsedBody(raw);
	if (statusCode < 300) return answerOf(body);
	const codeText = textAt(body, 'code');
	const code = /^\d{1,9}$/.test(codeText) ? Number(codeText) : null;
	if (judge('token', { http: statusCode, code }).next === 'retry') return undefined;
	return { status: statusCode, code, geolocation: originOf(textAt(body, 'geolocation')) };
}

const unreachable = (origin: string) =>
	`the token service ${origin} cannot be reached. Try again later, and check the data center of the credential.`;

/** Another service answers 200 without a token for ever; the token service itself only where it is not well. */
const withoutToken = (origin: string, status: number) =>
	new SignInError(
		`the token service ${origin} answers HTTP ${status} without a token. Try again later, and check the data center of the credential.`,
		status < 300 ? 'credential' : 'temporary',
	);

export const isRefusal = (answer: TokenAnswer | TokenRefusal): answer is TokenRefusal => 'status' in answer;
