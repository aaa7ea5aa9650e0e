import {
	dayOf,
	entriesBetween,
	findDocuments,
	getAll,
	isPurchaseRow,
	orChains,
	readAdminInfo,
	readIsoCodes,
	type Finding,
	type Row,
	type ServiceLayer,
} from '../../../shared/business-one';
import { postingKey } from '../../../shared/journalEntry';
import { Decimal, readAmount, ZERO } from '../../../shared/money';
import type { BookEntry, BookLine, Books, BooksOfDocument } from '../../../shared/reconciliation';

const DIMENSIONS = ['CostingCode', 'CostingCode2', 'CostingCode3', 'CostingCode4', 'CostingCode5'];

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** B1 gives amounts as JSON numbers that it has rounded itself. */
const amountOf = (value: unknown): Decimal => readAmount(value).amount ?? new Decimal(textOf(value) || 0);

/** The document that a posting key names: what stands behind the company. */
const documentIn = (key: unknown): string => textOf(key).slice(textOf(key).lastIndexOf(':') + 1);

const linesIn = ({ JournalEntryLines }: Row): Row[] => (Array.isArray(JournalEntryLines) ? (JournalEntryLines as Row[]) : []);

function lineOf(line: Row, isoOf: (code: string) => string): BookLine {
	const code = textOf(line.FCCurrency);
	return {
		account: textOf(line.AccountCode),
		costCenters: DIMENSIONS.map((dimension) => textOf(line[dimension])),
		debit: amountOf(line.Debit),
		credit: amountOf(line.Credit),
		currency: code === '' ? '' : isoOf(code),
		foreignDebit: amountOf(line.FCDebit),
		foreignCredit: amountOf(line.FCCredit),
	};
}

/** What an invoice comes to: in its own currency, with the tax that B1 withholds. */
function totalOf(row: Row, local: string, isoOf: (code: string) => string): BookEntry['total'] {
	const foreign = amountOf(row.DocTotalFc);
	const currency = textOf(row.DocCurrency);
	if (!foreign.isZero() && currency !== '') return { amount: foreign, currency: isoOf(currency) };
	return { amount: amountOf(row.DocTotal).plus(amountOf(row.WTAmount ?? ZERO)), currency: local };
}

function entryOf(row: Row, local: string, isoOf: (code: string) => string): BookEntry {
	return {
		docId: documentIn(row.Reference2),
		jdtNum: numberOf(row.JdtNum),
		number: numberOf(row.Number),
		postingDate: dayOf(row.ReferenceDate),
		reference: textOf(row.Reference ?? row.NumAtCard),
		lines: linesIn(row).map((line) => lineOf(line, isoOf)),
		...(isPurchaseRow(row) ? { total: totalOf(row, local, isoOf) } : {}),
	};
}

/** Codes of foreign currencies that rows name. */
function currenciesIn(rows: readonly Row[]): string[] {
	const codes = rows.flatMap((row) => [row.DocCurrency, ...linesIn(row).map(({ FCCurrency }) => FCCurrency)]).map(textOf);
	return [...new Set(codes)].filter((code) => code !== '');
}

async function readAccounts(serviceLayer: ServiceLayer, codes: readonly string[]): Promise<Books['accounts']> {
	const select = ['Code', 'Name', 'Balance'];
	const rows: Row[] = [];
	for (const filter of orChains('Code', codes))
		rows.push(...(await getAll(serviceLayer, 'ChartOfAccounts', { filter, select })).rows);
	return codes.map((code) => {
		const row = rows.find(({ Code }) => Code === code);
		return { code, name: textOf(row?.Name), balance: row ? amountOf(row.Balance) : null };
	});
}

const rowsOf = ({ found }: Finding): Row[] => [...(found?.live ?? []), ...(found?.cancelled ?? []).map(({ entry }) => entry)];

/** What B1 holds, as far as a reconciliation asks for it. */
export interface Wanted {
	documents: ReadonlyArray<{ docId: string; companyId: string }>;
	from: string;
	to: string;
	/** Codes of accounts that should be empty. */
	accounts: readonly string[];
	/** Look-ups under way together. */
	inFlight: number;
}

/**
 * Reads the entries of documents by their posting keys, all entries of ours in the period, and the balances of accounts.
 * @throws ServiceLayerError where B1 cannot be asked: a part of the books proves nothing
 */
export async function readBooks(
	serviceLayer: ServiceLayer,
	companyDb: string,
	{ documents, from, to, accounts, inFlight }: Wanted,
): Promise<Books> {
	const keys = documents.map(({ companyId, docId }) => postingKey(companyId, docId));
	const findings = keys.length === 0 ? [] : await findDocuments(serviceLayer, keys, 'auto', inFlight);
	const silent = findings.find(({ found }) => found === undefined);
	if (silent) throw new Error(silent.result?.message ?? 'B1 could not be asked for the documents of the period');
	const inPeriod = await entriesBetween(serviceLayer, from, to);
	const { LocalCurrency } = await readAdminInfo(serviceLayer);
	const codes = [textOf(LocalCurrency), ...currenciesIn([...findings.flatMap(rowsOf), ...inPeriod])];
	const isoCodes = await readIsoCodes(serviceLayer, codes);
	const isoOf = (code: string) => isoCodes.get(code) ?? code;
	const local = isoOf(textOf(LocalCurrency));
	const toEntry = (row: Row) => entryOf(row, local, isoOf);
	const booksOf = ({ found }: Finding): BooksOfDocument => ({
		live: (found?.live ?? []).map(toEntry),
		cancelled: (found?.cancelled ?? []).map(({ entry }) => toEntry(entry)),
		isWaiting: (found?.waiting ?? []).length > 0,
	});
	return {
		companyDb,
		currency: local,
		documents: new Map(documents.map(({ docId }, index) => [docId.toLowerCase(), booksOf(findings[index]!)])),
		entries: inPeriod.map(toEntry),
		accounts: await readAccounts(serviceLayer, accounts),
	};
}
