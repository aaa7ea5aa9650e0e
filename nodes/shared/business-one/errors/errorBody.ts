/** What B1 said in an error reply. All parts may be empty: gateways answer in HTML, and one kind of 500 has no body at all. */
export interface ErrorBody {
	/** B1's code as text: v1 sends a number, v2 a string. */
	code: string;
	/** B1's own text, as it came, white space around it removed. */
	text: string;
}

const MAX_FOREIGN_TEXT = 200;
/** As much of a foreign page as is looked at; its title stands at the beginning. */
const MAX_PAGE = 8_000;
/** B1's texts are a sentence with a place behind it; longer ones are not for people. */
const MAX_TEXT = 1_000;
const MAX_CODE = 40;
/** Characters that no reason, log or terminal should get: controls, marks that turn the direction of text, halves of a pair. */
const UNSEEMLY =
	/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Reads the error body of v1 (`message: { lang, value }`) and v2 (`message` is text), or the title of an HTML page.
 * @param body parsed JSON, or text
 */
export function readErrorBody(body: unknown): ErrorBody {
	const parsed = typeof body === 'string' ? parseIfJson(body) : body;
	if (typeof parsed === 'string') return { code: '', text: plainText(parsed) };
	const error = (parsed as { error?: { code?: unknown; message?: unknown } } | null | undefined)?.error;
	if (!error || typeof error !== 'object') return { code: '', text: '' };
	const message = error.message;
	const text = typeof message === 'string' ? message : (message as { value?: unknown } | null | undefined)?.value;
	return {
		code: typeof error.code === 'string' || typeof error.code === 'number' ? String(error.code).slice(0, MAX_CODE) : '',
		text: typeof text === 'string' ? seemly(shortened(text)) : '',
	};
}

/** A long text without its middle: B1 writes the place at the end. */
function shortened(text: string): string {
	if (text.length <= MAX_TEXT) return text;
	return `${text.slice(0, MAX_TEXT / 2)} … ${text.slice(-MAX_TEXT / 2)}`;
}

function seemly(text: string): string {
	return text.replace(UNSEEMLY, ' ').trim();
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
	const head = page.slice(0, MAX_PAGE);
	const text = betweenTags(head, 'title') ?? withoutTags(withoutElements(withoutElements(head, 'style'), 'script'));
	return seemly(text.split(/\s/).filter(Boolean).join(' ')).slice(0, MAX_FOREIGN_TEXT);
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
