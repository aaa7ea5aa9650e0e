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
};

/** Name of a system table: letters and digits without the `@` of user tables. */
export function isSystemTable(name: string): boolean {
	return /^[A-Z][A-Z0-9]{2,7}$/.test(name);
}
