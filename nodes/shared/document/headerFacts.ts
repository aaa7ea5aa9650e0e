import { readAmount } from '../money';
import { DateReader, type UnreadableDate } from './dateReader';
import { currencyOf, isBlank, isYes, momentOf, sectionOf, shownValue, textOf, type Json } from './fields';
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
	/** ISO dates (YYYY-MM-DD, days of the time zone) by rule name. */
	dates: Partial<Record<DateRule, string>>;
	dueDate?: string;
	netTermDays?: number;
	/** Net payment terms that are no number of days. */
	unreadableTerms?: string;
	/** ISO time (UTC) of the final approval; else of the submission or creation. */
	approvedAt: string | null;
	currency: string | null;
	/** The document's own total as it came, with the name of its field. */
	total: { field: string; value: unknown };
	/** Fields that hold something, but no date. */
	unreadableDates: UnreadableDate[];
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
 * @param timeZone IANA name of the zone whose days count
 * Source: FIS v4 reference, "Financial Documents Schemas".
 */
export function headerFacts(
	document: Json,
	docType: DocType | null,
	wanted: readonly string[] = [],
	timeZone = 'UTC',
): HeaderFacts {
	const dates = new DateReader(timeZone);
	return {
		...factsOfType(document, docType, wanted, dates),
		...commonFacts(document, timeZone),
		unreadableDates: dates.unreadable,
	};
}

