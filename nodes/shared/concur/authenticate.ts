import type { IHttpRequestOptions } from 'n8n-workflow';
import { notAllowed, originFor, rulesOf, tokenIsCurrent, type ConcurCredential } from './credential';
import { isAllowed, originOf } from './dataCenters';

/** A scheme, or the two slashes that take the scheme of the base: HTTP libraries ignore the base URL for both. */
const isAbsolute = (url: string) => /^([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(url);

/**
 * Adds the access token, and sends a relative url to the data center of the token; the base URL is set anew each time,
 * because n8n calls this again after a renewal, and the renewal may have moved the company.
 *
 * @throws an error with `response.status` 401 where other settings made the stored token (another company, app or secret): n8n
 * answers it with a renewal and calls again
 * @throws Error when an absolute url leads to a host that must not see the token
 */
export function withToken(credential: ConcurCredential, options: IHttpRequestOptions): IHttpRequestOptions {
	const origin = originFor(credential);
	const target = originOf(
		isAbsolute(options.url) ? options.url : `${origin}${options.url.startsWith('/') ? '' : '/'}${options.url}`,
	);
	if (!target || !isAllowed(target, rulesOf(credential))) throw notAllowed(target ?? 'the URL of the request');
	if (!tokenIsCurrent(credential) || credential.accessToken === '')
		throw Object.assign(new Error('The tokens of SAP Concur have to be renewed'), { response: { status: 401 } });
	const authenticated = {
		...options,
		...(isAbsolute(options.url) ? {} : { baseURL: origin }),
		headers: { ...options.headers, Authorization: `Bearer ${credential.accessToken}` },
		// Known to n8n 2 only: a redirect to another host must not carry the token there.
		sendCredentialsOnCrossOriginRedirect: false,
	};
	return authenticated;
}
