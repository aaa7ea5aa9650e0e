import { fieldsOf, type Profile } from '../mapping';
import { dayOf, isYes, sectionOf, textOf, type Json } from './fields';
import type { DateRule, DocumentNames, FisDocument } from './types';

/** What a document says about itself, whatever its type. */
export interface DocumentFacts {
	/** Id of the report, request or cash advance; the same for every document made from it. */
	reportId: string | null;
	revision: string | null;
	reference: string | null;
	ledger: string | null;
	isTest: boolean;
	names: DocumentNames & Record<string, string | undefined>;
	dates: Partial<Record<DateRule, string>>;
	dueDate?: string;
}

/** Reads the header facts of a document of any type. */
export function factsOf({ docType, document }: FisDocument, profile: Profile): DocumentFacts {
	if (docType === 'invoice') return invoiceFacts(document, profile);
	if (docType === 'cashadvance') return cashAdvanceFacts(document, profile);
	return reportFacts(document, profile);
}

function reportFacts(document: Json, profile: Profile): DocumentFacts {
	const report = sectionOf(document.report ?? document.requestHeader);
	const employee = sectionOf(document.employee);
	const [submit, creation, userDefined] = [report.reportSubmitDate, report.reportCreationDate, report.reportUserDefinedDate].map(
		dayOf,
	);
	return {
		reportId: textOf(report.reportId) ?? textOf(report.requestId),
		revision: textOf(report.revisionNumber),
		reference: textOf(report.reportNumber) ?? textOf(report.reportKey) ?? textOf(report.requestKey) ?? textOf(report.reportId),
		ledger: textOf(report.ledgerCode),
		isTest: isYes(report.isTest) || isYes(employee.isTest),
		names: { ...employeeNames(employee, profile), reportName: textOf(report.reportName) ?? undefined },
		dates: {
			processing: dayOf(report.reportPaymentProcessingDate),
			submit,
			creation,
			userDefined,
			document: dayOf(report.reportEndDate) ?? userDefined ?? submit ?? creation,
		},
	};
}

function invoiceFacts(document: Json, profile: Profile): DocumentFacts {
	const header = sectionOf(document.requestHeader);
	const vendor = sectionOf(document.vendor);
	return {
		reportId: textOf(header.requestId),
		revision: textOf(header.revisionNumber),
		reference: textOf(header.requestNumber) ?? textOf(header.reqKey) ?? textOf(header.requestId),
		ledger: textOf(header.ledgerCode),
		isTest: isYes(header.isTest),
		names: {
			...employeeNames(sectionOf(document.ownerEmployee), profile),
			...pickFields(vendor, profile),
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
	};
}

function cashAdvanceFacts(document: Json, profile: Profile): DocumentFacts {
	const advance = sectionOf(document.cashAdvanceData);
	const issued = dayOf(advance.issuedDate);
	const requested = dayOf(advance.requestDate);
	return {
		reportId: textOf(advance.cashAdvanceId),
		revision: null,
		reference: textOf(advance.cashAdvanceKey) ?? textOf(advance.name) ?? textOf(advance.cashAdvanceId),
		ledger: textOf(advance.ledgerCode),
		isTest: isYes(advance.isTest),
		names: { ...employeeNames(sectionOf(document.employeeData), profile), reportName: textOf(advance.name) ?? undefined },
		dates: { processing: issued, submit: requested, creation: requested, document: issued ?? requested },
	};
}

function employeeNames(employee: Json, profile: Profile): DocumentFacts['names'] {
	const first = textOf(employee.employeeFirstName);
	const last = textOf(employee.employeeLastName);
	const login = textOf(employee.loginId);
	return {
		...pickFields(employee, profile),
		employeeFirstName: first ?? undefined,
		employeeLastName: last ?? undefined,
		employeeName: [first, last].filter((name) => name !== null).join(' ') || undefined,
		employeeId: textOf(employee.employeeId) ?? undefined,
		email: textOf(employee.employeeEmailAddress) ?? textOf(employee.email) ?? (login?.includes('@') ? login : undefined),
	};
}

const wanted = new WeakMap<Profile, string[]>();

/** Employee and vendor fields that the mapping's templates name; the many others stay in the document. */
function pickFields(section: Json, profile: Profile): Record<string, string | undefined> {
	let fields = wanted.get(profile);
	if (!fields) {
		const { employeeVendor, cardVendor, vendor } = profile.partners;
		const rules = [...employeeVendor, ...cardVendor, ...vendor].map((rule) => (rule.by === 'table' ? '' : rule.template));
		fields = [...new Set([...rules, profile.memo, profile.lineMemo, profile.reference].flatMap(fieldsOf))];
		wanted.set(profile, fields);
	}
	const picked: Record<string, string | undefined> = {};
	for (const field of fields) if (field in section) picked[field] = textOf(section[field]) ?? undefined;
	return picked;
}
