import type { IHttpRequestOptions } from 'n8n-workflow';
import { readErrorBody } from '../errors/errorBody';
import type { FullResponse } from '../types';
import { explainLoginReply, explainNoAnswer, LoginError } from './loginError';
import { serviceRoot, sessionOfLogin, type Session, type SessionAddress } from './session';

/** Everything a login needs, as the credential holds it. */
export interface LoginData extends SessionAddress {
	apiVersion: string;
	password: string;
	/** Language of B1's texts, a number of B1's own list; empty for the user's own. */
	language: string;
	ignoreSslIssues: boolean;
}

type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** A right password takes B1 3 to 8 seconds, a wrong one up to 13; a cold company longer. */
const LOGIN_TIMEOUT_MS = 60_000;

/**
 * Logs in to a company (Service Layer User's Guide, Login): one POST, never repeated here, because repeated wrong passwords
 * lock the user.
 * @throws LoginError with a text for the person who set up the credential; the password is never part of it
 */
export async function login(httpRequest: HttpRequest, data: LoginData): Promise<Session> {
	const response = await postLogin(httpRequest, data);
	if (response.statusCode >= 200 && response.statusCode < 300) {
		const session = sessionOfLogin(response.headers, response.body);
		if (session) return session;
	}
	throw explainLoginReply(response.statusCode, readErrorBody(response.body), data);
}

async function postLogin(httpRequest: HttpRequest, data: LoginData): Promise<FullResponse> {
	const body: Record<string, string> = { CompanyDB: data.companyDb, UserName: data.userName, Password: data.password };
	if (data.language !== '') body.Language = data.language;
	try {
		return (await httpRequest({
			method: 'POST',
			url: `${serviceRoot(data.serverUrl, data.pathPrefix, data.apiVersion)}/Login`,
			body,
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: data.ignoreSslIssues,
			timeout: LOGIN_TIMEOUT_MS,
		})) as FullResponse;
	} catch (error) {
		throw explainNoAnswer(error, data);
	}
}

export { LoginError };
