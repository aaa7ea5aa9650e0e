/** A server between the nodes and the sandbox that repeats what it is sent, secrets and all, in place of an answer. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the repetition is written: as both systems, a proxy or a broken server would. */
export type Style = 'businessOneV1' | 'businessOneV2' | 'concur' | 'html' | 'text' | 'encoded';
export const STYLES: Style[] = ['businessOneV1', 'businessOneV2', 'concur', 'html', 'text', 'encoded'];

/** Requests that are answered truly while others are repeated: without them nothing would be asked at all. */
const SIGN_IN = /\/(b1s\/v[12]\/(Login|Logout)|oauth2\/)/i;

interface Received {
	method: string;
	url: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

export class EchoServer {
	private server!: Server;
	private readonly found = new Set<string>();
	/** Sessions of B1 that were used. */
	sessions = 0;
	/** null passes everything on. */
	style: Style | null = null;
	status = 500;
	/** Whether sign-in is repeated as well. */
	signIn = false;

	private constructor(private readonly target: string) {}

	static async start(target: string): Promise<EchoServer> {
		const echo = new EchoServer(target);
		echo.server = createServer((request, response) => {
			void echo.handle(request).then(({ status, headers, body }) => {
				response.writeHead(status, headers);
				response.end(body);
			});
		});
		await new Promise<void>((resolve) => echo.server.listen(0, '127.0.0.1', resolve));
		return echo;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Tokens and sessions that went through it. */
	get secrets(): string[] {
		return [...this.found];
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage) {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const received = {
			method: request.method ?? 'GET',
			url: request.url ?? '/',
			headers: request.headers,
			body: Buffer.concat(chunks),
		};
		this.collect(String(received.headers.authorization ?? '').replace(/^(Bearer|Basic) /, ''));
		for (const [, session] of String(received.headers.cookie ?? '').matchAll(/B1SESSION=([^;]+)/g))
			this.sessions += this.collect(session!);
		const isSignIn = SIGN_IN.test(received.url);
		if (this.style !== null && (this.signIn || !isSignIn)) return repeated(received, this.style, this.status);
		return await this.passOn(received);
	}

	private async passOn({ method, url, headers, body }: Received) {
		const { host: _, connection: __, 'content-length': ___, 'transfer-encoding': ____, ...kept } = headers;
		const sent = ['GET', 'HEAD'].includes(method) ? {} : { body: new Uint8Array(body) };
		const reply = await fetch(`${this.target}${url}`, { method, headers: kept as Record<string, string>, ...sent });
		// Addresses of the sandbox lead back through here.
		const text = (await reply.text()).replaceAll(this.target, this.url);
		const { access_token: access, refresh_token: refresh } = tokensIn(text);
		for (const token of [access, refresh]) if (token) this.collect(token);
		const cookies = reply.headers.getSetCookie();
		return {
			status: reply.status,
			headers: {
				'content-type': reply.headers.get('content-type') ?? 'application/json',
				...(cookies.length ? { 'set-cookie': cookies } : {}),
			},
			body: text,
		};
	}

	/** @returns how many secrets are new */
	private collect(secret: string): number {
		const before = this.found.size;
		if (secret.length > 7) this.found.add(secret);
		return this.found.size - before;
	}
}

function tokensIn(text: string): { access_token?: string; refresh_token?: string } {
	try {
		return JSON.parse(text) as { access_token?: string };
	} catch {
		return {};
	}
}

function repeated({ method, url, headers, body }: Received, style: Style, status: number) {
	const all = `${method} ${url}\n${JSON.stringify(headers)}\n${body.toString()}`;
	const message = { businessOneV1: { lang: 'en-us', value: all }, businessOneV2: all }[style as 'businessOneV1'];
	const json = (value: object) => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
	switch (style) {
		case 'businessOneV1':
		case 'businessOneV2':
			return json({ error: { code: style === 'businessOneV1' ? -5002 : '-5002', message } });
		case 'concur':
			return json({
				code: 5,
				error: 'invalid_grant',
				error_description: all,
				message: all,
				validationErrors: [{ message: all }],
			});
		case 'html':
			return {
				status,
				headers: { 'content-type': 'text/html' },
				body: `<html><title>502 ${all}</title><body>${all}</body></html>`,
			};
		case 'text':
			return { status, headers: { 'content-type': 'text/plain', location: `/?all=${encodeURIComponent(all)}` }, body: all };
		case 'encoded':
			return json({
				error: { code: '-1', message: `${encodeURIComponent(all)} ${htmlOf(all)} ${JSON.stringify(JSON.stringify(all))}` },
			});
	}
}

const htmlOf = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
