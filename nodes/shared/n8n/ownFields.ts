import type { IDataObject } from 'n8n-workflow';

/** What an expression that only names fields of the item gives; `evaluate` where n8n has to say it. */
export type Direct = { value: unknown } | 'evaluate';

/**
 * Reads a parameter from the item itself where all it says is where in the item to look, as `={{ $json.postingKey }}` and
 * `={{ $json.docId ?? $json.row?.docId }}` do: n8n makes a proxy of the whole run for every evaluation, and hands objects out behind
 * one. Whatever n8n could read in another way is left to n8n.
 *
 * @param written the parameter as the workflow has it
 * @param json of the item
 */
export function readDirectly(written: unknown, json: IDataObject): Direct {
	if (typeof written === 'string') return written.startsWith('=') ? readFields(written, json) : { value: written };
	if (typeof written !== 'object' || written === null) return written === undefined ? 'evaluate' : { value: written };
	if (Array.isArray(written)) return allOf(written.map((one: unknown) => readDirectly(one, json)));
	if ('__rl' in written) return 'evaluate';
	const names = Object.keys(written);
	const read = allOf(names.map((name) => readDirectly((written as IDataObject)[name], json)));
	if (read === 'evaluate') return read;
	return { value: Object.fromEntries(names.map((name, index) => [name, read.value[index]])) };
}

function allOf(parts: Direct[]): { value: unknown[] } | 'evaluate' {
	const values: unknown[] = [];
	for (const part of parts) {
		if (part === 'evaluate') return 'evaluate';
		values.push(part.value);
	}
	return { value: values };
}

/** One field of the item, or more of which the first that is there counts. The words of JavaScript are no names of fields. */
const PATH = String.raw`\$json(?:\??\.(?!constructor\b|prototype\b|__proto__\b)[A-Za-z_]\w*)*`;
const FIELDS = new RegExp(String.raw`^=\{\{\s*(${PATH}(?:\s*\?\?\s*${PATH})*)\s*\}\}$`);

/** Steps of the paths of each expression; there are as many expressions as fields in a workflow. */
const known = new Map<string, Step[][] | null>();
const MAX_KNOWN = 1_000;

interface Step {
	name: string;
	/** Whether what it is taken from need not be there. */
	optional: boolean;
}

function pathsOf(expression: string): Step[][] | null {
	const before = known.get(expression);
	if (before !== undefined) return before;
	const fields = FIELDS.exec(expression)?.[1];
	const paths = fields === undefined ? null : fields.split('??').map(stepsOf);
	if (known.size < MAX_KNOWN) known.set(expression, paths);
	return paths;
}

function stepsOf(path: string): Step[] {
	return [...path.matchAll(/(\?)?\.(\w+)/g)].map(([, optional, name]) => ({ name: name!, optional: optional !== undefined }));
}

function readFields(expression: string, json: IDataObject): Direct {
	const paths = pathsOf(expression);
	if (paths === null) return 'evaluate';
	let last: Direct = 'evaluate';
	for (const path of paths) {
		last = follow(path, json);
		if (last === 'evaluate' || (last.value ?? null) !== null) return last;
	}
	return last;
}

function follow(path: readonly Step[], json: IDataObject): Direct {
	let at: unknown = json;
	for (const { name, optional } of path) {
		// `?.` ends the whole path; without it n8n decides what taking a field of nothing means.
		if (at === undefined || at === null) return optional ? { value: undefined } : 'evaluate';
		if (!isPlain(at) || (!Object.hasOwn(at, name) && name in at)) return 'evaluate';
		at = at[name];
	}
	return typeof at !== 'object' || at === null || Array.isArray(at) || isPlain(at) ? { value: at } : 'evaluate';
}

/** An object that JSON could hold; dates of a Code node, which n8n turns into texts, are none. */
function isPlain(value: unknown): value is IDataObject {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}
