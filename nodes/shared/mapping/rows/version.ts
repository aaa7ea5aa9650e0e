import { hash } from 'crypto';
import { isRecord } from '../../document';
import { SECTIONS } from '../knobs';
import { fieldsIn } from '../stated';
import { columnNamed } from './layout';
import type { TableRow } from './table';

const LENGTH = 16;

/** Parameters of a node that are its mapping. */
const PARAMETERS = new Set([
	'mappingMode',
	'profile',
	...SECTIONS.flatMap((section) => [
		...(section.collection ? [section.collection.name] : []),
		...fieldsIn(section)
			.filter(({ alone }) => alone)
			.map(({ name }) => name),
	]),
]);

/**
 * Tells one state of a mapping from another: what waits for a mapping is looked at again when this changes.
 *
 * @param parameters of the node that builds, as the workflow holds them; others than those of the mapping do not count
 * @param rows of the mapping table
 */
export function mappingVersion(parameters: Readonly<Record<string, unknown>>, rows: readonly TableRow[]): string {
	const fields = Object.fromEntries(Object.entries(parameters).filter(([name]) => PARAMETERS.has(name)));
	const cells = rows.map(({ cells: all }) => Object.fromEntries(Object.entries(all).filter(([column]) => columnNamed(column))));
	return hash('sha256', JSON.stringify([plainOf(fields), cells.map(plainOf)]), 'hex').slice(0, LENGTH);
}

/** Neither the order of fields nor those that hold nothing tell two states apart. */
function plainOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plainOf);
	if (!isRecord(value)) return value;
	const filled = Object.entries(value).filter(([, inner]) => inner !== '');
	return filled.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, plainOf(inner)]);
}
