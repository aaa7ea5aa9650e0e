import { isYes, textOf, type Json } from '../document';
import type { ElsewherePayer } from '../mapping';
import type { Assembly, Counterparty } from './assembly';

/** Reimbursement methods of Concur's employee profile; `APCHECK` and none are paid from B1. */
const METHODS: Readonly<Record<string, ElsewherePayer>> = { ADPPAYR: 'payroll', CNQRPAY: 'concur', PMTSERV: 'service' };

/** Who pays an employee by the method of the Concur profile; null where it is the company, from B1. */
export function payerByMethod(employee: Json): ElsewherePayer | null {
	const method = textOf(employee.employeeReimbursementMethodCode)?.toUpperCase() ?? '';
	return Object.hasOwn(METHODS, method) ? METHODS[method]! : null;
}

/** Who pays an invoice: Concur (Invoice Pay), or a card; null where it is the company, from B1. */
export function payerOfInvoice(header: Json): ElsewherePayer | null {
	if (isYes(header.invoicePayIndicator)) return 'concur';
	return /card/i.test(textOf(header.payMethodType) ?? '') ? 'card' : null;
}

/**
 * The creditor of what somebody else pays, by the mapping: blocked for payment, or another account in its place. One that has an
 * account already is settled by a rule of its own.
 */
export function withPayer(assembly: Assembly, payer: ElsewherePayer | null, counterparty: Counterparty): Counterparty {
	if (payer === null || counterparty.account !== undefined) return counterparty;
	const { paidElsewhereAccounts, paymentBlock } = assembly.profile;
	const account = paidElsewhereAccounts[payer];
	if (account !== undefined) return { ...counterparty, account, rule: `paid elsewhere (${payer}): account of the mapping` };
	return paymentBlock.includes(payer) ? { ...counterparty, isBlocked: true } : counterparty;
}

/** Tells a person what becomes of what somebody else pays: the account of the mapping, the payment block, or the risk. */
export function warnPaidElsewhere(
	assembly: Assembly,
	payer: ElsewherePayer,
	{ what, risk }: { what: string; risk: string },
	place: { entry?: string; field?: string; value?: string },
): void {
	const { paidElsewhereAccounts, paymentBlock } = assembly.profile;
	const account = paidElsewhereAccounts[payer];
	const blocked = paymentBlock.includes(payer) ? 'its line is blocked for payment in B1' : risk;
	const rest = account === undefined ? blocked : `it is credited to account ${account}, and B1 does not pay it`;
	assembly.warn(`paid-by-${payer}`, `${what}; ${rest}.`, place);
}
