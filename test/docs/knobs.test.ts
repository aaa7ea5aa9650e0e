/** The tables of docs/mapping.md are written from the declared knobs. UPDATE_DOCS=1 writes them anew. */
import {
	aboutOf,
	type Choices,
	type DefaultRow,
	type Field,
	fieldsIn,
	labelOf,
	type Section,
	SECTIONS,
} from '../../nodes/shared/mapping';
import { generatedPart, markdownTable } from './handbook';

const plain = (text: string): string => text.replace(/’/g, "'");
const code = (text: string): string => `\`${text}\``;
/** Fields in braces are set as code. */
const sentence = (text: string | undefined): string =>
	text === undefined ? '' : `${plain(text).replace(/\{\w+\}/g, code)}${/[.?]$/.test(text) ? '' : '.'}`;

/** Where the field stands on the form. */
function placeOf({ label, alone }: Field, { title, collection }: Section): string {
	return alone || collection === undefined || collection.label === title ? label : `*${collection.label}* > ${label}`;
}

/** Where it stands in a profile: under every knob that reads it, or within one. */
function knobsOf(field: Field & { name: string }, { knobs }: Section): string {
	const readers = Object.entries(knobs).filter(([name, { fields }]) => fields.some((own) => (own.name ?? name) === field.name));
	return field.place ? code(field.place) : readers.map(([name]) => code(name)).join(', ');
}

function choicesOf(choices: Choices, initial: unknown): string {
	const stated = Object.entries(choices).map(([value, choice]) => {
		const about = aboutOf(choice);
		const isDefault = value === initial ? ', default' : '';
		return `*${plain(labelOf(choice))}* (${code(value)}${isDefault})${about ? `: ${plain(about)}` : ''}`;
	});
	return `${stated.join('. ')}.`;
}

function valuesOf({ input, default: initial }: Field): string {
	switch (input.kind) {
		case 'choice':
			return choicesOf(input.choices, initial);
		case 'choices':
			return `${choicesOf(input.choices, null)} Default: ${(initial as string[]).map(code).join(', ')}.`;
		case 'flag':
			return `Default: ${initial ? 'on' : 'off'}.`;
		case 'table': {
			const columns = `Columns: ${input.columns.map(({ label }) => label).join(', ')}.`;
			const cells = (row: DefaultRow) => input.columns.map(({ name }) => row[name]).filter(Boolean);
			const rows = (input.rows ?? []).map((row) => code(cells(row).join(' ')));
			return rows.length > 0 ? `${columns} Default: ${rows.join(', ')}.` : columns;
		}
		default:
			return initial ? `Default: ${code(String(initial))}.` : '';
	}
}

test.each(SECTIONS.map((section) => [section.title, section] as const))(
	'docs/mapping.md has the fields of %s',
	(title, section) => {
		const rows = fieldsIn(section).map((field) => [
			placeOf(field, section),
			knobsOf(field, section),
			[sentence(field.about), valuesOf(field), sentence(field.hint)].filter(Boolean).join(' '),
		]);
		const table = markdownTable(['Field', 'Profile', 'Does'], rows);
		expect(generatedPart('mapping.md', `fields of ${title}`, table)).toBe(table);
	},
);
