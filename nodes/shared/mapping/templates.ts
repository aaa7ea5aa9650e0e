/** Values by field name; what is missing leaves no trace in the text. */
export type TemplateValues = (field: string) => string | undefined | null;

type Part = { text: string } | { field: string };

interface Template {
	parts: Part[];
	/** The fields it names, in their order. */
	fields: string[];
}

/** Blanks that are no spaces. */
const OTHER_BLANK = /[^\S ]/;
const FIELD = /\{(\w+)\}/g;
const parsed = new Map<string, Template>();
/** Templates come from profiles, of which a process sees few; the limit only keeps a mistake from growing. */
const PARSED_LIMIT = 200;

function parse(text: string): Template {
	let template = parsed.get(text);
	if (template) return template;
	const pieces = text.split(FIELD);
	template = {
		parts: pieces.map((piece, index) => (index % 2 === 0 ? { text: piece } : { field: piece })),
		fields: pieces.filter((_, index) => index % 2 === 1),
	};
	if (parsed.size >= PARSED_LIMIT) parsed.clear();
	parsed.set(text, template);
	return template;
}

/** The field names a template uses. */
export function fieldsOf(template: string): readonly string[] {
	return parse(template).fields;
}

/** Whether every field of the template has a value. */
export function isFilled(template: string, values: TemplateValues): boolean {
	return fieldsOf(template).every((field) => values(field));
}

/**
 * Fills a template such as `{reference} {employeeName}`.
 *
 * @param max longest text the target field takes; the rest is cut off
 * @returns the text, with gaps left by missing values closed
 */
export function fill(template: string, values: TemplateValues, max = 254): string {
	let text = '';
	for (const part of parse(template).parts) text += 'text' in part ? part.text : (values(part.field) ?? '');
	return cut(hasGaps(text) ? text.replace(/\s+/g, ' ').trim() : text, max);
}

/** Blanks at an end, several in a row, or others than spaces. */
function hasGaps(text: string): boolean {
	return text.includes('  ') || text.startsWith(' ') || text.endsWith(' ') || OTHER_BLANK.test(text);
}

/** Cuts a text to a length without splitting a character in two. */
export function cut(text: string, max: number): string {
	if (text.length <= max) return text;
	const end = text.charCodeAt(max - 1) >= 0xd800 && text.charCodeAt(max - 1) <= 0xdbff ? max - 1 : max;
	return text.slice(0, end).trimEnd();
}
