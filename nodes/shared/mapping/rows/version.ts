import { hash } from 'crypto';
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
	const fields = Object.entries(parameters).filter(([name]) => PARAMETERS.has(name));
	const cells = rows.map((row) =>
		sorted(Object.entries(row.cells).filter(([column, cell]) => cell !== '' && columnNamed(column))),
	);
	return hash('sha256', JSON.stringify([sorted(fields), cells]), 'hex').slice(0, LENGTH);
}

const sorted = <Value>(entries: Array<[string, Value]>) => entries.sort(([one], [other]) => (one < other ? -1 : 1));
