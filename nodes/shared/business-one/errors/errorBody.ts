/** What B1 said in an error reply. All parts may be empty: gateways answer in HTML, and one kind of 500 has no body at all. */
export interface ErrorBody {
	/** B1's code as text: v1 sends a number, v2 a string. */
	code: string;
	/** B1's own text, as it came, white space around it removed. */
	text: string;
}

const MAX_FOREIGN_TEXT = 200;

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
		code: error.code === undefined || error.code === null ? '' : String(error.code),
		text: typeof text === 'string' ? text.trim() : '',
	};
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
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(page)?.[1];
	const text = title ?? page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
	return text.replace(/\s+/g, ' ').trim().slice(0, MAX_FOREIGN_TEXT);
}
