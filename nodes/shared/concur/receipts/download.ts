import { headerOf, isSuccess, type FullResponse, type Send } from '../../http';
import { errorOfThrown, FisError } from '../errors';

export interface DownloadSettings {
	/** Sends a request without any credential. */
	send: Send;
	/** Whether a file may be fetched from there. */
	isAllowed: (url: string) => boolean;
	/** Longest file, in bytes. */
	maxBytes: number;
	/** Longest time, for the answer and again for its body. */
	timeoutMs: number;
	/** What of the credential must never be shown; a content that is text may repeat it. */
	secrets?: () => Promise<string[]>;
}

/** Why a receipt has no file. Only `tryLater` passes by itself. */
export type ReceiptProblem = 'notThere' | 'noReceipt' | 'tooLarge' | 'foreignHost' | 'refused' | 'tryLater';

export interface NoFile {
	problem: ReceiptProblem;
	message: string;
	/** Whether the link was no longer good: another one may be. */
	isExpired?: boolean;
}

export type Downloaded = { content: Buffer } | NoFile;

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 3;
/** What a server of images answers for a link that it no longer takes. */
const EXPIRED = [401, 403, 404, 410];

/**
 * Fetches a file by a link that Concur gave out. Nothing of the credential goes along; every host on the way has to be one of Concur's, or
 * one that the credential names; the file is read piece by piece and left where it grows too long.
 */
export async function download(link: string, settings: DownloadSettings): Promise<Downloaded> {
	let url = link;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		if (!settings.isAllowed(url)) return foreign(url);
		const response = await settings
			.send({ method: 'GET', url, headers: { Accept: '*/*' }, ...AS_STREAM, timeout: settings.timeoutMs })
			.catch((thrown: unknown) => errorOfThrown(thrown, [url]));
		if (response instanceof FisError) return noAnswer(response);
		const next = REDIRECTS.includes(response.statusCode) ? headerOf(response.headers, 'location') : undefined;
		if (next === undefined) return await fileIn(response, settings);
		discard(response.body);
		if (!URL.canParse(next, url)) return foreign(next);
		url = new URL(next, url).href;
	}
	return { problem: 'tryLater', message: 'The link to the image leads in a circle.' };
}

/** The whole answer as a stream, whatever its status; redirects are followed here, host by host. */
export const AS_STREAM = {
	encoding: 'stream',
	json: false,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
	disableFollowRedirect: true,
} as const;

function foreign(url: string): NoFile {
	const host = URL.canParse(url) ? new URL(url).host : 'no address';
	return {
		problem: 'foreignHost',
		message: `The link leads to ${host.slice(0, 100)}, which is no host of SAP Concur and not named in the credential, so nothing was fetched.`,
	};
}

const noAnswer = ({ message }: FisError): NoFile => ({ problem: 'tryLater', message });

/** The file in an answer: its content, or why there is none. */
export async function fileIn(response: FullResponse, { maxBytes, timeoutMs }: DownloadSettings): Promise<Downloaded> {
	const { statusCode, headers, body } = response;
	if (!isSuccess(statusCode)) {
		discard(body);
		const message = `The server of the image answered HTTP ${statusCode}.`;
		return { problem: 'tryLater', message, isExpired: EXPIRED.includes(statusCode) };
	}
	if (Number(headerOf(headers, 'content-length') ?? 0) > maxBytes) {
		discard(body);
		return tooLarge(maxBytes);
	}
	const content = await readAll(body, maxBytes, timeoutMs).catch((thrown: unknown) => errorOfThrown(thrown));
	if (content instanceof FisError) return noAnswer(content);
	return content === undefined ? tooLarge(maxBytes) : { content };
}

const tooLarge = (maxBytes: number): NoFile => ({
	problem: 'tooLarge',
	message: `The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`,
});

type Stream = AsyncIterable<Uint8Array> & { destroy?: (error?: Error) => void };

const isStream = (body: unknown): body is Stream => typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

function discard(body: unknown): void {
	if (isStream(body)) body.destroy?.();
}

/** @returns undefined where the body is longer than allowed; the rest of it is not read then */
async function readAll(body: unknown, maxBytes: number, timeoutMs: number): Promise<Buffer | undefined> {
	if (!isStream(body)) return Buffer.from(typeof body === 'string' ? body : '');
	const late = AbortSignal.timeout(timeoutMs);
	const giveUp = () => body.destroy?.(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
	late.addEventListener('abort', giveUp, { once: true });
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of body) {
			length += chunk.length;
			if (length > maxBytes) return undefined;
			chunks.push(chunk);
		}
	} finally {
		late.removeEventListener('abort', giveUp);
	}
	return Buffer.concat(chunks);
}
