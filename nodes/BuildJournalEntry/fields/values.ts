import { fieldsIn, type Field, type Said, type Section } from '../../shared/mapping';
import { dayOrText, listOf, rowsOf, textOf } from './helpers';

export type Read = (name: string) => unknown;

/**
 * Prepares the reading of what the fields of a section say.
 *
 * @returns a function that takes what gives the value of a parameter of the node
 */
export function fieldReader(section: Section): (read: Read) => Said {
	const fields = fieldsIn(section);
	return (read) => {
		const collection = (section.collection && read(section.collection.name)) as Record<string, unknown> | undefined;
		const said: Record<string, unknown> = {};
		for (const field of fields) {
			const value = field.alone ? aloneValue(field, read) : collection?.[field.name];
			if (value !== undefined) said[field.name] = plainValue(field, value);
		}
		return said;
	};
}

/** n8n gives no value of a field that is not shown. */
function aloneValue({ name, shownFor = {} }: Field & { name: string }, read: Read): unknown {
	const isShown = Object.entries(shownFor).every(([other, values]) => values.includes(textOf(read(other))));
	return isShown ? read(name) : undefined;
}

/** A field's value without n8n's wrapping. A number that an expression gave for a text is meant as text. */
function plainValue({ input }: Field, value: unknown): unknown {
	switch (input.kind) {
		case 'table':
			return rowsOf(value);
		case 'list':
			return listOf(value);
		case 'date':
			return dayOrText(value);
		case 'b1Code':
		case 'documentField':
			return textOf(value);
		case 'text':
			return typeof value === 'number' ? String(value) : value;
		default:
			return value;
	}
}
