import {
	CURRENCY_CODE,
	dayOf,
	headerFacts,
	isBlank,
	noRowsIn,
	rowsOf,
	shownValue,
	textOf,
	type FisDocument,
	type HeaderFacts,
	type Json,
	type UnreadableDate,
} from '../document';
import type { Compiled, CostObjects } from '../mapping';
import { decimalsOf, inSmallestUnits, readAmount, ZERO, type Decimal } from '../money';
import { reason, warning, type ReasonCode, type ReasonPlace, type ReviewReason, type WarningCode } from '../review';
import type { Goods, LineSource, Role } from './types';

/** A Concur tax key with what the mapping makes of it. */
export interface TaxLabel {
	/** B1 tax group; empty where the tax is only posted to its account. */
	code: string;
	account: string | null;
	/** Percent; null where the mapping does not say. */
	rate: Decimal | null;
	/** Whether B1's group itself reclaims a part only. */
	partlyDeductible: boolean;
	/** Whether the mapping knows the tax; only of one that it knows a base is told where there is no tax. */
	isKnown: boolean;
	/** Weights by which the journal's deductible and non-deductible tax are split over several tax rows. */
	deductibleWeight: Decimal;
	nonDeductibleWeight: Decimal;
}

/** The tax inside a flow's gross amount, exact. */
export interface TaxSplit {
	deductible: Decimal;
	nonDeductible: Decimal;
	labels: TaxLabel[];
}

/** Who or what stands opposite the company in a flow. */
export interface Counterparty {
	role: Role;
	party?: string;
	/** B1 partner where the mapping's table of card vendors names it. */
	partner?: string;
	/** Blocked for payment in B1. */
	isBlocked?: boolean;
	/** Set where an account is credited instead of a partner. */
	account?: string;
	rule: string;
}

export type FlowKind = 'expense' | 'cardClearing' | 'cashAdvanceClearing' | 'rounding' | 'taxOwed';

/** One movement between an account and a counterparty. The account is debited by the signed amount, the counterparty credited. */
export interface Flow {
	/** Sorts flows the same way whatever the order of the document's rows. */
	order: () => string;
	/** Entry and allocation the flow belongs to, by position, for joining lines. */
	place: string;
	kind: FlowKind;
	account: string;
	accountRule: string;
	amount: Decimal;
	/** The part of `amount` that is posted as shipping. */
	shipping: { account: string; amount: Decimal } | null;
	tax: TaxSplit | null;
	/** Tax code of the expense line itself: the 0 % code of foreign receipts. */
	taxCode: string | null;
	/** Tax code of an invoice line whose tax the buyer owes, where B1's own invoice works it out. */
	owedTaxCode?: string;
	/** What an invoice line bought. */
	goods?: Goods;
	counterparty: Counterparty;
	costs: CostObjects;
	company: string | null;
	personal: boolean;
	qualifier: string | null;
	source: LineSource;
}

/** With one of these something counts as zero or is missing; sums would only repeat what was found already. */
const UNREADABLE: ReadonlySet<ReasonCode> = new Set(['unreadable-amount', 'missing-amount', 'unreadable-document']);

const NO_COSTS: CostObjects = { costCenters: [], key: '' };

/** What is gathered while a document is read: flows, reasons, warnings. */
export class Assembly {
	readonly flows: Flow[] = [];
	readonly reasons: ReviewReason[] = [];
	readonly warnings: ReviewReason[] = [];
	currency: string | null = null;
	total: Decimal | null = null;
	/** What is left of the small differences so far that costs or the rounding account took. */
	settled: Decimal = ZERO;
	private unreadable = false;

	constructor(
		readonly document: FisDocument,
		readonly mapping: Compiled,
		readonly header: HeaderFacts = headerFacts(document.document, document.docType, mapping.namedFields, mapping.timeZone),
	) {}

	/** Takes currency and total from the header; a total that cannot be read is held. */
	readHeader(): void {
		const { currency, total } = this.header;
		this.currency = this.currencyCode(currency);
		this.total = this.amount(total.value, total.field, undefined);
	}

