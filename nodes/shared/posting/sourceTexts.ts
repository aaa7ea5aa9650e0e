import { dayOf, ownText, textOf, type Json } from '../document';
import type { LineSource } from './types';

/** What texts may call by one name, whichever field of FIS holds it; the first that is filled counts. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
	merchant: ['entryVendorDescription'],
	description: ['entryDescription', 'lineItemDescription', 'lineDescription', 'purpose'],
	city: ['entryLocationCityName', 'entryLocationName', 'locationName'],
	cardReference: ['cardTransactionReferenceNumber', 'cardTransactionID'],
	receiptId: ['entryReceiptId', 'receiptNumber', 'entryElectronicReceiptId'],
};

/**
 * The fields that the mapping's texts name, of one journal row.
 *
 * @param sections of the document, the most particular first
 */
export function sourceTexts(
	{ namedFields, timeZone }: { namedFields: readonly string[]; timeZone: string },
	...sections: readonly Json[]
): Pick<LineSource, 'texts'> {
	const texts: Record<string, string> = {};
	for (const name of namedFields) {
		const fields = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : [name];
		const found = fields.flatMap((field) => sections.map((section) => valueOf(section, field, timeZone)));
		const text = found.find((value) => value !== null);
		if (text !== undefined) texts[name] = text!;
	}
	return Object.keys(texts).length > 0 ? { texts } : {};
}

/** A date is its day: texts have no room for its time. */
function valueOf(section: Json, field: string, timeZone: string): string | null {
	if (!Object.hasOwn(section, field)) return null;
	const text = textOf(section[field]);
	return (field.endsWith('Date') ? dayOf(text, timeZone) : undefined) ?? text;
}

/** A field of a source: one of its own, or one that a text names. */
export function sourceValue(source: LineSource, field: string): string | undefined {
	return ownText(source, field) ?? (source.texts && ownText(source.texts, field));
}

/** The same field of several sources, where they agree. */
export function commonValue(sources: readonly LineSource[], field: string): string | undefined {
	const [first] = sources;
	if (first === undefined) return undefined;
	const value = sourceValue(first, field);
	return sources.every((source) => sourceValue(source, field) === value) ? value : undefined;
}
