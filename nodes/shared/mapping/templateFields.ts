import { fieldsOf } from './templates';

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** Names of this package: what a document, an entry or a line is called, whatever FIS calls the field. */
const OWN = words(`
	reference name reportName employeeName employeeFirstName employeeLastName employeeId email vendorName vendorCode
	vendorInvoiceNumber invoiceNumber taxId docId docType reportId revision party payee patKey currency
	entryId allocationId expenseType transactionDate spend spendAmount spendCurrency exchangeRate rateDirection purchaseOrder
	merchant description city cardReference receiptId`);

/** Fields of FIS documents (FIS v4 reference, document schemas), custom fields and organizational units aside. */
const OF_FIS = words(`
	emailAddress employeeEmailAddress employeeCountryCode employeeLedgerCode employeeMI employeeReimbursementCurrency
	employeeReimbursementMethodCode loginId

	commitmentReference employeeCurrencyAlphaCode fgiRefId homeCountryCode ledgerCode policyId reportCreationDate reportEndDate
	reportKey reportNumber reportPaymentProcessingDate reportStartDate reportSubmitDate reportUserDefinedDate revisionNumber
	totalApprovedAmount versionId payrollPaymentClearingAccountCode

	amountNetInvoice amountShippingTotal amountTax currencyAlphaCode discountPercentage discountTermsDays invoiceDate
	invoiceReceivedDate netPaymentTermDays payMethodType paymentDueDate poNumber postingDate processCompleteDate reqKey
	requestApproverId requestAuthorizedDate requestCreationDate requestEndDate requestId requestKey requestName requestNumber
	requestPolicyId requestStartDate requestSubmitDate requestTitle requestTotal requestTypeCode submitDate

	vendorTaxId vendorTaxID vendorRemitToAddressCode vendorEmail vendorContactEmail vendorAddress1 vendorAddress2 vendorAddress3
	vendorCity vendorCountry vendorStateProvince vendorPostalCode vendorCountryCode vendorAccountNumber

	cashAdvanceId cashAdvanceKey countryCode countrySubCode issuedDate locationName paymentMethod purpose requestAmount
	requestDate requestedDisbursementDate transactionType travelStartDate travelEndDate

	cardAccountID cardProgramTypeCode cardStatementPeriodStartDate cardStatementPeriodEndDate cardTransactionAmount
	cardTransactionCurrency cardTransactionID cardTransactionPostedAmount cardTransactionPostedCurrency
	cardTransactionReferenceNumber clearingAccountCode entryApprovedAmount entryCommitmentReference entryCountryCode
	entryCountrySubCode entryCurrAlphaCode entryDate entryDescription entryElectronicReceiptId entryExchangeRate
	entryLocationCityName entryLocationName entryReceiptId entryReceiptType entrySupplierTaxID entryTransactionDate entryUuid
	entryVendorCode entryVendorDescription expenseTypeCode expenseTypeName legacyEntryId liabilityAccountCode merchantTaxId
	paymentTypeCode reportEntryPatKey reportEntryTransactionAmount

	allocationAccountCode allocationAmount allocationKey allocationPercentage
	lineDescription lineItemDescription lineItemId lineItemPurchaseOrderNumber lineItemQuantity lineItemSequenceOrder
	lineItemUnitPrice poLineNumber receiptNumber quantity unitPrice`);

const KNOWN: ReadonlySet<string> = new Set([...OWN, ...OF_FIS]);

/** `allocationCustom4Code`, `reportOrgUnit2Value`, `vendorCustom1`. */
const NUMBERED =
	/^(employee|vendor|report|request|requestHeader|entry|allocation|lineItem|cashAdvance)?(Custom|OrgUnit|custom|orgUnit)\d{1,2}(Code|Value)?$/;

/** The first field of a template that no document has; null where it names none. */
export function unknownFieldOf(template: string): string | null {
	return fieldsOf(template).find((field) => !KNOWN.has(field) && !NUMBERED.test(field)) ?? null;
}

/** The known field that is nearest to a mistyped one, by the letters they begin and end with; null where none is near. */
export function nearestField(mistyped: string): string | null {
	const [best] = [...KNOWN]
		.map((name) => ({ name, shared: sharedEnds(name.toLowerCase(), mistyped.toLowerCase()) }))
		.sort((one, other) => other.shared - one.shared);
	return best && best.shared >= mistyped.length - 2 ? best.name : null;
}

function sharedEnds(one: string, other: string): number {
	const shortest = Math.min(one.length, other.length);
	let start = 0;
	while (start < shortest && one[start] === other[start]) start++;
	let end = 0;
	while (end < shortest - start && one.at(-1 - end) === other.at(-1 - end)) end++;
	return start + end;
}
