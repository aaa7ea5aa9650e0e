import { amountText, multiply, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { text } from '../journal/accounts';
import { checkAssignments } from '../journal/dimensions';
import { keyText, type Row } from '../store/store';
import type { DocumentKind } from './kinds';
import { percentOf, taxOf, type LineTax } from './tax';

/** A line of a document, or an additional expense, with what it comes to in the document's currency. */
export interface PricedLine {
	row: Row;
	account: string;
	net: Millionths;
	tax: Millionths;
	taxed: LineTax;
	withheld: boolean;
}

/** How a document counts: its kind, type, days, currency and discount. */
export interface Terms {
	kind: DocumentKind;
	service: boolean;
	day: string;
	foreign: boolean;
	/** Units of local currency for one of the document's. */
	rate: Millionths;
	/** Share of every net amount that is left after the document's discount, in percent. */
	left: Millionths;
}

const amount = (row: Row, name: string): Millionths => parseAmount(String(row[name] ?? '0')) ?? 0n;
const isGiven = (row: Row, name: string) => row[name] !== null && row[name] !== undefined;

/** Prices a line: account or item, net amount, tax by its code. Throws what B1 refuses, with table, field and line. */
export function pricedLine(core: Core, row: Row, number: number, terms: Terms): PricedLine {
	const account = terms.service
		? accountOfLine(core, row, number, terms.kind.lines)
		: accountOfItem(core, row, number, terms.kind);
	checkAssignments(core, { ...row, TaxGroup: null, TaxCode: null }, number, terms.day);
	const taxed = taxOf(core, row, terms.kind.lines, number, terms.day);
	const accuracy = core.company().TotalsAccuracy;
	const net = percentOf(netOf(core, row, terms), terms.left, accuracy);
	const tax = isGiven(row, 'TaxTotal') && !terms.foreign ? amount(row, 'TaxTotal') : percentOf(net, taxed.rate, accuracy);
	return { row, account, net, tax, taxed, withheld: row.WTLiable !== 'tNO' };
}

/** An additional expense (freight and the like): its own account, and tax as on a line. */
export function pricedExpense(core: Core, row: Row, number: number, terms: Terms): PricedLine {
	const expense = core.store.get('AdditionalExpenses', keyText([Number(row.ExpenseCode)]));
	const account = text(expense?.ExpenseAccount);
	if (!expense || account === undefined)
		throw ruleBroken('Invalid freight code', 'PCH3.ExpnsCode', { line: number, value: row.ExpenseCode });
	const withGroup = { ...row, VatGroup: text(row.VatGroup) ?? text(row.TaxCode) ?? text(expense.InputVATGroup) ?? null };
	const taxed = taxOf(core, text(row.TaxCode) === undefined ? withGroup : row, 'PCH3', number, terms.day);
	const net = terms.foreign && isGiven(row, 'LineTotalFC') ? amount(row, 'LineTotalFC') : amount(row, 'LineTotal');
	const tax = percentOf(net, taxed.rate, core.company().TotalsAccuracy);
	return {
		row: { ...row, CostingCode: row.DistributionRule ?? null, ProjectCode: row.Project ?? null },
		account,
		net,
		tax,
		taxed,
		withheld: false,
	};
}

function accountOfLine(core: Core, row: Row, number: number, table: string): string {
	const code = text(row.AccountCode);
	const account = code === undefined ? undefined : core.store.get('ChartOfAccounts', keyText([code]));
	if (code === undefined) throw ruleBroken('Enter G/L account', `${table}.AcctCode`, { line: number });
	if (!account || account.ActiveAccount !== 'tYES' || account.LockManualTransaction === 'tYES')
		throw ruleBroken('Invalid G/L account', `${table}.AcctCode`, { line: number, value: code });
	return code;
}

function accountOfItem(core: Core, row: Row, number: number, kind: DocumentKind): string {
	const code = text(row.ItemCode);
	const item = code === undefined ? undefined : core.store.get('Items', keyText([code]));
	if (!item || item.Frozen === 'tYES')
		throw ruleBroken('Item number is missing or inactive', `${kind.lines}.ItemCode`, { line: number, value: code });
	if (item.PurchaseItem === 'tNO')
		throw ruleBroken('Item is not a purchase item', `${kind.lines}.ItemCode`, { line: number, value: code });
	if (isGiven(row, 'Quantity') && amount(row, 'Quantity') === 0n)
		throw ruleBroken('Quantity must not be zero', `${kind.lines}.Quantity`, { line: number });
	// What is kept in stock goes to the account of the item, whatever a line says.
	const account = (item.InventoryItem === 'tYES' ? undefined : text(row.AccountCode)) ?? text(item.ExpanseAccount);
	if (account === undefined)
		throw ruleBroken('G/L account is missing for the item', `${kind.lines}.ItemCode`, { line: number, value: code });
	return account;
}

/** The net amount in the document's currency: as told, else quantity times price less the line's own discount. */
function netOf(core: Core, row: Row, { foreign, rate }: Terms): Millionths {
	const accuracy = core.company().TotalsAccuracy;
	if (foreign && isGiven(row, 'RowTotalFC')) return amount(row, 'RowTotalFC');
	if (isGiven(row, 'LineTotal')) {
		const local = amount(row, 'LineTotal');
		return foreign ? (local * 1_000_000n) / rate : local;
	}
	const quantity = isGiven(row, 'Quantity') ? amount(row, 'Quantity') : 1_000_000n;
	const gross = multiply(quantity, amount(row, 'UnitPrice'), accuracy);
	return gross - percentOf(gross, amount(row, 'DiscountPercent'), accuracy);
}

/** The line as the document keeps it. */
export function storedLine(line: PricedLine, index: number, terms: Terms, accuracy: number): Row {
	const local = (value: Millionths) => amountText(terms.foreign ? multiply(value, terms.rate, accuracy) : value);
	const foreign = (value: Millionths) => (terms.foreign ? amountText(value) : '0');
	return {
		...line.row,
		LineNum: index,
		VisualOrder: index,
		UnitPrice: priceOf(line, terms),
		AccountCode: line.account,
		Quantity: line.row.Quantity ?? (terms.service ? '0' : '1'),
		LineTotal: local(line.net),
		RowTotalFC: foreign(line.net),
		TaxTotal: local(line.tax),
		TaxTotalFC: foreign(line.tax),
		TaxPercentagePerRow: amountText(line.taxed.rate),
		LineStatus: 'bost_Open',
		RemainingOpenQuantity: line.row.Quantity ?? '0',
	};
}

/** The price of one: as told, else what the amount gives for the quantity. */
function priceOf({ row, net }: PricedLine, terms: Terms): string {
	const quantity = isGiven(row, 'Quantity') ? amount(row, 'Quantity') : 0n;
	const isWorkedOut = !terms.service && quantity !== 0n && (isGiven(row, 'LineTotal') || isGiven(row, 'RowTotalFC'));
	return isWorkedOut ? amountText((net * 1_000_000n) / quantity) : amountText(amount(row, 'UnitPrice'));
}
