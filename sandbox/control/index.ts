import { headerOf, jsonReply, type SandboxReply, type SandboxRequest } from '../http';
import { ControlError, type ControlCall, type ControlParts } from './calls';
import { concurCalls } from './concur-calls';
import { businessOneCalls } from './business-one-calls';
import { frameCalls } from './frame-calls';
import { imageCalls } from './image-calls';
import { reportCalls } from './report-calls';

export type { ControlParts } from './calls';

const calls = [...frameCalls, ...businessOneCalls, ...reportCalls, ...concurCalls, ...imageCalls];

/** The control API: JSON in and out, no authorization, untouched by faults and latency. */
export function createControl(parts: ControlParts): (request: SandboxRequest) => Promise<SandboxReply> {
	return async (request) => {
		const refused = refusal(parts, request);
		if (refused) return refused;
		const path = request.path.replace(/^\/control/, '').replace(/\/$/, '');
		if (path === '')
			return jsonReply(200, { calls: calls.map(({ method, path: at, does }) => `${method} /control${at}: ${does}`) });
		const here = calls.flatMap((call) => match(call, path));
		if (here.length === 0)
			return jsonReply(404, { message: `There is no control call at ${request.path}; GET /control lists them.` });
		const found = here.find(({ call }) => call.method === request.method);
		if (!found) return jsonReply(405, { message: `${request.path} takes ${here.map(({ call }) => call.method).join(', ')}.` });
		return run(parts, found, request);
	};
}

/**
 * Turns away what a page in a browser may send without asking: a body of another type than JSON, and any call on behalf of another
 * site. A form needs no permission to cross sites; JSON does, and the control API gives none.
 */
function refusal({ isOwnHost }: ControlParts, request: SandboxRequest): SandboxReply | null {
	const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase();
	// Common clients call an empty body a form; one from another site still names its origin.
	const empty = request.body.length === 0 && (type === undefined || type === 'application/x-www-form-urlencoded');
	if (request.method !== 'GET' && !empty && type !== 'application/json')
		return jsonReply(415, { message: 'A control call is sent as Content-Type: application/json.' });
	const origin = headerOf(request, 'origin');
	if (origin === undefined || isOwnHost(/^https?:\/\/([^/]+)$/i.exec(origin)?.[1])) return null;
	return jsonReply(403, { message: 'The control API takes no calls from pages of other sites.' });
}

function match(call: ControlCall, path: string): { call: ControlCall; docId: string }[] {
	const wanted = call.path.split('/');
	const given = path.split('/');
	const fits = wanted.length === given.length && wanted.every((part, index) => part === ':docId' || part === given[index]);
	return fits ? [{ call, docId: given[wanted.indexOf(':docId')] ?? '' }] : [];
}

function run(parts: ControlParts, { call, docId }: { call: ControlCall; docId: string }, request: SandboxRequest): SandboxReply {
	try {
		const text = request.body.toString('utf8');
		return jsonReply(200, call.run(parts, { text, docId, body: bodyOf(call, text), query: request.query }));
	} catch (error) {
		const status = error instanceof ControlError ? error.status : 400;
		return jsonReply(status, { message: error instanceof Error ? error.message : String(error) });
	}
}

/** The parsed body; documents are read from their text instead, which keeps the form of their numbers. */
function bodyOf(call: ControlCall, text: string): unknown {
	if (call.path === '/documents' || text.trim() === '') return undefined;
	const read = jsonIn(text);
	if ('problem' in read) throw new ControlError(400, `The body is not JSON: ${read.problem}`);
	return read.value;
}

function jsonIn(text: string): { value: unknown } | { problem: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { problem: (error as Error).message };
	}
}
