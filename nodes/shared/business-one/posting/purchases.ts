import { COSTING_FIELDS, KEY_FIELD, type PurchaseSet } from '../../b1Names';
import { Decimal } from '../../money';
import { batchReads, rowsOrThrow, type SetQuery, type Change } from '../batch';
import type { ServiceLayer } from '../client';
import { ServiceLayerError } from '../errors';
import { chainsOf, entityPath } from '../odata';
import type { Row } from '../types';
import { dayOf, isUserField, ownValue } from './compareEntry';
import { keyTerms } from './documentKey';
import type { Difference, Purchase } from './types';

const NAMES: Record<PurchaseSet, string> = {
	PurchaseInvoices: 'A/P invoice',
	PurchaseCreditNotes: 'A/P credit memo',
	Drafts: 'draft',
};

/** How the posting register names what was posted under a key. */
export const PURCHASE_KINDS: Record<PurchaseSet, 'PI' | 'PC' | 'PD'> = {
	PurchaseInvoices: 'PI',
	PurchaseCreditNotes: 'PC',
	Drafts: 'PD',
};

const HEADER = [
	'DocEntry',
	'DocNum',
	'DocType',
	'DocDate',
	'DocDueDate',
	'TaxDate',
	'CardCode',
	'NumAtCard',
	'DocCurrency',
	KEY_FIELD,
];
const AMOUNTS = ['DocTotal', 'DocTotalFc', 'VatSum', 'VatSumFc', 'WTAmount', 'WTAmountFC'];
const STATE = ['TransNum', 'CancelStatus', 'DocumentStatus', 'Form1099', 'Box1099', 'DocumentLines'];

/**
 * Reads the purchasing documents that carry these keys, in every spelling, as rows that read like journal entries: with the number of
 * the entry that B1 made of them, the document's own number, its date, and the key as reference. A company without the user field has none.
 * @param isWhole with every field, for documents with fields of the company's own
 * @throws ServiceLayerError where B1 cannot be asked
 */
export async function readPurchases(serviceLayer: ServiceLayer, keys: string[], isWhole: boolean): Promise<Row[]> {
	const filters = chainsOf(keys.flatMap((key) => keyTerms(KEY_FIELD, key)));
	const queries = filters.flatMap((filter) =>
		(Object.keys(NAMES) as PurchaseSet[]).map((set) => purchaseQuery(set, filter, isWhole)),
	);
	if (queries.length === 0) return [];
	const results = await batchReads(serviceLayer, queries);
	const failed = results.find((result) => 'error' in result);
	if (failed && 'error' in failed && isFieldMissing(failed.error)) return [];
	return rowsOrThrow(results).flatMap((rows, index) => rows.map((row) => asEntry(row, queries[index]!.set as PurchaseSet)));
}

function purchaseQuery(set: PurchaseSet, filter: string, isWhole: boolean): SetQuery {
	return { set, query: { filter, ...(isWhole ? {} : { select: [...HEADER, ...AMOUNTS, ...STATE] }), orderBy: 'DocEntry' } };
}

/** B1 does not know the user field: nothing was ever posted under it. */
export function isFieldMissing(error: ServiceLayerError): boolean {
	return error.status === 400 && `${error.text} ${error.message}`.includes(KEY_FIELD);
}

function asEntry(row: Row, set: PurchaseSet): Row {
	return {
		...row,
		purchaseSet: set,
		JdtNum: row.TransNum ?? null,
		Number: row.DocNum ?? null,
		ReferenceDate: row.DocDate ?? null,
		Reference2: row[KEY_FIELD] ?? null,
	};
}

export const isPurchaseRow = (row: Row): boolean => row.purchaseSet !== undefined;

/** @returns `A/P invoice 12`, as messages name a document */
export function purchaseName(row: Row): string {
	return `${NAMES[row.purchaseSet as PurchaseSet]} ${String(row.DocNum)}`;
}

/** The change that takes a purchasing document back: a posted one by its cancellation, a draft by its removal. */
export function cancellationOf(row: Row): Change {
	const path = entityPath(String(row.purchaseSet), Number(row.DocEntry));
	return row.purchaseSet === 'Drafts' ? { method: 'DELETE', path } : { method: 'POST', path: `${path}/Cancel` };
}

