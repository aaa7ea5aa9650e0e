const MASK = '***';

/** What stands for itself in any text: a token of a request, a session, the user info of an address, fields of a login. */
const RECOGNIZED: [RegExp, string][] = [
	[/\b(Bearer(?:\s|%20|\+)+)[\w.~+/=%-]{16,}/gi, `$1${MASK}`],
	[/\b(B1SESSION(?:=|%3D))[^;,\s"'<>&\\]+/gi, `$1${MASK}`],
	[/(:\/\/)[^\s/@"'<>\\]{1,300}@/g, `$1${MASK}@`],
	[/((?:password|client_secret|(?:access|refresh)_token)\\?(?:["']\s*:\s*\\?["']|=))[^"'&,;<>\s\\]+/gi, `$1${MASK}`],
];

/** Shorter ones are struck out as whole words only: a one-letter password must not take every such letter with it. */
const SHORT = 4;

const MAX_DEPTH = 30;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The ways in which a server may write what it was sent. */
function spellings(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const base64 = Buffer.from(secret, 'utf8').toString('base64').replace(/=+$/, '');
	// Half surrogates have no URL form.
	const percent = encodeURIComponent(secret.replace(/\p{Cs}/gu, ''));
	const html = secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
	const written = [
		secret,
		percent,
		new URLSearchParams([['', secret]]).toString().slice(1),
		json,
		JSON.stringify(json).slice(1, -1),
		base64,
		base64.replace(/\+/g, '-').replace(/\//g, '_'),
		html,
		html.replace(/'/g, '&#39;'),
		html.replace(/'/g, '&apos;'),
	];
	return written.filter((word) => word !== '');
}

function patternOf(secrets: readonly string[]): RegExp | undefined {
	const known = [...new Set(secrets.flatMap((secret) => [secret, secret.trim()]))].filter((secret) => secret.trim() !== '');
	const words = [...new Set(known.flatMap(spellings))].sort((one, other) => other.length - one.length);
	if (words.length === 0) return undefined;
	const alternatives = words.map((word) =>
		word.length < SHORT ? `(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])` : escaped(word),
	);
	return new RegExp(alternatives.join('|'), 'giu');
}

function walk(value: unknown, strike: (text: string) => string, depth: number): unknown {
	if (typeof value === 'string') return strike(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth >= MAX_DEPTH) return null;
	if (Array.isArray(value)) return value.map((element) => walk(element, strike, depth + 1));
	return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, walk(element, strike, depth + 1)]));
}

/**
 * Strikes secrets out of a text, or of every text in a JSON value, however they are written there: plain, URL-encoded, as JSON or
 * HTML text, in base64; and what is recognized as one without being known (the token of another renewal).
 * @param secrets values of a credential; empty ones count for nothing
 */
export function strikeOut<T>(value: T, secrets: readonly string[]): T {
	const pattern = patternOf(secrets);
	const strike = (text: string) =>
		RECOGNIZED.reduce((left, [known, mask]) => left.replace(known, mask), pattern ? text.replace(pattern, MASK) : text);
	return walk(value, strike, 0) as T;
}