	/** The same document with a part of its flows. */
	withFlows(flows: readonly Flow[]): Assembly {
		const part = new Assembly(this.document, this.mapping, this.header);
		part.flows.push(...flows);
		part.reasons.push(...this.reasons);
		part.warnings.push(...this.warnings);
		part.currency = this.currency;
		part.total = this.total;
		return part;
	}

	get profile() {
		return this.mapping.profile;
	}

	/** How far sums of the document may differ, in its currency. */
	get tolerance(): Decimal {
		return inSmallestUnits(this.mapping.tolerance, this.decimals);
	}

	get decimals(): number {
		return decimalsOf(this.currency ?? '');
	}

	/** Cost objects of rows that belong to no allocation: none, but the default branch. */
	get noCosts(): CostObjects {
		const branch = this.profile.defaultBranch;
		return branch === null ? NO_COSTS : { costCenters: [], branch, key: branch };
	}

	hold(code: ReasonCode, finding: string, place: ReasonPlace = {}): void {
		if (UNREADABLE.has(code)) this.unreadable = true;
		const whose = code === 'unreadable-document' ? `Document ${this.document.docId ?? '(without id)'}: ` : '';
		this.reasons.push(reason(code, this.document, `${whose}${finding}`, place));
	}

	warn(code: WarningCode, message: string, place: ReasonPlace = {}): void {
		this.warnings.push(warning(code, this.document, message, place));
	}

	get hasUnreadableAmounts(): boolean {
		return this.unreadable;
	}

	/** An amount, or null for "none"; one that cannot be read is held, and counts as zero so that the rest is still checked. */
	amount(value: unknown, field: string, entry: string | undefined): Decimal | null {
		const reading = readAmount(value);
		if (reading.amount !== null || !('problem' in reading) || !reading.problem) return reading.amount;
		const where = entry === undefined ? `the document's ${field}` : `${field} of ${entry}`;
		if (typeof value === 'object') {
			this.hold('unreadable-document', `What stands in ${where} ${reading.problem}.`, { entry, field });
			return ZERO;
		}
		const shown = String(value);
		this.hold('unreadable-amount', `The amount "${shown}" in ${where} ${reading.problem}.`, { entry, field, value: shown });
		return ZERO;
	}

	/** The day of a date in the mapping's time zone; undefined for none, and for one that cannot be read, which is held. */
	day(value: unknown, field: string, entry: string): string | undefined {
		if (isBlank(value)) return undefined;
		const day = dayOf(value, this.mapping.timeZone);
		if (day === undefined) this.holdDate({ field, value: shownValue(value) }, entry);
		return day;
	}

	holdDate({ field, value }: UnreadableDate, entry?: string): void {
		const where = entry === undefined ? field : `${field} of ${entry}`;
		this.hold('unreadable-date', `${where} "${value}" is no date that can be read without guessing.`, { entry, field, value });
	}

	/** The rows of a list field; anything else in its place is held, since rows that cannot be seen must not be passed over. */
	rows(value: unknown, field: string, entry?: string): Json[] {
		const found = noRowsIn(value);
		if (found !== null) {
			const where = entry === undefined ? `the document's ${field}` : `${field} of ${entry}`;
			this.hold('unreadable-document', `There should be rows in ${where}, and there is ${found}.`, { entry, field });
		}
		return rowsOf(value);
	}

	/** The ISO code of a currency; null where there is none. Text that is no such code is held: its amounts cannot be understood. */
	private currencyCode(code: string | null): string | null {
		if (code === null || CURRENCY_CODE.test(code)) return code;
		this.hold('unreadable-document', `The currency "${code.slice(0, 60)}" is no currency code.`, {
			field: 'currency',
			value: code.slice(0, 60),
		});
		return null;
	}

	/** An account code; null for blank ones and for placeholders such as `PendingClient`. */
	accountCode(value: unknown): string | null {
		const code = textOf(value);
		return code === null || this.mapping.placeholders.has(code) ? null : code;
	}
}

/** Text that sorts amounts and ids without regard to the order of rows; ids first, so that a document keeps its usual order. */
export function orderOf(...parts: (string | null | undefined)[]): string {
	return parts.map((part) => part ?? '').join('\u0001');
}
