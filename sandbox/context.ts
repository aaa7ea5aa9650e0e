import type { Clock } from './clock';
import type { Counters } from './counters';
import type { Faults } from './faults';
import type { SandboxReply, SandboxRequest } from './http';
import type { Ids } from './ids';
import type { CompanySeed } from './companies';
import type { Nodes } from './business-one/nodes';
import type { Notifications } from './business-one/notifications';

/** What every part of the sandbox shares: its time, its ordered faults, its counts and its ids. */
export interface SandboxContext {
	clock: Clock;
	faults: Faults;
	counters: Counters;
	ids: Ids;
}

export type Handler = (request: SandboxRequest, context: SandboxContext) => Promise<SandboxReply>;

/** Rows of master data that were taken and rows that were not, with the reason. */
export interface MasterDataResult {
	/** Number of rows by list, e.g. `{ accounts: 12 }`. */
	loaded: Record<string, number>;
	rejected: { list: string; index: number; reason: string }[];
}

export interface TrialBalanceRow {
	account: string;
	name: string;
	/** Decimal text in local currency. */
	debit: string;
	credit: string;
}

/** Base and tax of a tax group in a month; decimal text in local currency. */
export interface VatReportRow {
	/** YYYY-MM. */
	period: string;
	group: string;
	base: string;
	tax: string;
}

/** A line of a partner that is not paid; amounts as decimal text, negative where the partner owes. */
export interface OpenItem {
	partner: string;
	name: string;
	/** YYYY-MM-DD. */
	due: string;
	reference: string;
	/** JdtNum of the journal entry. */
	entry: number;
	branch: number | null;
	currency: string;
	amount: string;
	localAmount: string;
	/** No payment run pays it. */
	blocked: boolean;
}

/** A payment that a payment run proposes. */
export interface PaymentRunRow {
	partner: string;
	branch: number | null;
	currency: string;
	/** Decimal text in that currency. */
	amount: string;
	items: number;
}

/** Costs of a distribution rule or project (empty: of none) on an account; decimal text in local currency. */
export interface CostRow {
	/** `dimension 1` to `dimension 5`, or `project`. */
	by: string;
	code: string;
	account: string;
	amount: string;
}

/** What B1 shows a controller who closes a month. */
export interface Reports {
	vat(): VatReportRow[];
	openItems(): OpenItem[];
	/** @param until the last due date that is paid, YYYY-MM-DD; today unless told */
	paymentRun(until?: string): PaymentRunRow[];
	costs(): CostRow[];
}

/** The B1 half of the sandbox, as the frame and the control API use it. */
export interface BusinessOne {
	/** Serves `/b1s/v1`, `/b1s/v2` and `/ping`; null closes the connection without an answer. */
	handle(request: SandboxRequest): Promise<SandboxReply | null>;
	readonly nodes: Nodes;
	readonly notifications: Notifications;
	/** Marks an entry as reconciled, as a person does in B1, or open again. Throws an Error for an entry that is not there. */
	reconcile(jdtNum: number, reconciled: boolean): void;
	/** Journal vouchers that wait for a person. */
	vouchers(): { number: number; references: string[] }[];
	/** Posts a voucher or removes it, as a person does in B1. Throws an Error for a voucher that is not there, or what B1 refuses. */
	settleVoucher(number: number, act: 'post' | 'remove'): { jdtNums: number[] };
	/** Copies an entry over the days of its year. Gives the numbers; throws an Error for an entry that is not there. */
	copyEntry(jdtNum: number, copies: number): { first: number; last: number };
	/** Empties the store; with `demo` it holds the demo company of `sandbox/demo/company.json` afterwards, with `seed` that company. */
	reset(options: { demo: boolean; seed?: CompanySeed }): void;
	readonly reports: Reports;
	loadMasterData(body: unknown): MasterDataResult;
	ledger(): { entries: unknown[]; trialBalance: TrialBalanceRow[] };
	expireSessions(): void;
	sessionsOpen(): number;
	/** The whole store as plain JSON, and back. */
	state(): unknown;
	restore(state: unknown): void;
}
