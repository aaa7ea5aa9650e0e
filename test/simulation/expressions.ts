import type { INodeExecutionData } from 'n8n-workflow';

/** What an expression of a workflow may look at. */
export interface Scope {
	json: Record<string, unknown>;
	executionId: string;
	now: number;
	/** Items that a node of this run gave out last, at its first output that had any. */
	outputOf: (node: string) => INodeExecutionData[];
}

interface Moment {
	toISO: () => string;
	plus: (duration: { minutes: number }) => Moment;
}

const moment = (ms: number): Moment => ({
	toISO: () => new Date(ms).toISOString(),
	plus: ({ minutes }) => moment(ms + minutes * 60_000),
});

type Compiled = (json: unknown, execution: { id: string }, now: Moment, node: (name: string) => unknown) => unknown;

const compiled = new Map<string, Compiled>();

function compile(text: string): Compiled {
	const known = compiled.get(text);
	if (known) return known;
	const inner = /^=\{\{([\s\S]*)\}\}$/.exec(text)?.[1];
	if (inner === undefined) throw new Error(`The simulation reads no expression like "${text}"`);
	// The expressions are those of the shipped workflows, written by this project.
	const made = new Function('$json', '$execution', '$now', '$', `return (${inner});`) as Compiled;
	compiled.set(text, made);
	return made;
}

/** A parameter with its expressions evaluated, at any depth. */
export function evaluate(value: unknown, scope: Scope): unknown {
	if (typeof value === 'string' && value.startsWith('='))
		return compile(value)(scope.json, { id: scope.executionId }, moment(scope.now), (name) => {
			const items = scope.outputOf(name);
			return { first: () => items[0], all: () => items, params: { name } };
		});
	if (Array.isArray(value)) return value.map((one) => evaluate(one, scope));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluate(one, scope)]));
	return value;
}
