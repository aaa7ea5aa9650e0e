import type { SandboxContext } from '../context';
import type { CompanySettings } from './company';
import type { Core, Outcome, Version } from './core';
import { deadSession, invalidProperty, ServiceError } from './errors';
import type { Row } from './store/store';

interface Session {
	id: string;
	user: string;
	node: string;
	lastUsed: number;
}

const nodes = 3;

/** Sessions of the company: idle time, cookies and the nodes of the load balancer. */
export class Sessions {
	private sessions = new Map<string, Session>();
	private nextNode = 0;

	constructor(
		private readonly context: SandboxContext,
		private readonly company: () => CompanySettings,
	) {}

	/** Opens a session, or throws as the Service Layer refuses one. */
	open(user: string): Session {
		const limit = this.company().MaxSessions;
		if (limit > 0 && this.count() >= limit) throw new ServiceError(401, -8009, 'Maximum number of users has been reached');
		const session = { id: this.newId(), user, node: this.anotherNode(), lastUsed: this.now() };
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

	/**
	 * ROUTEID cookie to set on the reply when the request reaches another node than the one of its cookie: the new node takes the
	 * session from the database without a word.
	 */
	route(session: Session, cookies: string | undefined, moved: boolean): string | undefined {
		const asked = cookie(cookies, 'ROUTEID');
		if (asked === session.node && !moved) return undefined;
		session.node = this.anotherNode(session.node);
		return routeCookie(session.node);
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

	private anotherNode(than?: string): string {
		this.nextNode = (this.nextNode % nodes) + 1;
		const node = `.node${this.nextNode}`;
		return node === than ? this.anotherNode(than) : node;
	}

	private dropIdle(): void {
		const oldest = this.now() - this.company().SessionTimeout * 60_000;
		for (const session of this.sessions.values()) if (session.lastUsed < oldest) this.sessions.delete(session.id);
	}

	private now(): number {
		return this.context.clock.now().getTime();
	}
}

export const routeCookie = (node: string) => `ROUTEID=${node}; path=/b1s`;

function cookie(header: string | undefined, name: string): string | undefined {
	for (const part of (header ?? '').split(/[;,]/)) {
		const [key, ...value] = part.split('=');
		if (key?.trim() === name) return value.join('=').trim();
	}
	return undefined;
}

const loginNames = ['CompanyDB', 'UserName', 'Password', 'Language'];

/** Checks a Login body and gives the session's reply and its two cookies. */
export function login(
	core: Core,
	sessions: Sessions,
	version: Version,
	root: string,
	body: Record<string, unknown>,
): Outcome & { cookies: string[] } {
	const unknown = Object.keys(body).find((name) => !loginNames.includes(name));
	if (unknown !== undefined) throw invalidProperty(unknown, 'B1Session');
	const language = body.Language;
	if (language !== undefined && language !== null && !/^-?\d{1,3}$|^ln_\w+$/.test(String(language))) {
		throw new ServiceError(400, -1000, "Invalid value for property 'Language' of 'B1Session'");
	}
	checkUser(core, body);
	const company = core.company();
	if (body.CompanyDB !== company.CompanyDB) throw new ServiceError(400, 305, 'Switch company error: -5027');
	const session = sessions.open(String(body.UserName));
	core.context.counters.add('logins');
	const facts = { SessionId: session.id, Version: String(company.Version), SessionTimeout: company.SessionTimeout };
	const json =
		version === 'v1'
			? { 'odata.metadata': `${root}$metadata#B1Sessions/@Element`, ...facts }
			: { '@odata.context': `${root}$metadata#B1Sessions/$entity`, ...facts };
	return { status: 200, json, cookies: [`B1SESSION=${session.id};HttpOnly;`, routeCookie(session.node)] };
}

function checkUser(core: Core, body: Record<string, unknown>): void {
	const user = core.store.rows('Users').find((row) => row.UserCode === body.UserName);
	if (user?.Locked === 'tYES') throw new ServiceError(401, 100000055, 'User account is locked');
	if (!user || body.Password !== user.UserPassword) throw new ServiceError(401, 100000027, 'Fail to get DB Credentials from SLD');
}

/** True when the user may post into a period that is being closed. */
export function isSuperuser(users: Row[], code: string): boolean {
	return users.some((user) => user.UserCode === code && user.Superuser === 'tYES');
}
