import type { Field, Said, Section } from './declare';

/** A field under the name that its parameter has. */
export type NamedField = Field & { name: string };

/** The fields of a section, each once though several knobs may read it, in the order they are declared. */
export function fieldsIn({ knobs }: Section): NamedField[] {
	const fields = new Map<string, NamedField>();
	for (const [knob, { fields: own }] of Object.entries(knobs)) {
		for (const field of own) {
			const name = field.name ?? knob;
			if (!fields.has(name)) fields.set(name, { ...field, name });
		}
	}
	return [...fields.values()];
}

/**
 * What the fields of a section say of its knobs, as a profile would.
 *
 * @throws Error for rows that contradict each other or are half filled
 */
export function knobsSaid({ knobs }: Section, said: Said): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	for (const [name, knob] of Object.entries(knobs)) {
		const isSaid = knob.fields.some((field) => Object.hasOwn(said, field.name ?? name));
		const value = isSaid ? knob.from(said, name) : undefined;
		if (value !== undefined) result[name] = value;
	}
	return result;
}
