import { amountText, divide, multiply, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { text } from '../journal/accounts';
import { rateOf } from '../journal/amounts';
import { postEntry, type Poster } from '../journal/post';
import { withDefaults } from '../rest/defaults';
import { keyText, members, type Row } from '../store/store';
import { drawFromBases, fromBase } from './bases';
import { datesOf } from './dates';
import { entryOfDocument, type Amounts } from './entry';
import { documentKind, type DocumentKind } from './kinds';
import { pricedExpense, pricedLine, storedLine, type PricedLine, type Terms } from './lines';
import { checkReference } from './reference';
import { form1099Of, withheldNow, withheldOf, withholdingRows } from './withholding';

const HUNDRED = 100_000_000n;
const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;

/** Adds a purchasing document (`POST PurchaseInvoices` and the like), and the journal entry it makes. */
export function createDocument(core: Core, poster: Poster, set: string, input: Row): Row {
	const kind = documentKind(set);
	if (!kind) throw new Error(`There is no kind of document ${set}`);
	const { row, amounts, terms } = calculated(core, kind, input);
	const day = terms.day;
	checkReference(core, input, day, kind);
	const number = core.store.next(kind.set);
	const document: Row = { ...row, DocEntry: number, DocNum: number };
	drawFromBases(core, members(document, 'DocumentLines'), kind);
	if (kind.journal === undefined) return put(core, kind, document);
	const entry = postEntry(core, poster, entryOfDocument(core, document, amounts, terms), {
		OriginalJournal: kind.journal,
		Original: number,
		BaseReference: String(number),
	});
	return put(core, kind, { ...document, TransNum: entry.JdtNum ?? null });
}

/** Keeps a document that is no document yet (`POST Drafts`): checked and calculated, not booked; its reference is not held against others. */
export function createDraft(core: Core, input: Row): Row {
	const kind = documentKind(input.DocObjectCode ?? 'oPurchaseInvoices');
	if (!kind) throw ruleBroken('Invalid object type', 'ODRF.ObjType', { value: input.DocObjectCode });
	const { row } = calculated(core, kind, input);
	const number = core.store.next('Drafts');
	const draft: Row = { ...row, DocEntry: number, DocNum: number, asked: input };
	core.store.put('Drafts', draft);
	return draft;
}

/** A draft after a change: calculated anew from what was asked for, with lines merged by their number. */
export function recalculatedDraft(core: Core, before: Row, input: Row): Row {
	const kind = documentKind(before.DocObjectCode);
	if (!kind || before.DocumentStatus === 'bost_Close') throw ruleBroken('Draft is already closed', 'ODRF.DocEntry');
	const asked = before.asked as Row;
	const lines = members(asked, 'DocumentLines').map((line, index) => ({
		...line,
		...members(input, 'DocumentLines').find((one) => one.LineNum === index),
	}));
	const added = members(input, 'DocumentLines').filter((one) => typeof one.LineNum !== 'number' || one.LineNum >= lines.length);
	const changed: Row = { ...asked, ...input, DocumentLines: [...lines, ...added] };
	return { ...calculated(core, kind, changed).row, DocEntry: before.DocEntry!, DocNum: before.DocNum!, asked: changed };
}

function put(core: Core, kind: DocumentKind, document: Row): Row {
	core.store.put(kind.set, document);
	return document;
}

function calculated(core: Core, kind: DocumentKind, input: Row): { row: Row; amounts: Amounts; terms: Terms } {
	const partner = partnerOf(core, input, kind);
	const dates = datesOf(core, input, partner);
	const terms = termsOf(core, input, partner, kind, dates.posting);
	const lines = members(input, 'DocumentLines').map((line, index) =>
		fromBase(core, line, index + 1, { input, cardCode: String(partner.CardCode), kind }),
	);
	if (lines.length === 0) throw ruleBroken('No matching records found: document has no lines', `${kind.table}.DocEntry`);
	const [priced, expenses, final] = withTotal(core, input, lines, partner, terms);
	const amounts = amountsOf(core, input, partner, { lines: [...priced, ...expenses], foreign: terms.foreign, day: terms.day });
	return { row: documentRow(core, { ...input, ...dates.fields }, partner, priced, amounts, final), amounts, terms: final };
}

/** A DocTotal that differs from what the lines come to is a discount of the whole document, as in B1's own window. */
function withTotal(core: Core, input: Row, lines: Row[], partner: Row, terms: Terms): [PricedLine[], PricedLine[], Terms] {
	const price = (by: Terms): [PricedLine[], PricedLine[], Terms] => [
		lines.map((line, index) => pricedLine(core, line, index + 1, by)),
		expensesOf(core, input, by),
		by,
	];
	const first = price(terms);
	const asked = amount(input, terms.foreign ? 'DocTotalFc' : 'DocTotal');
	const { total } = amountsOf(core, input, partner, {
		lines: [...first[0], ...first[1]],
		foreign: terms.foreign,
		day: terms.day,
	});
	if (asked === 0n || asked === total || total === 0n) return first;
	return price({ ...terms, left: divide(multiply(asked, terms.left, 6), total, 6) });
}

/** Freight stands once in a document. */
function expensesOf(core: Core, input: Row, by: Terms): PricedLine[] {
	const all = members(input, 'DocumentAdditionalExpenses');
	all.forEach(({ ExpenseCode: code }, index) => {
		if (all.findIndex((one) => one.ExpenseCode === code) !== index)
			throw ruleBroken('Freight code is already in the document', 'PCH3.ExpnsCode', { line: index + 1, value: code });
	});
	return all.map((one, index) => pricedExpense(core, one, index + 1, by));
}

function amountsOf(
	core: Core,
	input: Row,
	partner: Row,
	{ lines, foreign, day }: { lines: PricedLine[]; foreign: boolean; day: string },
): Amounts {
	const withheld = withheldOf(core, input, partner, { lines, day });
	const rounding = input.Rounding === 'tYES' ? amount(input, foreign ? 'RoundingDiffAmountFC' : 'RoundingDiffAmount') : 0n;
	const sum = (of: (line: PricedLine) => Millionths) => lines.reduce((total, line) => total + of(line), 0n);
	const taxed = sum((line) => (line.taxed.owedOn === undefined ? line.tax : 0n));
	const total = sum((line) => line.net) + taxed + rounding - withheldNow(withheld);
	return { lines, withheld, rounding, total };
}

function partnerOf(core: Core, input: Row, kind: DocumentKind): Row {
	const code = text(input.CardCode);
	const partner = code === undefined ? undefined : core.store.get('BusinessPartners', keyText([code]));
	if (!partner || partner.CardType !== 'cSupplier')
		throw ruleBroken('Invalid BP code', `${kind.table}.CardCode`, { value: code });
	if (partner.Frozen === 'tYES') throw ruleBroken('Business partner is inactive', `${kind.table}.CardCode`, { value: code });
	return partner;
}

function termsOf(core: Core, input: Row, partner: Row, kind: DocumentKind, day: string): Terms {
	const currency = currencyOf(core, input, partner, kind);
	const foreign = currency !== core.company().LocalCurrency;
	const told = amount(input, 'DocRate');
	return {
		kind,
		service: input.DocType === 'dDocument_Service',
		day,
		foreign,
		rate: foreign ? (told === 0n ? rateOf(core, currency, day) : told) : 1_000_000n,
		left: HUNDRED - amount(input, 'DiscountPercent'),
	};
}

function currencyOf(core: Core, input: Row, partner: Row, kind: DocumentKind): string {
	const kept = text(partner.Currency);
	const currency = text(input.DocCurrency) ?? (kept === undefined || kept === '##' ? core.company().LocalCurrency : kept);
	if (kept !== undefined && kept !== '##' && currency !== kept && currency !== core.company().LocalCurrency)
		throw ruleBroken('Document currency does not match the business partner currency', `${kind.table}.DocCur`, {
			value: currency,
		});
	if (!core.store.get('Currencies', keyText([currency])))
		throw ruleBroken('Invalid currency code', `${kind.table}.DocCur`, { value: currency });
	return currency;
}

function documentRow(core: Core, input: Row, partner: Row, lines: PricedLine[], amounts: Amounts, terms: Terms): Row {
	const type = core.schema.type('Document');
	const lineType = core.schema.type('DocumentLine');
	if (!type || !lineType) throw new Error('The type Document is missing');
	const accuracy = core.company().TotalsAccuracy;
	const local = (value: Millionths) => amountText(terms.foreign ? multiply(value, terms.rate, accuracy) : value);
	const tax = amounts.lines.reduce((sum, line) => sum + line.tax, 0n);
	return withDefaults(type, {
		...input,
		DocType: terms.service ? 'dDocument_Service' : 'dDocument_Items',
		DocCurrency: terms.foreign ? currencyOf(core, input, partner, terms.kind) : core.company().LocalCurrency,
		DocRate: amountText(terms.rate),
		CardName: input.CardName ?? partner.CardName ?? null,
		DocTotal: local(amounts.total),
		DocTotalFc: terms.foreign ? amountText(amounts.total) : '0',
		DiscountPercent: amountText(HUNDRED - terms.left),
		VatSum: local(tax),
		VatSumFc: terms.foreign ? amountText(tax) : '0',
		...form1099Of(core, input, partner),
		WTAmount: local(withheldNow(amounts.withheld)),
		WTAmountFC: terms.foreign ? amountText(withheldNow(amounts.withheld)) : '0',
		RoundingDiffAmount: local(amounts.rounding),
		RoundingDiffAmountFC: terms.foreign ? amountText(amounts.rounding) : '0',
		DocumentStatus: 'bost_Open',
		CancelStatus: 'csNo',
		DocObjectCode: terms.kind.objectName,
		DocumentLines: lines.map((line, index) => withDefaults(lineType, storedLine(line, index, terms, accuracy))),
		WithholdingTaxDataCollection: withholdingRows(amounts.withheld),
	});
}
