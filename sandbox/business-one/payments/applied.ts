import { amountText, divide, multiply, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { notSupported, ruleBroken } from '../errors';
import { keyText, members, type Row } from '../store/store';

/** One row of a payment: which line of which journal entry it pays, and how much. Credit lines are positive, debit lines negative. */
export interface Applied {
	entry: number;
	line: number;
	local: Millionths;
	foreign: Millionths;
	/** Currency of the line, where it is a foreign one. */
	currency?: string;
	account: string;
}

const place = (property: string) => `PaymentInvoices.${property}`;
const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;

/** Reads what a payment row pays, and holds it against what is still open on that line. Without amounts it pays all of it. */
export function appliedOf(core: Core, row: Row, cardCode: string, number: number, before: Applied[]): Applied {
	if (!payable.has(String(row.InvoiceType))) throw notSupported();
	const open = openOf(core, row, cardCode, number, before);
	const asked = { local: amount(row, 'SumApplied'), foreign: amount(row, 'AppliedFC') };
	const paid = paidOf(core, open, asked);
	const isWithin = (part: Millionths, whole: Millionths) =>
		whole < 0n ? part <= 0n && part >= whole : part >= 0n && part <= whole;
	if (paid.local === 0n || !isWithin(paid.local, open.local) || !isWithin(paid.foreign, open.foreign)) {
		throw ruleBroken('Amount applied exceeds the open amount', place('SumApplied'), {
			line: number,
			value: amountText(paid.local),
		});
	}
	return { ...open, ...paid };
}

/** What a payment row may pay, and the set of its documents. */
const payable = new Map([
	['it_JournalEntry', 'JournalEntries'],
	['it_PurchaseInvoice', 'PurchaseInvoices'],
	['it_PurchaseCreditNote', 'PurchaseCreditNotes'],
]);

/** The journal entry and the line that a payment row pays: of a document, the partner's line of its entry. */
function targetOf(core: Core, row: Row): { entry?: Row; line?: Row } {
	const set = payable.get(String(row.InvoiceType)) ?? 'JournalEntries';
	const named = core.store.get(set, keyText([row.DocEntry as number]));
	if (!named) return {};
	if (set === 'JournalEntries')
		return { entry: named, line: members(named, 'JournalEntryLines').find((one) => one.Line_ID === (row.DocLine ?? 0)) };
	const entry = core.store.get('JournalEntries', keyText([named.TransNum as number]));
	return { entry, line: entry && members(entry, 'JournalEntryLines').find((one) => one.ShortName === named.CardCode) };
}

/** What is open on the line that a row names, before this row. */
function openOf(core: Core, row: Row, cardCode: string, number: number, before: Applied[]): Applied {
	const { entry, line } = targetOf(core, row);
	if (!entry || !line || line.ShortName !== cardCode || line.ShortName === line.AccountCode) {
		throw ruleBroken('Invalid document', place('DocEntry'), { line: number, value: row.DocEntry });
	}
	if (entry.reversedBy || entry.reverses)
		throw ruleBroken('Document is closed', place('DocEntry'), { line: number, value: row.DocEntry });
	const paid = [...livePayments(core), ...before].filter((one) => one.entry === entry.JdtNum && one.line === line.Line_ID);
	const rest = (kind: 'local' | 'foreign', credit: string, debit: string) =>
		paid.reduce((sum, one) => sum - one[kind], amount(line, credit) - amount(line, debit));
	const currency = typeof line.FCCurrency === 'string' && line.FCCurrency !== '' ? line.FCCurrency : undefined;
	return {
		entry: entry.JdtNum as number,
		line: line.Line_ID as number,
		local: rest('local', 'Credit', 'Debit'),
		foreign: currency === undefined ? 0n : rest('foreign', 'FCCredit', 'FCDebit'),
		account: String(line.AccountCode),
		...(currency === undefined ? {} : { currency }),
	};
}

/** Amounts of a part, the missing one in proportion to what is open. */
function paidOf(
	core: Core,
	open: Applied,
	asked: { local: Millionths; foreign: Millionths },
): { local: Millionths; foreign: Millionths } {
	const accuracy = core.company().TotalsAccuracy;
	if (asked.local === 0n && asked.foreign === 0n) return { local: open.local, foreign: open.foreign };
	if (open.currency === undefined) return { local: asked.local, foreign: 0n };
	if (asked.foreign === open.foreign) return { local: open.local, foreign: open.foreign };
	const share = (part: Millionths, whole: Millionths, of: Millionths) =>
		whole === 0n ? 0n : multiply(of, divide(part, whole, 6), accuracy);
	if (asked.foreign === 0n) return { local: asked.local, foreign: share(asked.local, open.local, open.foreign) };
	return { local: asked.local || share(asked.foreign, open.foreign, open.local), foreign: asked.foreign };
}

/** Rows of all payments that were not cancelled. */
export function livePayments(core: Core): Applied[] {
	return core.store
		.rows('VendorPayments')
		.filter((payment) => payment.Cancelled !== 'tYES')
		.flatMap((payment) => members(payment, 'PaymentInvoices'))
		.map((row) => {
			const { entry, line } = targetOf(core, row);
			return {
				entry: Number(entry?.JdtNum),
				line: Number(line?.Line_ID),
				local: amount(row, 'SumApplied'),
				foreign: amount(row, 'AppliedFC'),
				account: '',
			};
		});
}
