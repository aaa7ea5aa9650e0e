import { rowsIn, type Row, type Said, type Section } from '../declare';
import { KNOBS, SECTIONS } from '../knobs';
import { knobsSaid } from '../stated';
import { readCell } from './cells';
import { columnNamed, columnsOf, MAPPING_COLUMNS, nearestSetting, placeOf, settingsNamed, type Setting } from './layout';
import type { TableRow } from './table';

/** What rows say of the settings of each section, and in words what of them cannot be used. */
interface RowsSaid {
	said: ReadonlyMap<Section, Said>;
	problems: string[];
}

/** A row that says something of a setting. */
interface Statement {
	setting: Setting;
	row: string;
	value: unknown;
}

/**
 * Reads a mapping table. A problem names the row and the column; nothing may be posted with a table that has problems.
 *
 * @param rows with the columns `section`, `setting`, `from`, `to` and the others of `MAPPING_COLUMNS`; a section is needed only where
 * two settings have the same name
 */
export function readMappingRows(rows: readonly TableRow[]): RowsSaid {
	const problems: string[] = [];
	const statements: Statement[] = [];
	for (const row of rows) {
		const read = statementOf(row);
		if ('problem' in read) problems.push(`${row.name}${read.problem}.`);
		else statements.push(read);
	}
	const said = new Map<Section, Said>();
	for (const section of SECTIONS) {
		const own = statements.filter(({ setting }) => setting.section === section);
		if (own.length === 0) continue;
		said.set(section, saidBy(own, problems));
		if (problems.length === 0) problems.push(...sectionProblems(section, own, said.get(section)!));
	}
	return { said, problems };
}

type Cells = Record<string, string>;

function statementOf({ name, cells }: TableRow): Statement | { problem: string } {
	const known: Cells = {};
	for (const [header, cell] of Object.entries(cells)) {
		const column = columnNamed(header);
		if (column === undefined && cell !== '')
			return { problem: `: the column "${header}" is not known; a mapping table has ${MAPPING_COLUMNS.join(', ')}` };
		if (column) known[column] = cell;
	}
	const { section = '', setting: written = '', ...values } = known;
	if (written === '') return { problem: ', column "setting": it is empty' };
	const [setting, ...others] = settingsNamed(section, written);
	if (setting === undefined) return { problem: unknownSetting(section, written) };
	if (others.length > 0) {
		const sections = [setting, ...others].map((one) => one.section.title).join(' or ');
		return { problem: `, column "section": "${written}" is a setting of ${sections}; say which` };
	}
	const read = columnsOf(setting.field).length > 0 ? tableValue(setting, values) : singleValue(setting, values);
	return 'problem' in read ? read : { setting, row: name, value: read.value };
}

function unknownSetting(section: string, written: string): string {
	const [elsewhere] = settingsNamed('', written);
	if (elsewhere) return `, column "section": "${section}" has no setting "${written}"; ${elsewhere.section.title} has`;
	const nearest = nearestSetting(written);
	return `, column "setting": "${written}" is no setting of the mapping${nearest === null ? '' : `; did you mean "${nearest}"?`}`;
}

type Read = { value: unknown } | { problem: string };

function singleValue({ field }: Setting, values: Cells): Read {
	const other = Object.keys(values).find((column) => column !== 'to' && values[column] !== '');
	if (other) return { problem: `, column "${other}": "${field.label}" is one value, which stands in the column "to"` };
	return inColumn('to', readCell(field.input, values.to ?? ''));
}

function tableValue({ field }: Setting, values: Cells): Read {
	const columns = columnsOf(field);
	const places = columns.map((_, index) => placeOf(columns, index));
	const other = Object.keys(values).find((column) => !places.includes(column) && values[column] !== '');
	if (other) return { problem: `, column "${other}": "${field.label}" has no such column` };
	const row: Record<string, string> = {};
	for (const [index, { name, input, default: initial }] of columns.entries()) {
		const cell = values[places[index]!] ?? '';
		const isLeftOut = cell === '' && index > 1;
		const read: Read = isLeftOut ? { value: initial ?? '' } : inColumn(places[index]!, readCell(input, cell));
		if ('problem' in read) return read;
		row[name] = String(read.value as string);
	}
	return { value: row };
}

const inColumn = (column: string, read: Read): Read =>
	'problem' in read ? { problem: `, column "${column}": ${read.problem}` } : read;

/** The settings as a form would have them. A table that is asked for one choice of another setting only states that choice as well. */
function saidBy(statements: readonly Statement[], problems: string[]): Said {
	const said: Record<string, unknown> = {};
	const statedIn = new Map<string, Statement>();
	for (const statement of statements) {
		const { field } = statement.setting;
		const before = statedIn.get(field.name);
		statedIn.set(field.name, statement);
		if (columnsOf(field).length > 0) said[field.name] = [...rowsIn(said[field.name]), statement.value as Row];
		else if (before && JSON.stringify(before.value) !== JSON.stringify(statement.value))
			problems.push(`${statement.row}, column "to": ${before.row} says something else for "${field.label}".`);
		else said[field.name] = statement.value;
	}
	for (const { setting, row } of statedIn.values()) {
		if (columnsOf(setting.field).length === 0) continue;
		for (const [name, [wanted]] of Object.entries(setting.field.shownFor ?? {})) {
			if (said[name] === undefined) said[name] = wanted;
			else if (said[name] !== wanted)
				problems.push(`${row}: "${setting.field.label}" does not count with what other rows say of "${name}".`);
		}
	}
	return said;
}

/** Where in the rows of a section a knob finds something wrong: the first row with which a setting cannot be used any more. */
function sectionProblems(section: Section, statements: readonly Statement[], said: Said): string[] {
	if (problemOf(section, said) === null) return [];
	const names = new Set(statements.map(({ setting }) => setting.field.name));
	for (const name of names) {
		const own = statements.filter(({ setting }) => setting.field.name === name);
		const isTable = columnsOf(own[0]!.setting.field).length > 0;
		const others = Object.entries(said).filter(([other]) => !names.has(other) || !Array.isArray(said[other]));
		const upTo = (count: number): Said => ({
			...Object.fromEntries(others),
			[name]: isTable ? own.slice(0, count).map(({ value }) => value) : own[0]!.value,
		});
		const culprit = firstWith(own.length, (count) => problemOf(section, upTo(count)) !== null);
		if (culprit !== null)
			return [`${own[culprit - 1]!.row}, "${own[0]!.setting.field.label}": ${problemOf(section, upTo(culprit))}`];
	}
	return [problemOf(section, said)!];
}

/** The smallest count from 1 for which something holds that holds for all larger ones; null where it does not hold for the largest. */
function firstWith(largest: number, holds: (count: number) => boolean): number | null {
	if (!holds(largest)) return null;
	let [low, high] = [1, largest];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}

function problemOf(section: Section, said: Said): string | null {
	try {
		for (const [name, value] of Object.entries(knobsSaid(section, said))) {
			const knob = KNOBS[name as keyof typeof KNOBS];
			const read = knob.read(value, knob.default as never);
			if ('problem' in read) return `${name} ${read.problem}.`;
		}
		return null;
	} catch (error) {
		return (error as Error).message;
	}
}
