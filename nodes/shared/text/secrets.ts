const MASK = '***';

/** What stands for itself in any text: a token of a request, a session, the user info of an address, fields of a login. */
const RECOGNIZED: [RegExp, string][] = [
	[/\b(Bearer(?:\s|%20|\+)+)[\w.~/=-][\w.~+/=%-]{15,}/gi, `$1${MASK}`],
	[/\b(B1SESSION(?:=|%3D))[^;,\s"'<>&\\]+/gi, `$1${MASK}`],
	[/(:\/\/)[^\s/@"'<>\\]{1,300}@/g, `$1${MASK}@`],
	[/((?:password|client_secret|(?:access|refresh)_token)\\?(?:["']\s*:\s*\\?["']|=))[^"'&,;<>\s\\]+/gi, `$1${MASK}`],
];

/** Shorter ones are struck out as whole words only: a one-letter password must not take every such letter with it. */
const SHORT = 4;

const MAX_DEPTH = 30;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const NAMED: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/**
 * One character in every way a server may write it: as it is, behind backslashes, as \uXXXX, percent-encoded (once or twice), as an
 * HTML entity. Letters and digits of ASCII stay what they are everywhere.
 */
function character(char: string): string {
	if (/[a-z0-9]/i.test(char)) return char;
	const units = Array.from({ length: char.length }, (_, index) => char.charCodeAt(index).toString(16).padStart(4, '0'));
	const bytes = [...Buffer.from(char, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'));
	const point = char.codePointAt(0) ?? 0;
	const ways = [
		escaped(char),
		units.map((unit) => `u${unit}`).join('\\\\{1,4}'),
		bytes.map((byte) => `%(?:25)?${byte}`).join(''),
		`&(?:amp;)?#(?:0*${point}|x0*${point.toString(16)});`,
	];
	if (NAMED[char]) ways.push(`&(?:amp;)?${NAMED[char]};`);
	if (char === ' ') ways.push('\\+');
	return `\\\\{0,4}(?:${ways.join('|')})`;
}

/** A secret in any mixture of spellings, and in base64. */
function patternFor(secret: string): string {
	const base64 = Buffer.from(secret, 'utf8')
		.toString('base64')
		.replace(/={1,2}$/, '');
	const written = [...secret].map(character).join('');
	const bounded = secret.length < SHORT ? `(?<![\\p{L}\\p{N}])${written}(?![\\p{L}\\p{N}])` : written;
	if (base64.length < SHORT * 2) return bounded;
	const encoded = [base64, base64.replace(/\+/g, '-').replace(/\//g, '_')].map((text) => [...text].map(character).join(''));
	return [bounded, ...new Set(encoded)].join('|');
}

function patternOf(secrets: readonly string[]): RegExp | undefined {
	const known = [...new Set(secrets.flatMap((secret) => [secret, secret.trim()]))].filter((secret) => secret.trim() !== '');
	if (known.length === 0) return undefined;
	const longestFirst = known.sort((one, other) => other.length - one.length);
	return new RegExp(longestFirst.map(patternFor).join('|'), 'giu');
}

function walk(value: unknown, strike: (text: string) => string, depth: number): unknown {
	if (typeof value === 'string') return strike(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth >= MAX_DEPTH) return null;
	if (Array.isArray(value)) return value.map((element) => walk(element, strike, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, walk(element, strike, depth + 1)]));
}

/**
 * Strikes given secrets out of a text, or of every text in a JSON value, however they are written there: plain, URL-encoded, as JSON
 * or HTML text, in base64. Everything else stays as it is.
 * @param secrets values of a credential; empty ones count for nothing
 */
export function strikeKnown<T>(value: T, secrets: readonly string[]): T {
	const pattern = patternOf(secrets);
	return pattern ? (walk(value, (text) => text.replace(pattern, MASK), 0) as T) : value;
}

/**
 * As `strikeKnown`, for texts that are only shown: what is recognized as a secret without being known (the token of another renewal)
 * goes as well.
 */
export function strikeOut<T>(value: T, secrets: readonly string[]): T {
	const recognized = (text: string) => RECOGNIZED.reduce((left, [known, mask]) => left.replace(known, mask), text);
	return walk(strikeKnown(value, secrets), recognized, 0) as T;
}
