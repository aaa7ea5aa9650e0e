import type { Reply, Version } from './company';

export interface Part {
	method: string;
	url: string;
	body?: object;
	headers?: Record<string, string>;
	contentId?: string;
}

const crlf = '\r\n';

function httpPart({ method, url, body, headers = {}, contentId }: Part): string {
	return [
		'Content-Type: application/http',
		'Content-Transfer-Encoding: binary',
		...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
		'',
		`${method} ${url}`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		'',
		body === undefined ? '' : JSON.stringify(body),
	].join(crlf);
}

/** A $batch body: single requests, and change sets as arrays. */
export function batchBody(parts: (Part | Part[])[], boundary = 'batch_1'): string {
	const texts = parts.map((part, index) => {
		if (!Array.isArray(part)) return httpPart(part);
		const inner = `changeset_${index}`;
		const items = part.map((item) => `--${inner}${crlf}${httpPart(item)}${crlf}`).join('');
		return `Content-Type: multipart/mixed;boundary=${inner}${crlf}${crlf}${items}--${inner}--`;
	});
	return `${texts.map((text) => `--${boundary}${crlf}${text}${crlf}`).join('')}--${boundary}--${crlf}`;
}

export const batchHeaders = { 'content-type': 'multipart/mixed;boundary=batch_1' };

export interface PartReply {
	status: number;
	contentId?: string;
	location?: string;
	json: any;
	/** True inside the nested multipart of a change set. */
	nested: boolean;
}

/** Cuts a $batch reply into its parts. */
export function partsOf(reply: Reply): PartReply[] {
	return split(reply.text, boundaryOf(String(reply.headers['Content-Type']))).flatMap((part) => {
		const inner = /^Content-Type: (multipart\/mixed; ?boundary=\S+)/i.exec(part)?.[1];
		return inner ? split(part, boundaryOf(inner)).map((item) => readPart(item, true)) : [readPart(part, false)];
	});
}

function boundaryOf(contentType: string): string {
	return /boundary=(\S+)/.exec(contentType)?.[1] ?? '';
}

function split(text: string, boundary: string): string[] {
	return text
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part) => part.replace(/^\r\n/, ''));
}

function readPart(text: string, nested: boolean): PartReply {
	const [outer = '', inner = '', ...rest] = text.split(crlf + crlf);
	const body = rest.join(crlf + crlf);
	const header = (block: string, name: string) => new RegExp(`^${name}: (.*?)\r?$`, 'im').exec(block)?.[1];
	const contentId = header(outer, 'Content-ID');
	const location = header(inner, 'Location');
	return {
		status: Number(/^HTTP\/1\.1 (\d+)/.exec(inner)?.[1]),
		...(contentId === undefined ? {} : { contentId }),
		...(location === undefined ? {} : { location }),
		json: body.trim() === '' ? undefined : JSON.parse(body),
		nested,
	};
}

export const batchStatus: Record<Version, number> = { v1: 202, v2: 200 };
