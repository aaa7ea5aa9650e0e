import type { IHttpRequestOptions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { addressProblem, FULL_RESPONSE, isSuccess, type FullResponse } from '../../http';
import { readErrorBody } from '../errors/errorBody';
import { explainLoginReply, explainNoAnswer, explainPage, isSamlFailure, LoginError } from './loginError';
import { serviceRoot, sessionOfLogin, type LoginData, type Session } from './session';

type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

/** A right password takes B1 3 to 8 seconds, a wrong one up to 13; a cold company longer. */
const LOGIN_TIMEOUT_MS = 60_000;

/** Of several logins at the same moment some fail with "SAML Login Failed", and the next try works. */
const SAML_TRIES = 3;

/**
 * Logs in to a company (Service Layer User's Guide, Login). One POST: it is repeated only where B1's single sign-on stumbled over
 * logins at the same moment, never after a refusal, because repeated wrong passwords lock the user.
 * @throws LoginError with a text for the person who set up the credential; no secret is part of it, whatever the server repeats
 */
export async function login(httpRequest: HttpRequest, data: LoginData, pause = sleep, random = Math.random): Promise<Session> {
	const problem = addressProblem(data.serverUrl);
	if (problem !== undefined) throw new LoginError(`The Server URL ${problem}`, 'settings');
	for (let tryNumber = 1; ; tryNumber++) {
		const response = await postLogin(httpRequest, data);
		if (isSuccess(response.statusCode)) {
			const session = sessionOfLogin(response.headers, response.body);
			if (session) return session;
		}
		const said = readErrorBody(response.body, [data.password, `${data.userName}:${data.password}`]);
		if (!isSamlFailure(response.statusCode, said) || tryNumber >= SAML_TRIES)
			throw explainPage(response.body, data) ?? explainLoginReply(response.statusCode, said, data);
		await pause(500 * tryNumber * (1 + random()));
	}
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
			...FULL_RESPONSE,
			skipSslCertificateValidation: data.ignoreSslIssues,
			timeout: LOGIN_TIMEOUT_MS,
		})) as FullResponse;
	} catch (error) {
		throw explainNoAnswer(error, data);
	}
}
