/** A piece of a page that is safe to send: everything put into it was escaped. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

function textOf(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Html) return part.text;
	if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
	return part.map(textOf).join('');
}

/** Template of a page: what is put in is escaped unless it is Html already. Values of attributes belong in quotes. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
	new Html(texts.reduce((page, text, index) => page + textOf(parts[index - 1]) + text));
