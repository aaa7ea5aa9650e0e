import { blankRow, saidInRows, type BlankRow } from '../mapping';
import { causesOf } from './lists';
import type { Act, DeskRow } from './types';

/** A row of the mapping that a document lacks, to be filled in by a person. */
export interface Offer {
	blank: BlankRow;
	/** Code of the document; empty for a setting that is one value. */
	from: string;
	candidates: readonly string[];
}

/** What may be added to the mapping, so that the document can be posted: one offer for each setting and code. */
export function offersOf(row: DeskRow): Offer[] {
	const offers = new Map<string, Offer>();
	for (const { setting = '', value = '', candidates = [] } of causesOf(row)) {
		const blank = blankRow(setting);
		if (!blank) continue;
		const from = blank.isTable ? value : '';
		offers.set(`${setting} ${from}`, { blank, from, candidates });
	}
	return [...offers.values()];
}

/** Texts by column, as the mapping table has them. */
export type MappingRow = Record<string, string>;

/**
 * The row that an act adds to the mapping.
 *
 * @param row the document as it is now; only what its reasons name may be added
 * @param note who adds it, and for which document
 * @param mapping rows of the mapping table as they are
 * @returns undefined for what was not offered, `problem` for what the mapping would not take
 */
export function mappingRowOf(
	row: DeskRow,
	{ setting, cells }: Act,
	note: string,
	mapping: readonly object[],
): MappingRow | { problem: string } | undefined {
	const offer = offersOf(row).find(
		({ blank, from }) => blank.setting === setting && from === (blank.isTable ? (cells.from ?? '') : ''),
	);
	if (!offer) return undefined;
	const filled = offer.blank.cells.map(({ column }) => [column, (cells[column] ?? '').trim()] as const);
	const added = { section: offer.blank.section, setting, ...Object.fromEntries(filled), note };
	try {
		saidInRows([...mapping, added]);
		return added;
	} catch (error) {
		return { problem: (error as Error).message };
	}
}

/** Whether rows were read, and no error came of it: n8n gives one empty item for an empty table. */
export const isMappingRow = (json: object): boolean => 'setting' in json;
