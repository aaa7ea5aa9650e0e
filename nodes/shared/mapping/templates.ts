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
 * @param max longest text the target field takes: names and descriptions are cut, the longest first, so that numbers, codes and dates
 * stay whole; only where these alone are too long, the end goes
 * @returns the text, with gaps left by missing values closed
 */
export function fill(template: string, values: TemplateValues, max = 254): string {
	const { parts } = parse(template);
	const filled = (longest: number) => {
		let text = '';
		for (const part of parts) {
			if ('text' in part) text += part.text;
			else text += isCuttable(part.field) ? cut(values(part.field) ?? '', longest) : (values(part.field) ?? '');
		}
		return hasGaps(text) ? text.replace(/\s+/g, ' ').trim() : text;
	};
	const whole = filled(Infinity);
	if (whole.length <= max) return whole;
	for (let longest = max; longest > 0; longest--) {
		const text = filled(longest);
		if (text.length <= max) return text;
	}
	return cut(whole, max);
}

/** Dates, numbers, codes and amounts say nothing when they are cut; everything else is a name or a description. */
const WHOLE =
	/(Date|Number|Code|Amount|Currency|Key|Total|Percentage|Days|Rate|Id|ID|Uuid)$|^(reference|revision|docId|docType|spend|party|payee|email|taxId|purchaseOrder|cardReference|currency|loginId|poNumber)$/;

const isCuttable = (field: string): boolean => !WHOLE.test(field);

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
