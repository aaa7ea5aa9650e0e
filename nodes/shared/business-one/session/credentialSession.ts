import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import type { LoginData } from './login';
import { ANY_SESSION, cookieOf, ownerOf, REFUSED_SESSION_HEADER, serviceRoot, sessionName } from './session';

export interface CredentialData extends LoginData {
	sessionToken: string;
	routeId: string;
	/** Whose session it is; another company, user or server than the credential's makes it worthless. */
	sessionOwner: string;
}

/** Reads the credential's fields. Missing ones take the defaults of the credential form. */
export function readCredential(credentials: ICredentialDataDecryptedObject): CredentialData {
	const text = (name: string, fallback = ''): string => {
		const value = credentials[name];
		return value === undefined || value === null ? fallback : String(value);
	};
	return {
		serverUrl: text('serverUrl').trim(),
		pathPrefix: text('pathPrefix', '/b1s'),
		apiVersion: text('apiVersion', 'v2'),
		companyDb: text('companyDb').trim(),
		userName: text('userName').trim(),
		password: text('password'),
		language: text('language').trim(),
		ignoreSslIssues: credentials.allowUnauthorizedCerts === true,
		sessionToken: text('sessionToken'),
		routeId: text('routeId'),
		sessionOwner: text('sessionOwner'),
	};
}

/**
 * Gives a request the session, the service root (where its url is relative) and the TLS setting of the credential.
 * @throws an error with `response.status` 401 where the session must be renewed first: n8n answers it with a login and calls again.
 * That is so when the client names the session as refused, and when the stored session belongs to another company or user.
 */
export function withSession(data: CredentialData, options: IHttpRequestOptions): IHttpRequestOptions {
	const headers: Record<string, unknown> = { ...options.headers };
	const refused = headers[REFUSED_SESSION_HEADER];
	delete headers[REFUSED_SESSION_HEADER];
	options.headers = headers as IHttpRequestOptions['headers'];

	const foreign = data.sessionOwner !== ownerOf(data);
	if (foreign || refused === ANY_SESSION || refused === sessionName(data.sessionToken)) {
		throw Object.assign(new Error('The B1 session has to be renewed'), { response: { status: 401 } });
	}

	headers.Cookie = cookieOf({ token: data.sessionToken, routeId: data.routeId });
	options.url = absoluteUrl(options.url, serviceRoot(data.serverUrl, data.pathPrefix, data.apiVersion));
	delete options.baseURL;
	options.skipSslCertificateValidation = data.ignoreSslIssues;
	return options;
}

/**
 * The session must not travel to another server, so an absolute url is taken only where it leads to the credential's own; and no dots
 * lead a relative one out of the service root.
 */
function absoluteUrl(url: string, root: string): string {
	if (!/^https?:\/\//i.test(url)) {
		const absolute = `${root}/${url.replace(/^\/+/, '')}`;
		if (!pathOf(absolute).startsWith(`${pathOf(root)}/`))
			throw new Error('The path leads out of the Service Layer of this credential');
		return absolute;
	}
	if (new URL(url).origin !== new URL(root).origin) {
		throw new Error(`The address ${new URL(url).origin} is not the server of this credential`);
	}
	return url;
}

/** The path as a server sees it, its dots resolved. */
const pathOf = (url: string) => new URL(url).pathname.replace(/\/+$/, '');
