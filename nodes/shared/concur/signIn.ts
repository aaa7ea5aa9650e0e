import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { originOf } from './dataCenters';
import { credentialMark } from './errors';
import type { FisResponse } from './types';
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

/** An error whose text is made here alone: n8n shows it to people, and keeps it in executions. */
export function signInError(text: string): Error {
	return new Error(`${credentialMark} ${text}`);
}

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

const expired =
	'the company request token is not accepted. It is valid for 24 hours: make a new one in Concur (Administration, Company Request Token) and enter it here';

/** What a refusal means, in words a person can act on, with Concur's code. Concur authentication reference, "Error codes". */
export function causeOf(refusal: TokenRefusal, grant: string): string {
	const { code, status } = refusal;
	const isRequestToken = grant === 'companyRequestToken' && [5, 10, 12, 14, 19, 20, 21, 123, 139].includes(code ?? -1);
	const cause = isRequestToken ? expired : (causes[code ?? -1] ?? 'the request is refused');
	return `${cause} (${code === null ? '' : `code ${code}, `}HTTP ${status}).`;
}

const asRecord = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Any text or number at a key; Concur sends `expires_in` as text and codes as numbers or text. */
const textAt = (value: unknown, key: string): string => {
	const found = asRecord(value)[key];
	return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const tries = 3;

/** n8n parses JSON answers; a proxy that mislabels them leaves text. */
function parsedBody(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

async function post(send: TokenSend, origin: string, form: TokenForm): Promise<FisResponse | undefined> {
	try {
		return (await send({
			method: 'POST',
			url: `${origin}/oauth2/v0/token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: new URLSearchParams(form).toString(),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		})) as FisResponse;
	} catch {
		// What the HTTP library throws holds the request body, and with it the secrets: nothing of it is passed on.
		return undefined;
	}
}

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
	let failure = 'cannot be reached';
	for (let tryNumber = 1; tryNumber <= tries; tryNumber++) {
		if (tryNumber > 1) await pause(500 * 2 ** tryNumber);
		const response = await post(send, origin, form);
		if (!response) continue;
		const body = parsedBody(response.body);
		const answer = response.statusCode < 300 ? answerOf(body) : undefined;
		if (answer) return answer;
		const codeText = textAt(body, 'code');
		const code = /^\d+$/.test(codeText) ? Number(codeText) : null;
		if (response.statusCode >= 300 && judge('token', { http: response.statusCode, code }).action !== 'retry')
			return { status: response.statusCode, code, geolocation: originOf(textAt(body, 'geolocation')) };
		failure = `answers HTTP ${response.statusCode} without a token`;
	}
	throw signInError(`the token service ${origin} ${failure}. Try again later, and check the data center of the credential.`);
}

export const isRefusal = (answer: TokenAnswer | TokenRefusal): answer is TokenRefusal => 'status' in answer;
