/** Small invoices and cash advances for the posting tests: only the fields that matter, in the shapes that Concur sends. */
export type Fields = Record<string, unknown>;

export const line = (account: string | null, gross: unknown, fields: Fields = {}, more: Fields = {}): Fields => ({
	lineItemSequenceOrder: 1,
	expenseTypeCode: '2000   ',
	lineItemDescription: 'Paper',
	allocation: [
		{
			allocationAccountCode: 'MATER',
			allocationCustom4Code: null,
			journal: { accountCode: account, amountShipping: 0, amountNet: gross, amountGross: gross, tax: null, ...fields },
		},
	],
	...more,
});

export const invoice = (
	total: unknown,
	lineItem: Fields[],
	header: Fields = {},
	vendor: Fields = { vendorCode: 'V100', vendorName: 'Paper Ltd' },
): Fields => ({
	requestHeader: {
		requestId: 'Q1',
		reqKey: 35,
		currencyAlphaCode: 'EUR',
		requestTotal: total,
		amountShippingTotal: 0,
		amountTax: null,
		invoiceDate: '2024-08-25',
		vendorInvoiceNumber: 'INV-7',
		isTest: 'N',
		revisionNumber: '1',
		...header,
	},
	ownerEmployee: { employeeId: 'EMP1' },
	vendor,
	lineItem,
});

export const advance = (row: Fields, data: Fields = {}): Fields => ({
	employeeData: { employeeId: 'EMP1' },
	cashAdvanceData: {
		cashAdvanceId: 'CA1',
		requestAmount: 300,
		currencyAlphaCode: 'USD',
		employeeCurrencyAlphaCode: 'GBP',
		exchangeRate: 0.8,
		...data,
	},
	journalData: [{ accountCode: 'CADV', amount: 300, payer: 'COMP', payee: 'EMPL', debitOrCredit: 'DR', ...row }],
});
