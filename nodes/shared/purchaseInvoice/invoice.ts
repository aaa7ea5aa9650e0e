import { KEY_FIELD, type PurchaseSet } from '../b1Names';
import {
	dayTerms,
	keptDecimals,
	type FieldValues,
	type JournalEntryLine,
	type JournalEntryResult,
	type MasterData,
} from '../journalEntry';
import { cut, type Profile } from '../mapping';
import { Decimal, formatAmount, inSmallestUnits, toJsonNumber, ZERO } from '../money';
import { isPurchase, type Posting, type TaxTerms } from '../posting';
import { reason, type ReviewReason } from '../review';
import { codeProblems } from './codes';
import { freightOf, withFreight, type Freight } from './freight';
import { lineOf, type PurchaseLine } from './lines';
import { piecesOf, type Piece } from './pieces';
import { suppliesOf } from './supplies';
import { computedBy, statedTax, type Computed, type RateOf } from './tax';
import { vendorTax, type VendorTax } from './vendorTax';

/** Body of a purchasing document of the Service Layer; amounts are JSON numbers in the document's currency. */
export interface PurchaseDocument extends VendorTax {
	CardCode: string;
	DocType: 'dDocument_Service' | 'dDocument_Items';
	DocObjectCode?: 'oPurchaseInvoices' | 'oPurchaseCreditNotes';
	DocDate: string;
	DocDueDate: string;
	TaxDate: string;
	NumAtCard?: string;
	DocCurrency?: string;
	Comments: string;
	JournalMemo: string;
	ControlAccount?: string;
	Project?: string;
	BPL_IDAssignedToInvoice?: number;
	PaymentBlock?: 'tYES';
	Rounding?: 'tYES';
	RoundingDiffAmount?: number;
	RoundingDiffAmountFC?: number;
	[KEY_FIELD]: string;
	DocumentLines: PurchaseLine[];
	DocumentAdditionalExpenses?: Freight[];
}

/** A document of Concur as an invoice of B1. */
export interface PurchaseInvoice {
	set: PurchaseSet;
	document: PurchaseDocument;
	/** What the vendor is owed, decimal text in the document's currency; positive, of a credit note too. */
	total: string;
	tax: string;
}

export interface PurchaseResult {
	/** null where it is held. */
	purchaseInvoice: PurchaseInvoice | null;
	reasons: ReviewReason[];
}

const NUM_AT_CARD_LENGTH = 100;
const COMMENTS_LENGTH = 254;
const JOURNAL_MEMO_LENGTH = 50;

/**
 * Turns the posting of an invoice into an A/P invoice, credit note or draft of B1. What was checked of its journal entry (accounts,
 * vendor, dates, cost objects) holds for it too; B1 computes its taxes itself, so they are worked out here as B1 does and held against
 * Concur's.
 *
 * @param entry what `toJournalEntry` made of the same posting with the same mapping
 * @returns null where the posting is to be a journal entry: another type, another setting, an invoice that is held, or one that credits an account instead of a vendor
 */
export function toPurchaseInvoice(
	posting: Posting,
	profile: Profile,
	masterData: MasterData | null,
	entry: JournalEntryResult,
): PurchaseResult | null {
	const { journalEntry, status, postingKey } = entry;
	if (!isPurchase(profile) || posting.purchase === undefined || journalEntry === null || status !== 'ready') return null;
	const partners = journalEntry.JournalEntryLines.filter(({ ShortName }) => ShortName !== undefined);
	const [partner, ...others] = partners;
	if (partner === undefined) return null;
	const hold = (finding: string) => held(reason('no-purchase-invoice', posting, finding, {}));
	if (others.length > 0) return hold('It credits more than one vendor or branch.');
	const terms = dayTerms(masterData?.taxGroups ?? null, journalEntry.TaxDate);
	const split = posting.purchase.map((row) => piecesOf(row, terms));
	const unsplit = split.findIndex((pieces) => 'problem' in pieces);
	if (unsplit !== -1) {
		const row = posting.purchase[unsplit]!.line.sources[0]?.entryId ?? `row ${unsplit + 1}`;
		return hold(`Invoice ${row} cannot be one line of an A/P invoice: ${(split[unsplit] as { problem: string }).problem}.`);
	}
	const all = (split as Piece[][]).flat();
	const parts = profile.invoiceFreight === null ? { lines: all, freight: null } : withFreight(all);
	if ('problem' in parts) return hold(parts.problem);
	const problems = codeProblems(all, posting, profile, masterData);
	if (problems.length > 0) return held(...problems);
	return built(posting, profile, masterData, {
		journalEntry,
		partner,
		...parts,
		terms,
		key: postingKey!,
		userFields: entry.audit.userFields,
	});
}

const held = (...reasons: ReviewReason[]): PurchaseResult => ({ purchaseInvoice: null, reasons });

interface Parts {
	journalEntry: NonNullable<JournalEntryResult['journalEntry']>;
	partner: JournalEntryLine;
	lines: Piece[];
	/** Shipping that is a charge of the document. */
	freight: Piece | null;
	terms: TaxTerms;
	key: string;
	userFields: FieldValues | undefined;
}

