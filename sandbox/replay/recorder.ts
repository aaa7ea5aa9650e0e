import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';

import type { SandboxReply, SandboxRequest } from '../http';
import { Mask } from './masked';
import { masked, type RecordedCall } from './recording';

/** Where the calls of a recorded run go. */
export interface Targets {
	/** Address of the Concur data center, without a closing slash. */
	concur: string;
	/** Address of the Service Layer's server, without `/b1s`. */
	businessOne: string;
	/** Whether certificates are not checked, as where B1 signs its own. */
	ignoreSslIssues: boolean;
}

const TIMEOUT_MS = 180_000;
/** Headers of a connection, which are not passed on, and what would make a reply unreadable here. */
const OWN_HEADERS = ['host', 'connection', 'accept-encoding', 'content-length'];

/** Stands between the nodes and the real servers, and keeps what was said, made unreadable at once. */
export class Recorder {
	private readonly mask = new Mask();

	/** @param keep takes each call as soon as it was answered */
	constructor(
		private readonly targets: Targets,
		private readonly keep: (call: RecordedCall) => void,
	) {}

	/** @param origin of this recorder: the one that tokens are to lead to */
	async pass(system: RecordedCall['system'], request: SandboxRequest, origin: string): Promise<SandboxReply> {
		const reply = await send(`${this.targets[system]}${request.rawUrl}`, request, this.targets.ignoreSslIssues);
		const type = String(reply.headers?.['content-type'] ?? 'application/json');
		const isSignIn = /\/(oauth2\/|Login|Logout)/i.test(request.path);
		const texts = { request: request.body.toString('utf8'), reply: String(reply.body ?? '') };
		const call = { system, method: request.method, url: request.rawUrl, status: reply.status, type, isSignIn, ...texts };
		this.keep(masked(call, this.mask));
		return isSignIn ? { ...reply, body: texts.reply.replace(/"geolocation"\s*:\s*"[^"]*"/, `"geolocation":"${origin}"`) } : reply;
	}
}

function send(url: string, { method, headers, body }: SandboxRequest, ignoreSslIssues: boolean): Promise<SandboxReply> {
	const passed = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name)));
	const options: RequestOptions & { rejectUnauthorized?: boolean } = {
		method,
		headers: { ...passed, 'content-length': body.length },
		timeout: TIMEOUT_MS,
		rejectUnauthorized: !ignoreSslIssues,
	};
	return new Promise((resolve, reject) => {
		const outgoing = (url.startsWith('https:') ? requestHttps : requestHttp)(url, options, (incoming) => {
			replyOf(incoming).then(resolve, reject);
		});
		outgoing.on('timeout', () => outgoing.destroy(new Error('No answer in time')));
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

async function replyOf(incoming: IncomingMessage): Promise<SandboxReply> {
	const parts: Buffer[] = [];
	for await (const part of incoming) parts.push(part as Buffer);
	const headers = Object.fromEntries(
		Object.entries(incoming.headers).filter(([name]) => !['connection', 'transfer-encoding', 'content-length'].includes(name)),
	) as Record<string, string | string[]>;
	return { status: incoming.statusCode ?? 502, headers, body: Buffer.concat(parts).toString('utf8') };
}
