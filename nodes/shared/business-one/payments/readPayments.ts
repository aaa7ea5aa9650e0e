import { batchReads, rowsOrThrow } from '../batch';
import type { ServiceLayer } from '../client';
import { allOf, literal, orChains } from '../odata';
import type { Row } from '../types';

const ENTRY_SELECT = ['JdtNum', 'ReferenceDate', 'Reference2', 'OriginalJournal', 'Original', 'JournalEntryLines'];

/**
 * Properties of the entity Payment. Their names are those of recorded answers and of SAP's SDK help (Payments, Payments_Invoices);
 * `Cancelled` is a BoYesNoEnum.
 */
const PAYMENT_SELECT = [
	'DocEntry',
	'DocNum',
	'DocDate',
	'CardCode',
	'CardName',
	'TransferDate',
	'TransferSum',
	'CashSum',
	'BankChargeAmount',
	'Cancelled',
	'PaymentChecks',
	'PaymentInvoices',
];

/** A payment may be dated before the entry it pays, when the entry had to go into a later period than the expense. */
const DAYS_BEFORE_ENTRY = 62;
const DAY_MS = 86_400_000;

/** Reads entries with their lines by JdtNum; those that are not there are left out. Throws ServiceLayerError. */
export async function readEntries(serviceLayer: ServiceLayer, jdtNums: number[]): Promise<Row[]> {
	const chains = orChains('JdtNum', jdtNums.map(String), (value) => `eq ${literal(value, 'number')}`);
	return await readAll(serviceLayer, 'JournalEntries', chains, ENTRY_SELECT, 'JdtNum');
}

/**
 * Reads the outgoing payments to these partners since the earliest of the entries. The rows that say which entries a payment pays lie
 * inside it, and the Service Layer filters by properties of the payment itself only, so this is the narrowest question it takes.
 * Cancelled payments come too. Throws ServiceLayerError.
 */
export async function readPayments(serviceLayer: ServiceLayer, partners: string[], entries: Row[]): Promise<Row[]> {
	const earliest = entries.map(({ ReferenceDate }) => String(ReferenceDate ?? '').slice(0, 10)).sort()[0] ?? '';
	const since = earliest === '' ? undefined : `DocDate ge ${literal(daysBefore(earliest), 'date')}`;
	const chains = orChains('CardCode', partners).map((chain) => allOf(chain, since)!);
	return await readAll(serviceLayer, 'VendorPayments', chains, PAYMENT_SELECT, 'DocEntry');
}

const daysBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - DAYS_BEFORE_ENTRY * DAY_MS).toISOString();

async function readAll(
	serviceLayer: ServiceLayer,
	set: string,
	filters: string[],
	select: string[],
	orderBy: string,
): Promise<Row[]> {
	if (filters.length === 0) return [];
	const queries = filters.map((filter) => ({ set, query: { filter, select, orderBy } }));
	return rowsOrThrow(await batchReads(serviceLayer, queries)).flat();
}
