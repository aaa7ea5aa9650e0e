import { gzipSync } from 'node:zlib';
import { headerOf, type SandboxReply, type SandboxRequest } from '../http';
import type { Core, Operation, Outcome, Version } from './core';
import { execute } from './dispatch';
import { deadSession, ServiceError, WholeBatchFailed } from './errors';
import { writeJson } from './json';
import { routeCookie } from './nodes';
import { AnswerLost } from './notifications';
import { singleSlashes } from './odata/path';
import { jsonBody } from './rest/input';
import { errorJson, jsonType, versionHeader } from './rest/render';
import { login, loginRefused, nodeOf, type Sessions } from './session';

const server = { Server: 'Apache/2.4.61 (Unix)', Vary: 'Accept-Encoding' };
const LONGEST_REQUEST_LINE = 8190;
const GZIP_FROM = 1024;

/** Serves one request below `/b1s`; null closes the connection without an answer. */
export function serve(core: Core, sessions: Sessions, request: SandboxRequest): SandboxReply | null {
	if (headerOf(request, 'expect') !== undefined) return { status: 500, headers: { ...server, Connection: 'close' }, body: '' };
	if (request.rawUrl.length + request.method.length + 10 > LONGEST_REQUEST_LINE) return uriTooLong();
	const version = versionOf(request.path);
	// A path that is none is not told from one that somebody without a session asked for.
	if (!version) return finish(request, 'v1', { status: 401, json: errorJson('v1', deadSession()) }, []);
	const cookies: string[] = [];
	try {
		return finish(request, version, answer(core, sessions, request, version, cookies), cookies);
	} catch (error) {
		if (error instanceof AnswerLost) return error.reply;
		return finish(request, version, refused(core, version, error), cookies);
	}
}

/** A refusal as the whole answer. Throws whatever is none. */
function refused(core: Core, version: Version, error: unknown): Outcome {
	const refusal = error instanceof WholeBatchFailed ? error.refusal : error;
	if (!(refusal instanceof ServiceError)) throw error;
	const written = refusal.code === deadSession().code && core.company().DeadSessionBody === 'v2' ? 'v2' : version;
	return { status: refusal.status, json: errorJson(written, refusal) };
}

function answer(core: Core, sessions: Sessions, request: SandboxRequest, version: Version, cookies: string[]): Outcome {
	const operation = operationOf(core, request, version);
	const header = headerOf(request, 'cookie');
	const { faults } = core.context;
	if (operation.path === 'Login') {
		if (operation.method !== 'POST') throw new ServiceError(405, -1000, 'Method not allowed');
		const fault = faults.take('businessOne', 'loginFails', request);
		if (fault) throw loginRefused(fault.code ?? 299);
		const { cookie, ...outcome } = login(core, sessions, operation, jsonBody(operation.body));
		cookies.push(cookie, routeCookie(nodeOf(core.nodes, header, false).node));
		return outcome;
	}
	loseSession(core, sessions, request, header);
	const session = sessions.use(header);
	const { node, cookie } = nodeOf(core.nodes, header, faults.take('businessOne', 'nodeChange', request) !== null);
	if (cookie !== undefined) cookies.push(cookie);
	if (operation.path === 'Logout') {
		if (operation.method !== 'POST') throw new ServiceError(405, -1000, 'Method not allowed');
		sessions.close(header);
		core.context.counters.add('logouts');
		return { status: 204 };
	}
	return execute(core, { ...operation, node, user: session.user });
}

/** Ordered faults that kill the session of this request: as B1 words it, and as one team saw it without a 401. */
function loseSession(core: Core, sessions: Sessions, request: SandboxRequest, cookies: string | undefined): void {
	if (core.context.faults.take('businessOne', 'sessionExpired', request)) sessions.close(cookies);
	const lost = core.context.faults.take('businessOne', 'sessionLost304', request);
	if (!lost) return;
	sessions.close(cookies);
	throw new ServiceError(lost.status ?? 400, -304, 'Fail to get DB Credentials from SLD');
}

function operationOf(core: Core, request: SandboxRequest, version: Version): Operation {
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [
			name.toLowerCase(),
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
	const scheme = request.tls ? 'https' : 'http';
	const { faults } = core.context;
	return {
		version,
		method:
			(request.method === 'POST' ? headers['x-http-method-override'] : undefined)?.toUpperCase() ?? request.method.toUpperCase(),
		path: singleSlashes(request.path).replace(/^\/b1s\/v[12]\/?/, ''),
		query: request.query,
		headers,
		body: request.body,
		root: `${scheme}://${headers.host ?? 'localhost'}/b1s/${version}/`,
		nextLinkFaults: () => ({
			withoutFilter: faults.take('businessOne', 'nextLinkWithoutFilter', request) !== null,
			relative: faults.take('businessOne', 'relativeNextLink', request) !== null,
		}),
		commitFails: (changeSet) =>
			faults.takeAll('businessOne', 'commitFails', request).some((rule) => (rule.changeSet ?? 1) === changeSet),
		node: 1,
		inChangeSet: false,
		user: '',
	};
}

function versionOf(path: string): Version | undefined {
	return /^\/+b1s\/+(v[12])(?:\/|$)/.exec(path)?.[1] as Version | undefined;
}

function finish(request: SandboxRequest, version: Version, outcome: Outcome, cookies: string[]): SandboxReply {
	const json = outcome.json !== undefined;
	const text = json ? `${writeJson(outcome.json)}\n` : (outcome.raw ?? '');
	// A login answers without OData-Version, as recorded from a live server.
	const isLogin = cookies.some((cookie) => cookie.startsWith('B1SESSION'));
	const headers: Record<string, string | string[]> = {
		...server,
		...(json ? jsonType(version) : {}),
		...outcome.headers,
		...(isLogin && version === 'v2' ? {} : versionHeader(version)),
	};
	if (cookies.length > 0) headers['Set-Cookie'] = cookies;
	const body = Buffer.from(text);
	if (body.length < GZIP_FROM || !/\bgzip\b/.test(headerOf(request, 'accept-encoding') ?? ''))
		return { status: outcome.status, headers, body };
	return { status: outcome.status, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(body) };
}

function uriTooLong(): SandboxReply {
	return page(414, 'Request-URI Too Long');
}

function page(status: number, title: string): SandboxReply {
	const body = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n</body></html>\n`;
	return { status, headers: { ...server, 'Content-Type': 'text/html; charset=iso-8859-1' }, body };
}
