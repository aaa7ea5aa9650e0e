import { createHash } from 'crypto';

/** What tells one Service Layer session from another. A session belongs to one server, company and user. */
export interface SessionAddress {
	serverUrl: string;
	pathPrefix: string;
	companyDb: string;
	userName: string;
}

/** Everything a login needs, as the credential holds it. */
export interface LoginData extends SessionAddress {
	apiVersion: string;
	password: string;
	/** Language of B1's texts, a number of B1's own list; empty for the user's own. */
	language: string;
	ignoreSslIssues: boolean;
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

/** Stands for a session that was used before: the credential test proves the login itself, not a session that still lives. */
export const USED_SESSION = 'used';

const VERSION_AT_END = /\/v[12]$/i;
/** A text without the slashes at its end. */
export const withoutEndSlashes = (path: string) => path.replace(/(?<!\/)\/+$/, '');
const withoutSlashes = (path: string) => withoutEndSlashes(path.trim()).replace(/^\/+/, '');

/**
 * @returns the service root without a trailing slash, e.g. `https://b1.example.com:50000/b1s/v2`; doubled slashes, a path prefix
 * with or without a leading slash, and an address that was copied with prefix and version behind it are taken alike
 */
export function serviceRoot(serverUrl: string, pathPrefix: string, apiVersion: string): string {
	const prefix = withoutSlashes(`/${withoutSlashes(pathPrefix)}`.replace(VERSION_AT_END, ''));
	const entered = withoutEndSlashes(withoutEndSlashes(serverUrl.trim()).replace(VERSION_AT_END, ''));
	const hasPrefix = prefix !== '' && entered.toLowerCase().endsWith(`/${prefix.toLowerCase()}`);
	const server = hasPrefix ? withoutEndSlashes(entered.slice(0, -prefix.length)) : entered;
	return [server, prefix, apiVersion].filter((part) => part !== '').join('/');
}

/** Every setting a session is made of, as texts: a change of any of them makes another login. */
export function settingsOf(data: LoginData): string[] {
	const { apiVersion, companyDb, userName, password, language, ignoreSslIssues } = data;
	return [
		serviceRoot(data.serverUrl, data.pathPrefix, apiVersion),
		companyDb,
		userName,
		password,
		language,
		String(ignoreSslIssues),
	];
}

/**
 * @returns a hash of a session and of every setting that made it; it is kept beside the session, which no longer counts where one
 * of them changed. The token goes in, so that nobody can try passwords on the hash alone.
 */
export function ownerOf(data: LoginData, token: string): string {
	return digest(['owner', ...settingsOf(data), token]);
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
