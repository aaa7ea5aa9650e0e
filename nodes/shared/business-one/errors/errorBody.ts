import { cleanText, cutAt, MAX_TEXT, strikeOut } from '../../text';

/** What B1 said in an error reply. All parts may be empty: gateways answer in HTML, and one kind of 500 has no body at all. */
export interface ErrorBody {
	/** B1's code as text: v1 sends a number, v2 a string. */
	code: string;
	/** B1's own text, fit to be shown: without secrets, control characters and white space around it. */
	text: string;
}

const MAX_FOREIGN_TEXT = 200;
/** As much of a foreign page as is looked at; its title stands at the beginning. */
const MAX_PAGE = 8_000;
const MAX_CODE = 40;

/**
 * Reads the error body of v1 (`message: { lang, value }`) and v2 (`message` is text), or the title of an HTML page.
 * @param body parsed JSON, or text
 * @param secrets what the server was sent and may repeat
 */
export function readErrorBody(body: unknown, secrets: readonly string[] = []): ErrorBody {
	const parsed = typeof body === 'string' ? parseIfJson(body) : body;
	// Struck out before anything is cut, or the cut could leave half of a secret.
	if (typeof parsed === 'string') {
		const page = strikeOut(parsed.slice(0, MAX_PAGE * 2), secrets).slice(0, MAX_PAGE);
		return { code: '', text: cleanText(plainText(page), MAX_FOREIGN_TEXT) };
	}
	const error = (parsed as { error?: { code?: unknown; message?: unknown } } | null | undefined)?.error;
	if (!error || typeof error !== 'object') return { code: '', text: '' };
	const message = error.message;
	const text = typeof message === 'string' ? message : (message as { value?: unknown } | null | undefined)?.value;
	return { code: codeOf(error.code, secrets), text: typeof text === 'string' ? ownText(text, secrets) : '' };
}

/** A number is a code, whatever secret is the same number; another text is cut and freed of secrets like any other. */
function codeOf(code: unknown, secrets: readonly string[]): string {
	if (typeof code !== 'string' && typeof code !== 'number') return '';
	const text = String(code).trim();
	return /^-?\d{1,12}$/.test(text) ? text : cleanText(strikeOut(text.slice(0, MAX_PAGE), secrets), MAX_CODE);
}

/** B1's text, fit to be shown; a long one without its middle, because B1 writes the place at the end. */
function ownText(text: string, secrets: readonly string[]): string {
	const ends = text.length > MAX_PAGE * 2 ? `${text.slice(0, MAX_PAGE)} … ${text.slice(-MAX_PAGE)}` : text;
	const clean = cleanText(strikeOut(ends, secrets), MAX_PAGE * 2 + 10);
	return clean.length <= MAX_TEXT ? clean : `${cutAt(clean, MAX_TEXT / 2)} ${clean.slice(-MAX_TEXT / 2)}`;
}

function parseIfJson(text: string): unknown {
	if (!text.trimStart().startsWith('{')) return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** A gateway's page shortened to what a person can use: its title, or its first words. */
function plainText(page: string): string {
	const text = betweenTags(page, 'title') ?? withoutTags(withoutElements(withoutElements(page, 'style'), 'script'));
	return text.split(/\s/).filter(Boolean).join(' ');
}

/** Text of the first element of this name; undefined where there is none. Read with one look each way, whatever the page is made of. */
function betweenTags(page: string, name: string): string | undefined {
	const lower = page.toLowerCase();
	const open = lower.indexOf(`<${name}`);
	const start = open < 0 ? -1 : lower.indexOf('>', open);
	const end = start < 0 ? -1 : lower.indexOf(`</${name}`, start);
	return end < 0 ? undefined : page.slice(start + 1, end);
}

function withoutElements(page: string, name: string): string {
	const lower = page.toLowerCase();
	const kept: string[] = [];
	let from = 0;
	for (let open = lower.indexOf(`<${name}`); open >= 0; open = lower.indexOf(`<${name}`, from)) {
		kept.push(page.slice(from, open));
		const end = lower.indexOf(`</${name}`, open);
		if (end < 0) return kept.join(' ');
		from = end;
	}
	return [...kept, page.slice(from)].join(' ');
}

function withoutTags(page: string): string {
	const [first = '', ...rest] = page.split('<');
	return [first, ...rest.map((part) => (part.includes('>') ? part.slice(part.indexOf('>') + 1) : ''))].join(' ');
}
