/** Short words and sentences in English: what records, sheets and messages are made of. Other languages have the same keys. */
export const english = {
	roles: {
		expense: 'Expense',
		deductibleVat: 'Deductible VAT',
		nonDeductibleVat: 'Non-deductible VAT',
		owedVat: 'VAT owed',
		employeeVendor: 'Employee',
		cardVendor: 'Card vendor',
		cardClearing: 'Card clearing',
		cashAdvanceClearing: 'Cash advance clearing',
		vendor: 'Vendor',
		shipping: 'Shipping',
		payrollClearing: 'Payroll clearing',
		interBranch: 'Inter-branch clearing',
		rounding: 'Rounding',
	},
	record: {
		accountOrPartner: 'Account / partner',
		role: 'Role',
		tax: 'Tax',
		costObjects: 'Cost objects',
		debit: 'Debit',
		credit: 'Credit',
		memo: 'Memo',
		total: 'Total',
		taxAccount: '(tax account)',
		project: 'project',
		branch: 'branch',
	},
	document: {
		reportName: 'Report',
		reportNumber: 'Number',
		person: 'Person',
		date: 'Date',
		amount: 'Amount',
		docId: 'Document ID',
		company: 'Company',
		postingDate: 'Posting date',
		documentDate: 'Document date',
		dueDate: 'Due date',
		reference: 'Reference',
		entryNumber: 'Entry in Business One',
		reasons: 'What keeps it from being posted',
		warnings: 'Worth knowing',
		place: 'Place',
		code: 'Code',
		entry: 'entry',
		field: 'field',
		value: 'value',
	},
	results: {
		ready: 'Ready to post',
		review: 'Needs review',
		nothingToPost: 'Nothing to post',
		posted: 'Posted',
		notPosted: 'Not posted',
		uncertain: 'Not known yet whether it is posted',
		wouldPost: 'Would be posted',
	},
	checked: {
		against: 'Checked against',
		nothing: 'Nothing was checked against Business One',
	},
	confirmation: {
		refused: 'SAP Business One refused the entry',
	},
	funds: {
		needed: 'needed',
		onTop: 'on top of what is reserved',
		available: 'available',
		noAccount:
			'An expense{costs} has no account, so it has no budget: {needs}. Choose another expense type, or ask your administrator to give this one an account.',
		noBudget: 'There is no budget for {place}: {needs}. Choose another expense type or cost center, or ask your budget manager.',
		notEnough:
			'The budget for {place} is not enough: {needs}, {available} available. Lower the amount, or ask your budget manager.',
		account: 'account',
		costCenter: 'cost center',
		project: 'project',
		period: 'period',
	},
} as const;

type Texts<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]> };

/** The same words in any language. */
export type Words = Texts<typeof english>;
