import type { Core } from '../core';
import { ServiceError } from '../errors';
import type { Row, Value } from '../store/store';

/** Object code of journal entries. */
export const JOURNAL_ENTRY_OBJECT = '30';

/** Series of an object code. */
export function seriesOf(core: Core, document: string): Row[] {
	return core.store.rows('*Series').filter((series) => series.Document === document);
}

const UNDEFINED_SERIES = 'To generate this document, first define the numbering series in the Administration module';

/** Takes the next number of the series asked for, or of the first one that the branches of the entry may use. */
export function takeNumber(core: Core, asked: unknown, branches: Value[]): { series: number; number: number } {
	const usable = seriesOf(core, JOURNAL_ENTRY_OBJECT).filter((row) => row.Locked !== 'tYES' && !isUsedUp(row));
	if (usable.length === 0) throw new ServiceError(400, -10, UNDEFINED_SERIES);
	const ofBranch = usable.filter((row) => typeof row.BPLID !== 'number' || branches.includes(row.BPLID));
	const series = typeof asked === 'number' ? ofBranch.find((row) => row.SeriesProperty === asked) : ofBranch[0];
	if (!series)
		throw new ServiceError(400, -4002, ofBranch.length < usable.length ? `10000521 - ${UNDEFINED_SERIES}` : UNDEFINED_SERIES);
	const number = Number(series.NextNumber);
	core.store.put('*Series', { ...series, NextNumber: number + 1 });
	return { series: Number(series.SeriesProperty), number };
}

function isUsedUp(series: Row): boolean {
	return typeof series.LastNumber === 'number' && Number(series.NextNumber) > series.LastNumber;
}
