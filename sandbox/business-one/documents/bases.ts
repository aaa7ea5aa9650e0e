import { amountText, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { keyText, members, type Row } from '../store/store';
import { documentKind, type DocumentKind } from './kinds';

const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;
const hasBase = (line: Row) => typeof line.BaseType === 'number' && line.BaseType >= 0;

/** Fills a line from the line of an order or goods receipt it is based on. Throws where that is closed, another partner's or exceeded. */
export function fromBase(
	core: Core,
	line: Row,
	number: number,
	target: { input: Row; cardCode: string; kind: DocumentKind },
): Row {
	const { input, cardCode, kind } = target;
	if (!hasBase(line)) return line;
	const { base, of } = baseOf(core, line, number, kind);
	const fail = (reason: string) => ruleBroken(reason, `${kind.lines}.BaseEntry`, { line: number, value: line.BaseEntry });
	if (base.CardCode !== cardCode) throw fail('Base document card and target document card do not match');
	const isService = (row: Row) => row.DocType === 'dDocument_Service';
	if (isService(base) !== isService(input)) throw fail('Base document and target document are of different types');
	if (!isService(base) && typeof line.ItemCode === 'string' && line.ItemCode !== of.ItemCode)
		throw fail('Item does not match the base document');
	if (base.Cancelled === 'tYES' || of.LineStatus === 'bost_Close')
		throw fail('One of the base documents has already been closed');
	const open = amount(of, 'RemainingOpenQuantity');
	const quantity = line.Quantity === undefined || line.Quantity === null ? open : amount(line, 'Quantity');
	if (base.DocType !== 'dDocument_Service' && quantity > open)
		throw fail('Quantity exceeds the open quantity of the base document');
	return { ...inherited(of), ...given(line), Quantity: amountText(quantity) };
}

const COPIED = [
	'ItemCode',
	'ItemDescription',
	'UnitPrice',
	'AccountCode',
	'VatGroup',
	'TaxCode',
	'ProjectCode',
	'CostingCode',
	'CostingCode2',
];

function inherited(base: Row): Row {
	return Object.fromEntries(COPIED.map((name) => [name, base[name] ?? null]));
}

function given(line: Row): Row {
	return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== undefined));
}

/** Takes the quantities of a new document from its base documents, and closes what is used up. */
export function drawFromBases(core: Core, lines: Row[], kind: DocumentKind): void {
	lines.forEach((line, index) => {
		if (!hasBase(line)) return;
		const { base, of, set } = baseOf(core, line, index + 1, kind);
		const left = amount(of, 'RemainingOpenQuantity') - amount(line, 'Quantity');
		const closed = left <= 0n;
		const drawn: Row = {
			...of,
			RemainingOpenQuantity: amountText(closed ? 0n : left),
			LineStatus: closed ? 'bost_Close' : 'bost_Open',
		};
		const all = members(base, 'DocumentLines').map((one) => (one.LineNum === of.LineNum ? drawn : one));
		const done = all.every((one) => one.LineStatus === 'bost_Close');
		core.store.put(set, { ...base, DocumentLines: all, DocumentStatus: done ? 'bost_Close' : 'bost_Open' });
	});
}

/** Gives the quantities of a cancelled document back to its base documents. */
export function giveBack(core: Core, lines: Row[], kind: DocumentKind): void {
	lines.forEach((line, index) => {
		if (!hasBase(line)) return;
		const { base, of, set } = baseOf(core, line, index + 1, kind);
		const open = amountText(amount(of, 'RemainingOpenQuantity') + amount(line, 'Quantity'));
		const again: Row = { ...of, RemainingOpenQuantity: open, LineStatus: 'bost_Open' };
		const all = members(base, 'DocumentLines').map((one) => (one.LineNum === of.LineNum ? again : one));
		core.store.put(set, { ...base, DocumentLines: all, DocumentStatus: 'bost_Open' });
	});
}

function baseOf(core: Core, line: Row, number: number, kind: DocumentKind): { base: Row; of: Row; set: string } {
	const from = documentKind(line.BaseType);
	const base = from && core.store.get(from.set, keyText([Number(line.BaseEntry)]));
	const of = base && members(base, 'DocumentLines').find((one) => one.LineNum === line.BaseLine);
	if (!from || !base || !of)
		throw ruleBroken('Base document does not exist', `${kind.lines}.BaseEntry`, { line: number, value: line.BaseEntry });
	return { base, of, set: from.set };
}
