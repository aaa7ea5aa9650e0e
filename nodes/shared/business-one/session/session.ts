import { createHash } from 'crypto';

/** What tells one Service Layer session from another. A session belongs to one server, company and user. */
export interface SessionAddress {
	serverUrl: string;
	pathPrefix: string;
	companyDb: string;
	userName: string;
}

export interface Session {
	token: string;
	routeId: string;
}

/**
 * Header by which the client asks the credential for a new session: its value names the refused one. B1 can refuse a session
 * without HTTP 401 (code -304), and n8n renews a credential only after a 401, so the credential answers this header with one of
 * its own. It never leaves this process.
 */
export const REFUSED_SESSION_HEADER = 'x-b1-refused-session';

/** Stands for whatever session the credential holds, where the client does not know which one was refused. */
export const ANY_SESSION = 'any';

/**
 * @returns the service root without a trailing slash, e.g. `https://b1.example.com:50000/b1s/v2`; doubled slashes and a path
 * prefix written with or without a leading slash are taken alike
 */
export function serviceRoot(serverUrl: string, pathPrefix: string, apiVersion: string): string {
	const server = serverUrl.trim().replace(/\/+$/, '');
	const prefix = pathPrefix.trim().replace(/^\/+|\/+$/g, '');
	return [server, prefix, apiVersion].filter((part) => part !== '').join('/');
}

/** @returns a hash that names the owner of a session; another company or user has another one */
export function ownerOf(address: SessionAddress): string {
	const root = serviceRoot(address.serverUrl, address.pathPrefix, '').toLowerCase();
	return digest([root, address.companyDb, address.userName]);
}

/** @returns a short name for a session token that does not give the token away */
export function sessionName(token: string): string {
	return digest(['session', token]).slice(0, 16);
}

/** @returns a SHA-256 over the parts, in hexadecimal; parts cannot run into each other */
export function digest(parts: string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** @returns the Cookie header of a session; ROUTEID keeps its calls on one node (Service Layer User's Guide, load balancing) */
export function cookieOf(session: Session): string {
	const cookies = [`B1SESSION=${session.token}`];
	if (session.routeId !== '') cookies.push(`ROUTEID=${session.routeId}`);
	return cookies.join('; ');
}

/**
 * Reads the session of a login's answer. The Set-Cookie headers are taken apart by hand: B1SESSION comes without a path and
 * with a trailing semicolon, which some cookie jars lose.
 * @returns the session, or undefined where the answer holds none
 */
export function sessionOfLogin(headers: Record<string, unknown>, body: unknown): Session | undefined {
	const cookies = setCookies(headers);
	const sessionId = (body as { SessionId?: unknown } | null | undefined)?.SessionId;
	const token = cookies.get('B1SESSION') ?? (typeof sessionId === 'string' ? sessionId : '');
	return token === '' ? undefined : { token, routeId: cookies.get('ROUTEID') ?? '' };
}

function setCookies(headers: Record<string, unknown>): Map<string, string> {
	const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie')?.[1];
	const lines = Array.isArray(header)
		? header.map(String)
		: typeof header === 'string'
			? header.split(/,(?=\s*[A-Za-z0-9_]+=)/)
			: [];
	const cookies = new Map<string, string>();
	for (const line of lines) {
		const [name, ...value] = (line.split(';')[0] ?? '').split('=');
		if (name) cookies.set(name.trim().toUpperCase(), value.join('=').trim());
	}
	return cookies;
}
