import type { IHttpRequestOptions } from 'n8n-workflow';
import { causesOf } from './thrown';

/** What an HTTP call came back with. `body` is parsed JSON, or text where the server did not send JSON. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * Sends one request with a credential; a relative url goes to the credential's own server. Gives back answers with every status the
 * request does not leave to n8n; only a call without an answer throws.
 */
export type Send = (options: IHttpRequestOptions) => Promise<FullResponse>;

/** How every request is sent: the whole answer comes back whatever its status, and no redirect takes a secret to another server. */
export const FULL_RESPONSE = {
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
} as const;

/** @returns whether a status is one of success */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** @returns the first value of a header, whatever the case of its name; undefined where there is none */
export function headerOf(headers: Record<string, unknown>, name: string): string | undefined {
	const value = Object.entries(headers).find(([candidate]) => candidate.toLowerCase() === name)?.[1];
	return value === undefined || value === null ? undefined : String(Array.isArray(value) ? value[0] : value);
}

/** @returns the answer inside a thrown error, where there is one: helpers that throw on a status keep it in `response` */
export function responseInThrown(thrown: unknown): FullResponse | undefined {
	for (const cause of causesOf(thrown)) {
		const response = cause.response as { status?: number; headers?: Record<string, unknown>; data?: unknown } | undefined;
		if (response && typeof response.status === 'number' && response.data !== undefined)
			return { statusCode: response.status, headers: { ...response.headers }, body: response.data };
	}
	return undefined;
}
