import { Decimal, readAmount, ZERO } from '../../money';
import type { Row } from '../types';

interface PartnerLine {
	/** Line_ID. */
	id: number;
	isDebit: boolean;
}

/** What an entry owes its partners, and which of its lines say so. */
export interface Payable {
	/** Foreign currency of all partner lines; null where they are, or must be compared, in local currency. */
	foreignCurrency: string | null;
	/** The A/P invoice that made the entry, as payments name it; its entry is never named itself. */
	invoice?: { type: string; docEntry: number };
	/** Partner lines by partner. */
	lines: Map<string, PartnerLine[]>;
	/** Net of each partner's lines, credits less debits; only partners that are owed something. */
	owed: Map<string, Decimal>;
}

/**
 * What an entry owes. A partner line shows the partner as ShortName and the control account as AccountCode; on every other line both
 * are the account. Lines in different currencies are compared in local currency.
 * @param leaveOut partners who are not paid by outgoing payments, e.g. card companies that debit the bank account themselves
 */
export function payableOf(entry: Row, leaveOut: ReadonlySet<string>): Payable {
	const lines = rowsIn(entry, 'JournalEntryLines').filter(
		({ ShortName, AccountCode }) => ShortName && ShortName !== AccountCode && !leaveOut.has(String(ShortName)),
	);
	const currencies = new Set(lines.map(({ FCCurrency }) => String(FCCurrency ?? '')));
	const [currency = ''] = currencies;
	const foreignCurrency = currencies.size === 1 && currency !== '' ? currency : null;
	const [credit, debit] = foreignCurrency === null ? ['Credit', 'Debit'] : ['FCCredit', 'FCDebit'];
	const owed = new Map<string, Decimal>();
	const partnerLines = new Map<string, PartnerLine[]>();
	for (const line of lines) {
		const partner = String(line.ShortName);
		const net = exact(line, credit!).minus(exact(line, debit!));
		partnerLines.set(partner, [...(partnerLines.get(partner) ?? []), { id: Number(line.Line_ID), isDebit: net.isNegative() }]);
		owed.set(partner, (owed.get(partner) ?? ZERO).plus(net));
	}
	for (const [partner, amount] of owed) if (!amount.greaterThan(0)) owed.delete(partner);
	return { foreignCurrency, lines: partnerLines, owed, ...invoiceOf(entry) };
}

/** How payments name the documents whose entries B1 made itself: by InvoiceType and DocEntry, which the entry holds as its origin. */
const INVOICE_TYPES: Readonly<Record<string, string>> = {
	ttAPInvoice: 'it_PurchaseInvoice',
	ttAPCreditNote: 'it_PurchaseCreditNote',
};

function invoiceOf({ OriginalJournal, Original }: Row): Pick<Payable, 'invoice'> {
	const type = INVOICE_TYPES[String(OriginalJournal)];
	return type === undefined ? {} : { invoice: { type, docEntry: Number(Original) } };
}

/**
 * An amount of a row, exactly; absent is zero.
 * @throws RangeError where the number has lost digits
 */
export function exact(row: Row, property: string): Decimal {
	const reading = readAmount(row[property]);
	if (reading.amount) return reading.amount;
	if ('problem' in reading && reading.problem) throw new RangeError(`${property} ${reading.problem}`);
	return ZERO;
}

/** Sum of amounts, zero for none. */
export const sumOf = (amounts: Iterable<Decimal>): Decimal => [...amounts].reduce((sum, amount) => sum.plus(amount), ZERO);

export function rowsIn(row: Row, property: string): Row[] {
	const value = row[property];
	return Array.isArray(value) ? (value as Row[]) : [];
}
