/** Values by field name; what is missing leaves no trace in the text. */
export type TemplateValues = (field: string) => string | undefined | null;

type Part = { text: string } | { field: string };

/** Blanks at an end, several in a row, or others than spaces. */
const HAS_GAPS = /^\s|\s$|\s\s|[^\S ]/;
const FIELD = /\{(\w+)\}/g;
const parsed = new Map<string, Part[]>();
/** Templates come from profiles, of which a process sees few; the limit only keeps a mistake from growing. */
const PARSED_LIMIT = 200;

function partsOf(template: string): Part[] {
	let parts = parsed.get(template);
	if (parts) return parts;
	parts = template.split(FIELD).map((piece, index) => (index % 2 === 0 ? { text: piece } : { field: piece }));
	if (parsed.size >= PARSED_LIMIT) parsed.clear();
	parsed.set(template, parts);
	return parts;
}

/** The field names a template uses. */
export function fieldsOf(template: string): string[] {
	return partsOf(template).flatMap((part) => ('field' in part ? [part.field] : []));
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
	for (const part of partsOf(template)) text += 'text' in part ? part.text : (values(part.field) ?? '');
	return cut(HAS_GAPS.test(text) ? text.replace(/\s+/g, ' ').trim() : text, max);
}

/** Cuts a text to a length without splitting a character in two. */
export function cut(text: string, max: number): string {
	if (text.length <= max) return text;
	const end = text.charCodeAt(max - 1) >= 0xd800 && text.charCodeAt(max - 1) <= 0xdbff ? max - 1 : max;
	return text.slice(0, end).trimEnd();
}
