import { fill, isFilled, type Profile } from '../mapping';
import { isPurchase, type Posting, type PurchaseRow } from '../posting';
import { b1Currency } from './currencies';
import type { FieldTable } from './masterData';
import { isPartnerLine, ofPartyOrRole, partnerRulesOf, partnerValues, roleAccountOf, tablePartnerOf } from './partners';
import { postingDateOf } from './postingDate';

/** Everything a batch of postings names, each value once, so that it can be looked up in few requests. */
export interface MasterDataQuery {
	accounts: string[];
	partnerCodes: string[];
	partnerNames: string[];
	partnerTaxIds: string[];
	partnerEmails: string[];
	/** Numbers or e-mail addresses of employees, for the vendors they are linked to. */
	employees: string[];
	distributionRules: string[];
	projects: string[];
	taxGroups: string[];
	/** Document currencies: ISO codes, and B1's where the mapping names them. */
	currencies: string[];
	branches: string[];
	/** Posting dates, for the periods; YYYY-MM-DD. */
	dates: string[];
	/** Currency and posting date of foreign documents, for B1's rate: `EUR 2026-03-18`. */
	rates: string[];
	/** Tables of B1 whose user fields an entry has. */
	userFields: string[];
	/** Items of invoice lines. */
	items: string[];
	/** Numbers of purchase orders, and of goods receipts that Concur matched. */
	orders: string[];
	receipts: string[];
}

type Sets = { [Key in keyof MasterDataQuery]: Set<string> };

/**
 * Collects what has to be looked up in B1 before `toJournalEntry` can check these postings. Tax groups name a tax account of their
 * own, which is checked by B1 itself.
 */
export function requiredMasterData(
	postings: readonly Posting[],
	profile: Profile,
	context: { today?: string } = {},
): MasterDataQuery {
	const sets: Sets = {
		accounts: new Set(),
		partnerCodes: new Set(),
		partnerNames: new Set(),
		partnerTaxIds: new Set(),
		partnerEmails: new Set(),
		employees: new Set(),
		distributionRules: new Set(),
		projects: new Set(),
		taxGroups: new Set(),
		currencies: new Set(),
		branches: new Set(),
		dates: new Set(),
		rates: new Set(),
		userFields: new Set(postings.length === 0 ? [] : tablesOf(profile)),
		items: new Set(),
		orders: new Set(),
		receipts: new Set(),
	};
	for (const posting of postings) {
		if (posting.currency) {
			sets.currencies.add(posting.currency);
			sets.currencies.add(b1Currency(posting.currency, { profile, masterData: null }));
		}
		const date = postingDateOf(posting, profile, context.today);
		if (date) sets.dates.add(date);
		const isForeign = posting.currency !== null && posting.currency !== profile.companyCurrency;
		if (date && isForeign && profile.rateSource === 'b1') sets.rates.add(`${posting.currency} ${date}`);
		for (const line of [...posting.lines, ...(posting.draftLines ?? []), ...(posting.unratedTaxes ?? [])]) {
			const account = line.account ?? roleAccountOf(line, profile);
			if (account) sets.accounts.add(account);
			if (line.taxCode && line.role !== 'nonDeductibleVat') sets.taxGroups.add(line.taxCode);
			for (const code of line.costCenters ?? []) if (code) sets.distributionRules.add(code);
			if (line.userFields?.ControlAccount) sets.accounts.add(String(line.userFields.ControlAccount));
			if (line.project) sets.projects.add(line.project);
			if (line.branch) sets.branches.add(line.branch);
			if (isPartnerLine(line, profile)) collectPartner(sets, line, posting, profile);
		}
	}
	for (const { purchase } of postings) if (purchase) collectPurchase(sets, purchase, profile);
	if (profile.roundingAccount) sets.accounts.add(profile.roundingAccount);
	return Object.fromEntries(Object.entries(sets).map(([key, set]) => [key, [...set]])) as unknown as MasterDataQuery;
}

/** Only fields of the company's own have to be looked up. */
/** Asked for a mapping that fills no field, too: B1 may demand one. */
const tablesOf = (profile: Profile): FieldTable[] => (isPurchase(profile) ? ['OJDT', 'JDT1', 'OPCH', 'PCH1'] : ['OJDT', 'JDT1']);

/** What the lines of an invoice of B1 name beside what its journal entry does. */
function collectPurchase(sets: Sets, rows: readonly PurchaseRow[], { invoiceTaxGroup, invoiceItem }: Profile): void {
	for (const { owedTaxCode, taxed, goods } of rows) {
		for (const code of [owedTaxCode, ...taxed.taxes.map((tax) => tax.code)]) if (code) sets.taxGroups.add(code);
		if (goods?.itemCode) sets.items.add(goods.itemCode);
		if (goods?.order) sets.orders.add(goods.order.number);
		for (const number of goods?.order?.receipts ?? []) sets.receipts.add(number);
	}
	if (invoiceTaxGroup) sets.taxGroups.add(invoiceTaxGroup);
	if (invoiceItem && rows.some(({ goods }) => goods)) sets.items.add(invoiceItem);
}

const SET_OF = {
	code: 'partnerCodes',
	name: 'partnerNames',
	taxId: 'partnerTaxIds',
	email: 'partnerEmails',
	employee: 'employees',
} as const;

function collectPartner(sets: Sets, line: Posting['lines'][number], posting: Posting, profile: Profile): void {
	if (line.partner) sets.partnerCodes.add(line.partner);
	const control = ofPartyOrRole(line, profile.controlAccounts);
	if (control) sets.accounts.add(control);
	const values = partnerValues(line, posting);
	for (const rule of partnerRulesOf(line, profile)) {
		if (rule.by === 'table') {
			const code = tablePartnerOf(line, profile);
			if (code) sets.partnerCodes.add(code);
		} else if (isFilled(rule.template, values)) {
			sets[SET_OF[rule.by]].add(fill(rule.template, values));
		}
	}
}
