import { isRecord, sectionOf, textOf, type Json } from './fields';

/** What people call a document by. Texts are empty where the document does not tell. */
export interface Heading {
	reportId: string;
	reportNumber: string;
	reportName: string;
	person: string;
	/** YYYY-MM-DD, as it stands in the document. */
	date: string;
	/** Decimal text, as Concur writes it. */
	amount: string;
	currency: string;
}

/** First text among these fields of these sections, section by section. */
function firstOf(sections: Json[], ...fields: string[]): string {
	for (const section of sections)
		for (const field of fields) {
			const text = textOf(section[field]);
			if (text !== null) return text;
		}
	return '';
}

const fullName = (person: Json): string =>
	[person.employeeFirstName, person.employeeLastName]
		.map(textOf)
		.filter((name) => name !== null)
		.join(' ');

const longest = 200;

const cut = (heading: Heading): Heading =>
	Object.fromEntries(
		Object.entries(heading).map(([name, text]) => [name, (text as string).slice(0, longest)]),
	) as unknown as Heading;

/**
 * The heading of a document of any type, for tables that people read. Never throws, whatever came.
 * Source: FIS v4 reference, "Financial Documents Schemas".
 */
export function headingOf(document: unknown): Heading {
	const sections = isRecord(document) ? document : {};
	const heads = [sections.report, sections.requestHeader, sections.cashAdvanceData].map(sectionOf);
	const people = [sections.employee, sections.employeeData, sections.ownerEmployee].map(sectionOf);
	const vendor = sectionOf(sections.vendor);
	return cut({
		reportId: firstOf(heads, 'reportId', 'requestId', 'cashAdvanceId'),
		reportNumber: firstOf(
			heads,
			'vendorInvoiceNumber',
			'reportNumber',
			'requestNumber',
			'reportKey',
			'requestKey',
			'reqKey',
			'cashAdvanceKey',
		),
		reportName: firstOf(heads, 'reportName', 'requestName', 'requestTitle', 'name'),
		person: firstOf([vendor], 'vendorName') || people.map(fullName).find((name) => name !== '') || '',
		date: firstOf(
			heads,
			'invoiceDate',
			'reportSubmitDate',
			'requestSubmitDate',
			'issuedDate',
			'requestDate',
			'reportCreationDate',
			'requestCreationDate',
		).slice(0, 10),
		amount: firstOf(heads, 'totalApprovedAmount', 'requestTotal', 'requestAmount'),
		currency:
			firstOf(heads, 'employeeCurrencyAlphaCode', 'currencyAlphaCode') ||
			firstOf(people, 'employeeReimbursementCurrency', 'employeeCurrencyAlphaCode'),
	});
}
