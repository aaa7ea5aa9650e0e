import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

/** One of the two Concur data centers the sandbox plays; which one is told by the port a request came in on. */
export type DataCenter = 'first' | 'other';

export interface SandboxRequest {
	method: string;
	/** Decoded path without the query. */
	path: string;
	/** Path and query as they were sent, without the host of an absolute request line. */
	rawUrl: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	socket: Socket;
	tls: boolean;
	dataCenter: DataCenter;
}

export interface SandboxReply {
	status: number;
	headers?: Record<string, string | string[]>;
	body?: string | Buffer | null;
	/** How many journal entries the request posted; each of them takes time where the latency says so. */
	entriesPosted?: number;
}

/** A JSON reply; `value` is written as it stands. */
export function jsonReply(status: number, value: unknown, headers: Record<string, string | string[]> = {}): SandboxReply {
	return { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers }, body: JSON.stringify(value) };
}

/** The first value of a header that a client may have sent several times. */
export function headerOf(request: SandboxRequest, name: string): string | undefined {
	const value = request.headers[name.toLowerCase()];
	return Array.isArray(value) ? value[0] : value;
}
