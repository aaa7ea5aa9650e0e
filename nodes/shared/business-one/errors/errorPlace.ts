import type { ErrorPlace } from './serviceLayerError';

/** `[TABLE.Field]`, `[JournalEntryLines.AccountCode][line: 2]`, each maybe followed by `, 'value'`. */
const SUFFIX = /\[([^\][.]+)\.([^\][]+)\](?:\[line:\s*(\d+)\])?(?:\s*,\s*'((?:[^']|'')*)')?/;
const PROPERTY = /in property '([^']+)' of '([^']+)'/;
const INVALID_PROPERTY = /[Pp]roperty '([^']+)' of '([^']+)'/;

/**
 * Reads the place that B1 appends to an error text (Service Layer error replies). The text before it is in the user's language,
 * the suffix is not.
 */
export function readErrorPlace(text: string): ErrorPlace {
	const suffix = SUFFIX.exec(text);
	if (suffix) {
		return {
			table: suffix[1],
			field: suffix[2],
			...(suffix[3] === undefined ? {} : { line: Number(suffix[3]) }),
			...(suffix[4] === undefined ? {} : { value: suffix[4] }),
		};
	}
	const property = PROPERTY.exec(text) ?? INVALID_PROPERTY.exec(text);
	return property ? { table: property[2], field: property[1] } : {};
}

/** @returns the place in words: `line 2, field AccountCode, value "99"`; empty where B1 named none */
export function describePlace(place: ErrorPlace): string {
	const parts = [];
	if (place.line !== undefined) parts.push(`line ${place.line}`);
	if (place.field !== undefined) parts.push(`field ${place.field}`);
	if (place.value !== undefined) parts.push(`value "${place.value}"`);
	return parts.join(', ');
}
