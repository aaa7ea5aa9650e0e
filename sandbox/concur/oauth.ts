import type { SandboxContext } from '../context';
import { headerOf, jsonReply, type DataCenter, type SandboxReply, type SandboxRequest } from '../http';
import { concurIdentity } from '../identity';
import { changedCompany, type CompanySettings } from './company';
import { oauthFailures } from './oauth-errors';
import { ACCESS_TOKEN_SECONDS, type TokenKind, type Tokens } from './tokens';

export interface OAuthParts {
	context: SandboxContext;
	tokens: Tokens;
	company(): CompanySettings;
	setCompany(company: CompanySettings): void;
	/** Base URL of a data center, as the caller of this request reaches it. */
	baseUrl(dataCenter: DataCenter, request: SandboxRequest): string;
}

const REQUEST_TOKEN_HOURS = 24;

/** `POST /oauth2/v0/token` (SAP Concur, Authentication API; Company Level Authentication). */
export function tokenEndpoint(parts: OAuthParts, request: SandboxRequest): SandboxReply {
	const { context } = parts;
	if (request.method !== 'POST') return jsonReply(405, { message: `${request.method} is not allowed here.` }, { Allow: 'POST' });
	const moved = context.faults.take('concur', 'dataCenterMoved', request);
	if (moved) parts.setCompany(changedCompany(parts.company(), { dataCenter: moved.dataCenter ?? 'other' }, context.clock));
	const fault = context.faults.take('concur', 'oauthError', request);
	if (fault) return failure(parts, request, fault.code ?? 5, fault.status);
	const form = formOf(request);
	const code = clientProblem(parts.company(), form);
	return code === null ? grant(parts, request, form) : failure(parts, request, code);
}

/** Anything but a form has no fields for this endpoint, JSON included. */
function formOf(request: SandboxRequest): URLSearchParams {
	const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
	return new URLSearchParams(type === 'application/x-www-form-urlencoded' ? request.body.toString('utf8') : '');
}

function clientProblem(company: CompanySettings, form: URLSearchParams): number | null {
	if (!form.get('client_id')) return 62;
	if (!form.get('client_secret')) return 63;
	if (!form.get('grant_type')) return 65;
	if (form.get('client_id') !== concurIdentity.clientId) return 61;
	if (form.get('client_secret') !== concurIdentity.clientSecret) return 64;
	if (company.clientDisabled) return 59;
	if (!company.companyEnabled) return 53;
	return company.grants.includes(form.get('grant_type') as string) ? null : 60;
}

function grant(parts: OAuthParts, request: SandboxRequest, form: URLSearchParams): SandboxReply {
	switch (form.get('grant_type')) {
		case 'password':
			return passwordGrant(parts, request, form);
		case 'client_credentials':
			return issue(parts, request, form, parts.company().clientCredentialsToken, null);
		case 'refresh_token':
			return refreshGrant(parts, request, form);
		default:
			return failure(parts, request, 60);
	}
}

function passwordGrant(parts: OAuthParts, request: SandboxRequest, form: URLSearchParams): SandboxReply {
	const company = parts.company();
	const credtype = form.get('credtype') ?? 'password';
	if (!form.get('username')) return failure(parts, request, 51);
	if (!form.get('password')) return failure(parts, request, 52);
	if (credtype !== 'authtoken' && credtype !== 'password') return failure(parts, request, 120);
	const right = credtype === 'authtoken' ? isCompanyLogin(parts, form) : isUserLogin(form);
	if (!right) return failure(parts, request, 5);
	// The first data center stands for the app's own, which takes everybody's first grant; any other only those who live there.
	if (request.dataCenter !== 'first' && request.dataCenter !== company.dataCenter) return failure(parts, request, 16);
	return issue(parts, request, form, credtype === 'authtoken' ? 'company' : 'user', 'new');
}

function isCompanyLogin(parts: OAuthParts, form: URLSearchParams): boolean {
	const { requestToken, requestTokenIssuedAt } = parts.company();
	const ageMs = parts.context.clock.now().getTime() - Date.parse(requestTokenIssuedAt);
	const username = form.get('username')?.toLowerCase();
	return (
		username === concurIdentity.companyUuid && form.get('password') === requestToken && ageMs <= REQUEST_TOKEN_HOURS * 3600_000
	);
}

function isUserLogin(form: URLSearchParams): boolean {
	const username = form.get('username')?.toLowerCase();
	return username === concurIdentity.userName && form.get('password') === concurIdentity.password;
}

function refreshGrant(parts: OAuthParts, request: SandboxRequest, form: URLSearchParams): SandboxReply {
	const company = parts.company();
	const token = form.get('refresh_token');
	if (!token) return failure(parts, request, 106);
	if (!company.refreshAllowed) return failure(parts, request, 107);
	const found = parts.tokens.liveRefresh(token, company.refreshGraceSeconds);
	if (!found) return failure(parts, request, 108);
	if (request.dataCenter !== company.dataCenter) return failure(parts, request, 16);
	return issue(parts, request, form, found.kind, token);
}

/** Issues the tokens; `refresh` is the refresh token that was used, `new` for a first one, null for none at all. */
function issue(
	parts: OAuthParts,
	request: SandboxRequest,
	form: URLSearchParams,
	kind: TokenKind,
	refresh: string | null,
): SandboxReply {
	const company = parts.company();
	const asked = form.get('scope')?.split(/\s+/).filter(Boolean) ?? [];
	if (asked.some((scope) => !company.scopes.includes(scope))) return failure(parts, request, 54);
	const scope = (asked.length > 0 ? asked : company.scopes).join(' ');
	return jsonReply(
		200,
		{
			expires_in: String(ACCESS_TOKEN_SECONDS),
			scope,
			token_type: 'Bearer',
			access_token: parts.tokens.issueAccess(kind, scope),
			...(refresh === null ? {} : { refresh_token: nextRefresh(parts, kind, scope, refresh) }),
			geolocation: parts.baseUrl(company.dataCenter, request),
		},
		{ 'Cache-Control': 'no-store' },
	);
}

function nextRefresh(parts: OAuthParts, kind: TokenKind, scope: string, used: string): string {
	if (used !== 'new') {
		if (!parts.company().rotateRefreshTokens) return used;
		parts.tokens.replace(used);
	}
	return parts.tokens.issueRefresh(kind, scope);
}

function failure(parts: OAuthParts, request: SandboxRequest, code: number, status?: number): SandboxReply {
	const found = oauthFailures[code] ?? { error: 'invalid_request', description: `code ${code}`, status: 400 };
	const home = code === 16 ? parts.company().dataCenter : request.dataCenter;
	return jsonReply(status ?? found.status, {
		code,
		error: found.error,
		error_description: found.description,
		geolocation: parts.baseUrl(home, request),
	});
}
