import type { SandboxRequest } from './http';

export type FaultSystem = 'concur' | 'businessOne';

/** Kinds that the server itself plays, for either system, before or after the handler. */
export const transportKinds = [
	'status',
	'html502',
	'html503',
	'empty500',
	'slow',
	'drop',
	'commitThenDrop',
	'commitThen500',
	'rateLimited',
] as const;

/** Kinds that the handlers play, because only they know what to spoil. */
export const systemKinds: Record<FaultSystem, readonly string[]> = {
	concur: ['unauthorized', 'serviceCode', 'missingReply', 'oauthError', 'textDocument', 'oldEnvelope', 'dataCenterMoved'],
	businessOne: ['sessionExpired', 'sessionLost304', 'nextLinkWithoutFilter', 'relativeNextLink', 'nodeChange'],
};

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
	[parameter: string]: unknown;
}

interface ActiveRule {
	rule: FaultRule;
	path: RegExp | null;
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
			return { rule, path: rule.path === undefined ? null : new RegExp(rule.path), seen: 0, last: null };
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
	const { rule, path } = active;
	if (rule.system !== undefined && rule.system !== system) return false;
	if (rule.method !== undefined && rule.method.toUpperCase() !== request.method.toUpperCase()) return false;
	return path === null || path.test(request.rawUrl) || path.test(decoded(request));
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
	const kinds: readonly string[] = [...transportKinds, ...specific];
	if (!kinds.includes(rule.kind)) return `kind "${rule.kind}" is not one of ${kinds.join(', ')}`;
	for (const name of ['nth', 'times', 'ms', 'status', 'code'] as const) {
		const value = rule[name];
		if (value !== undefined && !(Number.isInteger(value) && value >= 0)) return `${name} is a whole number from 0`;
	}
	if (rule.nth === 0) return 'nth counts from 1';
	return rule.path === undefined ? null : expressionProblem(rule.path);
}

function expressionProblem(path: unknown): string | null {
	if (typeof path !== 'string') return 'path is a regular expression in text';
	try {
		new RegExp(path);
		return null;
	} catch {
		return `path "${path}" is not a regular expression`;
	}
}
