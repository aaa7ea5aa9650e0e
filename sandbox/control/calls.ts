import type { Concur } from '../concur';
import type { BusinessOne, SandboxContext } from '../context';
import type { Latency } from '../delays';

/** What the control API works on. */
export interface ControlParts {
	context: SandboxContext;
	latency: Latency;
	concur: Concur;
	businessOne: BusinessOne;
	isOwnHost(host: string | undefined): boolean;
}

export interface ControlCall {
	method: string;
	/** Path below `/control`, with `:docId` where a document id stands. */
	path: string;
	does: string;
	/** Gives the reply's JSON. Throws ControlError, or any Error whose message tells the caller what was wrong with the call. */
	run(parts: ControlParts, call: { body: unknown; text: string; docId: string; query: URLSearchParams }): unknown;
}

/** A call that cannot be done; `status` is the HTTP status of the reply. */
export class ControlError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** The body as an object; an empty body is an empty object. */
export function objectOf(body: unknown): Record<string, unknown> {
	if (body === undefined) return {};
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
	throw new ControlError(400, 'The body is a JSON object.');
}

/** A field that is true, false or left out. */
export function flagOf(body: Record<string, unknown>, name: string, usual: boolean): boolean {
	const value = body[name] ?? usual;
	if (typeof value === 'boolean') return value;
	throw new ControlError(400, `${name} is true or false.`);
}

/** A field that is a number from 0, or left out. */
export function amountOf(body: Record<string, unknown>, name: string, usual: number): number {
	const value = body[name] ?? usual;
	if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
	throw new ControlError(400, `${name} is a number from 0.`);
}
