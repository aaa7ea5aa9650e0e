import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { reverseEntry } from '../journal/cancel';
import { postEntry, type Poster } from '../journal/post';
import { withDefaults } from '../rest/defaults';
import { keyText, members, type Row } from '../store/store';
import { appliedOf, type Applied } from './applied';
import { notePaid } from './documents';

/** An account that money leaves from, with the amount in the currency of the payment. */
interface Means {
	account: string;
	amount: Millionths;
}

/**
 * Posts an outgoing payment to a vendor (`POST VendorPayments`): it pays lines of journal entries, wholly or in part, or stands on
 * account where it names none, and makes a journal entry of its own.
 */
export function createPayment(core: Core, poster: Poster, input: Row): Row {
	const partner = core.store.get('BusinessPartners', keyText([String(input.CardCode ?? '')]));
	if (!partner) throw ruleBroken('Invalid BP code', 'OVPM.CardCode', { value: input.CardCode });
	const cardCode = String(partner.CardCode);
	const applied = members(input, 'PaymentInvoices').reduce<Applied[]>(
		(before, row, index) => [...before, appliedOf(core, row, cardCode, index + 1, before)],
		[],
	);
	const charges = amount(input, 'BankChargeAmount');
	const means = withoutCharges(meansOf(input), charges);
	const currency = currencyOf(core, input, applied);
	checkTotal(applied, means, currency);
	const docEntry = core.store.next('VendorPayments');
	const day = typeof input.DocDate === 'string' ? input.DocDate : core.today();
	const entry = postEntry(core, poster, entryOf(cardCode, applied, means, currency, day, input), {
		OriginalJournal: 'ttVendorPayment',
		Original: docEntry,
	});
	const payment = paymentRow(core, { ...input, DocDate: day }, partner, applied, currency ?? core.company().LocalCurrency);
	const stored: Row = {
		...payment,
		DocEntry: docEntry,
		DocNum: docEntry,
		Reference1: String(docEntry),
		journalEntry: entry.JdtNum!,
	};
	core.store.put('VendorPayments', stored);
	notePaid(core, stored);
	return stored;
}

/** `POST VendorPayments(n)/Cancel`: what it paid is open again, and its journal entry is reversed. A payment is cancelled once. */
export function cancelPayment(core: Core, poster: Poster, payment: Row): void {
	if (payment.Cancelled === 'tYES')
		throw ruleBroken('Payment has already been canceled', 'OVPM.DocEntry', { value: payment.DocEntry });
	const entry = core.store.get('JournalEntries', keyText([payment.journalEntry as number]));
	if (entry) reverseEntry(core, poster, entry);
	core.store.put('VendorPayments', { ...payment, Cancelled: 'tYES' });
	notePaid(core, payment);
}

const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;
const sum = (amounts: Millionths[]) => amounts.reduce((total, one) => total + one, 0n);

function meansOf(input: Row): Means[] {
	const all = [
		{ account: input.TransferAccount, amount: amount(input, 'TransferSum') },
		{ account: input.CashAccount, amount: amount(input, 'CashSum') },
		...members(input, 'PaymentChecks').map((check) => ({
			account: check.CheckAccount ?? input.CheckAccount,
			amount: amount(check, 'CheckSum'),
		})),
	].filter((means) => means.amount !== 0n);
	return all.map((means) => {
		if (typeof means.account !== 'string' || means.account === '')
			throw ruleBroken('Enter the account of the payment means', 'OVPM.TrsfrAcct');
		return { account: means.account, amount: means.amount };
	});
}

/** What the bank takes goes out by the first means, and pays nobody. */
function withoutCharges([first, ...others]: Means[], charges: Millionths): Means[] {
	if (charges === 0n || first === undefined) return first === undefined ? others : [first, ...others];
	if (charges < 0n || charges >= first.amount) throw ruleBroken('Bank charge exceeds the payment amount', 'OVPM.BcgSum');
	return [{ ...first, amount: first.amount - charges }, ...others];
}

