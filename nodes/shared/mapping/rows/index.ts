import type { Said, Section } from '../declare';
import { knobsSaid } from '../stated';
import { readMappingRows } from './readRows';
import { tableRowsOf } from './table';

export { MAPPING_COLUMNS } from './layout';
export { tableRowsOf, type TableRow } from './table';
export { mappingVersion } from './version';
export { writeMappingRows, type WrittenRow } from './writeRows';

const MAX_SHOWN = 20;

/**
 * What a mapping table says of the settings of each section.
 *
 * @param value see `tableRowsOf`
 * @throws Error that names row and column of everything that cannot be used; nothing may be posted with a table understood in part
 */
export function saidInRows(value: unknown): ReadonlyMap<Section, Said> {
	const { said, problems } = readMappingRows(tableRowsOf(value));
	if (problems.length === 0) return said;
	const others = problems.length - MAX_SHOWN;
	const more = others > 0 ? ` And ${others} more.` : '';
	throw new Error(`The mapping rows cannot be used: ${problems.slice(0, MAX_SHOWN).join(' ')}${more}`);
}

/** The knobs of a profile that fields or rows state, as a profile would. */
export const knobsOf = (said: ReadonlyMap<Section, Said>): Record<string, unknown> =>
	Object.assign({}, ...[...said].map(([section, own]) => knobsSaid(section, own))) as Record<string, unknown>;
