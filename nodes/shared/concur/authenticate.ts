import type { IHttpRequestOptions } from 'n8n-workflow';
import { notAllowed, originFor, rulesOf, tokensAreOurs, type ConcurCredential } from './credential';
import { isAllowed, originOf } from './dataCenters';

/** A scheme, or the two slashes that take the scheme of the base: HTTP libraries ignore the base URL for both. */
const isAbsolute = (url: string) => /^([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(url);

/**
 * Adds the access token, and sends a relative url to the data center of the token; the base URL is set anew each time,
 * because n8n calls this again after a renewal, and the renewal may have moved the company.
 *
 * Tokens of other settings (another company, another app) are left out: Concur then answers 401, and n8n renews.
 * @throws Error when an absolute url leads to a host that must not see the token
 */
export function withToken(credential: ConcurCredential, options: IHttpRequestOptions): IHttpRequestOptions {
	const origin = originFor(credential);
	const target = originOf(
		isAbsolute(options.url) ? options.url : `${origin}${options.url.startsWith('/') ? '' : '/'}${options.url}`,
	);
	if (!target || !isAllowed(target, rulesOf(credential))) throw notAllowed(target ?? 'the URL of the request');
	const token = tokensAreOurs(credential) ? credential.accessToken : '';
	const authenticated = {
		...options,
		...(isAbsolute(options.url) ? {} : { baseURL: origin }),
		headers: { ...options.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
		// Known to n8n 2 only: a redirect to another host must not carry the token there.
		sendCredentialsOnCrossOriginRedirect: false,
	};
	if (!token) delete (authenticated.headers as Record<string, unknown>).Authorization;
	return authenticated;
}
