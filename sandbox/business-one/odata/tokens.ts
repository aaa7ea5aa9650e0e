import { badFilter } from '../errors';

export type Token =
	| { kind: 'string' | 'date' | 'number' | 'name'; text: string; at: number }
	| { kind: 'open' | 'close' | 'comma'; text: string; at: number };

const patterns: [Token['kind'] | 'space', RegExp][] = [
	['space', /\s+/y],
	['open', /\(/y],
	['close', /\)/y],
	['comma', /,/y],
	['date', /datetime(?:offset)?'(?:[^']|'')*'/iy],
	['string', /'(?:[^']|'')*'/y],
	['number', /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[fFdDmMlL]?(?![\w.-])/y],
	['name', /[A-Za-z_@][\w@]*(?:\/[A-Za-z_@][\w@]*)*/y],
];

/** Cuts the text of a $filter into tokens. A string token carries its text without quotes, doubled quotes made single. */
export function tokens(text: string): Token[] {
	const found: Token[] = [];
	let at = 0;
	while (at < text.length) {
		const match = matchAt(text, at);
		if (!match) throw badFilter();
		if (match.kind !== 'space') found.push({ kind: match.kind, text: valueOf(match.kind, match.text), at } as Token);
		at += match.text.length;
	}
	return found;
}

function matchAt(text: string, at: number): { kind: Token['kind'] | 'space'; text: string } | undefined {
	for (const [kind, pattern] of patterns) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match) return { kind, text: match[0] };
	}
	return undefined;
}

function valueOf(kind: Token['kind'], text: string): string {
	if (kind !== 'string' && kind !== 'date') return text;
	return text.slice(text.indexOf("'") + 1, -1).replaceAll("''", "'");
}
