import { isYes, rowsOf, textOf, type Json } from '../document';
import { taxGuidsOf } from '../mapping';
import { ZERO, type Decimal } from '../money';
import { approvedTotal, reservedEntryOf, RowBook, type ReservedEntry, type ReservedEntries, type RowReading } from './rowReading';

const COMPANY = 'COMP';

/**
 * Reads the entries of a report: each journal row on a cost account commits its amount net of reclaimable tax. Personal entries and
 * rows on the entry's clearing account are no cost of the company.
 * Source: FIS v4 reference, report obligation and expense, `expenseEntry`.
 */
export function readReportEntries(list: readonly Json[], reading: RowReading): ReservedEntries {
	const book = new RowBook(reading);
	const entries = list.map((json, index) => reservedEntryOf(json, index, reading, ['entryDate', 'entryTransactionDate']));
	for (const entry of entries) if (!isYes(entry.json.entryIsPersonal)) readJournals(entry, reading, book);
	return { rows: book.list(), entryIds: entries.map(({ id }) => id), total: approvedTotal(reading.assembly, entries) };
}

function readJournals(entry: ReservedEntry, { assembly }: RowReading, book: RowBook): void {
	const clearingAccount = assembly.accountCode(entry.json.clearingAccountCode);
	for (const [allocationIndex, allocation] of rowsOf(entry.json.allocation).entries()) {
		const taxes = rowsOf(allocation.tax);
		const journals = rowsOf(allocation.journal);
		for (const journal of journals) {
			const accountCode = assembly.accountCode(journal.journalAccountCode);
			if (accountCode !== null && accountCode === clearingAccount) continue;
			const amount = costOf(journal, { entry, assembly, taxes, journals });
			const isSound = amount.isZero() || hasDirection(journal, amount, entry, assembly);
			if (isSound)
				book.add({
					entry,
					allocation,
					allocationIndex,
					accountField: 'journalAccountCode',
					accountCode: journal.journalAccountCode,
					amount,
				});
		}
	}
}

interface Surroundings {
	entry: ReservedEntry;
	assembly: RowReading['assembly'];
	/** Tax rows and journal rows of the allocation. */
	taxes: readonly Json[];
	journals: readonly Json[];
}

/** Net of reclaimable tax; where the row does not state it, gross less its share of the reclaimable tax of the same tax rows. */
function costOf(journal: Json, { entry, assembly, taxes, journals }: Surroundings): Decimal {
	const amountOf = (json: Json, field: string) => assembly.amount(json[field], field, entry.name);
	const net = amountOf(journal, 'amountNetOfReclaim');
	if (net !== null) return net;
	const gross = amountOf(journal, 'amountGross');
	if (gross === null) {
		assembly.hold('missing-amount', `A journal row of ${entry.name} has no amount.`, {
			entry: entry.name,
			field: 'amountNetOfReclaim',
		});
		return ZERO;
	}
	return taxes.reduce((cost, tax) => {
		const reclaim = amountOf(tax, 'amountReclaim') ?? ZERO;
		const guid = textOf(tax.taxGuid);
		if (reclaim.isZero() || !names(journal, guid)) return cost;
		const base = journals.reduce(
			(sum, other) => (names(other, guid) ? sum.plus(amountOf(other, 'amountGross') ?? ZERO) : sum),
			ZERO,
		);
		return base.isZero() ? cost : cost.minus(reclaim.times(gross).dividedBy(base));
	}, gross);
}

/** Whether a journal row carries this tax row; a row without a guid belongs to the journals without one. */
function names(journal: Json, guid: string | null): boolean {
	const guids = taxGuidsOf(journal) ?? [];
	return guid === null ? guids.length === 0 : guids.includes(guid);
}

/** One side must be the company, and what the company receives is negative; anything else is held, as for postings. */
function hasDirection(journal: Json, amount: Decimal, { name }: ReservedEntry, assembly: RowReading['assembly']): boolean {
	const payer = textOf(journal.journalPayer);
	const payee = textOf(journal.journalPayee);
	if (payer === null || payee === null || (payer === COMPANY) === (payee === COMPANY)) {
		const finding = `A journal row of ${name} goes from ${payer ?? 'nobody'} to ${payee ?? 'nobody'}; one of the two must be the company.`;
		assembly.hold('no-company-side', finding, { entry: name, field: 'journalPayer', value: `${payer ?? ''} > ${payee ?? ''}` });
		return false;
	}
	if (payer === COMPANY || amount.isNegative()) return true;
	const finding = `A journal row of ${name} goes from ${payer} to the company with the positive amount ${amount.toFixed()}.`;
	assembly.hold('direction-sign-mismatch', finding, { entry: name, field: 'amountGross', value: amount.toFixed() });
	return false;
}
