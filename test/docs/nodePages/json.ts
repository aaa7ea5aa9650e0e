/** A line of an example is as wide as one of code. */
const WIDTH = 110;
const MOST_LINES = 25;
const LONGEST_TEXT = 100;
const CUT = '…';

/** What differs from run to run, and what stands on the page for it. */
const MASKS: Array<[RegExp, string]> = [
	[/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '00000000-0000-4000-8000-000000000000'],
	[/https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?/g, 'https://sandbox.example'],
];

/**
 * JSON of an example: a list has its first element only, long texts are cut, what is short stands on one line, and what would take more
 * than 25 lines is cut at the depth at which it does not. Throws Error where no depth helps.
 */
export function compactJson(value: object): string {
	const short = shortened(value);
	const tries = [8, 3, 2, 1].map((depth) => linesOf(cutAt(short, depth)));
	const found = tries.find((lines) => lines.length <= MOST_LINES);
	if (found === undefined) throw new Error(`An example has ${Object.keys(value).length} fields: too many for a page`);
	return found.join('\n');
}

function shortened(value: unknown): unknown {
	if (typeof value === 'string') return shortText(MASKS.reduce((text, [what, fixed]) => text.replace(what, fixed), value));
	if (Array.isArray(value)) return [...value.slice(0, 1).map(shortened), ...(value.length > 1 ? [CUT] : [])];
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}

const shortText = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}${CUT}` : text);

function cutAt(value: unknown, depth: number): unknown {
	if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return value;
	if (Array.isArray(value)) return [...new Set(value.map((part) => (depth === 0 ? CUT : cutAt(part, depth - 1))))];
	if (depth === 0) return CUT;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cutAt(part, depth - 1)]));
}

/** Lines of a value; members that are short share one. */
function linesOf(value: unknown, lead = '', indent = ''): string[] {
	const whole = `${lead}${onOneLine(value)}`;
	if (indent.length + whole.length <= WIDTH && indent !== '') return [whole];
	if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [whole];
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	const inner = `${indent}  `;
	const members = Object.entries(value).map(([name, part]) =>
		linesOf(part, Array.isArray(value) ? '' : `${JSON.stringify(name)}: `, inner),
	);
	return [`${lead}${open}`, ...packed(members, WIDTH - inner.length).map((line) => `  ${line}`), close!];
}

function packed(members: string[][], width: number): string[] {
	const ended = members.map((lines, index) =>
		index < members.length - 1 ? [...lines.slice(0, -1), `${lines.at(-1)!},`] : lines,
	);
	let isOpen = false;
	return ended.reduce<string[]>((lines, member) => {
		const joined = `${lines.at(-1) ?? ''} ${member[0]!}`;
		const isShort = member.length === 1;
		if (isOpen && isShort && joined.length <= width) return [...lines.slice(0, -1), joined];
		isOpen = isShort;
		return [...lines, ...member];
	}, []);
}

function onOneLine(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const members = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${onOneLine(part)}`);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
