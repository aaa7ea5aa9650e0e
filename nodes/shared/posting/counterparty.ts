import { mapAccount, type ElsewherePayer } from '../mapping';
import type { Assembly, Counterparty } from './assembly';
import { withPayer } from './paidElsewhere';

/** What decides the counterparty of a journal row besides the payee itself. */
export interface CounterpartyQuestion {
	/** Code of the side that is not the company: EMPL, IBCP, ... */
	payee: string;
	patKey: string | null;
	cardProgram: string | null;
	employeeId: string | null;
	/** Clearing account of the entry, for `cardCredit: clearing`. */
	clearingAccount: string | null;
	expensePay: boolean;
	liabilityAccount: string | null;
	payroll: boolean;
	/** Who pays the employee, where it is not the company. */
	employeePayer: ElsewherePayer | null;
	payrollAccount: string | null;
	entry: string;
}

/**
 * Finds the counterparty of a journal row: the employee or a card vendor by the payee's role, or the account that stands for it by
 * the knobs `cardCredit`, `payrollReimbursement` and `expensePay`.
 *
 * @returns null when it cannot be found; the assembly then holds the reason
 */
export function counterpartyOf(assembly: Assembly, question: CounterpartyQuestion): Counterparty | null {
	const { profile } = assembly;
	const { payee, entry } = question;
	const role = Object.hasOwn(profile.payeeRoles, payee) ? profile.payeeRoles[payee]! : undefined;
	if (!role) {
		assembly.hold('unknown-payee', `Payee "${payee}" of ${entry} has no role in the mapping.`, {
			entry,
			field: 'journalPayee',
			value: payee,
		});
		return null;
	}
	if (question.expensePay && profile.expensePay === 'liabilityAccount') return liability(assembly, question, role);
	const found = role === 'employeeVendor' ? employee(assembly, question) : card(assembly, question);
	const payer = question.expensePay ? 'concur' : role === 'employeeVendor' ? question.employeePayer : null;
	return found && withPayer(assembly, payer, found);
}

function liability(assembly: Assembly, question: CounterpartyQuestion, role: Counterparty['role']): Counterparty | null {
	const found = mapAccount(assembly, {
		code: question.liabilityAccount,
		fallback: assembly.profile.defaultLiabilityAccount,
		entry: question.entry,
		field: 'liabilityAccountCode',
	});
	if (found) return { role, account: found.account, rule: `paid by Concur: liability account, ${found.rule}` };
	if (found === undefined) {
		assembly.hold('missing-liability-account', `Concur pays ${question.entry}, but it names no liability account.`, {
			entry: question.entry,
			field: 'liabilityAccountCode',
		});
	}
	return null;
}

function employee(assembly: Assembly, question: CounterpartyQuestion): Counterparty | null {
	const { entry, employeeId } = question;
	if (question.payroll && assembly.profile.payrollReimbursement === 'payrollClearing') {
		const found = mapAccount(assembly, {
			code: question.payrollAccount,
			fallback: assembly.profile.paidElsewhereAccounts.payroll ?? null,
			entry,
			field: 'payrollPaymentClearingAccountCode',
		});
		if (found) return { role: 'payrollClearing', account: found.account, rule: 'reimbursed by payroll' };
		if (found === undefined) {
			assembly.hold('missing-payroll-clearing', 'The report is reimbursed by payroll, but names no payroll clearing account.', {
				field: 'payrollPaymentClearingAccountCode',
			});
		}
		return null;
	}
	if (employeeId !== null) return { role: 'employeeVendor', party: employeeId, rule: `payee ${question.payee} is the employee` };
	assembly.hold('missing-employee', 'The document does not say which employee is to be credited.', { field: 'employeeId' });
	return null;
}

function card(assembly: Assembly, question: CounterpartyQuestion): Counterparty | null {
	const keys = cardKeys(assembly, question);
	const { cardCredit, cardVendors } = assembly.profile;
	const creditKey = keys.find((key) => Object.hasOwn(cardCredit, key));
	if (creditKey && cardCredit[creditKey] === 'clearing') return cardClearing(assembly, question);
	const vendorKey = keys.find((key) => Object.hasOwn(cardVendors, key));
	const rule = vendorKey ? `card vendor of ${vendorKey}` : `payee ${question.payee} is a card`;
	return { role: 'cardVendor', party: question.payee, partner: vendorKey ? cardVendors[vendorKey] : undefined, rule };
}

function cardClearing(assembly: Assembly, question: CounterpartyQuestion): Counterparty | null {
	const { entry } = question;
	const found = mapAccount(assembly, {
		code: question.clearingAccount,
		fallback: assembly.profile.defaultClearingAccount,
		entry,
		field: 'clearingAccountCode',
	});
	if (found)
		return {
			role: 'cardClearing',
			account: found.account,
			rule: `card ${question.payee} is credited to clearing, ${found.rule}`,
		};
	if (found === undefined) {
		assembly.hold(
			'missing-clearing-account',
			`Card ${question.payee} of ${entry} is to be credited to clearing, but no clearing account is known.`,
			{
				entry,
				field: 'clearingAccountCode',
			},
		);
	}
	return null;
}

/** Keys of the card tables, most particular first. A payment type of the employee's (CASH on offset rows) says nothing about a card. */
function cardKeys(assembly: Assembly, { payee, patKey, cardProgram }: CounterpartyQuestion): string[] {
	const isCardType = patKey !== null && assembly.profile.payeeRoles[patKey] !== 'employeeVendor';
	const keys = isCardType ? [`${payee}:${patKey}`, patKey] : [];
	if (cardProgram !== null) keys.push(cardProgram);
	keys.push(payee);
	return keys;
}
