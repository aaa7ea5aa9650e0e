import { amountText, multiply, parseAmount, type Millionths } from '../amounts';
import type { Core } from '../core';
import { ruleBroken } from '../errors';
import { text } from '../journal/accounts';
import type { Row } from '../store/store';
import type { PricedLine, Terms } from './lines';
import { percentOf } from './tax';
import type { Withheld } from './withholding';

/** What a document's journal entry is made of, in the document's currency. */
export interface Amounts {
	lines: PricedLine[];
	withheld: Withheld[];
	rounding: Millionths;
	total: Millionths;
}

const ASSIGNMENTS = ['ProjectCode', 'CostingCode', 'CostingCode2', 'CostingCode3', 'CostingCode4', 'CostingCode5'];

/** The journal entry of a document: costs, tax by group, tax withheld, rounding, and the partner with what is owed. */
export function entryOfDocument(core: Core, document: Row, amounts: Amounts, terms: Terms): Row {
	const line = lineWriter(core, document, terms);
	const others = [
		...amounts.lines.map((priced) => line(priced.account, priced.net + keptInCost(core, priced), costFields(priced))),
		...amounts.lines.flatMap((priced) => taxLines(core, priced, line, terms)),
		...amounts.withheld.filter(({ onPayment }) => !onPayment).map((one) => line(one.account, -one.tax, {})),
		...(amounts.rounding === 0n ? [] : [line(roundingAccount(core), amounts.rounding, {})]),
	].filter((one): one is Row => one !== null);
	const partner = line(undefined, -amounts.total, {
		ShortName: document.CardCode ?? null,
		ControlAccount: document.ControlAccount ?? null,
		PaymentBlock: document.PaymentBlock ?? null,
	});
	return {
		ReferenceDate: document.DocDate ?? null,
		DueDate: document.DocDueDate ?? null,
		TaxDate: document.TaxDate ?? null,
		Memo: document.JournalMemo ?? null,
		Reference: String(document.DocNum),
		Reference2: document.NumAtCard ?? null,
		ProjectCode: document.Project ?? null,
		Indicator: document.Indicator ?? null,
		JournalEntryLines: partner ? [...others, balancing(partner, others)] : others,
	};
}

/** The partner's line carries in local currency what the converted lines come to, so that no cent of rounding is left. */
function balancing(partner: Row, others: Row[]): Row {
	const sum = (side: 'Debit' | 'Credit') =>
		others.reduce((total, one) => total + (parseAmount(String(one[side] ?? '0')) ?? 0n), 0n);
	const owed = sum('Debit') - sum('Credit');
	return 'Credit' in partner ? { ...partner, Credit: amountText(owed) } : { ...partner, Debit: amountText(-owed) };
}

type LineWriter = (account: string | undefined, value: Millionths, more: Row) => Row | null;

/** Debits are positive; a credit note turns every side. A line of nothing is none. */
function lineWriter(core: Core, document: Row, { kind, foreign, rate }: Terms): LineWriter {
	const accuracy = core.company().TotalsAccuracy;
	const branch = document.BPL_IDAssignedToInvoice ?? null;
	return (account, value, more) => {
		if (value === 0n && more.BaseSum === undefined) return null;
		const debit = value >= 0n !== kind.credit;
		const size = value < 0n ? -value : value;
		const side = debit ? 'Debit' : 'Credit';
		const local = amountText(foreign ? multiply(size, rate, accuracy) : size);
		return {
			...(account === undefined ? {} : { AccountCode: account }),
			...(foreign ? { [`FC${side}`]: amountText(size), FCCurrency: document.DocCurrency ?? null } : {}),
			[side]: local,
			...(branch === null ? {} : { BPLID: branch }),
			...more,
		};
	};
}

/** The share of the tax that cannot be deducted and has no account of its own is cost. */
function keptInCost(core: Core, { tax, taxed }: PricedLine): Millionths {
	if (taxed.account === undefined && taxed.owedOn === undefined) return tax;
	return taxed.owedOn === undefined ? percentOf(tax, taxed.nonDeductible, core.company().TotalsAccuracy) : 0n;
}

function costFields({ row }: PricedLine): Row {
	const given = ASSIGNMENTS.filter((name) => text(row[name]) !== undefined).map((name) => [name, row[name]!]);
	return {
		...Object.fromEntries(given),
		...(text(row.ItemDescription) === undefined ? {} : { LineMemo: row.ItemDescription! }),
	} as Row;
}

function taxLines(core: Core, priced: PricedLine, line: LineWriter, terms: Terms): (Row | null)[] {
	const { tax, taxed, net } = priced;
	if (taxed.code === undefined || taxed.account === undefined) return [];
	const accuracy = core.company().TotalsAccuracy;
	const base = amountText(terms.foreign ? multiply(net, terms.rate, accuracy) : net);
	const field: Row = { [taxed.property === 'VatGroup' ? 'TaxGroup' : 'TaxCode']: taxed.code, BaseSum: base, VatLine: 'tYES' };
	const deducted = taxed.owedOn === undefined ? tax - keptInCost(core, priced) : tax;
	const owed = taxed.owedOn === undefined ? [] : [line(taxed.owedOn, -tax, {})];
	return [line(taxed.account, deducted, field), ...owed];
}

function roundingAccount(core: Core): string {
	const account = text(core.company().RoundingAccount);
	if (account === undefined) throw ruleBroken('G/L account for rounding is missing', 'OPCH.RoundDif');
	return account;
}
