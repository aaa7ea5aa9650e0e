import { rowsIn, type Column, type DefaultRow, type Said, type Section } from '../declare';
import { cellOf } from './cells';
import { columnsOf, MAPPING_COLUMNS, placeOf, SETTINGS, type Setting } from './layout';

/** A row of a mapping table with every column of it. */
export type WrittenRow = Record<string, string>;

/**
 * What fields say as rows of a mapping table, which `readMappingRows` reads as the same again.
 *
 * @param said by section, as the form or other rows state it
 * @param withDefaults whether settings that hold their default have a row, too
 */
export function writeMappingRows(said: ReadonlyMap<Section, Said>, withDefaults: boolean): WrittenRow[] {
	return SETTINGS.flatMap((setting) => rowsFor(setting, said.get(setting.section)?.[setting.field.name], withDefaults));
}

function rowsFor(setting: Setting, stated: unknown, withDefaults: boolean): WrittenRow[] {
	const { field } = setting;
	const columns = columnsOf(field);
	if (columns.length === 0) return singleRow(setting, stated, withDefaults);
	const initial = field.input.kind === 'table' ? (field.input.rows ?? []).map((row) => textsOf(columns, row)) : [];
	const given = rowsIn(stated).map((row) => textsOf(columns, row));
	const isDefault = given.length === 0 || JSON.stringify(given) === JSON.stringify(initial);
	const rows = isDefault ? (withDefaults ? initial : []) : given;
	return rows.map((texts) => written(setting, Object.fromEntries(texts.map((text, index) => [placeOf(columns, index), text]))));
}

const textsOf = (columns: readonly Column[], row: DefaultRow): string[] =>
	columns.map(({ name, input }) => cellOf(input, row[name]));

function singleRow(setting: Setting, stated: unknown, withDefaults: boolean): WrittenRow[] {
	const { field } = setting;
	const initial = field.input.kind === 'list' ? String(field.default).split(', ') : field.default;
	const value = stated ?? initial;
	if (!withDefaults && JSON.stringify(value) === JSON.stringify(initial)) return [];
	return [written(setting, { to: cellOf(field.input, value) })];
}

const written = ({ section, field }: Setting, cells: Record<string, string>): WrittenRow => ({
	...Object.fromEntries(MAPPING_COLUMNS.map((column) => [column, ''])),
	section: section.title,
	setting: field.label,
	...cells,
});
