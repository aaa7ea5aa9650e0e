import { dayIn } from '../../dates';

/** How a value is written in a `$filter` or a key. */
export type LiteralType = 'text' | 'number' | 'date' | 'yesNo';

/** @returns an OData string literal: in single quotes, quotes inside doubled (OData URL conventions) */
export function quote(value: string): string {
	return `'${value.replace(/'/g, "''")}'`;
}

/**
 * Writes a value as a literal. Dates go as quoted `YYYY-MM-DD`, yes and no as B1's `tYES` and `tNO` (`eq true` is refused).
 * @throws RangeError where the value does not have the type
 */
export function literal(value: unknown, type: LiteralType): string {
	switch (type) {
		case 'number':
			return numberLiteral(value);
		case 'date':
			return quote(dateText(value));
		case 'yesNo':
			return quote(isYes(value) ? 'tYES' : 'tNO');
		default:
			return quote(String(value ?? ''));
	}
}

const HALF_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @returns the text encoded for a URL. Half a surrogate pair, which no URL can carry, becomes the replacement character. */
export function encodeText(text: string): string {
	return encodeURIComponent(text.replace(HALF_CHARACTER, '\ufffd'));
}

/** Property names and paths of them; anything else could end the expression and begin another. */
const PROPERTY = /^[A-Za-z_][A-Za-z0-9_]*(\/[A-Za-z_][A-Za-z0-9_]*)*$/;

/**
 * @returns the name, where it can be one
 * @throws RangeError
 */
export function propertyName(name: string): string {
	const trimmed = name.trim();
	if (!PROPERTY.test(trimmed)) throw new RangeError(`"${name}" is not a property name of the Service Layer`);
	return trimmed;
}

function numberLiteral(value: unknown): string {
	const text = String(value ?? '').trim();
	if (!/^[+-]?\d+(\.\d+)?$/.test(text)) throw new RangeError(`"${text}" is not a number`);
	return text;
}

function dateText(value: unknown): string {
	const day = dayIn(value);
	if (!day) throw new RangeError(`"${String((value as string | null | undefined) ?? '')}" is not a date like 2026-01-31`);
	return day;
}

/** The words for yes and no of expressions, of B1 and of people; any other would silently ask for the opposite of what is meant. */
function isYes(value: unknown): boolean {
	const text = String((value as string | null | undefined) ?? '').trim();
	if (/^(true|yes|tyes|y|1)$/i.test(text)) return true;
	if (/^(false|no|tno|n|0)$/i.test(text)) return false;
	throw new RangeError(`"${text}" is neither yes nor no`);
}
