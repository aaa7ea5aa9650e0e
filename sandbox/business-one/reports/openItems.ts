import type { OpenItem, PaymentRunRow } from '../../context';
import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { livePayments } from '../payments/applied';
import { keyText, members, type Row } from '../store/store';
import { addTo, amountOf, bookedLines, inOrder } from './lines';

/**
 * What partners are still owed, or owe (negative), line by line in the order of the due dates: the aging report. What payments paid is
 * taken off; reconciled and reversed entries are closed.
 */
export function openItems(core: Core): OpenItem[] {
	const paid = livePayments(core);
	return bookedLines(core)
		.filter(({ entry, line }) => isOpen(entry) && line.ShortName !== line.AccountCode)
		.map(({ entry, line }) => {
			const own = paid.filter((one) => one.entry === entry.JdtNum && one.line === line.Line_ID);
			const used = usedOf(core, entry);
			const rest = (kind: 'local' | 'foreign', credit: string, debit: string): Millionths =>
				own.reduce((sum, one) => sum - one[kind], amountOf(line, credit) - amountOf(line, debit) + used[kind]);
			const local = rest('local', 'Credit', 'Debit');
			return { entry, line, local, foreign: rest('foreign', 'FCCredit', 'FCDebit') };
		})
		.filter(({ local, foreign }) => local !== 0n || foreign !== 0n)
		.map(({ entry, line, local, foreign }) => itemOf(core, entry, line, local, foreign))
		.sort((left, right) => inOrder(orderOf(left), orderOf(right)));
}

/** What of a payment pays something; the rest of it is a payment on account, and open. */
function usedOf(core: Core, { OriginalJournal, Original }: Row): { local: Millionths; foreign: Millionths } {
	const payment =
		OriginalJournal === 'ttVendorPayment' ? core.store.get('VendorPayments', keyText([Number(Original)])) : undefined;
	const sum = (name: string) =>
		payment === undefined ? 0n : members(payment, 'PaymentInvoices').reduce((total, row) => total + amountOf(row, name), 0n);
	return { local: sum('SumApplied'), foreign: sum('AppliedFC') };
}

const isOpen = (entry: Row): boolean =>
	entry.reconciled !== 'tYES' && entry.reversedBy === undefined && entry.reverses === undefined;

const orderOf = ({ partner, due, reference }: OpenItem): string => JSON.stringify([partner, due, reference]);

function itemOf(core: Core, entry: Row, line: Row, local: Millionths, foreign: Millionths): OpenItem {
	const isForeign = typeof line.FCCurrency === 'string' && line.FCCurrency !== '';
	return {
		partner: String(line.ShortName),
		name: String(core.store.get('BusinessPartners', keyText([String(line.ShortName)]))?.CardName ?? ''),
		due: String(line.DueDate),
		reference: String(line.Reference1 ?? ''),
		entry: Number(entry.JdtNum),
		branch: typeof line.BPLID === 'number' ? line.BPLID : null,
		currency: isForeign ? String(line.FCCurrency) : core.company().LocalCurrency,
		amount: amountText(isForeign ? foreign : local),
		localAmount: amountText(local),
		blocked: line.PaymentBlock === 'tYES',
	};
}

/**
 * What a payment run of a day proposes: all that is due by then and not blocked, one payment for each partner, branch and currency. A
 * partner who owes more than he is owed is paid nothing.
 * @param until the last due date, YYYY-MM-DD
 */
export function paymentRun(core: Core, until: string): PaymentRunRow[] {
	const sums = new Map<string, Millionths[]>();
	for (const item of openItems(core)) {
		if (item.blocked || item.due > until) continue;
		const key = JSON.stringify([item.partner, item.branch, item.currency]);
		addTo(sums, key, [parseAmount(item.amount) ?? 0n, 1n]);
	}
	return [...sums]
		.filter(([, [amount = 0n]]) => amount > 0n)
		.sort(([left], [right]) => inOrder(left, right))
		.map(([key, [amount = 0n, items = 0n]]) => {
			const [partner, branch, currency] = JSON.parse(key) as [string, number | null, string];
			return { partner, branch, currency, amount: amountText(amount), items: Number(items) };
		});
}
