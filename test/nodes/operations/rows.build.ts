import { expenseItem } from '../BuildJournalEntry/samples';
import type { Good, Row, Rows } from './rows';

const document = (n: number) => expenseItem({ docId: n.toString(16).padStart(32, 'b'), costs: [{ amount: 10 }] });

/** An item with nothing to post, as Build Journal Entry gives it. */
const built = (n: number) => ({ ...document(n), journalEntry: null });

/** One row in every table of the mapping. */
const tables: Good = {
	'accountTable.rows.from': 'MEALS',
	'accountTable.rows.account': '613000',
	'expenseTypeTable.rows.from': 'LUNCH',
	'expenseTypeTable.rows.account': '613000',
	'payees.roleAccounts.rows.role': 'rounding',
	'payees.roleAccounts.rows.account': '611000',
	'payees.cardCredit.rows.payee': 'CBCP',
	'payees.cardVendors.rows.card': 'AMEX',
	'payees.cardVendors.rows.partner': 'CBCP',
	'payees.controlAccounts.rows.role': 'employeeVendor',
	'payees.controlAccounts.rows.account': '211000',
	'payees.payeeRoles.rows.payee': 'BANK',
	'payees.paidElsewhereAccounts.rows.account': '211000',
	'partners.cardVendor.rows.template': '{party}',
	'partners.employeeVendor.rows.template': '{employeeId}',
	'partners.vendor.rows.template': '{vendorCode}',
	'partners.table.rows.from': 'E1',
	'partners.table.rows.partner': 'E1001',
	'costObjects.branchPath.rows.path': 'report.reportCustom1Code',
	'costObjects.branchMap.rows.from': 'HH',
	'costObjects.branchMap.rows.to': '1',
	'costObjects.branchSeries.rows.branch': '1',
	'costObjects.branchSeries.rows.series': '17',
	'costObjects.costCenterMap.rows.from': 'SALES-1',
	'costObjects.costCenterMap.rows.to': 'SALES',
	'costObjects.dimensions.rows.path': 'allocation.allocationCustom4Code',
	'costObjects.projectPath.rows.path': 'allocation.allocationCustom5Code',
	'costObjects.projectMap.rows.from': 'P1',
	'costObjects.projectMap.rows.to': 'ROLLOUT',
	'costObjects.lineDefaults.rows.code': 'SALES',
	'currency.currencyMap.rows.from': 'USD',
	'currency.currencyMap.rows.to': 'USD',
	'taxes.taxCodes.rows.from': 'V1',
	'taxes.taxCodes.rows.code': 'V1',
	'userFieldSettings.userFields.rows.field': 'U_Region',
	'userFieldSettings.userFields.rows.value': '{ledgerCode}',
	'lines.qualifiers.rows.from': 'LUNCH',
	'lines.qualifiers.rows.label': 'meals',
};

/** Columns without which a row of a table means nothing. */
const columns = Object.keys(tables).filter(
	(path) => !/^(payees\.cardCredit|partners\.\w+\.rows\.template|costObjects\.\w+Path|costObjects\.dimensions)/.test(path),
);

const mapping: Row = {
	good: { ...tables, 'guards.companyPath': 'allocation.allocationCustom1Code', 'guards.goLiveDate': '2026-01-01' },
	when: {
		fixedDate: { postingDate: 'fixed' },
		'accountTable.rows.from': { accountMode: 'table' },
		'accountTable.rows.account': { accountMode: 'table' },
		'expenseTypeTable.rows.from': { accountMode: 'expenseType' },
		'expenseTypeTable.rows.account': { accountMode: 'expenseType' },
		unknownAccounts: { accountMode: 'table' },
	},
	wrong: { fixedDate: '2026-02-30', 'guards.goLiveDate': '01.03.2026', 'currency.tolerance': 'little' },
	notEmpty: [
		'partners.cardVendor.rows.template',
		'partners.employeeVendor.rows.template',
		'partners.vendor.rows.template',
		'dates.postingDateFallback',
		'payees.paymentBlock',
		'dates.dueDate',
		'dates.employeeDueDate',
		'currency.tolerance',
		'currency.roundingCap',
		...columns,
	],
	mayBeMissing: [
		'payees.paymentBlock',
		'dates.postingDateFallback',
		'dates.dueDate',
		'dates.employeeDueDate',
		'currency.tolerance',
		'currency.roundingCap',
	],
	// Read only where the mapping is a pasted profile, which no expression decides.
	takesAny: ['profile'],
};

export const buildRows: Rows = () => ({
	'buildJournalEntry.build': {
		...mapping,
		good: { ...mapping.good, document, 'options.today': '2026-11-24' },
		wrong: { ...mapping.wrong, 'options.today': '24.11.2026', document: 7 },
		untouched: /document/i,
	},
	'buildJournalEntry.exportProfile': { ...mapping, fewerItems: true },
	'buildJournalEntry.exportRows': { ...mapping, fewerItems: true },
	'buildJournalEntry.listLines': { item: (n) => ({ json: built(n) }), untouched: /no posting record/ },
	'buildJournalEntry.makeSheet': {
		item: (n) => ({ json: built(n) }),
		onePerRun: ['pages'],
		wrong: { pages: 'many' },
		untouched: /no posting record/,
	},
});