const piecesIn = ({ lines, freight }: Parts): Piece[] => (freight === null ? lines : [...lines, freight]);

function built(posting: Posting, profile: Profile, masterData: MasterData | null, parts: Parts): PurchaseResult {
	const { partner, lines, freight, journalEntry, userFields } = parts;
	const pieces = piecesIn(parts);
	const decimals = keptDecimals(posting.currency ?? '', { profile, masterData });
	const isCredit = partner.Debit !== undefined || partner.FCDebit !== undefined;
	const sign = isCredit ? -1 : 1;
	const isForeign = partner.FCCurrency !== undefined;
	const computed = computedBy(pieces, rateIn(parts), decimals);
	const stated = pieces.reduce((sum, { net, tax }) => sum.plus(net).plus(tax ?? ZERO), ZERO);
	const difference = computed.total === null ? ZERO : stated.minus(computed.total);
	const most = Decimal.max(
		inSmallestUnits(new Decimal(profile.tolerance), decimals),
		new Decimal(10).pow(-decimals).times(pieces.length),
	);
	if (difference.abs().greaterThan(most)) return held(differs(posting, computed, pieces));
	const currency = isForeign ? partner.FCCurrency! : (masterData?.company.localCurrency ?? posting.currency ?? '');
	const supplies = suppliesOf(lines, { posting, profile, masterData, partner: partner.ShortName!, currency, sign, decimals });
	if (supplies.problems.length > 0) return held(...supplies.problems);
	const context = { posting, profile, masterData, isForeign, sign, decimals, supplies } as const;
	const objectCode = isCredit ? 'oPurchaseCreditNotes' : 'oPurchaseInvoices';
	const isDraft = profile.invoicesBecome === 'draft';
	const rounding = difference.times(sign);
	const document: PurchaseDocument = {
		...headerOf(posting, parts),
		DocType: supplies.hasItems ? 'dDocument_Items' : 'dDocument_Service',
		...userFields,
		...(isDraft ? { DocObjectCode: objectCode } : {}),
		...(isForeign ? { DocCurrency: partner.FCCurrency } : {}),
		...(rounding.isZero()
			? {}
			: {
					Rounding: 'tYES',
					[isForeign ? 'RoundingDiffAmountFC' : 'RoundingDiffAmount']: toJsonNumber(formatAmount(rounding, decimals))!,
				}),
		...(journalEntry.ProjectCode === undefined ? {} : { Project: journalEntry.ProjectCode }),
		...vendorTax(partner.ShortName!, masterData),
		DocumentLines: lines.map((piece) => lineOf(piece, context)),
		...(freight === null ? {} : { DocumentAdditionalExpenses: [freightOf(freight, Number(profile.invoiceFreight), context)] }),
	};
	const text = (amount: Decimal) => formatAmount(amount.times(sign), decimals);
	return {
		purchaseInvoice: {
			set: isDraft ? 'Drafts' : isCredit ? 'PurchaseCreditNotes' : 'PurchaseInvoices',
			document,
			total: text(stated),
			tax: text(computed.tax ?? statedTax(pieces)),
		},
		reasons: [],
	};
}

/** The rate by which a line's tax was told apart: B1's own, else the mapping's. */
function rateIn(parts: Parts): RateOf {
	const { terms } = parts;
	return (code) => {
		for (const { row } of piecesIn(parts)) {
			const part = row.taxed.taxes.find((tax) => tax.code === code);
			if (part) return terms(part).rate;
		}
		return null;
	};
}

function headerOf(posting: Posting, { journalEntry, partner, key }: Parts) {
	const { ReferenceDate, TaxDate, DueDate, Memo } = journalEntry;
	const number = posting.names.vendorInvoiceNumber;
	return {
		CardCode: partner.ShortName!,
		DocDate: ReferenceDate,
		DocDueDate: partner.DueDate ?? DueDate,
		TaxDate,
		...(number ? { NumAtCard: cut(number, NUM_AT_CARD_LENGTH) } : {}),
		Comments: cut(Memo, COMMENTS_LENGTH),
		JournalMemo: cut(Memo, JOURNAL_MEMO_LENGTH),
		...(partner.ControlAccount === undefined ? {} : { ControlAccount: partner.ControlAccount }),
		...(partner.BPLID === undefined ? {} : { BPL_IDAssignedToInvoice: partner.BPLID }),
		...(partner.PaymentBlock === undefined ? {} : { PaymentBlock: partner.PaymentBlock }),
		[KEY_FIELD]: key,
	};
}

function differs(posting: Posting, { tax }: Computed, pieces: readonly Piece[]): ReviewReason {
	const stated = statedTax(pieces).toFixed();
	const finding = `B1 works out a tax of ${tax?.toFixed()} for this invoice, Concur states ${stated}; B1's invoices take no other tax than their own.`;
	return reason('invoice-tax-differs', posting, finding, { field: 'amountTax', value: stated });
}
