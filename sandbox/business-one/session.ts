import type { SandboxContext } from '../context';
import type { CompanySettings } from './company';
import type { Core, Operation, Outcome } from './core';
import { deadSession, invalidProperty, ServiceError } from './errors';
import { routeCookie, type Nodes } from './nodes';
import type { Row } from './store/store';

interface Session {
	id: string;
	user: string;
	lastUsed: number;
}

/** Sessions of the company; every node takes every one of them, because they are kept in the database. */
export class Sessions {
	private sessions = new Map<string, Session>();

	constructor(
		private readonly context: SandboxContext,
		private readonly company: () => CompanySettings,
	) {}

	/** Opens a session, or throws as the Service Layer refuses one. */
	open(user: string): Session {
		const limit = this.company().MaxSessions;
		if (limit > 0 && this.count() >= limit) throw new ServiceError(401, -8009, 'Maximum number of users has been reached');
		const session = { id: this.newId(), user, lastUsed: this.now() };
		this.sessions.set(session.id, session);
		return session;
	}

	/** The live session of a Cookie header; using it starts its idle time anew. Throws 401/301. */
	use(cookies: string | undefined): Session {
		const session = this.find(cookies);
		if (!session) throw deadSession();
		session.lastUsed = this.now();
		return session;
	}

	find(cookies: string | undefined): Session | undefined {
		this.dropIdle();
		return this.sessions.get(cookie(cookies, 'B1SESSION') ?? '');
	}

	close(cookies: string | undefined): void {
		this.sessions.delete(cookie(cookies, 'B1SESSION') ?? '');
	}

	count(): number {
		this.dropIdle();
		return this.sessions.size;
	}

	expireAll(): void {
		this.sessions.clear();
	}

	/** The moment goes into the id, so that a cookie from before a restart never fits a new session. */
	private newId(): string {
		return this.context.ids.uuid(`b1session ${this.now()}`);
	}

	private dropIdle(): void {
		const oldest = this.now() - this.company().SessionTimeout * 60_000;
		for (const session of this.sessions.values()) if (session.lastUsed < oldest) this.sessions.delete(session.id);
	}

	private now(): number {
		return this.context.clock.now().getTime();
	}
}

/** The node a request reaches, and the cookie that tells the client where that is not the one it asked for. */
export function nodeOf(nodes: Nodes, cookies: string | undefined, moved: boolean): { node: number; cookie?: string } {
	const asked = nodes.named(cookie(cookies, 'ROUTEID'));
	if (asked !== undefined && !moved) return { node: asked };
	const node = nodes.next(asked);
	return { node, cookie: routeCookie(node) };
}

function cookie(header: string | undefined, name: string): string | undefined {
	for (const part of (header ?? '').split(/[;,]/)) {
		const [key, ...value] = part.split('=');
		if (key?.trim() === name) return value.join('=').trim();
	}
	return undefined;
}

const LOGIN_NAMES = ['CompanyDB', 'UserName', 'Password', 'Language'];

/** Checks a Login body and gives the session's reply and the cookie of the session. */
export function login(
	core: Core,
	sessions: Sessions,
	operation: Operation,
	body: Record<string, unknown>,
): Outcome & { cookie: string } {
	const unknown = Object.keys(body).find((name) => !LOGIN_NAMES.includes(name));
	if (unknown !== undefined) throw invalidProperty(unknown, 'B1Session');
	const language = body.Language;
	if (language !== undefined && language !== null && !/^-?\d{1,3}$|^ln_\w+$/.test(String(language))) {
		throw new ServiceError(400, -1000, "Invalid value for property 'Language' of 'B1Session'");
	}
	const company = core.company();
	if (body.CompanyDB !== company.CompanyDB) throw loginRefused(-306);
	checkUser(core, body);
	const session = sessions.open(String(body.UserName));
	core.context.counters.add('logins');
	const facts = { SessionId: session.id, Version: String(company.Version), SessionTimeout: company.SessionTimeout };
	const { version, root } = operation;
	const json =
		version === 'v1'
			? { 'odata.metadata': `${root}$metadata#B1Sessions/@Element`, ...facts }
			: { '@odata.context': `${root}$metadata#B1Sessions/$entity`, ...facts };
	return { status: 200, json, cookie: `B1SESSION=${session.id};HttpOnly;` };
}

/** A login refused: -304 for user or password, -306 for the company, 299 where the login service could not keep up. */
export function loginRefused(code: number): ServiceError {
	if (code === 299) return new ServiceError(500, code, 'SAML Login Failed');
	return new ServiceError(401, code, 'Fail to NONE-SSO login from SLD.');
}

function checkUser(core: Core, body: Record<string, unknown>): void {
	const user = core.store.rows('Users').find((row) => row.UserCode === body.UserName);
	if (user?.Locked === 'tYES') throw new ServiceError(401, 100000055, 'User account is locked');
	if (!user || body.Password !== user.UserPassword) throw loginRefused(-304);
}

/** True when the user may post into a period that is being closed. */
export function isSuperuser(users: Row[], code: string): boolean {
	return users.some((user) => user.UserCode === code && user.Superuser === 'tYES');
}