function factsOfType(document: Json, docType: DocType | null, wanted: readonly string[], dates: DateReader): OfType {
	if (docType === 'invoice') return invoiceFacts(document, wanted, dates);
	if (docType === 'cashadvance') return cashAdvanceFacts(document, wanted, dates);
	if (docType === 'requestobligation') return requestFacts(document, wanted, dates);
	return reportFacts(document, wanted, dates);
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

function commonFacts(document: Json, timeZone: string): Omit<Common, 'unreadableDates'> {
	const headers = [document.report, document.requestHeader, document.cashAdvanceData].map(sectionOf);
	const sections = [...headers, ...[document.employee, document.employeeData, document.ownerEmployee].map(sectionOf)];
	return {
		fgiRefId: firstOf(headers, ['fgiRefId'], textOf),
		ledger: firstOf(sections, ['ledgerCode', 'employeeLedgerCode'], textOf),
		isTest: sections.some(({ isTest }) => isYes(isTest)),
		approvedAt: firstOf(headers, APPROVAL_FIELDS, (value) => momentOf(value, timeZone)),
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

function reportFacts(document: Json, wanted: readonly string[], dates: DateReader): OfType {
	const report = sectionOf(document.report ?? document.requestHeader);
	const [submit, creation, userDefined] = ['reportSubmitDate', 'reportCreationDate', 'reportUserDefinedDate'].map((field) =>
		dates.day(report, field),
	);
	const ownId = textOf(report.reportId);
	return {
		ownId,
		reportId: ownId ?? textOf(report.requestId),
		revision: textOf(report.revisionNumber),
		reference: textOf(report.reportNumber) ?? textOf(report.reportKey) ?? textOf(report.requestKey) ?? ownId,
		names: {
			...pickFields(report, wanted),
			...employeeNames(sectionOf(document.employee), wanted),
			reportName: textOf(report.reportName) ?? undefined,
		},
		dates: {
			processing: dates.day(report, 'reportPaymentProcessingDate'),
			submit,
			creation,
			userDefined,
			document: dates.day(report, 'reportEndDate') ?? userDefined ?? submit ?? creation,
		},
		currency: currencyOf(report.employeeCurrencyAlphaCode),
		total: totalOf(report, 'totalApprovedAmount'),
	};
}

/** A request is paid out in nobody's currency yet: its total is in the employee's. */
function requestFacts(document: Json, wanted: readonly string[], dates: DateReader): OfType {
	const header = sectionOf(document.requestHeader);
	const employee = sectionOf(document.employee);
	const ownId = textOf(header.requestId);
	const [requestSubmit, submitted] = [dates.day(header, 'requestSubmitDate'), dates.day(header, 'submitDate')];
	const submit = requestSubmit ?? submitted;
	const creation = dates.day(header, 'requestCreationDate');
	return {
		ownId,
		reportId: ownId,
		revision: textOf(header.revisionNumber),
		reference: textOf(header.requestKey) ?? ownId,
		names: { ...employeeNames(employee, wanted), reportName: textOf(header.requestName) ?? undefined },
		dates: { submit, creation, document: submit ?? creation },
		currency: currencyOf(employee.employeeReimbursementCurrency),
		total: totalOf(header, 'totalApprovedAmount'),
	};
}

function invoiceFacts(document: Json, wanted: readonly string[], dates: DateReader): OfType {
	const header = sectionOf(document.requestHeader);
	const vendor = sectionOf(document.vendor);
	const [posted, processed] = [dates.day(header, 'postingDate'), dates.day(header, 'processCompleteDate')];
	const ownId = textOf(header.requestId);
	return {
		ownId,
		reportId: ownId,
		revision: textOf(header.revisionNumber),
		reference: textOf(header.requestNumber) ?? textOf(header.reqKey) ?? ownId,
		names: {
			...pickFields(header, wanted),
			...employeeNames(sectionOf(document.ownerEmployee), wanted),
			...pickFields(vendor, wanted),
			vendorName: textOf(vendor.vendorName) ?? undefined,
			vendorCode: textOf(vendor.vendorCode) ?? undefined,
			vendorInvoiceNumber: textOf(header.vendorInvoiceNumber) ?? undefined,
			reportName: textOf(header.requestTitle) ?? textOf(header.requestName) ?? undefined,
			email: textOf(vendor.vendorEmail) ?? textOf(vendor.vendorContactEmail) ?? undefined,
			taxId: firstOf([header, vendor], ['vendorTaxId', 'vendorTaxID', 'taxId'], textOf) ?? undefined,
		},
		dates: {
			processing: posted ?? processed,
			submit: dates.day(header, 'submitDate'),
			creation: dates.day(header, 'requestCreationDate'),
			userDefined: dates.day(header, 'invoiceReceivedDate'),
			document: dates.day(header, 'invoiceDate'),
		},
		dueDate: dates.day(header, 'paymentDueDate'),
		currency: currencyOf(header.currencyAlphaCode),
		total: totalOf(header, 'requestTotal'),
		...netTermsOf(header.netPaymentTermDays),
	};
}

/** Net terms in days, also as `60.0`; what is no whole number of days from today on is kept as it came. */
function netTermsOf(value: unknown): Pick<HeaderFacts, 'netTermDays' | 'unreadableTerms'> {
	const text = textOf(value);
	if (text === null) return isBlank(value) ? {} : { unreadableTerms: shownValue(value) };
	return /^\d{1,4}(\.0+)?$/.test(text) ? { netTermDays: Number(text) } : { unreadableTerms: shownValue(value) };
}

function cashAdvanceFacts(document: Json, wanted: readonly string[], dates: DateReader): OfType {
	const advance = sectionOf(document.cashAdvanceData);
	const [issued, requested] = [dates.day(advance, 'issuedDate'), dates.day(advance, 'requestDate')];
	const ownId = textOf(advance.cashAdvanceId);
	const name = textOf(advance.name);
	return {
		ownId,
		reportId: ownId,
		revision: null,
		reference: textOf(advance.cashAdvanceKey) ?? name ?? ownId,
		names: {
			...pickFields(advance, wanted),
			...employeeNames(sectionOf(document.employeeData), wanted),
			reportName: name ?? undefined,
		},
		dates: { processing: issued, submit: requested, creation: requested, document: issued ?? requested },
		currency: currencyOf(advance.employeeCurrencyAlphaCode) ?? (isAtPar(advance) ? currencyOf(advance.currencyAlphaCode) : null),
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
