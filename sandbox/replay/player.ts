import { jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import type { RecordedCall } from './recording';

/** What of a call is compared: its method, and its path without keys and query. */
const shapeOf = (method: string, url: string): string =>
	`${method} ${url
		.split('?')[0]!
		.replace(/\([^)]*\)/g, '()')
		.replace(/\/t[0-9a-f]{12}[^/]*/g, '/*')}`;

const isSignIn = (path: string): boolean => /\/(oauth2\/|Login$|Logout$)/i.test(path);

/**
 * Plays a recording: every call gets the next reply that was recorded for a call of its kind, and the last one again where there is no
 * further. Sign-ins are the sandbox's own business.
 */
export class Player {
	private readonly calls = new Map<string, RecordedCall[]>();

	constructor(calls: readonly RecordedCall[]) {
		for (const call of calls) {
			const shape = shapeOf(call.method, call.url);
			this.calls.set(shape, [...(this.calls.get(shape) ?? []), call]);
		}
	}

	/** @returns undefined for a sign-in */
	reply({ method, rawUrl, path }: SandboxRequest): SandboxReply | undefined {
		if (isSignIn(path)) return undefined;
		const queue = this.calls.get(shapeOf(method, rawUrl));
		const call = queue && (queue.length > 1 ? queue.shift() : queue[0]);
		if (!call) return jsonReply(404, { error: { code: -1, message: `The recording has no call ${shapeOf(method, rawUrl)}.` } });
		return { status: call.status, headers: { 'Content-Type': call.type }, body: call.reply };
	}
}
