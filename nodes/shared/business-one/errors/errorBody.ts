import { cleanText, strikeOut } from '../../text';

/** What B1 said in an error reply. All parts may be empty: gateways answer in HTML, and one kind of 500 has no body at all. */
export interface ErrorBody {
	/** B1's code as text: v1 sends a number, v2 a string. */
	code: string;
	/** B1's own text, fit to be shown: without secrets, control characters and white space around it. */
	text: string;
}

const MAX_FOREIGN_TEXT = 200;
/** A gateway's page says what it is at its beginning; what comes behind is not looked at. */
const MAX_PAGE = 8_000;
const MAX_CODE = 40;

/**
 * Reads the error body of v1 (`message: { lang, value }`) and v2 (`message` is text), or the title of an HTML page.
 * @param body parsed JSON, or text
 * @param secrets what the server was sent and may repeat
 */
export function readErrorBody(body: unknown, secrets: readonly string[] = []): ErrorBody {
	const parsed = typeof body === 'string' ? parseIfJson(body) : body;
	const shown = (text: string, maxLength?: number) => cleanText(strikeOut(text, secrets), maxLength);
	if (typeof parsed === 'string') {
		// Struck out before it is cut, or the cut could leave half of a secret.
		const page = strikeOut(parsed.slice(0, MAX_PAGE * 2), secrets).slice(0, MAX_PAGE);
		return { code: '', text: shown(plainText(page), MAX_FOREIGN_TEXT) };
	}
	const error = (parsed as { error?: { code?: unknown; message?: unknown } } | null | undefined)?.error;
	if (!error || typeof error !== 'object') return { code: '', text: '' };
	const message = error.message;
	const text = typeof message === 'string' ? message : (message as { value?: unknown } | null | undefined)?.value;
	return { code: codeOf(error.code, shown), text: typeof text === 'string' ? shown(text) : '' };
}

/** A number is a code, whatever secret is the same number; another text is cut and freed of secrets like any other. */
function codeOf(code: unknown, shown: (text: string, maxLength?: number) => string): string {
	if (typeof code !== 'string' && typeof code !== 'number') return '';
	const text = String(code).trim();
	return /^-?\d{1,12}$/.test(text) ? text : shown(text, MAX_CODE);
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
	const title = /<title[^>]{0,200}>([^<]*)<\/title>/i.exec(page)?.[1];
	const text = title ?? page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
	return text.replace(/\s+/g, ' ');
}