/** The foreign currency of a payment, or undefined for the local one: as told, else that of all lines it pays. */
function currencyOf(core: Core, input: Row, applied: Applied[]): string | undefined {
	const [first] = applied;
	const told = typeof input.DocCurrency === 'string' && input.DocCurrency !== '' ? input.DocCurrency : first?.currency;
	const currency = told === core.company().LocalCurrency ? undefined : told;
	const other = applied.findIndex((one) => currency !== undefined && one.currency !== currency);
	if (other >= 0)
		throw ruleBroken('Document currency differs from the payment currency', 'OVPM.DocCurr', { line: other + 1, value: currency });
	return currency;
}

function checkTotal(applied: Applied[], means: Means[], currency: string | undefined): void {
	const paid = sum(means.map((one) => one.amount));
	const owed = sum(applied.map((one) => (currency === undefined ? one.local : one.foreign)));
	if (paid <= 0n) throw ruleBroken('Enter a payment amount', 'OVPM.TrsfrSum');
	if (applied.length > 0 && paid !== owed) {
		throw ruleBroken('Payment amount differs from the amounts applied', 'OVPM.DocTotal', { value: amountText(paid) });
	}
}

/** Dr partner, Cr the accounts the money leaves from. */
function entryOf(
	cardCode: string,
	applied: Applied[],
	means: Means[],
	currency: string | undefined,
	day: string,
	input: Row,
): Row {
	const paid = sum(means.map((one) => one.amount));
	// Paid at the rate of the invoice: exchange differences are not simulated.
	const local = applied.length > 0 && currency !== undefined ? sum(applied.map((one) => one.local)) : undefined;
	const [main, ...others] = means;
	const line = (side: 'Debit' | 'Credit', value: Millionths, inLocal: Millionths | undefined): Row =>
		currency === undefined
			? { [side]: amountText(value) }
			: {
					[`FC${side}`]: amountText(value),
					FCCurrency: currency,
					...(inLocal === undefined ? {} : { [side]: amountText(inLocal) }),
				};
	return {
		ReferenceDate: day,
		Memo: input.JournalRemarks ?? `Outgoing Payments - ${cardCode}`,
		Reference2: input.Reference2 ?? null,
		JournalEntryLines: [
			{ ShortName: cardCode, ...line('Debit', paid, local) },
			...(main ? [{ AccountCode: main.account, ...line('Credit', main.amount, others.length === 0 ? local : undefined) }] : []),
			...others.map((one) => ({ AccountCode: one.account, ...line('Credit', one.amount, undefined) })),
		],
	};
}

function paymentRow(core: Core, input: Row, partner: Row, applied: Applied[], currency: string): Row {
	const type = core.schema.type('Payment');
	const rowType = core.schema.type('PaymentInvoice');
	if (!type || !rowType) throw new Error('The type Payment is missing');
	const rows = members(input, 'PaymentInvoices').map((row, index) =>
		withDefaults(rowType, {
			...row,
			LineNum: index,
			DocLine: row.InvoiceType === 'it_JournalEntry' ? applied[index]!.line : 0,
			SumApplied: amountText(applied[index]!.local),
			AppliedFC: amountText(applied[index]!.foreign),
			PaidSum: amountText(applied[index]!.local),
			InstallmentId: 1,
		}),
	);
	return withDefaults(type, {
		...input,
		DocType: 'rSupplier',
		CardName: input.CardName ?? partner.CardName ?? null,
		DocCurrency: currency,
		DueDate: input.DueDate ?? input.DocDate ?? null,
		TaxDate: input.TaxDate ?? input.DocDate ?? null,
		TransferDate: input.TransferDate ?? (amount(input, 'TransferSum') === 0n ? null : (input.DocDate ?? null)),
		PaymentInvoices: rows,
	});
}
