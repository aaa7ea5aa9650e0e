import { badKey, unknownPath } from '../errors';

/** A key as written: named (`TableName='OCRD',FieldID=0`) or the one value (`'A'`). */
export type KeyLiteral = { quoted: boolean; text: string };

export interface Segment {
	name: string;
	/** Undefined without parentheses, empty for `()`. */
	key?: { single?: KeyLiteral; named: Record<string, KeyLiteral> };
}

const MAX_SEGMENTS = 5;

/** A path with doubled slashes made single, those inside a quoted key left alone. */
export function singleSlashes(path: string): string {
	return path
		.split("'")
		.map((piece, index) => (index % 2 === 0 ? piece.replace(/\/{2,}/g, '/') : piece))
		.join("'");
}

/** Cuts a decoded resource path into segments; slashes, commas and brackets inside quotes belong to keys. */
export function parsePath(path: string): Segment[] {
	const parts = splitOutsideQuotes(path.replace(/\/+$/, ''), '/');
	if (parts.length > MAX_SEGMENTS) throw unknownPath();
	return parts.map(segment);
}

function segment(text: string): Segment {
	const match = /^([$\w@.]+)(?:\((.*)\))?$/s.exec(text);
	if (!match) throw unknownPath();
	const [, name = '', inner] = match;
	return inner === undefined ? { name } : { name, key: parseKey(inner) };
}

function parseKey(text: string): NonNullable<Segment['key']> {
	if (text.trim() === '') return { named: {} };
	const parts = splitOutsideQuotes(text, ',').map((part) => part.trim());
	const first = parts[0] ?? '';
	if (parts.length === 1 && !/^\w+\s*=/.test(first)) return { single: literal(first), named: {} };
	const named = parts.map((part): [string, KeyLiteral] => {
		const match = /^(\w+)\s*=\s*(.*)$/s.exec(part);
		if (!match) throw badKey('Invalid key');
		return [match[1] ?? '', literal(match[2] ?? '')];
	});
	return { named: Object.fromEntries(named) };
}

function literal(text: string): KeyLiteral {
	if (/^'(?:[^']|'')*'$/s.test(text)) return { quoted: true, text: text.slice(1, -1).replaceAll("''", "'") };
	if (text === '' || text.includes("'")) throw badKey('Invalid key');
	return { quoted: false, text };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
	const parts: string[] = [];
	let part = '';
	let quoted = false;
	for (const character of text) {
		if (character === "'") quoted = !quoted;
		if (character === separator && !quoted) {
			parts.push(part);
			part = '';
		} else part += character;
	}
	return [...parts, part];
}
