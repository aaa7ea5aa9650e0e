import type { Core } from '../core';
import { ServiceError } from '../errors';
import { keyText, type Row } from '../store/store';

/** Object code of journal entries. */
export const journalEntryObject = '30';

/** Series of an object code. */
export function seriesOf(core: Core, document: string): Row[] {
	return core.store.rows('*Series').filter((series) => series.Document === document);
}

/** Takes the next number of the series asked for, or of the default one. */
export function takeNumber(core: Core, asked: unknown): { series: number; number: number } {
	const all = seriesOf(core, journalEntryObject);
	const series =
		typeof asked === 'number' ? core.store.get('*Series', keyText([asked])) : all.find((row) => row.Locked !== 'tYES');
	if (!series && typeof asked !== 'number') {
		throw new ServiceError(400, -10, '10000521 - To generate this document, first define the numbering series');
	}
	if (!series || series.Document !== journalEntryObject || series.Locked === 'tYES' || isUsedUp(series)) {
		throw new ServiceError(
			400,
			-4002,
			'To generate this document, first define the numbering series in the Administration module',
		);
	}
	const number = Number(series.NextNumber);
	core.store.put('*Series', { ...series, NextNumber: number + 1 });
	return { series: Number(series.SeriesProperty), number };
}

function isUsedUp(series: Row): boolean {
	return typeof series.LastNumber === 'number' && Number(series.NextNumber) > series.LastNumber;
}
