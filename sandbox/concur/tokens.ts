import type { SandboxContext } from '../context';

export type TokenKind = 'company' | 'user' | 'application';

export interface AccessToken {
	kind: TokenKind;
	scope: string;
	expiresAt: string;
}

export interface RefreshToken {
	kind: TokenKind;
	scope: string;
	expiresAt: string;
	/** When a rotation took its place; from then on it lives for the grace time only. */
	replacedAt: string | null;
}

/** An access token lives one hour, a refresh token six months (SAP Concur, Authentication API, "Token Lifetime"). */
export const ACCESS_TOKEN_SECONDS = 3600;
const REFRESH_TOKEN_MONTHS = 6;

/** The tokens that were issued. */
export class Tokens {
	private access = new Map<string, AccessToken>();
	private refresh = new Map<string, RefreshToken>();

	constructor(private readonly context: SandboxContext) {}

	issueAccess(kind: TokenKind, scope: string): string {
		const token = this.context.ids.hex('access token', 64);
		const expiresAt = new Date(this.context.clock.now().getTime() + ACCESS_TOKEN_SECONDS * 1000).toISOString();
		this.access.set(token, { kind, scope, expiresAt });
		this.context.counters.add('tokensIssued');
		return token;
	}

	issueRefresh(kind: TokenKind, scope: string): string {
		const token = this.context.ids.uuid('refresh token');
		const expiry = this.context.clock.now();
		expiry.setUTCMonth(expiry.getUTCMonth() + REFRESH_TOKEN_MONTHS);
		this.refresh.set(token, { kind, scope, expiresAt: expiry.toISOString(), replacedAt: null });
		return token;
	}

	/** The access token if it is one of ours and still lives. */
	liveAccess(token: string): AccessToken | null {
		const found = this.access.get(token);
		return found && this.isFuture(found.expiresAt) ? found : null;
	}

	/** The refresh token if it still lives; one that a rotation replaced lives on for `graceSeconds`. */
	liveRefresh(token: string, graceSeconds: number): RefreshToken | null {
		const found = this.refresh.get(token);
		if (!found || !this.isFuture(found.expiresAt)) return null;
		if (found.replacedAt === null) return found;
		const until = new Date(found.replacedAt).getTime() + graceSeconds * 1000;
		return until > this.context.clock.now().getTime() ? found : null;
	}

	/** Marks a refresh token as replaced; the first rotation counts. */
	replace(token: string): void {
		const found = this.refresh.get(token);
		if (found) found.replacedAt ??= this.context.clock.now().toISOString();
	}

	expireAccess(): void {
		this.access.clear();
	}

	expireRefresh(): void {
		this.refresh.clear();
	}

	state(): unknown {
		return { access: [...this.access], refresh: [...this.refresh] };
	}

	restore(state: { access: [string, AccessToken][]; refresh: [string, RefreshToken][] }): void {
		this.access = new Map(state.access);
		this.refresh = new Map(state.refresh);
	}

	private isFuture(time: string): boolean {
		return new Date(time) > this.context.clock.now();
	}
}
