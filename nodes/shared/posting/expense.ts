import { isYes, rowsOf, sectionOf, textOf, type Json } from '../document';
import { mapAccount } from '../mapping';
import { orderOf, type Assembly } from './assembly';
import { addAdvanceFlow } from './cashAdvance';
import { counterpartyOf } from './counterparty';
import { readReportEntry, type ReportFacts } from './reportEntry';
import { payerByMethod, warnPaidElsewhere } from './paidElsewhere';
import { checkReportTotal } from './totals';

/**
 * Reads the flows of an expense report: its entries and the cash advances that were applied to it. Checks the report's sums: journals
 * against each entry, entries against the report (FIS v4 reference, expense document).
 */
export function readExpense(assembly: Assembly): void {
	const { document } = assembly.document;
	const report = sectionOf(document.report);
	const method = payerByMethod(sectionOf(document.employee));
	const facts: ReportFacts = {
		report,
		employee: sectionOf(document.employee),
		employeeId: assembly.header.names.employeeId ?? null,
		homeCountry: textOf(report.homeCountryCode),
		payroll: isYes(report.payrollPayIndicator) || method === 'payroll',
		payer: isYes(report.payrollPayIndicator) ? 'payroll' : method,
	};
	assembly.readHeader();
	const entries = assembly.rows(document.expenseEntry, 'expenseEntry');
	const applications = assembly.rows(document.cashAdvanceApplication, 'cashAdvanceApplication');
	if (entries.length === 0 && applications.length === 0) return holdWithoutRows(assembly, document);
	if (assembly.currency === null && !assembly.hasUnreadableAmounts)
		assembly.hold('missing-currency', 'The report names no currency.', { field: 'employeeCurrencyAlphaCode' });
	const approved = entries.map((entry, index) => readReportEntry(assembly, facts, entry, index));
	checkReportTotal(assembly, approved);
	for (const [index, application] of applications.entries()) readApplication(assembly, facts, application, index);
	warnAboutReimbursement(assembly, facts, document);
	warnAboutAdvanceAccounts(assembly, applications);
}

/** Personal card items are left out of the document, so a report of nothing else comes empty and has nothing to post. */
function holdWithoutRows(assembly: Assembly, { expenseEntry }: Json): void {
	if ((Array.isArray(expenseEntry) && assembly.total?.isZero()) || assembly.hasUnreadableAmounts) return;
	const total = assembly.total?.toFixed() ?? 'not given';
	assembly.hold('no-rows', `The report has no expense entries; its total is ${total}.`, { field: 'expenseEntry' });
}

/**
 * A cash advance applied to, returned in or carried over by the report: signed as it comes, between the advance's clearing account
 * and the employee. The report's `cashAdvanceReturnsAmount` is one of these rows already.
 */
function readApplication(assembly: Assembly, facts: ReportFacts, application: Json, index: number): void {
	const id = textOf(application.cashAdvanceId);
	const name = `cash advance ${id ?? index + 1}`;
	const amount = assembly.amount(application.cashAdvanceApplicationAmount, 'cashAdvanceApplicationAmount', name);
	if (amount === null) {
		assembly.hold('missing-amount', `An application of ${name} has no amount.`, {
			entry: name,
			field: 'cashAdvanceApplicationAmount',
		});
		return;
	}
	if (amount.isZero()) return;
	const account = mapAccount(assembly, {
		code: assembly.accountCode(application.cashAdvanceClearingAccountCode),
		fallback: assembly.profile.defaultCashAdvanceAccount,
		entry: name,
		field: 'cashAdvanceClearingAccountCode',
	});
	if (account === undefined) {
		const place = { entry: name, field: 'cashAdvanceClearingAccountCode' };
		assembly.hold('missing-cash-advance-account', `The application of ${name} has no clearing account.`, place);
	}
	const counterparty = counterpartyOf(assembly, {
		payee: 'EMPL',
		patKey: null,
		cardProgram: null,
		employeeId: facts.employeeId,
		clearingAccount: null,
		expensePay: false,
		liabilityAccount: null,
		payroll: facts.payroll,
		employeePayer: facts.payer,
		payrollAccount: textOf(facts.report.payrollPaymentClearingAccountCode),
		entry: name,
	});
	if (!account || !counterparty) return;
	addAdvanceFlow(assembly, account, {
		order: () => orderOf('~advance', id, amount.toFixed(), account.account),
		place: `advance ${index}`,
		amount,
		counterparty,
		source: { entryId: id ?? undefined, expenseType: 'Cash advance', payee: 'EMPL' },
	});
}

/** Says where the employee is reimbursed by somebody else; entries that Concur pays say so themselves. */
function warnAboutReimbursement(assembly: Assembly, { report, payer }: ReportFacts, { employee, expenseEntry }: Json): void {
	if (payer === null || (payer === 'payroll' && assembly.profile.payrollReimbursement !== 'employeeVendor')) return;
	const twice = 'crediting the employee vendor as well may pay the employee twice';
	if (isYes(report.payrollPayIndicator)) {
		const words = { what: 'Concur marks this report as reimbursed by payroll', risk: twice };
		return warnPaidElsewhere(assembly, payer, words, { field: 'payrollPayIndicator', value: 'Y' });
	}
	const credits = assembly.flows.some(({ counterparty }) => counterparty.role === 'employeeVendor');
	if (!credits || (payer === 'concur' && rowsOf(expenseEntry).some((entry) => isYes(entry.expensePayIndicator)))) return;
	const value = textOf(sectionOf(employee).employeeReimbursementMethodCode) ?? '';
	const words = { what: `The employee is reimbursed by ${PAYER_NAMES[payer]}, as the Concur profile says`, risk: twice };
	warnPaidElsewhere(assembly, payer, words, { field: 'employeeReimbursementMethodCode', value });
}

const PAYER_NAMES = { card: 'a card', payroll: 'payroll', concur: 'Concur', service: 'another service' } as const;

/** Some houses post expenses straight to the advance account; the figures are right, but it is worth a look. */
function warnAboutAdvanceAccounts(assembly: Assembly, applications: readonly Json[]): void {
	if (applications.length === 0) return;
	const advances = new Set(assembly.flows.filter(({ kind }) => kind === 'cashAdvanceClearing').map(({ account }) => account));
	const shared = assembly.flows.find(({ kind, account }) => kind !== 'cashAdvanceClearing' && advances.has(account));
	if (!shared) return;
	const message = `Account ${shared.account} is the clearing account of a cash advance and at the same time the account of an expense in this report.`;
	assembly.warn('advance-account-in-journal', message, { field: 'journalAccountCode', value: shared.account });
}
