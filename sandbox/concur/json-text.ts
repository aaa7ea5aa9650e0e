/**
 * Reading and writing JSON without touching how its numbers are written. Concur sends amounts such as `0E-8` and `50.00000000`, and up to
 * 23 digits; a document has to leave the sandbox exactly as it came in, so a number that JavaScript would write differently travels as
 * marked text in between.
 */

const MARK = '\u0001';
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON text. Throws SyntaxError for text that is not JSON. */
export function parseKeepingNumbers(text: string): unknown {
	JSON.parse(text);
	const marked = text.replace(TOKEN, (part) =>
		part.startsWith('"') || String(Number(part)) === part ? part : `"\\u0001${part}"`,
	);
	return JSON.parse(marked) as unknown;
}

/** Writes what `parseKeepingNumbers` gave, with every number as it stood in the text. */
export function writeKeepingNumbers(value: unknown): string {
	return JSON.stringify(value).replace(/"\\u0001(-?\d[\d.eE+-]*)"/g, '$1');
}

/** A value as text where a person or a filter needs one: marked numbers lose their mark. */
export function plainText(value: unknown): string | null {
	if (typeof value === 'string') return value.startsWith(MARK) ? value.slice(1) : value;
	return typeof value === 'number' ? String(value) : null;
}
