import { companySeed, loadDocuments, type CompanySeed } from '../companies';
import { LONGEST_WAIT_MS, MOST_WORKERS, noLatency, type Latency } from '../delays';
import type { FaultRule } from '../faults';
import { sampleDocuments } from '../sample-documents';
import { amountOf, ControlError, flagOf, objectOf, type ControlCall, type ControlParts } from './calls';

/** The calls about the sandbox itself. */
export const frameCalls: ControlCall[] = [
	{
		method: 'POST',
		path: '/reset',
		does: 'starts over: { demo? = true, samples? = false, company? }; company is one of sandbox/companies, with its documents',
		run: (parts, { body }) => reset(parts, objectOf(body)),
	},
	{ method: 'GET', path: '/counters', does: 'gives requests, bytes, logins, sessions, tokens', run: counters },
	{
		method: 'POST',
		path: '/counters/reset',
		does: 'sets the counters to zero',
		run: (parts) => {
			parts.context.counters.reset();
			return counters(parts);
		},
	},
	{
		method: 'POST',
		path: '/latency',
		does: 'holds replies back: { ms?, loginMs?, entryMs?, workers? }',
		run: ({ latency }, { body }) => Object.assign(latency, latencyOf(objectOf(body))),
	},
	{
		method: 'POST',
		path: '/faults',
		does: 'orders faults: a rule or an array of rules',
		run: ({ context }, { body }) => {
			if (body === undefined) throw new ControlError(400, 'The body is a fault rule or an array of them.');
			context.faults.add((Array.isArray(body) ? body : [body]) as FaultRule[]);
			return { faults: context.faults.list() };
		},
	},
	{ method: 'GET', path: '/faults', does: 'lists the faults ordered', run: ({ context }) => ({ faults: context.faults.list() }) },
	{
		method: 'DELETE',
		path: '/faults',
		does: 'takes all faults back',
		run: ({ context }) => {
			context.faults.clear();
			return { faults: [] };
		},
	},
	{
		method: 'GET',
		path: '/clock',
		does: "tells the sandbox's time",
		run: ({ context }) => ({ now: context.clock.now().toISOString() }),
	},
	{
		method: 'POST',
		path: '/clock',
		does: 'moves the clock: { now?, advanceMs? }',
		run: (parts, { body }) => moveClock(parts, objectOf(body)),
	},
	{ method: 'GET', path: '/state', does: 'gives the whole store', run: state },
	{
		method: 'PUT',
		path: '/state',
		does: 'puts a store back',
		run: (parts, { body }) => restore(parts, objectOf(body)),
	},
];

/** The delays asked for; what is left out is none, and one worker. */
function latencyOf(body: Record<string, unknown>): Latency {
	const usual = noLatency();
	const delay = (name: 'ms' | 'loginMs' | 'entryMs') => {
		const ms = amountOf(body, name, usual[name]);
		if (ms > LONGEST_WAIT_MS) throw new ControlError(400, `${name} is at most ${LONGEST_WAIT_MS}.`);
		return ms;
	};
	const workers = amountOf(body, 'workers', usual.workers);
	if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
		throw new ControlError(400, `workers is a whole number from 1 to ${MOST_WORKERS}.`);
	return { ms: delay('ms'), loginMs: delay('loginMs'), entryMs: delay('entryMs'), workers };
}

/** Everything back to the start, except that tokens already issued go on living: see `/tokens/expire`. */
function reset(parts: ControlParts, body: Record<string, unknown>): unknown {
	const demo = flagOf(body, 'demo', true);
	const samples = flagOf(body, 'samples', false);
	const seed = seedOf(body.company);
	const { context, latency, concur, businessOne } = parts;
	context.clock.reset();
	context.faults.clear();
	context.counters.reset();
	Object.assign(latency, noLatency());
	concur.reset();
	businessOne.reset({ demo, ...(seed ? { seed } : {}) });
	if (seed) loadDocuments(concur.documents, seed);
	if (samples) concur.documents.load(sampleDocuments());
	return { demo, documents: concur.documents.all().length };
}

function seedOf(name: unknown): CompanySeed | null {
	if (name === undefined) return null;
	if (typeof name !== 'string') throw new ControlError(400, 'company is a name.');
	return companySeed(name);
}

function counters({ context, businessOne }: ControlParts): unknown {
	const { endpoints, named } = context.counters.snapshot();
	const requests = { concur: 0, businessOne: 0 };
	for (const [endpoint, count] of Object.entries(endpoints)) {
		requests[/^\S+ \/(b1s|ping)/.test(endpoint) ? 'businessOne' : 'concur'] += count.requests;
	}
	return {
		requests,
		logins: context.counters.get('logins'),
		sessionsOpen: businessOne.sessionsOpen(),
		tokensIssued: context.counters.get('tokensIssued'),
		endpoints,
		named,
	};
}

function moveClock({ context }: ControlParts, body: Record<string, unknown>): unknown {
	const { now, advanceMs } = body;
	if (now !== undefined) {
		if (typeof now !== 'string' || Number.isNaN(Date.parse(now))) throw new ControlError(400, 'now is an ISO time.');
		context.clock.set(new Date(now));
	}
	if (advanceMs !== undefined) {
		if (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs)) throw new ControlError(400, 'advanceMs is a number.');
		context.clock.advance(advanceMs);
	}
	return { now: context.clock.now().toISOString() };
}

const STATE_VERSION = 1;

function state({ context, concur, businessOne }: ControlParts): unknown {
	return {
		version: STATE_VERSION,
		clockShiftMs: context.clock.shift(),
		ids: context.ids.state(),
		concur: concur.state(),
		businessOne: businessOne.state(),
	};
}

function restore(parts: ControlParts, body: Record<string, unknown>): unknown {
	const { version, clockShiftMs, ids, concur, businessOne } = body;
	if (version !== STATE_VERSION || typeof clockShiftMs !== 'number' || typeof ids !== 'number') {
		throw new ControlError(400, `This is not a state of version ${STATE_VERSION}, as GET /control/state gives it.`);
	}
	parts.concur.restore(concur);
	parts.businessOne.restore(businessOne);
	parts.context.clock.restore(clockShiftMs);
	parts.context.ids.restore(ids);
	return { documents: parts.concur.documents.all().length };
}
