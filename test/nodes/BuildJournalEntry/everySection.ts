import type { INodeParameters } from 'n8n-workflow';

export const rl = (value: string) => ({ __rl: true, mode: 'code', value });
export const rows = (...list: INodeParameters[]) => ({ rows: list });

/** Parameters that state something in every section of the mapping. */
export const fieldsOfEverySection: INodeParameters = {
	accountMode: 'expenseType',
	expenseTypeTable: rows({ from: 'LUNCH', account: rl('613000') }, { from: ' Hotel ', account: rl('612000') }),
	unknownAccounts: 'asIs',
	accounts: {
		defaultExpenseAccount: rl('616000'),
		defaultClearingAccount: rl('148000'),
		defaultCashAdvanceAccount: rl('147000'),
		defaultLiabilityAccount: rl('212000'),
		shippingAccount: rl('620000'),
		placeholderAccounts: 'PendingClient, NONE',
	},
	payees: {
		payeeRoles: rows({ payee: '1003', role: 'cardVendor' }),
		cardVendors: rows({ card: 'IBCP:1003', partner: rl('IBCP') }),
		cardCredit: rows({ payee: 'CBCP' }),
		roleAccounts: rows({ role: 'COPD', account: rl('148000') }),
		controlAccounts: rows({ role: 'employeeVendor', account: rl('211000') }),
		payrollReimbursement: 'payrollClearing',
		expensePay: 'liabilityAccount',
		clearingPassThrough: 'never',
	},
	partners: {
		employeeVendor: rows({ by: 'code', template: 'E{employeeId}' }, { by: 'email', template: '{email}' }, { by: 'table' }),
		table: rows({ from: '120045', partner: rl('E1004') }),
	},
	costObjects: {
		dimensions: rows(
			{ dimension: 2, path: rl('allocation.allocationCustom2Code') },
			{ dimension: 1, path: rl('entry.entryOrgUnit1Code') },
			{ dimension: 2, path: rl('report.reportOrgUnit2Code') },
		),
		projectPath: rows({ path: rl('allocation.allocationCustom6Code') }),
		branchPath: rows({ path: rl('allocation.allocationCustom1Code') }),
		defaultBranch: '1',
		costCenterMap: rows({ from: '21-KING', to: rl('SALES') }),
		projectMap: rows({ from: 'P-9', to: rl('ROLLOUT') }),
		branchMap: rows({ from: 'US', to: rl('1') }),
		branchSeries: rows({ branch: rl('1'), series: '17' }),
	},
	taxes: {
		taxCodes: rows(
			{ from: 'VA', code: rl('V1'), account: rl(''), rate: '19', deductible: 'partly' },
			{ from: 'VB', code: rl('V2'), account: rl('145000'), deductible: 'fully' },
			{ from: 'RC', code: rl(''), account: rl('157700'), owedAccount: rl('177700') },
		),
		headerTax: 'VA',
		nonDeductibleVat: 'expense',
		nonDeductibleVatAccount: rl('619000'),
		foreignTaxCode: rl('V0'),
	},
	texts: { memo: '{reportName}', lineMemo: '{expenseType}', reference: 'C-{reference}', textLengths: 'b1v10' },
	postingDate: 'fixed',
	fixedDate: '2026-12-31T00:00:00',
	dates: { postingDateFallback: ['document'], periodPolicy: 'nextOpenDay' },
	currency: {
		tolerance: '0.05',
		rateSource: 'document',
		roundingCap: '1',
		companyCurrency: 'USD',
		roundingAccount: rl('690000'),
	},
	lines: { mergeExpense: 'account', mergeCounterparty: false, qualifiers: rows({ from: 'DINNR', label: 'taxable' }) },
	guards: {
		company: '0021',
		companyPath: rl('allocation.allocationCustom2Code'),
		ledgers: 'DEFAULT, US',
		crossCompany: 'split',
		goLiveDate: '2026-01-01T00:00:00.000Z',
		postTestUsers: true,
		allowedStatuses: ['READY'],
		revisionPolicy: 'postAsIs',
	},
	onHold: 'keepAcknowledged',
};
