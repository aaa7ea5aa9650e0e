import type { FaultRule, Faults, FaultSystem } from './faults';
import { headerOf, jsonReply, type SandboxReply, type SandboxRequest } from './http';

/**
 * The reply of a fault that strikes before anything is done: null closes the connection, `none` means that no such fault was ordered.
 */
export function faultBeforeWork(faults: Faults, system: FaultSystem, request: SandboxRequest): SandboxReply | null | 'none' {
	if (faults.take(system, 'drop', request)) return null;
	if (faults.take(system, 'html502', request)) return gatewayPage(502, 'Bad Gateway');
	if (faults.take(system, 'html503', request)) return gatewayPage(503, 'Service Unavailable');
	if (faults.take(system, 'empty500', request)) return { status: 500, headers: { 'Content-Type': 'text/plain' }, body: '' };
	const echo = faults.take(system, 'echo', request);
	if (echo) return echoReply(system, echo, request);
	const limited = faults.take(system, 'rateLimited', request);
	if (limited) return rateLimited(limited);
	const status = faults.take(system, 'status', request);
	return status ? statusReply(status, 500) : 'none';
}

/** What becomes of a reply whose work is done: lost with the connection, replaced by a 500, or left as it is. */
export function faultAfterWork(
	faults: Faults,
	system: FaultSystem,
	request: SandboxRequest,
	reply: SandboxReply | null,
): SandboxReply | null {
	if (faults.take(system, 'commitThenDrop', request)) return null;
	const failed = faults.take(system, 'commitThen500', request);
	return failed ? statusReply(failed, 500) : reply;
}

/** An error that repeats what the client sent and should keep to itself: its body, its cookie or its bearer. */
function echoReply(system: FaultSystem, rule: FaultRule, request: SandboxRequest): SandboxReply {
	const part = rule.part ?? 'body';
	const sent = part === 'body' ? request.body.toString('utf8') : (headerOf(request, part) ?? '');
	const text = `Cannot process the request: ${sent}`;
	const v1 = /\/b1s\/+v1(\/|$)/.test(request.path);
	const message = v1 ? { lang: 'en-us', value: text } : text;
	const body =
		system === 'businessOne' ? { error: { code: v1 ? -1 : '-1', message } } : { message: text, error_description: text };
	return jsonReply(rule.status ?? (part === 'cookie' ? 500 : 400), body);
}

function rateLimited(rule: FaultRule): SandboxReply {
	const headers: Record<string, string> = { 'Content-Type': 'application/json', ...rule.headers };
	if (rule.retryAfter !== undefined) headers['Retry-After'] = String(rule.retryAfter);
	return { status: 429, headers, body: JSON.stringify(rule.body ?? { message: 'Too many requests' }) };
}

function statusReply(rule: FaultRule, usual: number): SandboxReply {
	const text = typeof rule.body === 'string';
	const body = rule.body === undefined ? '' : text ? (rule.body as string) : JSON.stringify(rule.body);
	return {
		status: rule.status ?? usual,
		headers: { 'Content-Type': text ? 'text/plain' : 'application/json', ...rule.headers },
		body,
	};
}

/** A page as a load balancer writes it: HTML, whatever the client asked for. */
function gatewayPage(status: number, title: string): SandboxReply {
	const body = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${title}</title>\n</head><body>\n<h1>${title}</h1>\n</body></html>\n`;
	return { status, headers: { 'Content-Type': 'text/html; charset=iso-8859-1' }, body };
}
