import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { SandboxContext } from './context';
import { wait, Workers, type Latency } from './delays';
import { faultAfterWork, faultBeforeWork } from './fault-replies';
import type { FaultSystem } from './faults';
import { jsonReply, type DataCenter, type SandboxReply, type SandboxRequest } from './http';

/** What answers a request: one of the two systems, which faults and delays apply to, or the control API, which they leave alone. */
export interface Route {
	system: FaultSystem | null;
	/** Null closes the connection without an answer. */
	handle(request: SandboxRequest): Promise<SandboxReply | null>;
}

export interface ServerParts {
	context: SandboxContext;
	latency: Latency;
	workers: Workers;
	/** Whether a Host header names this machine. */
	isOwnHost(host: string | undefined): boolean;
	bodyLimitBytes: number;
	/** Aborted when the sandbox stops, so that no delay holds it up. */
	stopping: AbortSignal;
	route(path: string): Route;
	log(line: string): void;
}

/** The request listener all three servers share. */
export function createListener(parts: ServerParts, dataCenter: DataCenter): RequestListener {
	return (incoming, response) => {
		serve(parts, dataCenter, incoming, response).catch((error: unknown) => {
			// A client that went away in the middle of its own request is not waiting for anything.
			if (!incoming.complete) return;
			parts.log(`The sandbox itself failed at ${incoming.method} ${incoming.url}: ${stackOf(error)}`);
			if (!response.headersSent) send(response, jsonReply(500, { message: 'The sandbox itself failed; see its output.' }));
			else response.destroy();
		});
	};
}

async function serve(
	parts: ServerParts,
	dataCenter: DataCenter,
	incoming: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const host = foreignHost(parts, incoming);
	if (host !== null) {
		incoming.resume();
		send(response, { ...misdirected(host), headers: { Connection: 'close', 'Content-Type': 'application/json' } });
		return;
	}
	const body = await readBody(incoming, parts.bodyLimitBytes);
	if (body === null) {
		send(response, { ...tooLarge, headers: { ...tooLarge.headers, Connection: 'close' } });
		return;
	}
	const request = toRequest(incoming, body, dataCenter);
	if (request === null) {
		send(response, jsonReply(400, { message: 'The path is not valid percent-encoding.' }));
		return;
	}
	const route = parts.route(request.path);
	const reply = route.system === null ? await route.handle(request) : await play(parts, route, route.system, request);
	note(parts, route, request, reply);
	if (reply === null) request.socket.destroy();
	else send(response, reply);
}

/** Lets the ordered faults and delays happen around the handler. Null means: close the connection without a word. */
async function play(
	parts: ServerParts,
	route: Route,
	system: FaultSystem,
	request: SandboxRequest,
): Promise<SandboxReply | null> {
	const { context, latency, workers, stopping } = parts;
	const slow = context.faults.take(system, 'slow', request);
	const before = faultBeforeWork(context.faults, system, request);
	const worked = before === 'none' ? await route.handle(request) : before;
	const reply = before === 'none' ? faultAfterWork(context.faults, system, request, worked) : before;
	const posting = workers.take(worked?.entriesPosted ?? 0, latency, performance.now());
	// Work first, then the delay: a client that gives up waiting has to reckon with the work having been done.
	await wait(latency.ms + (isLogin(request) ? latency.loginMs : 0) + posting + (slow?.ms ?? 0), stopping);
	return reply;
}

/** The host a request means where it is none of this machine's: a page of somebody else's may have led a browser here. */
function foreignHost(parts: ServerParts, incoming: IncomingMessage): string | null {
	const named = [incoming.headers.host, /^https?:\/\/([^/?]*)/i.exec(incoming.url ?? '')?.[1]];
	const [host, absolute] = named;
	if (absolute !== undefined && !parts.isOwnHost(absolute)) return absolute;
	return parts.isOwnHost(host) ? null : (host ?? 'no host at all');
}

function misdirected(host: string): SandboxReply {
	const message = `The sandbox does not answer requests for ${host.slice(0, 100)}; start it with --allow-host to let it.`;
	return jsonReply(421, { message });
}

function isLogin(request: SandboxRequest): boolean {
	return request.method === 'POST' && /^\/(b1s\/+v[12]\/+Login|oauth2\/v0\/token)$/.test(request.path);
}

/** Reads the whole body; null when it is longer than allowed. The rest of such a body is read all the same, or its sender never sees the reply. */
async function readBody(incoming: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
	let chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		length += chunk.length;
		if (length <= limitBytes) chunks.push(chunk);
		else chunks = [];
	}
	return length > limitBytes ? null : Buffer.concat(chunks);
}

const tooLarge = {
	status: 413,
	headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
	body: '<html><head><title>413 Request Entity Too Large</title></head><body><h1>Request Entity Too Large</h1></body></html>\n',
};

function toRequest(incoming: IncomingMessage, body: Buffer, dataCenter: DataCenter): SandboxRequest | null {
	const rawUrl = (incoming.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
	const question = rawUrl.indexOf('?');
	const rawPath = question < 0 ? rawUrl : rawUrl.slice(0, question);
	try {
		return {
			method: incoming.method ?? 'GET',
			path: decodeURIComponent(rawPath),
			rawUrl,
			query: new URLSearchParams(question < 0 ? '' : rawUrl.slice(question + 1)),
			headers: incoming.headers,
			body,
			socket: incoming.socket as Socket,
			tls: incoming.socket instanceof TLSSocket,
			dataCenter,
		};
	} catch {
		return null;
	}
}

function send(response: ServerResponse, reply: SandboxReply): void {
	const body = reply.body ?? '';
	for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
	if (reply.status !== 204 && reply.status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
	response.writeHead(reply.status);
	response.end(response.req.method === 'HEAD' ? undefined : body);
}

function note(parts: ServerParts, route: Route, request: SandboxRequest, reply: SandboxReply | null): void {
	if (route.system === null) return;
	const status = reply?.status ?? 0;
	const bytesOut = reply === null ? 0 : Buffer.byteLength(reply.body ?? '');
	parts.context.counters.request(endpointOf(request), request.body.length, bytesOut, status);
	parts.log(`${request.method} ${request.rawUrl} -> ${reply === null ? 'connection closed' : status}`);
}

/** Method and path with the keys taken out, so that `JournalEntries(17)` and `JournalEntries(18)` count together. */
function endpointOf(request: SandboxRequest): string {
	return `${request.method} ${request.path.replace(/\(.*?\)(?=\/|$)/g, '(key)')}`;
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
