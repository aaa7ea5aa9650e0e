import { isRecord, textOf } from './fields';
import { headerFacts } from './headerFacts';
import type { DocType } from './types';

/** What people call a document by. Texts are empty where the document does not tell. */
export interface Heading {
	reportName: string;
	reportNumber: string;
	person: string;
	/** YYYY-MM-DD. */
	date: string;
	/** Decimal text, as Concur writes it. */
	amount: string;
	currency: string;
	reportId: string;
}

/** A cell that people read; what a hostile document says may be a megabyte. */
const LONGEST_TEXT = 200;

/**
 * The heading of a document of any type, for tables that people read. An invoice is called by its vendor and the vendor's number.
 *
 * @param document the content; anything that is none has an empty heading
 */
export function headingOf(document: unknown, docType: string | null): Heading {
	const { ownId, reference, names, dates, total, currency } = headerFacts(
		isRecord(document) ? document : {},
		docType as DocType | null,
	);
	const heading = {
		reportName: names.reportName,
		reportNumber: names.vendorInvoiceNumber ?? reference,
		person: names.vendorName ?? names.employeeName,
		date: dates.document,
		amount: textOf(total.value),
		currency,
		reportId: ownId,
	};
	return Object.fromEntries(
		Object.entries(heading).map(([name, text]) => [name, (text ?? '').slice(0, LONGEST_TEXT)]),
	) as unknown as Heading;
}
