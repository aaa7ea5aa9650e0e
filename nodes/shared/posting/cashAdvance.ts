import { isYes, sectionOf, textOf, type Json } from '../document';
import { mapAccount, type MappedAccount } from '../mapping';
import { orderOf, type Assembly, type Flow } from './assembly';
import { counterpartyOf } from './counterparty';
import { warnPaidElsewhere } from './paidElsewhere';
import { sourceTexts } from './sourceTexts';

/**
 * Reads the flows of a cash advance document: an issue debits the advance's clearing account and credits the employee, a return to
 * the administrator comes with a negative amount. Amounts are in the employee's currency, whatever currency was asked for (FIS v4
 * reference, cash advance document).
 */
export function readCashAdvance(assembly: Assembly): void {
	const { document } = assembly.document;
	const advance = sectionOf(document.cashAdvanceData);
	// Only to be held where it cannot be read: the header has looked at it for the currency.
	assembly.amount(advance.exchangeRate, 'exchangeRate', undefined);
	assembly.readHeader();
	const journals = assembly.rows(document.journalData, 'journalData');
	if (journals.length === 0 && assembly.hasUnreadableAmounts) return;
	if (journals.length === 0) return assembly.hold('no-rows', 'The cash advance has no journal rows.', { field: 'journalData' });
	if (assembly.currency === null && !assembly.hasUnreadableAmounts)
		assembly.hold('missing-currency', 'The cash advance names no employee currency.', { field: 'employeeCurrencyAlphaCode' });
	const employeeId = assembly.header.names.employeeId ?? null;
	for (const [index, journal] of journals.entries()) readJournal(assembly, advance, employeeId, journal, index);
	if (isYes(advance.expensePayIndicator) && assembly.profile.expensePay === 'vendor') {
		const words = { what: 'Concur pays this cash advance (Expense Pay)', risk: 'paying it from B1 as well would pay twice' };
		warnPaidElsewhere(assembly, 'concur', words, { field: 'expensePayIndicator' });
	}
}

/** Adds what goes between the clearing account of a cash advance and its other side: no tax, no cost objects. */
export function addAdvanceFlow(
	assembly: Assembly,
	{ account, rule }: MappedAccount,
	flow: Pick<Flow, 'order' | 'place' | 'amount' | 'counterparty' | 'source'>,
): void {
	assembly.flows.push({
		...flow,
		kind: 'cashAdvanceClearing',
		account,
		accountRule: rule,
		shipping: null,
		tax: null,
		taxCode: null,
		costs: assembly.noCosts,
		company: null,
		personal: false,
		qualifier: null,
	});
}

function readJournal(assembly: Assembly, advance: Json, employeeId: string | null, journal: Json, index: number): void {
	const name = `cash advance row ${index + 1}`;
	const amount = assembly.amount(journal.amount, 'amount', name);
	if (amount === null) return assembly.hold('missing-amount', `The ${name} has no amount.`, { entry: name, field: 'amount' });
	if (amount.isZero()) return;
	const payee = otherSide(assembly, journal, amount.isNegative(), amount.toFixed(), name);
	const account = mapAccount(assembly, {
		code: assembly.accountCode(journal.accountCode) ?? assembly.accountCode(advance.clearingAccountCode),
		fallback: assembly.profile.defaultCashAdvanceAccount,
		entry: name,
		field: 'accountCode',
	});
	if (account === undefined)
		assembly.hold('missing-cash-advance-account', `The ${name} has no account.`, { entry: name, field: 'accountCode' });
	if (payee === null) return;
	const counterparty = counterpartyOf(assembly, {
		payee,
		patKey: null,
		cardProgram: null,
		employeeId,
		clearingAccount: null,
		expensePay: isYes(advance.expensePayIndicator),
		liabilityAccount: textOf(advance.liabilityAccountCode),
		payroll: false,
		employeePayer: null,
		payrollAccount: null,
		entry: name,
	});
	if (!account || !counterparty) return;
	const id = textOf(advance.cashAdvanceId);
	addAdvanceFlow(assembly, account, {
		order: () => orderOf(payee, account.account, amount.toFixed()),
		place: `row ${index}`,
		amount,
		counterparty,
		source: {
			entryId: id ?? undefined,
			expenseType: 'Cash advance',
			payee,
			spendAmount: textOf(advance.requestAmount) ?? undefined,
			spendCurrency: textOf(advance.currencyAlphaCode) ?? undefined,
			...sourceTexts(assembly.mapping, journal, advance),
		},
	});
}

/** The code opposite the company. Direction, sign and the DR/CR mark must tell the same story. */
function otherSide(assembly: Assembly, journal: Json, isNegative: boolean, amount: string, name: string): string | null {
	const payer = textOf(journal.payer);
	const payee = textOf(journal.payee);
	const mark = textOf(journal.debitOrCredit)?.toUpperCase() ?? null;
	if (payer === null || payee === null || (payer === 'COMP') === (payee === 'COMP')) {
		const value = `${payer ?? ''} > ${payee ?? ''}`;
		assembly.hold('no-company-side', `The ${name} goes from ${payer ?? 'nobody'} to ${payee ?? 'nobody'}.`, {
			entry: name,
			field: 'payer',
			value,
		});
		return null;
	}
	const contradicts = (payee === 'COMP' && !isNegative) || (mark !== null && (mark === 'CR') !== isNegative);
	if (contradicts) {
		const finding = `The ${name} goes from ${payer} to ${payee} as ${mark ?? 'unmarked'} with the amount ${amount}.`;
		assembly.hold('direction-sign-mismatch', finding, { entry: name, field: 'debitOrCredit', value: mark ?? undefined });
		return null;
	}
	return payer === 'COMP' ? payee : payer;
}
