import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server says that a session is dead. */
export type Refusal = '401/301' | '400/-304' | '500/-304';

/** What is answered, made of the body and the headers that came. */
export type Answer = (sent: { body: string; cookie: string; authorization: string }) => {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
};

/**
 * The session rules of a Service Layer and nothing else: logins, logouts, two cookies, refusals in the shapes that are known.
 * Passwords are right when they are `right`; user `locked` is locked.
 */
export class SessionServer {
	logins = 0;
	logouts = 0;
	requests = 0;
	refusal: Refusal = '401/301';
	loginDelayMs = 0;
	/** The password that is right. */
	password = 'right';
	/** Answers that the next logins get instead, and those that the next other requests get; they may repeat what was sent. */
	readonly loginAnswers: Answer[] = [];
	readonly answers: Answer[] = [];
	/** Cookies of every request that was not a login. */
	readonly cookies: string[] = [];
	readonly open = new Set<string>();

	private server?: Server;

	async start(): Promise<string> {
		this.server = createServer((request, response) => void this.answer(request, response));
		await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	expireSessions(): void {
		this.open.clear();
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const path = (request.url ?? '').replace(/^\/b1s\/v[12]\//, '');
		const body = Buffer.concat(chunks).toString();
		const given = (path === 'Login' ? this.loginAnswers : this.answers).shift();
		if (path === 'Login') this.logins += given ? 1 : 0;
		const { cookie: sentCookie = '', authorization = '' } = request.headers;
		if (given) return send(response, given({ body, cookie: sentCookie, authorization }));
		if (path === 'Login') return await this.login(JSON.parse(body), response);

		this.requests += 1;
		const cookie = request.headers.cookie ?? '';
		this.cookies.push(cookie);
		const id = /B1SESSION=([^;]*)/.exec(cookie)?.[1] ?? '';
		if (!this.open.has(id)) return this.refuse(response);
		if (path === 'Logout') {
			this.logouts += 1;
			this.open.delete(id);
			response.writeHead(204).end();
			return;
		}
		json(response, 200, { value: [{ company: id.split('.')[0] }] });
	}

	private async login(body: { CompanyDB: string; UserName: string; Password: string }, response: ServerResponse): Promise<void> {
		this.logins += 1;
		const nth = this.logins;
		await new Promise((resolve) => setTimeout(resolve, this.loginDelayMs));
		if (body.UserName === 'locked') return fail(response, 401, '100000055', 'User locked');
		if (body.Password !== this.password) return fail(response, 401, '100000027', 'Fail to get DB Credentials from SLD');
		const id = `${body.CompanyDB}.session-${nth}`;
		this.open.add(id);
		response.setHeader('Set-Cookie', [`B1SESSION=${id};HttpOnly;`, `ROUTEID=.node${nth}; path=/b1s`]);
		json(response, 200, { SessionId: id, Version: '1000230', SessionTimeout: 30 });
	}

	private refuse(response: ServerResponse): void {
		const [status, code] = this.refusal.split('/') as [string, string];
		fail(response, Number(status), code, 'Invalid session or session already timeout.');
	}
}

function send(response: ServerResponse, { status, body, headers }: ReturnType<Answer>): void {
	const isText = typeof body === 'string';
	response.writeHead(status, { 'Content-Type': isText ? 'text/html' : 'application/json', ...headers });
	response.end(isText ? body : JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, code: string, message: string): void {
	json(response, status, { error: { code, details: [], message } });
}

function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
