import { readAmount } from '../money';
import { dayOf, isUnreadableDate, isYes, momentOf, sectionOf, textOf, type Json } from './fields';
import type { DateRule, DocType, DocumentNames } from './types';

/** What a document says about itself in its header, whatever its type; null where it does not tell. */
export interface HeaderFacts {
	/** Id of the document's own report, request, invoice or cash advance. */
	ownId: string | null;
	/** The same, and of a report that has none of its own the id of its request: equal for every document made from it. */
	reportId: string | null;
	revision: string | null;
	/** Id of a funds document, which is its FIS id with dashes. */
	fgiRefId: string | null;
	/** What a person calls the document: report number or key, request key. */
	reference: string | null;
	ledger: string | null;
	/** Whether any part of the header belongs to a Concur test user. */
	isTest: boolean;
	names: DocumentNames & Record<string, string | undefined>;
	/** ISO dates (YYYY-MM-DD, UTC) by rule name. */
	dates: Partial<Record<DateRule, string>>;
	dueDate?: string;
	/** ISO time (UTC) of the final approval; else of the submission or creation. */
	approvedAt: string | null;
	/** Fields whose dates cannot be read; another date must not silently take their place. */
	unreadableDates: Array<{ field: string; value: unknown }>;
	currency: string | null;
	/** The document's own total as it came, with the name of its field. */
	total: { field: string; value: unknown };
}

/** What every type has, and the same fields tell. */
type Common = Pick<HeaderFacts, 'fgiRefId' | 'ledger' | 'isTest' | 'approvedAt' | 'unreadableDates'>;
type OfType = Omit<HeaderFacts, keyof Common>;

/**
 * Reads the header of a document: the only reader of test users, ledgers, ids, names, dates, currency and total.
 *
 * @param document the content, without its envelope
 * @param docType as `readDocuments` found it; null where nobody knows, and the content alone tells
 * @param wanted further fields of the employee and the vendor to keep among the names
 * Source: FIS v4 reference, "Financial Documents Schemas".
 */
export function headerFacts(document: Json, docType: DocType | null, wanted: readonly string[] = []): HeaderFacts {
	return { ...factsOfType(document, docType, wanted), ...commonFacts(document) };
}

function factsOfType(document: Json, docType: DocType | null, wanted: readonly string[]): OfType {
	if (docType === 'invoice') return invoiceFacts(document, wanted);
	if (docType === 'cashadvance') return cashAdvanceFacts(document, wanted);
	if (docType === 'requestobligation') return requestFacts(document, wanted);
	return reportFacts(document, wanted);
}

/** When a document became ready, the most telling first. */
const APPROVAL_FIELDS = [
	'reportPaymentProcessingDate',
	'processCompleteDate',
	'issuedDate',
	'reportSubmitDate',
	'requestSubmitDate',
	'submitDate',
	'requestDate',
	'reportCreationDate',
	'requestCreationDate',
];

/** Every date of a header that a posting may be dated by. */
const DATE_FIELDS = [
	...APPROVAL_FIELDS,
	'reportUserDefinedDate',
	'reportEndDate',
	'postingDate',
	'invoiceReceivedDate',
	'invoiceDate',
	'paymentDueDate',
];

function commonFacts(document: Json): Common {
	const headers = [document.report, document.requestHeader, document.cashAdvanceData].map(sectionOf);
	const sections = [...headers, ...[document.employee, document.employeeData, document.ownerEmployee].map(sectionOf)];
	return {
		fgiRefId: firstOf(headers, ['fgiRefId'], textOf),
		ledger: firstOf(sections, ['ledgerCode', 'employeeLedgerCode'], textOf),
		isTest: sections.some(({ isTest }) => isYes(isTest)),
		approvedAt: firstOf(headers, APPROVAL_FIELDS, momentOf),
		unreadableDates: headers.flatMap((header) =>
			DATE_FIELDS.filter((field) => isUnreadableDate(header[field])).map((field) => ({ field, value: header[field] })),
		),
	};
}

/** The first value among fields of the sections, in the order of the fields. */
function firstOf(sections: Json[], fields: string[], read: (value: unknown) => string | null | undefined): string | null {
	for (const field of fields)
		for (const section of sections) {
			const value = read(section[field]);
			if (value) return value;
		}
	return null;
}

function reportFacts(document: Json, wanted: readonly string[]): OfType {
	const report = sectionOf(document.report ?? document.requestHeader);
	const submit = dayOf(report.reportSubmitDate);
	const creation = dayOf(report.reportCreationDate);
	const userDefined = dayOf(report.reportUserDefinedDate);
	const ownId = textOf(report.reportId);
	return {
		ownId,
		reportId: ownId ?? textOf(report.requestId),
		revision: textOf(report.revisionNumber),
		reference: textOf(report.reportNumber) ?? textOf(report.reportKey) ?? textOf(report.requestKey) ?? ownId,
		names: { ...employeeNames(sectionOf(document.employee), wanted), reportName: textOf(report.reportName) ?? undefined },
		dates: {
			processing: dayOf(report.reportPaymentProcessingDate),
			submit,
			creation,
			userDefined,
			document: dayOf(report.reportEndDate) ?? userDefined ?? submit ?? creation,
		},
		currency: textOf(report.employeeCurrencyAlphaCode),
		total: totalOf(report, 'totalApprovedAmount'),
	};
}

