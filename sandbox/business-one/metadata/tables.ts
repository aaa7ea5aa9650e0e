/** Database table behind each described type: user fields are defined on tables, not on types. */
export const tableOfType: Readonly<Record<string, string>> = {
	JournalEntry: 'OJDT',
	JournalEntryLine: 'JDT1',
	BusinessPartner: 'OCRD',
	BPAddress: 'CRD1',
	ContactEmployee: 'OCPR',
	ChartOfAccount: 'OACT',
	ProfitCenter: 'OPRC',
	DistributionRule: 'OOCR',
	Dimension: 'ODIM',
	Project: 'OPRJ',
	VatGroup: 'OVTG',
	VatGroups_Line: 'VTG1',
	SalesTaxCode: 'OSTC',
	Currency: 'OCRN',
	EmployeeInfo: 'OHEM',
	Budget: 'OBGT',
	BudgetLine: 'BGT1',
	BudgetScenario: 'OBGS',
	BudgetDistribution: 'OBGD',
	BusinessPlace: 'OBPL',
	HouseBankAccount: 'DSC1',
	Attachments2: 'OATC',
	Attachments2_Line: 'ATC1',
	User: 'OUSR',
	Bank: 'ODSC',
	Country: 'OCRY',
	PaymentTermsType: 'OCTG',
	BusinessPartnerGroup: 'OCRG',
	WithholdingTaxCode: 'OWHT',
	Payment: 'OVPM',
	PaymentInvoice: 'VPM2',
	Document: 'OPCH',
	DocumentLine: 'PCH1',
	Item: 'OITM',
};

/** User fields of marketing documents are defined once, on any of these tables, and all of them have them. */
const sharedBetween = [
	['OPCH', 'ORPC', 'OPOR', 'OPDN', 'ODRF', 'OINV', 'ORIN', 'ORDR'],
	['PCH1', 'RPC1', 'POR1', 'PDN1', 'DRF1', 'INV1', 'RIN1', 'RDR1'],
];

/** Whether the user fields of one table are those of another too. */
export function sharesFields(table: string, other: string): boolean {
	return table === other || sharedBetween.some((tables) => tables.includes(table) && tables.includes(other));
}

/** Name of a system table: letters and digits without the `@` of user tables. */
export function isSystemTable(name: string): boolean {
	return /^[A-Z][A-Z0-9]{2,7}$/.test(name);
}
