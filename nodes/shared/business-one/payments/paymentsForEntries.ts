import { isIsoCurrency, plainText } from '../../money';
import type { ServiceLayer } from '../client';
import { readAdminInfo } from '../company/company';
import { readIsoCodes } from '../company/currencies';
import { lookUp } from '../posting/lookUp';
import type { Row } from '../types';
import { entryPayments } from './entryPayments';
import { payableOf, sumOf, type Payable } from './payable';
import { readEntries, readPayments } from './readPayments';
import { dueConfirmations, stateOf } from './settle';
import type { EntryToCheck, MappedCurrencies, PaymentsOfEntry } from './types';

export interface PaymentOptions {
	/** Company database; part of the payment references. */
	companyDb: string;
	/** Partners who are not paid by outgoing payments. */
	leaveOut?: string[];
	/** What the mapping says of currencies; of those it does not name B1's own code for documents counts. */
	currencies?: MappedCurrencies;
}

const NOTHING_MAPPED: MappedCurrencies = { isoCodes: new Map(), local: null };

/**
 * Finds which journal entries B1 has paid, wholly or in part, by its outgoing payments, and what Concur is still to be told of it.
 * Entries and payments are read in batches of up to 1,200 codes; the whole costs three requests for a few hundred entries.
 * @returns one result for each entry asked for, in order
 * @throws ServiceLayerError where B1 cannot be asked, RangeError for an amount that has lost digits
 */
export async function paymentsForEntries(
	serviceLayer: ServiceLayer,
	asked: EntryToCheck[],
	{ companyDb, leaveOut = [], currencies = NOTHING_MAPPED }: PaymentOptions,
): Promise<PaymentsOfEntry[]> {
	const rows = await readEntries(
		serviceLayer,
		asked.map(({ jdtNum }) => jdtNum),
	);
	const left = new Set(leaveOut);
	const entries = new Map(rows.map((row) => [Number(row.JdtNum), { row, payable: payableOf(row, left) }]));
	const partners = [...new Set([...entries.values()].flatMap(({ payable }) => [...payable.owed.keys()]))];
	const owing = [...entries.values()].filter(({ payable }) => payable.owed.size > 0).map(({ row }) => row);
	const payments = await readPayments(serviceLayer, partners, owing);
	const localCurrency = payments.length > 0 ? String((await readAdminInfo(serviceLayer)).LocalCurrency ?? '') : '';
	const foreign = payments.length > 0 ? [...entries.values()].map(({ payable }) => payable.foreignCurrency ?? '') : [];
	const isoCodes = await isoCodesOf(serviceLayer, localCurrency, foreign, currencies);
	const askedEntries = byEntry(asked);
	const results = asked.map((entry) => {
		const payable = entries.get(entry.jdtNum)?.payable;
		if (!payable) return notFound(entry);
		const code = payable.foreignCurrency ?? localCurrency;
		const reported = [...askedEntries.get(entry.jdtNum)!.reported];
		return resultOf({ ...entry, reported }, payable, payments, isoCodes.get(code) ?? code, companyDb);
	});
	const cancelled = await cancelledAmong(serviceLayer, results, owing);
	return results
		.map((result): PaymentsOfEntry => (cancelled.has(result.jdtNum) ? { ...result, state: 'entryCancelled' } : result))
		.map((result, at) => withoutRepetition(result, asked[at]!, askedEntries.get(result.jdtNum)!.first));
}

/** ISO codes by B1's codes, as postings have them: those of the mapping, else B1's codes for documents, else the mapping's local currency. */
async function isoCodesOf(
	serviceLayer: ServiceLayer,
	localCurrency: string,
	foreign: string[],
	{ isoCodes, local }: MappedCurrencies,
): Promise<Map<string, string>> {
	const unmapped = [localCurrency, ...foreign].filter((code) => !isoCodes.has(code));
	const all = new Map([...(await readIsoCodes(serviceLayer, unmapped)), ...isoCodes]);
	const isNamed = isIsoCurrency(localCurrency) || all.get(localCurrency) !== localCurrency;
	if (local !== null && !isNamed && ![...all.values()].includes(local)) all.set(localCurrency, local);
	return all;
}

/** An entry that is asked for, once or more: by each row of a document that was noted twice. */
interface AskedEntry {
	/** The one that remembers most; it stands for the entry. */
	first: EntryToCheck;
	/** Whatever Concur took, whichever of them remembers it. */
	reported: Set<string>;
}

function byEntry(asked: EntryToCheck[]): Map<number, AskedEntry> {
	const all = new Map<number, AskedEntry>();
	for (const one of asked) {
		const other = all.get(one.jdtNum);
		const isMore = !other || one.reported.length > other.first.reported.length;
		all.set(one.jdtNum, { first: isMore ? one : other.first, reported: new Set([...(other?.reported ?? []), ...one.reported]) });
	}
	return all;
}

/** A payment is due once, however often its entry is asked for. What the first one does not remember, another has to go on remembering. */
function withoutRepetition(result: PaymentsOfEntry, own: EntryToCheck, first: EntryToCheck): PaymentsOfEntry {
	if (own === first) return result;
	const isCovered = own.reported.every((reference) => first.reported.includes(reference));
	return { ...result, due: [], state: isCovered ? 'askedTwice' : result.state };
}

/** Entries that nobody pays any more: those not paid so far that a reversal took out of the books. */
async function cancelledAmong(serviceLayer: ServiceLayer, results: PaymentsOfEntry[], rows: Row[]): Promise<Set<number>> {
	const unpaid = new Set(results.filter(({ state }) => state === 'unpaid').map(({ jdtNum }) => jdtNum));
	const keys = rows
		.filter(({ JdtNum, Reference2 }) => unpaid.has(Number(JdtNum)) && typeof Reference2 === 'string' && Reference2 !== '')
		.map(({ Reference2 }) => String(Reference2));
	if (keys.length === 0) return new Set();
	const wanted = keys.map((postingKey) => ({ postingKey }));
	const found = [...(await lookUp(serviceLayer, wanted, 'referenceCheck', false)).found.values()];
	return new Set(found.flatMap(({ cancelled }) => cancelled.map(({ entry }) => Number(entry.JdtNum))));
}

function resultOf(
	{ jdtNum, reported }: EntryToCheck,
	payable: Payable,
	payments: Row[],
	currency: string,
	companyDb: string,
): PaymentsOfEntry {
	const found = entryPayments(jdtNum, payable, payments, companyDb);
	const live = found.filter(({ cancelled }) => !cancelled);
	return {
		jdtNum,
		state: stateOf(payable, found),
		currency: payable.owed.size === 0 || currency === '' ? null : currency,
		payable: plainText(sumOf(payable.owed.values())),
		paid: plainText(sumOf(live.map(({ amount }) => amount))),
		payments: found.map(({ amount, bankCharges, ...payment }) => ({
			...payment,
			amount: plainText(amount),
			bankCharges: plainText(bankCharges),
		})),
		due: dueConfirmations(payable, found, reported, currency),
	};
}

function notFound({ jdtNum }: EntryToCheck): PaymentsOfEntry {
	return { jdtNum, state: 'entryNotFound', currency: null, payable: '0', paid: '0', payments: [], due: [] };
}
