/** Entries with tax for the posting tests. */
import { allocation, codes, entry, journal, post, report, shortLines, type JournalFields } from './sample';

export type Fields = Record<string, unknown>;
export type Row = { taxGuid?: string | null; amountTax?: unknown; amountReclaim?: unknown; taxCode?: string | null };

export const notStated = { amountNetOfTax: null, amountNetOfReclaim: null };
export const row = (guid: string | null, tax: unknown, reclaim: unknown, taxCode = guid): Row => ({
	taxGuid: guid,
	amountTax: tax,
	amountReclaim: reclaim,
	taxCode,
});
export const cost = (gross: number, guids: unknown, fields: Fields = {}, account = 'COST'): JournalFields =>
	journal(account, gross, 'EMPL', { taxGuid: guids, ...fields });
export const part = (journals: JournalFields[], tax: Row[] = []) => allocation(journals, { tax });
export const posted = (gross: number, allocations: Fields[], options: Fields = {}, fields: Fields = {}) =>
	post(report(gross, [entry(gross, allocations, fields)]), options);
/** The lines but the employee's; of a document in review its reasons. */
export const split = (gross: number, allocations: Fields[], options: Fields = {}) => {
	const posting = posted(gross, allocations, options);
	return posting.status === 'ready' ? shortLines(posting).slice(0, -1) : codes(posting);
};