/** A request is paid out in nobody's currency yet: its total is in the employee's. */
function requestFacts(document: Json, wanted: readonly string[]): OfType {
	const header = sectionOf(document.requestHeader);
	const employee = sectionOf(document.employee);
	const ownId = textOf(header.requestId);
	const submit = dayOf(header.requestSubmitDate) ?? dayOf(header.submitDate);
	const creation = dayOf(header.requestCreationDate);
	return {
		ownId,
		reportId: ownId,
		revision: textOf(header.revisionNumber),
		reference: textOf(header.requestKey) ?? ownId,
		names: { ...employeeNames(employee, wanted), reportName: textOf(header.requestName) ?? undefined },
		dates: { submit, creation, document: submit ?? creation },
		currency: textOf(employee.employeeReimbursementCurrency),
		total: totalOf(header, 'totalApprovedAmount'),
	};
}

function invoiceFacts(document: Json, wanted: readonly string[]): OfType {
	const header = sectionOf(document.requestHeader);
	const vendor = sectionOf(document.vendor);
	const ownId = textOf(header.requestId);
	return {
		ownId,
		reportId: ownId,
		revision: textOf(header.revisionNumber),
		reference: textOf(header.requestNumber) ?? textOf(header.reqKey) ?? ownId,
		names: {
			...employeeNames(sectionOf(document.ownerEmployee), wanted),
			...pickFields(vendor, wanted),
			vendorName: textOf(vendor.vendorName) ?? undefined,
			vendorCode: textOf(vendor.vendorCode) ?? undefined,
			vendorInvoiceNumber: textOf(header.vendorInvoiceNumber) ?? undefined,
			reportName: textOf(header.requestTitle) ?? textOf(header.requestName) ?? undefined,
			email: textOf(vendor.vendorEmail) ?? textOf(vendor.vendorContactEmail) ?? undefined,
			taxId: textOf(vendor.vendorTaxId) ?? textOf(vendor.taxId) ?? undefined,
		},
		dates: {
			processing: dayOf(header.postingDate) ?? dayOf(header.processCompleteDate),
			submit: dayOf(header.submitDate),
			creation: dayOf(header.requestCreationDate),
			userDefined: dayOf(header.invoiceReceivedDate),
			document: dayOf(header.invoiceDate),
		},
		dueDate: dayOf(header.paymentDueDate),
		currency: textOf(header.currencyAlphaCode),
		total: totalOf(header, 'requestTotal'),
	};
}

function cashAdvanceFacts(document: Json, wanted: readonly string[]): OfType {
	const advance = sectionOf(document.cashAdvanceData);
	const issued = dayOf(advance.issuedDate);
	const requested = dayOf(advance.requestDate);
	const ownId = textOf(advance.cashAdvanceId);
	const name = textOf(advance.name);
	return {
		ownId,
		reportId: ownId,
		revision: null,
		reference: textOf(advance.cashAdvanceKey) ?? name ?? ownId,
		names: { ...employeeNames(sectionOf(document.employeeData), wanted), reportName: name ?? undefined },
		dates: { processing: issued, submit: requested, creation: requested, document: issued ?? requested },
		currency: textOf(advance.employeeCurrencyAlphaCode) ?? (isAtPar(advance) ? textOf(advance.currencyAlphaCode) : null),
		total: totalOf(advance, 'requestAmount'),
	};
}

/** Whether an advance was asked for in the employee's own currency: at a rate of one, or with none. */
function isAtPar({ exchangeRate }: Json): boolean {
	const rate = readAmount(exchangeRate);
	return rate.amount?.equals(1) ?? !('problem' in rate && rate.problem);
}

function totalOf(header: Json, field: string): HeaderFacts['total'] {
	return { field, value: header[field] };
}

function employeeNames(employee: Json, wanted: readonly string[]): HeaderFacts['names'] {
	const first = textOf(employee.employeeFirstName);
	const last = textOf(employee.employeeLastName);
	const login = textOf(employee.loginId);
	return {
		...pickFields(employee, wanted),
		employeeFirstName: first ?? undefined,
		employeeLastName: last ?? undefined,
		employeeName: [first, last].filter((name) => name !== null).join(' ') || undefined,
		employeeId: textOf(employee.employeeId) ?? undefined,
		email: textOf(employee.employeeEmailAddress) ?? textOf(employee.email) ?? (login?.includes('@') ? login : undefined),
	};
}

function pickFields(section: Json, wanted: readonly string[]): Record<string, string | undefined> {
	const picked: Record<string, string | undefined> = {};
	for (const field of wanted) if (field in section) picked[field] = textOf(section[field]) ?? undefined;
	return picked;
}
