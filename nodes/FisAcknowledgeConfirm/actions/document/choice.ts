import type { FisItem } from '../../../shared/concur/types';
import { headingOf } from '../../../shared/document';
import { headerOf } from '../../../shared/n8n/filters';

/** Which documents a person wants to see. Empty texts choose all. */
export interface Choice {
	/** Part of a name, or an employee ID or vendor code. */
	person: string;
	/** Part of a name or number, or an ID. */
	report: string;
	/** YYYY-MM-DD, both days included. */
	from: string;
	to: string;
}

export type LeftOutByChoice = 'Person' | 'Report' | 'From' | 'To';

const plain = (text: unknown) => String((text as string | null | undefined) ?? '').toLowerCase();

const matches = (wanted: string, texts: unknown[]) => wanted === '' || texts.some((text) => plain(text).includes(plain(wanted)));

/**
 * Names the field by which a document is not chosen; undefined where it is. A document without a date is chosen by no date.
 */
export function leftOutByChoice({ person, report, from, to }: Choice, item: FisItem): LeftOutByChoice | undefined {
	const heading = headingOf(item.document, item.docType);
	const { names, reference } = headerOf(item);
	if (!matches(person, [heading.person, names.employeeName, names.employeeId, names.vendorName, names.vendorCode]))
		return 'Person';
	if (!matches(report, [heading.reportName, heading.reportNumber, heading.reportId, reference, item.docId])) return 'Report';
	if (from !== '' && (heading.date === '' || heading.date < from)) return 'From';
	if (to !== '' && (heading.date === '' || heading.date > to)) return 'To';
	return undefined;
}
