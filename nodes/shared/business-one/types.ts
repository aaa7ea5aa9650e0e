import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

export type ApiVersion = 'v1' | 'v2';

/** What an HTTP call came back with. `body` is parsed JSON, or text where the server did not send JSON. */
export interface FullResponse {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * Sends one request to the Service Layer with the session of a credential. The url is relative to the service root
 * (`JournalEntries(1)`). Answers with every HTTP status are given back; only a call without an answer throws.
 */
export type Send = (options: IHttpRequestOptions) => Promise<FullResponse>;

/** One record as the Service Layer writes it, in its own property names. */
export type Row = IDataObject;
