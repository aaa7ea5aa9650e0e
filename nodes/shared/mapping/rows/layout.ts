import type { Column, Field, Section } from '../declare';
import { SECTIONS } from '../knobs';
import { fieldsIn, type NamedField } from '../stated';

/** A setting that rows can state. */
export interface Setting {
	section: Section;
	field: NamedField;
}

export const SETTINGS: readonly Setting[] = SECTIONS.flatMap((section) => fieldsIn(section).map((field) => ({ section, field })));

/** The columns of a table setting; none of a setting that is one value. */
export const columnsOf = ({ input }: Field): readonly Column[] => (input.kind === 'table' ? input.columns : []);

/**
 * The column of the mapping table in which a cell of a setting's table stands: its code `from`, what it becomes `to`, everything else
 * under the name of its own column. A table of one column says what is taken.
 */
export function placeOf(columns: readonly Column[], index: number): string {
	if (columns.length === 1) return 'to';
	return ['from', 'to'][index] ?? columns[index]!.name;
}

const OTHERS = [
	...new Set(
		SETTINGS.flatMap(({ field }) =>
			columnsOf(field)
				.slice(2)
				.map(({ name }) => name),
		),
	),
];

/** The columns of a mapping table, as the Data Table and the file have them. */
export const MAPPING_COLUMNS: readonly string[] = ['section', 'setting', 'from', 'to', ...OTHERS, 'note'];

/** What nodes and people add to rows, and what says nothing of the mapping. */
const PASSED_OVER = new Set(['id', 'createdat', 'updatedat', 'rownumber', 'note']);

/** Upper and lower case, blanks and punctuation do not tell names apart. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const BY_NAME = new Map(MAPPING_COLUMNS.map((name) => [plain(name), name]));

/** The column that a header names; null for one that is passed over, undefined for one that is not known. */
export function columnNamed(header: string): string | null | undefined {
	return PASSED_OVER.has(plain(header)) ? null : BY_NAME.get(plain(header));
}

/** @returns the settings that a row may mean: one, or none or several where its name does not say */
export function settingsNamed(section: string, setting: string): Setting[] {
	const named = SETTINGS.filter(({ field }) => [field.label, field.name].some((name) => plain(name) === plain(setting)));
	return section === '' ? named : named.filter((one) => plain(one.section.title) === plain(section));
}

/** The setting's name that is nearest to a mistyped one, by the letters they begin with. */
export function nearestSetting(mistyped: string): string | null {
	const shared = (name: string) => [...plain(name)].findIndex((letter, index) => letter !== plain(mistyped)[index]);
	const found = SETTINGS.map(({ field }) => ({ label: field.label, shared: shared(field.label) }));
	const best = found.sort((one, other) => other.shared - one.shared)[0];
	return best && best.shared >= 4 ? best.label : null;
}
