import { isYes, textOf, type Json } from '../document';
import { mapAccount, taxGuidsOf, type ElsewherePayer, type MappedAccount } from '../mapping';
import { ZERO, type Decimal } from '../money';
import { orderOf, type Assembly } from './assembly';
import { counterpartyOf, type CounterpartyQuestion } from './counterparty';
import { ReportEntryTax } from './reportEntryTax';
import { warnPaidElsewhere } from './paidElsewhere';
import { sourceTexts } from './sourceTexts';
import type { TaxedJournal } from './taxRows';
import { checkReportEntryTotal } from './totals';
import { qualifierOf, sourceOf } from './reportEntrySource';
import type { LineSource } from './types';

/** The company's side of a journal row. */
const COMPANY = 'COMP';

/** What an entry needs to know of its report. */
export interface ReportFacts {
	report: Json;
	employee: Json;
	employeeId: string | null;
	homeCountry: string | null;
	payroll: boolean;
	/** Who reimburses the employee, where it is not the company. */
	payer: ElsewherePayer | null;
}

interface ReportEntry {
	facts: ReportFacts;
	json: Json;
	index: number;
	/** How messages call the entry: `entry 2C14... (Laundry)`. */
	name: string;
	id: string | null;
	personal: boolean;
	clearingAccount: string | null;
	tax: ReportEntryTax;
	source: LineSource;
}

/** A journal row: the company pays `payee` (or is paid by it) for `account`. */
interface Journal extends TaxedJournal {
	json: Json;
	allocationJson: Json;
	/** null when the row cannot be posted: it is zero, or its direction is held. */
	payee: string | null;
	account: string | null;
	isClearing: boolean;
}

/**
 * Reads the journal rows of an expense entry into flows and checks that they add up to the entry's approved amount.
 *
 * @returns the approved amount; the sum of the journals where the entry states none
 */
export function readReportEntry(assembly: Assembly, facts: ReportFacts, json: Json, index: number): Decimal {
	const id = textOf(json.entryId);
	const expenseType = textOf(json.expenseTypeName) ?? textOf(json.expenseTypeCode);
	const name = `entry ${id ?? index + 1}${expenseType ? ` (${expenseType})` : ''}`;
	const allocations = assembly.rows(json.allocation, 'allocation', name);
	const entry: ReportEntry = {
		facts,
		json,
		index,
		name,
		id,
		personal: isYes(json.entryIsPersonal),
		clearingAccount: assembly.accountCode(json.clearingAccountCode),
		tax: new ReportEntryTax(assembly, name, facts.homeCountry, allocations),
		source: sourceOf(assembly, json, name, id, expenseType),
	};
	const journals: Journal[] = [];
	for (const [position, allocation] of allocations.entries()) {
		for (const json of assembly.rows(allocation.journal, 'journal', name)) {
			const journal = readJournal(assembly, entry, json, allocation, position);
			if (journal) journals.push(journal);
		}
	}
	markClearing(entry, journals);
	for (const journal of journals) if (!journal.isClearing) entry.tax.add(journal);
	const first = assembly.flows.length;
	for (const journal of journals) addFlow(assembly, entry, journal);
	entry.tax.finish(assembly.flows.slice(first));
	if (isYes(json.expensePayIndicator) && assembly.profile.expensePay === 'vendor') {
		const words = { what: `Concur pays ${name} (Expense Pay)`, risk: 'paying the vendor from B1 as well would pay twice' };
		warnPaidElsewhere(assembly, 'concur', words, { entry: name });
	}
	const approved = assembly.amount(json.entryApprovedAmount, 'entryApprovedAmount', name);
	const amounts = journals.map(({ gross }) => gross);
	return checkReportEntryTotal(assembly, name, amounts, approved, assembly.flows.slice(first));
}

/** A journal row; null for one without amount, which is held. */
function readJournal(assembly: Assembly, entry: ReportEntry, json: Json, allocated: Json, allocation: number): Journal | null {
	const gross = assembly.amount(json.amountGross, 'amountGross', entry.name);
	if (gross === null) {
		const place = { entry: entry.name, field: 'amountGross' };
		assembly.hold('missing-amount', `A journal row of ${entry.name} has no amount.`, place);
		return null;
	}
	const net = (field: string) => (json[field] === json.amountGross ? gross : assembly.amount(json[field], field, entry.name));
	const account = assembly.accountCode(json.journalAccountCode);
	return {
		json,
		allocationJson: allocated,
		allocation,
		gross,
		netOfTax: net('amountNetOfTax'),
		netOfReclaim: net('amountNetOfReclaim'),
		guids: taxGuidsOf(json),
		payee: gross.isZero() ? null : otherSide(assembly, entry, json, gross),
		account,
		isClearing: entry.personal,
	};
}

/**
 * Offset rows pass an amount from the card to the employee over the clearing account, and cancel each other there. Rows on that account
 * that leave an amount are costs, whose account is the clearing account as well.
 */
function markClearing({ personal, clearingAccount }: ReportEntry, journals: readonly Journal[]): void {
	if (personal || clearingAccount === null) return;
	const own = journals.filter(({ account }) => account === clearingAccount);
	const sum = own.reduce((total, { gross }) => total.plus(gross), ZERO);
	const others = new Set(own.map(({ payee }) => payee));
	if (sum.isZero() && others.size > 1) for (const journal of own) journal.isClearing = true;
}

