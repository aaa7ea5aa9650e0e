import { STATUS_CODES } from 'node:http';

export interface PartReply {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
	contentId?: string | undefined;
}

/** One `application/http` part, from its own headers to the line break before the next delimiter. */
export function partText({ status, headers, body, contentId }: PartReply): Buffer {
	const outer = [
		'Content-Type: application/http',
		'Content-Transfer-Encoding: binary',
		...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
	];
	const inner = Object.entries({ ...headers, ...(status === 204 ? {} : { 'Content-Length': String(body.length) }) });
	const head = [
		...outer,
		'',
		`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
		...inner.map(([name, value]) => `${name}: ${value}`),
		'',
		'',
	];
	return Buffer.concat([Buffer.from(head.join('\r\n')), body, Buffer.from('\r\n')]);
}

/** The nested multipart of a change set that worked. */
export function changeSetText(boundary: string, replies: PartReply[]): Buffer {
	return Buffer.concat([
		Buffer.from(`Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n`),
		...replies.flatMap((reply) => [Buffer.from(`--${boundary}\r\n`), partText(reply)]),
		Buffer.from(`--${boundary}--\r\n`),
	]);
}
