import type { SandboxRequest } from './http';
import { LONGEST_WAIT_MS } from './delays';
import { boundedTest, expressionProblem } from './patterns';

export type FaultSystem = 'concur' | 'businessOne';

/** Kinds that the server itself plays, for either system, before or after the handler. */
export const TRANSPORT_KINDS = [
	'status',
	'html502',
	'html503',
	'empty500',
	'slow',
	'drop',
	'commitThenDrop',
	'commitThen500',
	'rateLimited',
	'echo',
] as const;

/** Kinds that the handlers play, because only they know what to spoil. */
export const systemKinds: Record<FaultSystem, readonly string[]> = {
	concur: [
		'unauthorized',
		'forbidden',
		'accepted',
		'serviceCode',
		'missingReply',
		'oauthError',
		'textDocument',
		'oldEnvelope',
		'dataCenterMoved',
	],
	businessOne: [
		'sessionExpired',
		'sessionLost304',
		'loginFails',
		'commitFails',
		'nextLinkWithoutFilter',
		'relativeNextLink',
		'nodeChange',
	],
};

/** What `echo` can repeat. */
export const ECHOES = ['body', 'cookie', 'authorization'];

export interface FaultRule {
	kind: string;
	/** Both systems when left out. */
	system?: FaultSystem;
	/** Any method when left out. */
	method?: string;
	/** Regular expression on path and query, tried on the URL as sent and on its decoded form. */
	path?: string;
	/** The first matching request that is hit, counted from 1 (default 1). */
	nth?: number;
	/** How many matching requests in a row are hit (default 1); 0 means every one from `nth` on. */
	times?: number;
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	ms?: number;
	retryAfter?: number | string;
	code?: number;
	docId?: string;
	changeSet?: number;
	/** What `echo` repeats: the `body`, or the value of a header. */
	part?: string;
	[parameter: string]: unknown;
}

interface ActiveRule {
	rule: FaultRule;
	/** Matching requests seen so far. */
	seen: number;
	/** The request last counted: a handler may ask several times about the same one. */
	last: { request: SandboxRequest; fires: boolean } | null;
}

/** The faults that were ordered, and how far each has been used up. */
export class Faults {
	private rules: ActiveRule[] = [];

	/** Adds rules. Throws an Error that names the first rule that is wrong; then none is added. */
	add(rules: FaultRule[]): void {
		const active = rules.map((rule, index) => {
			const problem = problemOf(rule);
			if (problem) throw new Error(`Fault ${index}: ${problem}`);
			return { rule, seen: 0, last: null };
		});
		this.rules.push(...active);
	}

	clear(): void {
		this.rules = [];
	}

	list(): (FaultRule & { seen: number })[] {
		return this.rules.map(({ rule, seen }) => ({ ...rule, seen }));
	}

	/** The first rule of this kind that hits the request, or null. Asking counts the request once per rule. */
	take(system: FaultSystem, kind: string, request: SandboxRequest): FaultRule | null {
		return this.takeAll(system, kind, request)[0] ?? null;
	}

	/** Every rule of this kind that hits the request. */
	takeAll(system: FaultSystem, kind: string, request: SandboxRequest): FaultRule[] {
		return this.rules
			.filter((active) => active.rule.kind === kind && matches(active, system, request) && fires(active, request))
			.map((active) => active.rule);
	}
}

function matches(active: ActiveRule, system: FaultSystem, request: SandboxRequest): boolean {
	const { rule } = active;
	if (rule.system !== undefined && rule.system !== system) return false;
	if (rule.method !== undefined && rule.method.toUpperCase() !== request.method.toUpperCase()) return false;
	// The documents of a write are judged one by one, by who plays their fault.
	const ofDocument = (TRANSPORT_KINDS as readonly string[]).includes(rule.kind) && rule.docId !== undefined;
	if (ofDocument && request.query.get('docId') !== rule.docId) return false;
	if (rule.path === undefined) return true;
	return boundedTest(rule.path, request.rawUrl) || boundedTest(rule.path, decoded(request));
}

function decoded(request: SandboxRequest): string {
	const query = [...request.query].map(([name, value]) => `${name}=${value}`).join('&');
	return query === '' ? request.path : `${request.path}?${query}`;
}

function fires(active: ActiveRule, request: SandboxRequest): boolean {
	if (active.last?.request === request) return active.last.fires;
	active.seen += 1;
	const first = active.rule.nth ?? 1;
	const times = active.rule.times ?? 1;
	const hit = active.seen >= first && (times === 0 || active.seen < first + times);
	active.last = { request, fires: hit };
	return hit;
}

function problemOf(rule: FaultRule): string | null {
	if (typeof rule !== 'object' || rule === null) return 'a rule is an object';
	const systems = Object.keys(systemKinds) as FaultSystem[];
	if (rule.system !== undefined && !systems.includes(rule.system)) return `system is one of ${systems.join(', ')}`;
	const specific = rule.system === undefined ? systems.flatMap((system) => systemKinds[system]) : systemKinds[rule.system];
	const kinds: readonly string[] = [...TRANSPORT_KINDS, ...specific];
	if (!kinds.includes(rule.kind)) return `kind "${rule.kind}" is not one of ${kinds.join(', ')}`;
	for (const name of ['nth', 'times', 'ms', 'status', 'changeSet'] as const) {
		const value = rule[name];
		if (value !== undefined && !(Number.isInteger(value) && value >= 0)) return `${name} is a whole number from 0`;
	}
	if (rule.code !== undefined && !Number.isInteger(rule.code)) return 'code is a whole number';
	if (rule.nth === 0) return 'nth counts from 1';
	if ((rule.ms ?? 0) > LONGEST_WAIT_MS) return `ms is at most ${LONGEST_WAIT_MS}: no reply is held back for ever`;
	if (rule.kind === 'echo' && !ECHOES.includes(rule.part ?? '')) return `part is one of ${ECHOES.join(', ')}`;
	return rule.path === undefined ? null : expressionProblem('path', rule.path);
}