/** The code opposite the company; null when there is none, or when direction and sign contradict each other (held). */
function otherSide(assembly: Assembly, { name }: ReportEntry, json: Json, gross: Decimal): string | null {
	const payer = textOf(json.journalPayer);
	const payee = textOf(json.journalPayee);
	if (payer === null || payee === null || (payer === COMPANY) === (payee === COMPANY)) {
		const finding = `A journal row of ${name} goes from ${payer ?? 'nobody'} to ${payee ?? 'nobody'}; one of the two must be the company.`;
		assembly.hold('no-company-side', finding, { entry: name, field: 'journalPayer', value: `${payer ?? ''} > ${payee ?? ''}` });
		return null;
	}
	if (payer === COMPANY) return payee;
	if (gross.isNegative()) return payer;
	const finding = `A journal row of ${name} goes from ${payer} to the company with the positive amount ${gross.toFixed()}.`;
	assembly.hold('direction-sign-mismatch', finding, { entry: name, field: 'amountGross', value: gross.toFixed() });
	return null;
}

function addFlow(assembly: Assembly, entry: ReportEntry, journal: Journal): void {
	if (journal.payee === null) {
		if (!journal.gross.isZero()) entry.tax.leaveOut();
		return;
	}
	const { facts, json } = entry;
	const { gross, payee, allocationJson, isClearing } = journal;
	const account = isClearing
		? clearingAccount(assembly, entry, journal.account)
		: expenseAccount(assembly, entry, journal.account);
	const counterparty = counterpartyOf(assembly, questionOf(entry, payee));
	const tax = !isClearing && mayHoldTax(entry, journal) ? entry.tax.split(journal) : null;
	if (!account || !counterparty) return;
	const sections = { allocation: allocationJson, entry: json, report: facts.report, employee: facts.employee };
	const allocationId = textOf(allocationJson.allocationId);
	assembly.flows.push({
		order: () =>
			orderOf(
				entry.id,
				allocationId,
				payee,
				journal.account,
				gross.toFixed(),
				journal.netOfTax?.toFixed(),
				journal.guids?.join(),
			),
		place: `${entry.index}.${journal.allocation}`,
		kind: isClearing ? 'cardClearing' : 'expense',
		account: account.account,
		accountRule: account.rule,
		amount: gross,
		shipping: null,
		tax,
		taxCode: !isClearing && tax === null ? foreignTaxCode(assembly, entry) : null,
		counterparty,
		costs: assembly.mapping.costObjects(sections),
		company: assembly.mapping.companyOf(sections),
		personal: entry.personal,
		qualifier: qualifierOf(assembly, json),
		source: {
			...entry.source,
			allocationId: allocationId ?? undefined,
			payee,
			...sourceTexts(assembly.mapping, journal.json, allocationJson, json, facts.report),
		},
	});
}

/** Most equal amounts are one object, so that most rows need no arithmetic here. */
function mayHoldTax(entry: ReportEntry, { gross, netOfTax, netOfReclaim }: Journal): boolean {
	if (netOfTax === null || netOfReclaim === null) return netOfTax !== netOfReclaim || !entry.tax.isEmpty;
	return [netOfTax, netOfReclaim].some((net) => net !== gross && !net.equals(gross)) || !entry.tax.isEmpty;
}

function questionOf({ facts, json, name, clearingAccount: clearing }: ReportEntry, payee: string): CounterpartyQuestion {
	return {
		payee,
		patKey: textOf(json.reportEntryPatKey),
		cardProgram: textOf(json.cardProgramTypeCode),
		employeeId: facts.employeeId,
		clearingAccount: clearing,
		expensePay: isYes(json.expensePayIndicator),
		liabilityAccount: textOf(json.liabilityAccountCode),
		payroll: facts.payroll,
		employeePayer: facts.payer,
		payrollAccount: textOf(facts.report.payrollPaymentClearingAccountCode),
		entry: name,
	};
}

function clearingAccount(assembly: Assembly, entry: ReportEntry, code: string | null): MappedAccount | null {
	const fallback = assembly.profile.defaultClearingAccount;
	const found = mapAccount(assembly, {
		code: code ?? entry.clearingAccount,
		fallback,
		entry: entry.name,
		field: 'clearingAccountCode',
	});
	if (found === undefined) {
		assembly.hold('missing-clearing-account', `The personal ${entry.name} has no clearing account.`, {
			entry: entry.name,
			field: 'clearingAccountCode',
		});
	}
	return found ?? null;
}

function expenseAccount(assembly: Assembly, entry: ReportEntry, code: string | null): MappedAccount | null {
	const expenseTypes = [textOf(entry.json.expenseTypeCode), textOf(entry.json.expenseTypeName)];
	const fallback = assembly.profile.defaultExpenseAccount;
	const found = mapAccount(assembly, { code, fallback, expenseTypes, entry: entry.name, field: 'journalAccountCode' });
	if (found === undefined) {
		assembly.hold('missing-account', `A journal row of ${entry.name} has no account.`, {
			entry: entry.name,
			field: 'journalAccountCode',
		});
	}
	return found ?? null;
}

/** The 0 % code for receipts from abroad that carry no tax of their own. */
function foreignTaxCode(assembly: Assembly, { json, facts, tax }: ReportEntry): string | null {
	const country = textOf(json.entryCountryCode);
	const isForeign = country !== null && facts.homeCountry !== null && country !== facts.homeCountry;
	return isForeign && tax.isEmpty ? assembly.profile.foreignTaxCode : null;
}