/** Documents of one key: those in the books, those cancelled with what did it, and drafts that wait for a person. */
export function sortPurchases(rows: Row[]): { live: Row[]; cancelled: Array<{ entry: Row; by: Row }>; waiting: Row[] } {
	const posted = rows.filter(({ purchaseSet }) => purchaseSet !== 'Drafts');
	const cancellations = posted.filter(({ CancelStatus }) => CancelStatus === 'csCancellation');
	return {
		live: posted.filter(({ CancelStatus }) => CancelStatus !== 'csYes' && CancelStatus !== 'csCancellation'),
		cancelled: posted
			.filter(({ CancelStatus }) => CancelStatus === 'csYes')
			.map((entry, index) => ({ entry, by: cancellations[index] ?? entry })),
		waiting: rows.filter(({ purchaseSet, DocumentStatus }) => purchaseSet === 'Drafts' && DocumentStatus !== 'bost_Close'),
	};
}

const HEADER_TEXTS = ['DocType', 'CardCode', 'NumAtCard', 'DocCurrency', 'Form1099', 'Box1099'];
const HEADER_DATES = ['DocDate', 'DocDueDate', 'TaxDate'];
const LINE_TEXTS = [
	'ItemCode',
	'BaseType',
	'BaseEntry',
	'BaseLine',
	'AccountCode',
	'VatGroup',
	'TaxCode',
	'ProjectCode',
	...COSTING_FIELDS,
];
const LINE_AMOUNTS = ['Quantity', 'LineTotal', 'RowTotalFC'];

/**
 * Compares a purchasing document in B1 with what was sent: vendor, number, dates, currency, fields of the company's own, every line, and what
 * B1 made of total and tax.
 * @returns what differs; nothing where the document is the one that was sent
 */
export function comparePurchase({ document, total, tax }: Purchase, found: Row): Difference[] {
	const isForeign = text(document.DocCurrency) !== '';
	const withheld = amount(isForeign ? found.WTAmountFC : found.WTAmount);
	const owed = amount(isForeign ? found.DocTotalFc : found.DocTotal).plus(withheld);
	return [
		...HEADER_TEXTS.flatMap((field) => differing(document, found, field, text)),
		...HEADER_DATES.flatMap((field) => differing(document, found, field, dayOf)),
		...userFieldsOf(document).flatMap((field) => differing(document, found, field, ownValue)),
		...figure('DocTotal', total, owed),
		...figure('VatSum', tax, amount(isForeign ? found.VatSumFc : found.VatSum)),
		...compareLines(rowsIn(document.DocumentLines), rowsIn(found.DocumentLines)),
	];
}

function compareLines(sent: Row[], found: Row[]): Difference[] {
	if (sent.length !== found.length)
		return [{ field: 'DocumentLines', sent: `${sent.length} lines`, found: `${found.length} lines` }];
	return sent.flatMap((line, index) =>
		[
			...LINE_TEXTS.flatMap((field) => differing(line, found[index]!, field, text)),
			...userFieldsOf(line).flatMap((field) => differing(line, found[index]!, field, ownValue)),
			...LINE_AMOUNTS.filter((field) => text(line[field]) !== '').flatMap((field) =>
				figure(field, text(line[field]), amount(found[index]![field])),
			),
		].map((difference) => ({ ...difference, line: index + 1 })),
	);
}

/** The posting key is how the document was found. */
const userFieldsOf = (sent: Row): string[] => Object.keys(sent).filter((field) => isUserField(field) && field !== KEY_FIELD);

function differing(sent: Row, found: Row, field: string, read: (value: unknown) => string): Difference[] {
	const [own, there] = [read(sent[field]), read(found[field])];
	return own === '' || own === there ? [] : [{ field, sent: own, found: there }];
}

const figure = (field: string, sent: string, found: Decimal): Difference[] =>
	found.equals(sent) ? [] : [{ field, sent, found: found.toString() }];

const rowsIn = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());
const amount = (value: unknown): Decimal => new Decimal(text(value) || 0);
