import type { SandboxContext } from '../context';
import { headerOf, jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import type { CompanySettings } from './company';
import type { Tokens } from './tokens';

/** The reply that turns a call away, or null for a caller who may pass (FIS v4: scope FISVC, company-level tokens only). */
export function refusal(
	context: SandboxContext,
	tokens: Tokens,
	company: CompanySettings,
	request: SandboxRequest,
	scope = 'FISVC',
): SandboxReply | null {
	if (context.faults.take('concur', 'forbidden', request)) return forbidden('Access denied.');
	if (context.faults.take('concur', 'unauthorized', request)) return unauthorized('The access token was revoked.');
	const bearer = /^Bearer +(\S+)$/i.exec(headerOf(request, 'authorization') ?? '');
	if (!bearer?.[1]) return unauthorized('A bearer token is required.');
	const token = tokens.liveAccess(bearer[1]);
	if (!token) return unauthorized('The access token is unknown or expired.');
	if (request.dataCenter !== company.dataCenter) return unauthorized('The company does not live in this data center.');
	if (token.kind !== 'company') return forbidden('Only company-level access tokens are supported.');
	if (!token.scope.split(' ').includes(scope)) return forbidden(`The access token lacks the scope ${scope}.`);
	return null;
}

function unauthorized(message: string): SandboxReply {
	return jsonReply(401, { message }, { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${message}"` });
}

function forbidden(message: string): SandboxReply {
	return jsonReply(403, { message });
}
